import { addLine } from '../../rules/placement.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { pickEffective } from '../../syntax/syntax.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import { touches } from '../../text/range.ts';
import type { Range } from '../../text/range.ts';
import type { Completion } from '../results.ts';
import { withoutImages } from '../text/markdown.ts';
import { toSortText } from './proposal.ts';

/** An open bracket before the caret on its line: `[`, `][` or `[^`. */
interface OpenBracket {
  /** What is typed so far, up to the closing bracket if there is one. */
  readonly range: Range;
  readonly isNote: boolean;
  /** Only white space precedes it, so it may become a definition. */
  readonly startsLine: boolean;
  readonly isClosed: boolean;
}

/** Labels after `[` and `][`: defined ones, the unused first; at the start of a line also those still to be defined. */
export function labelCompletion({ document, syntax }: OpenPost, offset: number): Completion[] | undefined {
  const bracket = openBracketAt(document.text, syntax, offset);
  if (!bracket || bracket.isNote) return undefined;
  const items: Completion[] = [];
  for (const [identifier, definitions] of syntax.definitions) {
    const { label, destination, title } = pickEffective(definitions, syntax.dialect.links.definitionWins)!;
    if (definitions.some(({ range }) => touches(range, offset))) continue;
    items.push({
      ...insertLabel(bracket, label, ']'),
      kind: 'label',
      detail: destination,
      ...(title !== undefined && { documentation: withoutImages(title) }),
      sortText: `${syntax.references.has(identifier) ? 1 : 0}${toSortText(items.length)}`,
    });
  }
  if (bracket.startsLine) items.push(...proposeUndefinedLabels(syntax, bracket, offset));
  return items;
}

/** Notes after `[^`: those that nothing cites first; at the start of a line, the markers without a note. */
export function footnoteCompletion({ document, syntax }: OpenPost, offset: number): Completion[] | undefined {
  const bracket = openBracketAt(document.text, syntax, offset);
  if (!bracket?.isNote) return undefined;
  const items: Completion[] = [];
  for (const [identifier, notes] of syntax.footnoteDefinitions) {
    const note = pickEffective(notes, syntax.dialect.footnotes.wins)!;
    if (note.notation !== 'markdown' || notes.some(({ labelRange }) => touches(labelRange, offset))) continue;
    const content = syntax.text.slice(note.contentRange.start, note.contentRange.end).trim();
    items.push({
      ...insertLabel(bracket, note.label, ']'),
      kind: 'footnote',
      detail: content.replace(/\s+/g, ' ').slice(0, 80),
      documentation: withoutImages(content.slice(0, 600)),
      sortText: `${syntax.footnoteReferences.has(identifier) ? 1 : 0}${toSortText(items.length)}`,
    });
  }
  items.push(
    ...(bracket.startsLine
      ? proposeUndefinedLabels(syntax, bracket, offset)
      : [proposeNewNote(syntax, bracket, offset)]),
  );
  return items;
}

/** The next number with a new note, which is added where this author has notes. */
function proposeNewNote(syntax: Syntax, bracket: OpenBracket, offset: number): Completion {
  const notes = [...syntax.footnoteDefinitions.values()]
    .flat()
    .filter((note) => note.notation === 'markdown' && !touches(note.contentRange, offset));
  notes.sort((a, b) => a.range.start - b.range.start);
  const label = nextFootnoteNumber(syntax, offset);
  return {
    ...insertLabel(bracket, label, ']'),
    kind: 'footnote',
    detail: 'new note',
    additionalEdits: [addLine(syntax, `[^${label}]: Note.`, notes)],
    sortText: '2',
  };
}

/** One more than the highest number among notes and markers; the marker being typed does not count. */
function nextFootnoteNumber(syntax: Syntax, offset: number): string {
  const markers = [...syntax.footnoteReferences.values()].flat().filter(({ range }) => !touches(range, offset));
  const numbers = [...markers, ...[...syntax.footnoteDefinitions.values()].flat()].filter(
    ({ notation, label }) => notation === 'markdown' && /^\d{1,6}$/.test(label),
  );
  return String(Math.max(0, ...numbers.map(({ label }) => Number(label))) + 1);
}

/** Labels that are used and not defined, to be defined here. */
function proposeUndefinedLabels(syntax: Syntax, bracket: OpenBracket, offset: number): Completion[] {
  const used = bracket.isNote
    ? [...syntax.footnoteReferences]
    : [...syntax.references].filter(([, [first]]) => first?.form !== 'shortcut');
  const defined = bracket.isNote ? syntax.footnoteDefinitions : syntax.definitions;
  return used
    .filter(
      ([identifier, [first]]) =>
        !defined.has(identifier) && !identifier.startsWith('sup ') && !touches(first!.range, offset),
    )
    .map(([, [first]], index) => ({
      ...insertLabel(bracket, first!.label, bracket.isClosed ? '' : ']: '),
      kind: bracket.isNote ? 'footnote' : 'label',
      detail: bracket.isNote ? 'has no note yet' : 'not defined yet',
      sortText: `0${toSortText(index)}`,
    }));
}

function insertLabel(
  bracket: OpenBracket,
  label: string,
  closing: string,
): Pick<Completion, 'label' | 'edit' | 'filterText'> {
  return {
    label,
    filterText: label,
    edit: { range: bracket.range, newText: bracket.isClosed ? label : label + closing },
  };
}

function openBracketAt(text: string, syntax: Syntax, offset: number): OpenBracket | undefined {
  if (offset < syntax.body.start) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const match = /(^|[^\\])\[(\^?)([^[\]]*)$/.exec(before);
  if (
    !match ||
    syntax.occurrences.some(({ type, range }) => type === 'code' && range.start < offset && offset < range.end)
  )
    return undefined;
  const rest = /^[^[\]\s]*(\])?/.exec(text.slice(offset, offset + 1000));
  const isClosed = rest?.[1] !== undefined;
  const start = offset - match[3]!.length;
  return {
    range: { start, end: isClosed ? offset + rest![0].length - 1 : offset },
    isNote: match[2] === '^',
    startsLine: /^[ \t]*$/.test(before.slice(0, before.length - match[0].length + match[1]!.length)),
    isClosed,
  };
}
