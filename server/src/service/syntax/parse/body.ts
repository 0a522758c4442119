import type { Dialect } from '../../dialects/dialect.ts';
import { commonEnd, commonStart } from '../../text/common.ts';
import { contains, overlaps, shift } from '../../text/range.ts';
import type { Range } from '../../text/range.ts';
import type { Defined } from './assumeDefined.ts';
import { cuts } from './chunks.ts';
import type { Collected, Source } from './collect.ts';
import { collect, rangeOf } from './collect.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { everything, parserOf } from './parser.ts';
import { readPlainPiece } from './fastPath.ts';

/**
 * The body of a post, parsed chunk by chunk. References depend on definitions anywhere in the post, so each chunk is
 * parsed as if every label were defined, which yields candidates; where one of them is not defined after all, the chunk
 * is parsed again strictly and the strict result decides what the candidates stand in (`[see [1]](url)` is one link).
 */
export interface Body {
  readonly source: Source;
  readonly occurrences: readonly Occurrence[];
  /** In the order of the text, for the next version of the post. */
  readonly pieces: readonly Piece[];
}

/** A stretch of a body that can be parsed by itself, at its place. */
interface Piece extends Source {
  readonly start: number;
  readonly chunk: Chunk;
  /** What was found in it, with offsets into the body: typing leaves most chunks where they are. */
  placed?: {
    readonly start: number;
    readonly found: readonly Collected[];
    readonly occurrences: readonly Occurrence[];
  };
}

/** What was found in a chunk; offsets from its start. */
interface Chunk {
  /** Whether all blocks had ended with the chunk, so that the next line starts a new one. */
  readonly closed: boolean;
  readonly candidates: readonly Collected[];
  /** The last strict result, by the labels that were missing. */
  strict?: { readonly key: string; readonly found: readonly Collected[] };
}

/** A word that no construct but a paragraph can hold at this place: where it ends up shows whether the chunk is closed. */
const sentinel = 'galley';

/**
 * Parses a body; chunks that `previous` has already are not parsed again. Offsets are those of `source`, and `starts` are
 * the offsets at which it may be cut.
 */
export function readBody(
  source: Source,
  dialect: Dialect,
  previous?: Body,
  starts = cuts(source.neutral, dialect),
): Body {
  const known = previous && new KnownPieces(previous, source);
  const pieces = place(
    source,
    starts,
    (start, isCut) => known?.at(start, isCut),
    (piece) => readChunk(piece, dialect),
  );
  const defined = definedBy(pieces);
  const occurrences: Occurrence[] = [];
  for (const piece of pieces)
    for (const occurrence of placed(piece, settle(piece, dialect, defined))) occurrences.push(occurrence);
  return { source, occurrences, pieces };
}

function placed(piece: Piece, found: readonly Collected[]): readonly Occurrence[] {
  const { start } = piece;
  if (piece.placed?.start !== start || piece.placed.found !== found) {
    piece.placed = { start, found, occurrences: found.map(({ occurrence }) => moved(occurrence, start)) };
  }
  return piece.placed.occurrences;
}

/** Chunks of the previous version: before an edit they are at the same place, after it as far away as the text grew. */
class KnownPieces {
  private readonly byStart: ReadonlyMap<number, Piece>;
  private readonly length: number;
  private readonly growth: number;
  /** How many UTF-16 code units the two versions have in common at their starts and ends. */
  private readonly sameStart: number;
  private readonly sameEnd: number;

  constructor({ pieces, source: before }: Body, { neutral, written }: Source) {
    this.byStart = new Map(pieces.map((piece) => [piece.start, piece]));
    this.length = neutral.length;
    this.growth = neutral.length - before.neutral.length;
    this.sameStart = Math.min(commonStart(neutral, before.neutral), commonStart(written, before.written));
    this.sameEnd = Math.min(commonEnd(neutral, before.neutral), commonEnd(written, before.written));
  }

