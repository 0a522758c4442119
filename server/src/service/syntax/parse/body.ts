import type { Dialect } from '../../dialects/dialect.ts';
import { foldLabel } from '../../dialects/shared/labels.ts';
import { contains, overlaps } from '../../text/range.ts';
import type { Range } from '../../text/range.ts';
import type { DefinedLabels } from './assumeDefined.ts';
import { findCuts } from './chunks.ts';
import type { Body, Chunk, ParsedChunk } from './chunk.ts';
import { compareSources, PreviousChunks } from './chunk.ts';
import type { KeyedOccurrence, Source } from './keyedOccurrence.ts';
import { collect } from './collect.ts';
import { possibleMark } from '../occurrences/manualFootnotes.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { shiftOccurrence } from '../occurrences/shiftOccurrence.ts';
import { allLabels, parserOf } from './parser.ts';
import { parseFastPath } from './fastPath.ts';
import { parseLeaf } from './parseLeaf.ts';
import { extendUntilWhole, parseWithSentinel } from './closedChunk.ts';
import { exceedsWorkBudget } from './workBudget.ts';
import type { Steps } from '../../text/steps.ts';
import { finish } from '../../text/steps.ts';

/**
 * Parses a body; chunks that `previous` has already are not parsed again. Offsets are those of `source`, and `starts` are
 * the offsets at which it may be cut.
 */
export function parseBody(
  source: Source,
  dialect: Dialect,
  previous?: Body,
  starts = findCuts(source.masked, dialect),
): Body {
  return finish(parseBodyInSteps(source, dialect, previous, starts));
}

/** Parses as `parseBody` does, in steps of one chunk. */
export function* parseBodyInSteps(
  source: Source,
  dialect: Dialect,
  previous?: Body,
  starts = findCuts(source.masked, dialect),
): Steps<Body> {
  const previousChunks = previous && new PreviousChunks(previous.chunks, compareSources(previous.source, source));
  yield;
  const chunks = yield* cutIntoChunks(
    source,
    starts,
    (start, isCut) => previousChunks?.findAt(start, isCut),
    (piece) => parseChunk(piece, dialect),
  );
  return yield* resolveChunks(source, chunks, dialect);
}

/** Decides what candidates are, by all that the post defines. */
export function* resolveChunks(source: Source, chunks: readonly Chunk[], dialect: Dialect): Steps<Body> {
  const defined = collectLabels(chunks, dialect);
  const occurrences: Occurrence[] = [];
  for (const piece of chunks) {
    for (const occurrence of toOccurrences(piece, resolveCandidates(piece, dialect, defined)))
      occurrences.push(occurrence);
    yield;
  }
  const unread = chunks.find(({ parsed }) => parsed.isUnread);
  return {
    source,
    occurrences,
    chunks,
    unread: unread && { start: unread.start, end: unread.start + unread.masked.length },
  };
}

function toOccurrences(chunk: Chunk, found: readonly KeyedOccurrence[]): readonly Occurrence[] {
  const { start } = chunk;
  if (chunk.cached?.start !== start || chunk.cached.found !== found) {
    chunk.cached = { start, found, occurrences: found.map(({ occurrence }) => shiftOccurrence(occurrence, start)) };
  }
  return chunk.cached.occurrences;
}

/** Cuts the source into closed chunks. */
function* cutIntoChunks(
  source: Source,
  starts: readonly number[],
  find: (start: number, isCut: (end: number) => boolean) => Chunk | undefined,
  read: (chunk: Source) => ParsedChunk,
): Steps<Chunk[]> {
  const chunks: Chunk[] = [];
  const isStart = new Set(starts);
  for (let index = 0; index < starts.length;) {
    const start = starts[index]!;
    const reused = find(start, (end) => isStart.has(end));
    const piece = reused ?? (yield* parseClosedChunk(source, starts, index, read));
    chunks.push(piece);
    const end = start + piece.masked.length;
    while (index < starts.length && starts[index]! < end) index++;
    if (end === start) index++;
    yield;
  }
  return chunks;
}

function* parseClosedChunk(
  source: Source,
  starts: readonly number[],
  index: number,
  read: (part: Source) => ParsedChunk,
): Steps<Chunk> {
  const { length } = source.masked;
  let isExtended = false;
  const { part } = yield* extendUntilWhole(
    { starts, length },
    index,
    (start, end): Chunk => {
      const piece = { written: source.written.slice(start, end), masked: source.masked.slice(start, end) };
      const parsed = read(piece);
      const isOpen = isExtended && parsed.isUnread;
      isExtended = true;
      return { ...piece, start, parsed: isOpen ? { ...parsed, closed: false } : parsed };
    },
    ({ parsed }) => parsed.closed,
  );
  return part;
}

