import type { Range } from '../../text/range.ts';
import { blanks, skipForward } from '../../text/scan.ts';
import type { Entry, Pair } from './index.ts';
import type { ParsedContent } from './parsedContent.ts';

/** Words before a colon that begin a comment in prose and no commented-out entry. */
const proseWords = new Set([
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

type Reader = (text: string, start: number, end: number) => ParsedContent;

/** What a format writes between key and value: `:` or `=`. */
export type Separator = ':' | '=';

/**
 * Returns the pairs of a content with the comments that belong to them, and the entries in comments. `reader` reads a
 * commented-out entry once its `#` is gone. Content `text.slice(range.start, range.end)`.
 */
export function toEntries(
  text: string,
  range: Range,
  pairs: readonly Pair[],
  separator: Separator,
  reader: Reader,
): Entry[] {
  const entries: Entry[] = [];
  let commentLines: string[] = [];
  let next = 0;
  for (let at = range.start; at < range.end;) {
    const end = findLineEnd(text, at, range.end);
    const pair = pairs[next];
    const lineLimit = findNextLine(text, end, range.end);
    if (pair && pair.keyRange.start < lineLimit) {
      const first = next;
      while (pairs[next] && pairs[next]!.keyRange.start < lineLimit) next += 1;
      entries.push(...toEntriesOfLine(text, pairs.slice(first, next), commentLines, separator));
      commentLines = [];
      at = findNextLine(text, Math.max(end, findPairEnd(pairs[next - 1]!)), range.end);
      continue;
    }
    const line = text.slice(at, end);
    if (!/^[ \t]*#/.test(line)) commentLines = [];
    else if (isCommentedOut(line, separator)) {
      const block = findCommentedBlock(text, at, range.end);
      entries.push(parseCommentedEntry(text, block, reader, commentLines));
      commentLines = [];
      at = findNextLine(text, block.end, range.end);
      continue;
    } else commentLines.push(line.replace(/^[ \t]*#+[ \t]?/, '').trim());
    at = lineLimit;
  }
  return entries;
}

function findPairEnd(pair: Pair): number {
  return Math.max(pair.keyRange.end, pair.valueRange.end);
}

/** The entries of the pairs that begin on one line: one, or the several of a JSON object written on a line. */
function toEntriesOfLine(
  text: string,
  pairs: readonly Pair[],
  commentLines: readonly string[],
  separator: Separator,
): Entry[] {
  return pairs.map((pair) => {
    const start = text.lastIndexOf('\n', pair.keyRange.start - 1) + 1;
    const comment =
      findTrailingComment(text, pair, separator) ?? (commentLines.filter((line) => line !== '').join(' ') || undefined);
    return {
      ...pair,
      range: { start, end: findLineEnd(text, findPairEnd(pair), text.length) },
      ...(comment !== undefined && { comment }),
      commented: false,
    };
  });
}

function findTrailingComment(text: string, { keyRange, valueRange }: Pair, separator: Separator): string | undefined {
  const afterValue = parseComment(text, valueRange.end);
  if (afterValue !== undefined) return afterValue || undefined;
  const quoteEnd = '"\''.includes(text[keyRange.end] ?? ' ') ? keyRange.end + 1 : keyRange.end;
  const separatorStart = skipForward(text, quoteEnd, blanks);
  return text[separatorStart] === separator ? parseComment(text, separatorStart + 1) || undefined : undefined;
}

/** Returns the words of a comment that follows blanks at an offset, up to the end of the line; undefined where none does. */
function parseComment(text: string, at: number): string | undefined {
  const end = findLineEnd(text, at, text.length);
  const mark = skipForward(text, at, blanks, end);
  if (mark === at || mark === end || text[mark] !== '#') return undefined;
  const words = text.slice(skipForward(text, mark, '#', end), end);
  return /^.*$/.test(words) ? words.trim() : undefined;
}

function isCommentedOut(line: string, separator: Separator): boolean {
  const match = (separator === ':' ? /^# ?([a-z][\w-]*):(?:[ \t]|$)/ : /^# ?([a-z][\w-]*)[ \t]*=[ \t]*\S/).exec(line);
  return match !== null && !proseWords.has(match[1]!.toLowerCase());
}

/** The lines of an entry in comments: the first and those below that are indented under it or are items of its list. */
function findCommentedBlock(text: string, at: number, limit: number): Range {
  const first = findLineEnd(text, at, limit);
  const margin = /^# ?/.exec(text.slice(at, first))![0];
  let end = first;
  for (let next = findNextLine(text, first, limit); next < limit; next = findNextLine(text, end, limit)) {
    const line = text.slice(next, findLineEnd(text, next, limit));
    if (!line.startsWith(margin) || !/^(?:[ \t]+\S|- )/.test(line.slice(margin.length))) break;
    end = next + line.length;
  }
  return { start: at, end };
}

function parseCommentedEntry(text: string, range: Range, reader: Reader, commentLines: readonly string[]): Entry {
  const margin = /^# ?/.exec(text.slice(range.start, range.end))![0];
  const content = text.slice(range.start, range.end).replace(margin === '#' ? /^#/gm : /^# /gm, '');
  const [pair] = reader(content, 0, content.length).pairs;
  const key = /^[\w-]+/.exec(content)![0];
  const keyStart = range.start + margin.length;
  const keyRange = { start: keyStart, end: keyStart + key.length };
  const written = /^[ \t]*[:=][ \t]*/.exec(text.slice(keyRange.end))![0];
  const isOneLine = pair && !content.includes('\n');
  const valueStart = isOneLine ? keyStart + pair.valueRange.start : keyRange.end + written.length;
  const valueEnd = isOneLine ? keyStart + pair.valueRange.end : range.end;
  const trailing = isOneLine
    ? findTrailingComment(
        text,
        { key, keyRange, value: null, valueRange: { start: valueStart, end: valueEnd } },
        written.includes('=') ? '=' : ':',
      )
    : undefined;
  const comment = trailing ?? (commentLines.filter((line) => line !== '').join(' ') || undefined);
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

function findLineEnd(text: string, at: number, limit: number): number {
  const lineBreak = text.indexOf('\n', at);
  const end = lineBreak < 0 || lineBreak > limit ? limit : lineBreak;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Returns the offset after the line break that follows an offset. */
function findNextLine(text: string, at: number, limit: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak < 0 || lineBreak >= limit ? limit : lineBreak + 1;
}