  /** Returns the chunk with the same text at `start`; its end is checked by `isCut`. */
  at(start: number, isCut: (end: number) => boolean): Piece | undefined {
    const inPlace = this.byStart.get(start);
    if (inPlace && start + inPlace.neutral.length <= this.sameStart && this.isWhole(inPlace, start, isCut))
      return inPlace;
    const elsewhere = start >= this.length - this.sameEnd ? this.byStart.get(start - this.growth) : undefined;
    return elsewhere && this.isWhole(elsewhere, start, isCut) ? { ...elsewhere, start } : undefined;
  }

  private isWhole({ neutral, chunk }: Piece, start: number, isCut: (end: number) => boolean): boolean {
    const end = start + neutral.length;
    return neutral !== '' && (end === this.length || (chunk.closed && isCut(end)));
  }
}

/** Cuts the source into closed chunks; an open one is extended by twice as many of its followers each time, so that the work stays linear. */
function place(
  source: Source,
  starts: readonly number[],
  find: (start: number, isCut: (end: number) => boolean) => Piece | undefined,
  read: (piece: Source) => Chunk,
): Piece[] {
  const pieces: Piece[] = [];
  const isStart = new Set(starts);
  for (let index = 0; index < starts.length;) {
    const start = starts[index]!;
    const known = find(start, (end) => isStart.has(end));
    const piece = known ?? takeIn(source, starts, index, read);
    pieces.push(piece);
    const end = start + piece.neutral.length;
    while (index < starts.length && starts[index]! < end) index++;
    if (end === start) index++;
  }
  return pieces;
}

function takeIn(source: Source, starts: readonly number[], index: number, read: (piece: Source) => Chunk): Piece {
  const start = starts[index]!;
  for (let taken = 1; ; taken *= 2) {
    const end = starts[index + taken] ?? source.neutral.length;
    const piece = { written: source.written.slice(start, end), neutral: source.neutral.slice(start, end) };
    const chunk = read(piece);
    if (chunk.closed || end === source.neutral.length) return { ...piece, start, chunk };
  }
}