/** What every occurrence and every block that outlives a blank line is made of: brackets, HTML, code, marks, headings. */
const mayHold = [/[[<`]|~~~|^[ \t>]*#/m, /^[ \t>]*(?:=+|-+)[ \t\r]*$/m, /^[ >]*(?:\t| {4})/m, possibleMark];
const emptyChunk: ParsedChunk = { closed: true, candidates: [] };
const unreadChunk: ParsedChunk = { ...emptyChunk, isUnread: true };

function parseChunk(source: Source, dialect: Dialect): ParsedChunk {
  const text = source.masked;
  if (!mayHold.some((pattern) => pattern.test(text))) return emptyChunk;
  const simple = parseFastPath(text, dialect);
  if (simple) return { closed: true, candidates: collect(simple, source, dialect) };
  if (exceedsWorkBudget(text)) return unreadChunk;
  const { root, closed } = parseWithSentinel(text, parserOf(dialect), allLabels);
  const candidates = collect(root, source, dialect);
  return {
    closed,
    candidates: closed ? candidates : candidates.map((candidate) => removeSentinel(candidate, text.length)),
  };
}

/** Cuts the sentinel off an open fence or HTML block. */
function removeSentinel(candidate: KeyedOccurrence, end: number): KeyedOccurrence {
  const { occurrence } = candidate;
  return occurrence.range.end <= end
    ? candidate
    : { ...candidate, occurrence: { ...occurrence, range: { start: occurrence.range.start, end } } };
}

function collectLabels(
  chunks: readonly Chunk[],
  dialect: Dialect,
): {
  readonly links: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
} {
  const links = new Set(dialect.links.predefined.map(foldLabel));
  const footnotes = new Set<string>();
  for (const { parsed } of chunks) {
    for (const { occurrence, key } of parsed.candidates) {
      if (key === undefined) continue;
      if (occurrence.type === 'definition') links.add(key);
      else if (occurrence.type === 'footnoteDefinition') footnotes.add(key);
    }
  }
  return { links, footnotes };
}

type LabelSets = ReturnType<typeof collectLabels>;

/** Returns the occurrences of a chunk, given what the whole post defines. */
function resolveCandidates(chunk: Chunk, dialect: Dialect, labels: LabelSets): readonly KeyedOccurrence[] {
  const { parsed } = chunk;
  const candidates = splitPairs(parsed.candidates, labels);
  const missing = candidates.filter((candidate) => isMissing(candidate, labels));
  if (
    areIsolated(
      chunk.masked,
      missing.map(({ occurrence }) => occurrence.range),
    ) ||
    exceedsWorkBudget(chunk.masked)
  )
    return candidates;
  const key = JSON.stringify(missing.map(({ key, occurrence }) => [occurrence.range.start, key]));
  if (parsed.strict?.key !== key) parsed.strict = { key, found: parseStrictly(chunk, dialect, missing, labels) };
  return parsed.strict.found;
}

/** Returns candidates with the parts of those pairs that are no reference together. */
function splitPairs(candidates: readonly KeyedOccurrence[], labels: LabelSets): readonly KeyedOccurrence[] {
  return candidates.some(({ parts }) => parts)
    ? candidates.flatMap((each) => (each.parts && isMissing(each, labels) ? each.parts : [each]))
    : candidates;
}

/**
 * Whether all of some brackets, in the order of the text, touch no others: none is open around them, none is inside, and
 * nothing follows that would make them part of something else; what starts with a caret may be a footnote or a label.
 * Being text instead of a link then changes nothing around them. Linear in the text.
 */
function areIsolated(text: string, ranges: readonly Range[]): boolean {
  let depth = 0;
  let at = 0;
  for (const { start, end } of ranges) {
    for (; at < start; at++) {
      const code = text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === 91) depth++;
      else if (code === 93 && depth > 0) depth--;
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

function isMissing({ occurrence, key }: KeyedOccurrence, labels: LabelSets): boolean {
  if (key === undefined) return false;
  if (occurrence.type === 'reference') return !labels.links.has(key);
  return occurrence.type === 'footnoteReference' && !labels.footnotes.has(key);
}

function parseStrictly(
  source: Chunk,
  dialect: Dialect,
  missing: readonly KeyedOccurrence[],
  labels: LabelSets,
): readonly KeyedOccurrence[] {
  const defined: DefinedLabels = {
    link: (identifier) => labels.links.has(identifier),
    footnote: (identifier) => labels.footnotes.has(identifier),
  };
  const strict = source.leaf
    ? parseLeaf(source, source.leaf, dialect, defined)
    : collect(parserOf(dialect)(source.masked, defined), source, dialect);
  const found = strict.map(({ occurrence }) => occurrence);
  const unresolved = missing.filter(({ occurrence }) => !found.some((other) => explains(other, occurrence)));
  return [
    ...strict.filter(({ occurrence }) => !unresolved.some((other) => isTextOf(occurrence, other.occurrence))),
    ...unresolved,
  ].sort((a, b) => a.occurrence.range.start - b.occurrence.range.start);
}

/** Whether a link is lost as the text of `[text] [label]`, whose label is not defined. */
function isTextOf(link: Occurrence, candidate: Occurrence): boolean {
  return candidate.type === 'reference' && candidate.isSpaced && link.range.start === candidate.range.start;
}

/** Whether a candidate is no mistake of its own: what the engine reads takes up its brackets, or is the same. */
function explains(found: Occurrence, candidate: Occurrence): boolean {
  if (found.type === 'link' || found.type === 'reference') return consumesBrackets(found.range, candidate);
  if (found.type !== 'footnoteReference' || found.range.end !== candidate.range.end) return false;
  return found.range.start === candidate.range.start || (candidate.type === 'reference' && candidate.form === 'full');
}

/**
 * Whether a link takes up the brackets of a candidate: all of a shortcut, those of its own text, part of any form, or the
 * label of a spaced one.
 */
function consumesBrackets(link: Range, candidate: Occurrence): boolean {
  const { range } = candidate;
  if (!overlaps(link, range)) return false;
  if (link.start === range.start && link.end > range.end) return true;
  if (contains(range, link)) return candidate.type === 'reference' && candidate.isSpaced && link.start > range.start;
  return !contains(link, range) || (candidate.type === 'reference' && candidate.form === 'shortcut');
}
