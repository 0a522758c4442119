import type { Paragraph, PhrasingContent } from 'mdast';
import type { Range } from '../../text/range.ts';
import { shift } from '../../text/range.ts';
import { blanks, lineTerminators, skipBackward, whiteSpace } from '../../text/scan.ts';
import type { FootnoteDefinition, FootnoteReference, Notation } from './occurrence.ts';
import type { Occurrence } from './occurrence.ts';

interface Marker {
  readonly notation: Notation;
  readonly range: Range;
  readonly label: string;
  readonly labelRange: Range;
  readonly startsLine: boolean;
}

/** A text without these has no bare mark. */
export const possibleMark = /[¹²³⁰⁴⁵⁶⁷⁸⁹†‡]|(?<![\\*])\\\*/;

/** A bare mark: raised digits, daggers, or escaped stars. */
export const bareMark = /^(?:[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}|[†‡]{1,3}|(?:\\\*){1,3})$/;

/**
 * Returns the manual footnotes of a paragraph: `<sup>1</sup>` or `¹` in running text is a marker, at the start of a paragraph (and of the lines of
 * such a paragraph) a note. Exponents (`m²`) come out as markers too: whether a marker counts is for others to judge.
 */
export function findManualFootnotes(
  paragraph: Paragraph,
  source: { readonly written: string },
): (FootnoteDefinition | FootnoteReference)[] {
  const markers = [...findMarkers(paragraph, source.written)];
  const paragraphEnd = paragraph.position?.end.offset ?? 0;
  const opensWithNote = markers[0] !== undefined && markers[0].range.start === paragraph.position?.start.offset;
  return markers.map((marker, index) => {
    const { notation, range, label, labelRange } = marker;
    const identifier = `${notation} ${label.replaceAll('\\', '')}`;
    if (!opensWithNote || !marker.startsLine)
      return { type: 'footnoteReference', notation, range, label, labelRange, identifier, isSupported: true };
    const next = markers.find((other, position) => position > index && other.startsLine);
    const end = next ? next.range.start : paragraphEnd;
    const contentRange = { start: range.end, end: findContentEnd(source.written, range.end, end) };
    return {
      type: 'footnoteDefinition',
      notation,
      range: { start: range.start, end: contentRange.end },
      label,
      labelRange,
      identifier,
      contentRange,
      isSupported: true,
    };
  });
}

/** Returns the end of a note's content without white space and `<br>` after it. */
function findContentEnd(text: string, start: number, end: number): number {
  for (let at = end; ;) {
    const textEnd = skipBackward(text, at, whiteSpace, start);
    if (textEnd === start || text[textEnd - 1] !== '>') return textEnd;
    const slash = textEnd - 1 > start && text[textEnd - 2] === '/' ? textEnd - 2 : textEnd - 1;
    const tag = skipBackward(text, slash, whiteSpace, start) - 3;
    if (tag < start || text.slice(tag, tag + 3).toLowerCase() !== '<br') return textEnd;
    at = tag;
  }
}

/**
 * Returns the occurrences without bare marks of a kind (digits, daggers, stars) of which none has both a note and a marker after a word or a
 * sentence: then they are exponents, or characters that mean something else.
 */
export function removeStrayMarks(occurrences: readonly Occurrence[], text: string): readonly Occurrence[] {
  const marks = occurrences.filter(isMark);
  if (marks.length === 0) return occurrences;
  const notes = new Set(marks.filter(({ type }) => type === 'footnoteDefinition').map(({ identifier }) => identifier));
  const paired = marks.filter(
    ({ type, identifier, range }) =>
      type === 'footnoteReference' &&
      notes.has(identifier) &&
      afterWords.test(text.slice(Math.max(0, range.start - 12), range.start)),
  );
  const kinds = new Set(paired.map(markKind));
  return occurrences.filter((occurrence) => !isMark(occurrence) || kinds.has(markKind(occurrence)));
}

const afterWords = /(?:\p{L}{3}|[.,;:!?)\]"”’])$/u;

function markKind({ label }: FootnoteDefinition | FootnoteReference): 'star' | 'dagger' | 'digit' {
  return label.startsWith('\\') ? 'star' : /[†‡]/.test(label) ? 'dagger' : 'digit';
}

