import type { OpenPost } from '../../site/model/snapshot.ts';
import { anchorHeadings } from '../../syntax/structure/headings.ts';
import type { Completion } from '../results.ts';

/** Anchors of the post's own headings after `](#` and in a definition after `]: #`. */
export function anchorCompletion({ document: { text }, syntax }: OpenPost, offset: number): Completion[] | undefined {
  if (offset < syntax.body.start) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const typed = /(?:\]\(<?|^ {0,3}\[[^\]^][^\]]*\]:[ \t]*<?)(#[^\s()<>]*)$/.exec(text.slice(lineStart, offset));
  if (
    !typed ||
    syntax.occurrences.some(({ type, range }) => type === 'code' && range.start < offset && offset < range.end)
  )
    return undefined;
  const rest = /^[^\s()<>]*/.exec(text.slice(offset, offset + 1000))![0].length;
  const range = { start: offset - typed[1]!.length, end: offset + rest };
  return anchorHeadings(syntax)
    .filter(({ anchor }) => anchor !== '')
    .map(({ heading, anchor }, index) => ({
      label: `#${anchor}`,
      kind: 'anchor',
      edit: { range, newText: `#${anchor}` },
      detail: heading.text,
      sortText: String(index).padStart(6, '0'),
    }));
}
