import type { Heading } from '../../../syntax/structure/occurrence.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { anchored, anchorLinks } from '../../../syntax/structure/headings.ts';
import type { RenamePreparation, RenameResult } from '../../results.ts';
import type { Subject } from '../../labels/renameTarget.ts';

/** The subject that is a heading. */
export type HeadingSubject = Extract<Subject, { kind: 'heading' }>;

/** What of a heading is typed over: the id its author gave it where the caret is on that or on a link, else its text. */
export function headingPreparation(
  syntax: Syntax,
  { target, on, links }: HeadingSubject,
  offset: number,
): RenamePreparation {
  const own = on === 'id' ? target.idRange! : target.textRange;
  const link = links.find(({ range }) => range.start <= offset && offset <= range.end);
  const range = link ? { start: link.range.start + 1, end: link.range.end } : own;
  return { range, placeholder: syntax.text.slice(own.start, own.end) };
}

/** Edits that give a heading another text or id, and every link of the post the anchor that its heading has then. */
export function renameHeading(open: OpenPost, subject: HeadingSubject, newName: string): RenameResult {
  const { syntax } = open;
  const { target, on } = subject;
  const name = newName.trim();
  const refusal = refuse(syntax, name, on);
  if (refusal !== undefined) return { refusal };
  const own: TextEdit = { range: on === 'id' ? target.idRange! : target.textRange, newText: name };
  const changed = changedAnchors(open, subject, newName);
  const edits = anchorLinks(syntax).flatMap(({ range, anchor }): TextEdit[] => {
    const newAnchor = changed.get(anchor);
    return newAnchor === undefined ? [] : [{ range: { start: range.start + 1, end: range.end }, newText: newAnchor }];
  });
  return { edits: [own, ...edits].sort((a, b) => a.range.start - b.range.start) };
}

function refuse(syntax: Syntax, name: string, on: 'text' | 'id'): string | undefined {
  if (name === '')
    return on === 'id' ? 'An id needs at least one character.' : 'A heading needs at least one character.';
  if (/[\r\n]/.test(name)) return 'A heading has one line.';
  if (on === 'text') return undefined;
  if (!/^[\p{L}\p{N}_:.-]+$/u.test(name))
    return `An id has letters, digits, hyphens, underscores, dots and colons only: "${name}".`;
  return anchored(syntax).some(({ anchor }) => anchor === name)
    ? `"${name}" is the anchor of a heading already.`
    : undefined;
}

/** New anchors by old ones after a heading is renamed: those of namesakes may change too, since the second of a name is numbered. */
export function changedAnchors(
  { syntax }: OpenPost,
  { target, on }: HeadingSubject,
  newName: string,
): ReadonlyMap<string, string> {
  const name = newName.trim();
  return on === 'id' ? new Map([[target.anchor, name]]) : anchorsAfter(syntax, target.heading, name);
}

function anchorsAfter(syntax: Syntax, heading: Heading, text: string): ReadonlyMap<string, string> {
  const after = anchored(syntax, new Map([[heading, text]]));
  const before = anchored(syntax);
  return new Map(
    before.flatMap(({ anchor }, index) =>
      anchor === after[index]!.anchor ? [] : [[anchor, after[index]!.anchor] as const],
    ),
  );
}
