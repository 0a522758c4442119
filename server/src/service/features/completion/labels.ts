import { addLine } from '../../rules/placement.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { effective } from '../../syntax/syntax.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import { touches } from '../../text/range.ts';
import type { Range } from '../../text/range.ts';
import type { Completion } from '../results.ts';

/** An open bracket before the caret on its line: `[`, `][` or `[^`. */
interface OpenBracket {
  /** What is typed so far, up to the closing bracket if there is one. */
  readonly range: Range;
  readonly isNote: boolean;
  /** Nothing but white space stands before it: a definition may be meant. */
  readonly startsLine: boolean;
  readonly isClosed: boolean;
}

/** Labels after `[` and `][`: defined ones, the unused first; at the start of a line also those still to be defined. */
export function labelCompletion({ document, syntax }: OpenPost, offset: number): Completion[] | undefined {
  const bracket = openBracket(document.text, syntax, offset);
  if (!bracket || bracket.isNote) return undefined;
  const items: Completion[] = [];
  for (const [identifier, definitions] of syntax.definitions) {
    const { label, destination, title } = effective(definitions, syntax.dialect.links.definitionWins)!;
    if (definitions.some(({ range }) => touches(range, offset))) continue;
    items.push({
      ...inserted(bracket, label, ']'),
      kind: 'label',
      detail: destination,
      ...(title !== undefined && { documentation: title }),
      sortText: `${syntax.references.has(identifier) ? 1 : 0}${position(items.length)}`,
    });
  }
  if (bracket.startsLine) items.push(...missing(syntax, bracket, offset));
  return items;
}

/** Notes after `[^`: those nothing cites first; at the start of a line the markers that still want a note. */
export function footnoteCompletion({ document, syntax }: OpenPost, offset: number): Completion[] | undefined {
  const bracket = openBracket(document.text, syntax, offset);
  if (!bracket?.isNote) return undefined;
  const items: Completion[] = [];
  for (const [identifier, notes] of syntax.notes) {
    const note = effective(notes, syntax.dialect.footnotes.wins)!;
    if (note.notation !== 'markdown' || notes.some(({ labelRange }) => touches(labelRange, offset))) continue;
    const content = syntax.text.slice(note.contentRange.start, note.contentRange.end).trim();
    items.push({
      ...inserted(bracket, note.label, ']'),
      kind: 'footnote',
      detail: content.replace(/\s+/g, ' ').slice(0, 80),
      documentation: content.slice(0, 600),
      sortText: `${syntax.markers.has(identifier) ? 1 : 0}${position(items.length)}`,
    });
  }
  items.push(...(bracket.startsLine ? missing(syntax, bracket, offset) : [newNote(syntax, bracket, offset)]));
  return items;
}

/** The next number as a new note, which comes to stand where this author keeps notes. */
function newNote(syntax: Syntax, bracket: OpenBracket, offset: number): Completion {
  const fellows = [...syntax.notes.values()]
    .flat()
    .filter((note) => note.notation === 'markdown' && !touches(note.contentRange, offset));
  fellows.sort((a, b) => a.range.start - b.range.start);
  const label = nextNumber(syntax, offset);
  return {
    ...inserted(bracket, label, ']'),
    kind: 'footnote',
    detail: 'new note',
    additionalEdits: [addLine(syntax, `[^${label}]: Note.`, fellows)],
    sortText: '2',
  };
}

/** One more than the highest number among notes and markers; the marker being typed does not count. */
function nextNumber(syntax: Syntax, offset: number): string {
  const markers = [...syntax.markers.values()].flat().filter(({ range }) => !touches(range, offset));
  const numbers = [...markers, ...[...syntax.notes.values()].flat()].filter(
    ({ notation, label }) => notation === 'markdown' && /^\d{1,6}$/.test(label),
  );
  return String(Math.max(0, ...numbers.map(({ label }) => Number(label))) + 1);
}

/** Labels that are used and not defined, to be defined here. */
function missing(syntax: Syntax, bracket: OpenBracket, offset: number): Completion[] {
  const used = bracket.isNote
    ? [...syntax.markers]
    : [...syntax.references].filter(([, [first]]) => first?.form !== 'shortcut');
  const defined = bracket.isNote ? syntax.notes : syntax.definitions;
  return used
    .filter(
      ([identifier, [first]]) =>
        !defined.has(identifier) && !identifier.startsWith('sup ') && !touches(first!.range, offset),
    )
    .map(([, [first]], index) => ({
      ...inserted(bracket, first!.label, bracket.isClosed ? '' : ']: '),
      kind: bracket.isNote ? 'footnote' : 'label',
      detail: bracket.isNote ? 'has no note yet' : 'not defined yet',
      sortText: `0${position(index)}`,
    }));
}

function inserted(
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

function position(index: number): string {
  return String(index).padStart(6, '0');
}

function openBracket(text: string, syntax: Syntax, offset: number): OpenBracket | undefined {
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