/** What every occurrence and every block that outlives a blank line is made of: brackets, HTML, code, marks, headings. */
const mayHold = /[[<`¹²³⁰⁴⁵⁶⁷⁸⁹†‡]|(?<![\\*])\\\*|~~~|^[ >]*(\t| {4})|^[ \t>]*#|^[ \t>]*(=+|-+)[ \t\r]*$/m;
const nothing: Chunk = { closed: true, candidates: [] };

function readChunk(piece: Source, dialect: Dialect): Chunk {
  const text = piece.neutral;
  if (!mayHold.test(text)) return nothing;
  const plain = readPlainPiece(text, dialect);
  if (plain) return { closed: true, candidates: collect(plain, piece, dialect) };
  const root = parserOf(dialect)(`${text}\n\n${sentinel}`, everything);
  const last = root.children.at(-1);
  const closed = last?.type === 'paragraph' && rangeOf(last).start === text.length + 2;
  if (closed) root.children.pop();
  const candidates = collect(root, piece, dialect);
  return {
    closed,
    candidates: closed ? candidates : candidates.map((candidate) => withoutSentinel(candidate, text.length)),
  };
}

/** Cuts the sentinel off an open fence or HTML block. */
function withoutSentinel(candidate: Collected, end: number): Collected {
  const { occurrence } = candidate;
  return occurrence.range.end <= end
    ? candidate
    : { ...candidate, occurrence: { ...occurrence, range: { start: occurrence.range.start, end } } };
}

function definedBy(pieces: readonly Piece[]): {
  readonly links: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
} {
  const links = new Set<string>();
  const footnotes = new Set<string>();
  for (const { chunk } of pieces) {
    for (const { occurrence, lookUp } of chunk.candidates) {
      if (lookUp === undefined) continue;
      if (occurrence.type === 'definition') links.add(lookUp);
      else if (occurrence.type === 'footnoteDefinition') footnotes.add(lookUp);
    }
  }
  return { links, footnotes };
}

type DefinedLabels = ReturnType<typeof definedBy>;

/** Returns the occurrences of a chunk, given what the whole post defines. */
function settle(piece: Piece, dialect: Dialect, labels: DefinedLabels): readonly Collected[] {
  const { chunk } = piece;
  const missing = chunk.candidates.filter((candidate) => isMissing(candidate, labels));
  if (
    standAlone(
      piece.neutral,
      missing.map(({ occurrence }) => occurrence.range),
    )
  )
    return chunk.candidates;
  const key = JSON.stringify(missing.map(({ lookUp, occurrence }) => [occurrence.range.start, lookUp]));
  if (chunk.strict?.key !== key) chunk.strict = { key, found: readStrictly(piece, dialect, missing, labels) };
  return chunk.strict.found;
}

/**
 * Whether all of some brackets, in the order of the text, touch no others: none is open around them, none is inside, and
 * nothing follows that would make them part of something else; what starts with a caret may be a footnote or a label.
 * Being text instead of a link then changes nothing around them. Linear in the text.
 */
function standAlone(text: string, ranges: readonly Range[]): boolean {
  let depth = 0;
  let at = 0;
  for (const { start, end } of ranges) {
    for (; at < start; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 92) at++;
      else if (unit === 91) depth++;
      else if (unit === 93 && depth > 0) depth--;
    }
    if (
      depth > 0 ||
      !/^!?\[[^^[\]\\][^[\]\\]*\](\[([^^[\]\\][^[\]\\]*)?\])?$/.test(text.slice(start, end)) ||
      /[[(]/.test(text[end] ?? '') ||
      text[start - 1] === ']'
    )
      return false;
  }
  return true;
}

function isMissing({ occurrence, lookUp }: Collected, labels: DefinedLabels): boolean {
  if (lookUp === undefined) return false;
  if (occurrence.type === 'reference') return !labels.links.has(lookUp);
  return occurrence.type === 'footnoteReference' && !labels.footnotes.has(lookUp);
}

function readStrictly(
  piece: Source,
  dialect: Dialect,
  missing: readonly Collected[],
  labels: DefinedLabels,
): readonly Collected[] {
  const defined: Defined = {
    link: (identifier) => labels.links.has(identifier),
    footnote: (identifier) => labels.footnotes.has(identifier),
  };
  const strict = collect(parserOf(dialect)(piece.neutral, defined), piece, dialect);
  const links = strict
    .map(({ occurrence }) => occurrence)
    .filter((occurrence) => occurrence.type === 'link' || occurrence.type === 'reference');
  const standing = missing.filter(({ occurrence }) => !links.some((link) => swallows(link.range, occurrence)));
  return [
    ...strict.filter(({ occurrence }) => !standing.some((other) => isTextOf(occurrence, other.occurrence))),
    ...standing,
  ].sort((a, b) => a.occurrence.range.start - b.occurrence.range.start);
}

/** Whether a link is lost as the text of `[text] [label]`, whose label is not defined. */
function isTextOf(link: Occurrence, candidate: Occurrence): boolean {
  return candidate.type === 'reference' && candidate.isSpaced && link.range.start === candidate.range.start;
}

/** Whether a candidate is no mistake because a real link takes up its brackets: all of a shortcut, part of any form, or the label of a spaced one. */
function swallows(link: Range, candidate: Occurrence): boolean {
  const { range } = candidate;
  if (!overlaps(link, range)) return false;
  if (contains(range, link)) return candidate.type === 'reference' && candidate.isSpaced && link.start > range.start;
  return !contains(link, range) || (candidate.type === 'reference' && candidate.form === 'shortcut');
}

function moved(occurrence: Occurrence, by: number): Occurrence {
  if (by === 0) return occurrence;
  const range = shift(occurrence.range, by);
  switch (occurrence.type) {
    case 'definition':
      return {
        ...occurrence,
        range,
        labelRange: shift(occurrence.labelRange, by),
        destinationRange: shift(occurrence.destinationRange, by),
      };
    case 'footnoteDefinition':
      return {
        ...occurrence,
        range,
        labelRange: shift(occurrence.labelRange, by),
        contentRange: shift(occurrence.contentRange, by),
      };
    case 'reference':
    case 'footnoteReference':
      return { ...occurrence, range, labelRange: shift(occurrence.labelRange, by) };
    case 'link':
      return { ...occurrence, range, urlRange: shift(occurrence.urlRange, by) };
    case 'heading':
    case 'code':
      return { ...occurrence, range };
  }
}