function isMark(occurrence: Occurrence): occurrence is FootnoteDefinition | FootnoteReference {
  return 'notation' in occurrence && occurrence.notation === 'mark';
}

function* findMarkers(paragraph: Paragraph, written: string): Generator<Marker> {
  const { children } = paragraph;
  for (const [index, node] of children.entries()) {
    if (node.type === 'link' || node.type === 'linkReference') yield* findRaisedMarker(node.children, 0, written);
    if (node.type === 'text')
      yield* findBareMarks(
        { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 },
        paragraph.position?.start.offset,
        written,
      );
    for (const marker of findRaisedMarker(children, index, written))
      yield { ...marker, startsLine: index === 0 || startsLine(written, marker.range.start) };
  }
}

/** Finds the marker `<sup>1</sup>` that starts with a node; one in a link, `[<sup>1</sup>](#notes)`, starts no note. */
function* findRaisedMarker(nodes: readonly PhrasingContent[], index: number, written: string): Generator<Marker> {
  const [node, text, close] = nodes.slice(index, index + 3);
  if (
    node?.type !== 'html' ||
    !/^<sup>$/i.test(node.value) ||
    text?.type !== 'text' ||
    close?.type !== 'html' ||
    !/^<\/sup>$/i.test(close.value)
  )
    return;
  const label = /^\s*(\d{1,3}|[*†‡§¶]{1,3})\s*$/u.exec(text.value)?.[1];
  const start = node.position?.start.offset ?? 0;
  const labelStart = (text.position?.start.offset ?? 0) + text.value.indexOf(label ?? '');
  if (!label || written.slice(labelStart, labelStart + label.length) !== label) return;
  yield {
    notation: 'sup',
    range: { start, end: close.position?.end.offset ?? 0 },
    label,
    labelRange: { start: labelStart, end: labelStart + label.length },
    startsLine: false,
  };
}

const firstOfMark = /[¹²³⁰⁴⁵⁶⁷⁸⁹†‡\\]/g;
const mark = /[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}|[†‡]{1,3}|(?:\\\*){1,3}/y;
const continuesWord = /[\p{L}\p{N}*]/uy;

/** Returns marks after a character of the text or at the start of a line before one; not those in `<sup>`. */
function findMarks(text: string): Range[] {
  const found: Range[] = [];
  firstOfMark.lastIndex = 0;
  for (let match = firstOfMark.exec(text); match; match = firstOfMark.exec(text)) {
    const start = match.index;
    const end = findMarkEnd(text, start);
    if (end === undefined) continue;
    found.push({ start, end });
    firstOfMark.lastIndex = end;
  }
  return found;
}

/** Returns the end of the longest mark at an offset that may stand there. */
function findMarkEnd(text: string, start: number): number | undefined {
  mark.lastIndex = start;
  if (!mark.test(text)) return undefined;
  const step = text[start] === '\\' ? 2 : 1;
  const ends: number[] = [];
  for (let end = mark.lastIndex; end > start; end -= step) ends.push(end);
  const followsText = !/[\s>*\\(]/.test(text[start - 1] ?? 'a');
  const endAfterText = followsText ? ends.find((end) => !continues(text, end)) : undefined;
  const startsLine = lineTerminators.includes(text[skipBackward(text, start, blanks) - 1] ?? '\n');
  if (endAfterText !== undefined || !startsLine) return endAfterText;
  return ends.find((end) => end < text.length && text[end] !== '\n');
}

function continues(text: string, at: number): boolean {
  continuesWord.lastIndex = at;
  return continuesWord.test(text);
}

function* findBareMarks(range: Range, paragraphStart: number | undefined, written: string): Generator<Marker> {
  const text = written.slice(range.start, range.end);
  if (!possibleMark.test(text)) return;
  for (const found of findMarks(text)) {
    const own = shift(found, range.start);
    const { start } = own;
    const label = written.slice(start, own.end);
    const opensLine = start === paragraphStart || startsLine(written, start);
    if (skipBackward(text, found.start, blanks) === 0 && !opensLine && /[\s>*\\(]/.test(written[start - 1] ?? ' '))
      continue;
    yield { notation: 'mark', range: own, label, labelRange: own, startsLine: opensLine };
  }
}

function startsLine(written: string, start: number): boolean {
  return /(^|[\n\r])[ \t]*$/.test(written.slice(Math.max(0, start - 20), start));
}
