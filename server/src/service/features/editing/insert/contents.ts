import type { Refusal } from '../../../../protocol/index.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { anchorHeadings, toVisibleText } from '../../../syntax/structure/headings.ts';
import type { Range } from '../../../text/range.ts';
import type { Insertion } from '../../results.ts';

/**
 * A table of contents: the engine's own where it makes one at each build, else a list of links to the headings below.
 */
export function insertContents({ syntax }: OpenPost, { start, end }: Range): Insertion | Refusal {
  const { text } = syntax;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const before = start === 0 || text[start - 1] === '\n' ? '' : newline + newline;
  const list = syntax.dialect.rendering.tableOfContents?.join(newline) ?? listHeadings(syntax, start).join(newline);
  if (list === '') return { refusal: 'There are no headings below the caret to make a table of contents of.' };
  const after = end === text.length || /[\r\n]/.test(text[end]!) ? '' : newline;
  const newText = `${before}${list}${newline}${after}`;
  return { edits: [{ range: { start, end }, newText }], caret: start + newText.length };
}

function listHeadings(syntax: OpenPost['syntax'], from: number): string[] {
  const all = anchorHeadings(syntax).filter(({ heading, anchor }) => heading.range.start >= from && anchor !== '');
  const top = Math.min(6, ...all.map(({ heading }) => heading.depth));
  return all.map(
    ({ heading, textRange, anchor }) =>
      `${'  '.repeat(heading.depth - top)}- [${toVisibleText(syntax.text.slice(textRange.start, textRange.end))}](#${anchor})`,
  );
}
