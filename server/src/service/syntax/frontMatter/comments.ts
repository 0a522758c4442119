import type { Range } from '../../text/range.ts';
import type { Entry, Pair } from './index.ts';
import type { Reading } from './reading.ts';

/** Words before a colon that begin a comment in prose and no commented-out entry. */
const remarks = new Set([
  'todo',
  'fixme',
  'note',
  'nb',
  'ps',
  'hint',
  'see',
  'example',
  'examples',
  'e.g',
  'i.e',
  'optional',
  'required',
  'warning',
  'http',
  'https',
]);

type Reader = (text: string, start: number, end: number) => Reading;

/** What a format writes between key and value: `:` or `=`. */
export type Separator = ':' | '=';

/**
 * Returns the pairs of a content with the comments that belong to them, and the entries in comments. `reader` reads a
 * commented-out entry once its `#` is gone. Content `text.slice(range.start, range.end)`.
 */
export function withComments(
  text: string,
  range: Range,
  pairs: readonly Pair[],
  separator: Separator,
  reader: Reader,
): Entry[] {
  const entries: Entry[] = [];
  let remark: string[] = [];
  let next = 0;
  for (let at = range.start; at < range.end;) {
    const end = lineEnd(text, at, range.end);
    const pair = pairs[next];
    if (pair && pair.keyRange.start < nextLine(text, end, range.end)) {
      const found = entriesOf(text, pairs.slice(next), remark, separator);
      entries.push(...found);
      next += found.length;
      remark = [];
      at = nextLine(text, Math.max(end, spanEnd(pairs[next - 1]!)), range.end);
      continue;
    }
    const line = text.slice(at, end);
    if (!/^[ \t]*#/.test(line)) remark = [];
    else if (isCommentedOut(line, separator)) {
      const block = commentedBlock(text, at, range.end);
      entries.push(commentedEntry(text, block, reader, remark));
      remark = [];
      at = nextLine(text, block.end, range.end);
      continue;
    } else remark.push(line.replace(/^[ \t]*#+[ \t]?/, '').trim());
    at = nextLine(text, end, range.end);
  }
  return entries;
}

function spanEnd(pair: Pair): number {
  return Math.max(pair.keyRange.end, pair.valueRange.end);
}

/** The first pairs, those that begin on one line: one, or the several of a JSON object written on a line. */
function entriesOf(text: string, pairs: readonly Pair[], remark: readonly string[], separator: Separator): Entry[] {
  const found: Entry[] = [];
  const limit = nextLine(text, pairs[0]!.keyRange.start, text.length);
  for (const pair of pairs) {
    if (pair.keyRange.start >= limit) break;
    const start = text.lastIndexOf('\n', pair.keyRange.start - 1) + 1;
    const comment = besideKey(text, pair, separator) ?? (remark.filter((line) => line !== '').join(' ') || undefined);
    found.push({
      ...pair,
      range: { start, end: lineEnd(text, spanEnd(pair), text.length) },
      ...(comment !== undefined && { comment }),
      commented: false,
    });
  }
  return found;
}

function besideKey(text: string, { keyRange, valueRange }: Pair, separator: Separator): string | undefined {
  const behindValue = /^[ \t]+#+[ \t]?(.*)$/.exec(
    text.slice(valueRange.end, lineEnd(text, valueRange.end, text.length)),
  );
  const behindKey =
    behindValue ??
    /^["']?[ \t]*([:=])[ \t]+#+[ \t]?(.*)$/.exec(text.slice(keyRange.end, lineEnd(text, keyRange.end, text.length)));
  if (!behindKey || (behindKey.length > 2 && behindKey[1] !== separator)) return undefined;
  return behindKey.at(-1)!.trim() || undefined;
}

function isCommentedOut(line: string, separator: Separator): boolean {
  const match = (separator === ':' ? /^# ?([a-z][\w-]*):(?:[ \t]|$)/ : /^# ?([a-z][\w-]*)[ \t]*=[ \t]*\S/).exec(line);
  return match !== null && !remarks.has(match[1]!.toLowerCase());
}

/** The lines of an entry in comments: the first and those below that are indented under it or are items of its list. */
function commentedBlock(text: string, at: number, limit: number): Range {
  const first = lineEnd(text, at, limit);
  const margin = /^# ?/.exec(text.slice(at, first))![0];
  let end = first;
  for (let next = nextLine(text, first, limit); next < limit; next = nextLine(text, end, limit)) {
    const line = text.slice(next, lineEnd(text, next, limit));
    if (!line.startsWith(margin) || !/^(?:[ \t]+\S|- )/.test(line.slice(margin.length))) break;
    end = next + line.length;
  }
  return { start: at, end };
}

function commentedEntry(text: string, range: Range, reader: Reader, remark: readonly string[]): Entry {
  const margin = /^# ?/.exec(text.slice(range.start, range.end))![0];
  const bare = text.slice(range.start, range.end).replace(new RegExp(`^${margin}`, 'gm'), '');
  const [pair] = reader(bare, 0, bare.length).pairs;
  const key = /^[\w-]+/.exec(bare)![0];
  const keyStart = range.start + margin.length;
  const keyRange = { start: keyStart, end: keyStart + key.length };
  const written = /^[ \t]*[:=][ \t]*/.exec(text.slice(keyRange.end))![0];
  const isOneLine = pair && !bare.includes('\n');
  const valueStart = isOneLine ? keyStart + pair.valueRange.start : keyRange.end + written.length;
  const valueEnd = isOneLine ? keyStart + pair.valueRange.end : range.end;
  const beside = isOneLine
    ? besideKey(
        text,
        { key, keyRange, value: null, valueRange: { start: valueStart, end: valueEnd } },
        written.includes('=') ? '=' : ':',
      )
    : undefined;
  const comment = beside ?? (remark.filter((line) => line !== '').join(' ') || undefined);
  return {
    key,
    keyRange,
    value: pair?.value ?? null,
    valueRange: { start: Math.min(valueStart, valueEnd), end: valueEnd },
    range,
    ...(comment !== undefined && { comment }),
    commented: true,
  };
}

function lineEnd(text: string, at: number, limit: number): number {
  const lineBreak = text.indexOf('\n', at);
  const end = lineBreak < 0 || lineBreak > limit ? limit : lineBreak;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Returns the offset after the line break that follows an offset. */
function nextLine(text: string, at: number, limit: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak < 0 || lineBreak >= limit ? limit : lineBreak + 1;
}
