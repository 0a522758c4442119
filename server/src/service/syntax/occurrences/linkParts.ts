import type { Range } from '../../text/range.ts';

interface LinkParts {
  readonly text: string;
  readonly urlRange: Range;
  /** As written, where a template stands in it; else undefined. */
  readonly url?: string;
}

/** Text and destination of an inline link, image or autolink whose whole range is known; undefined when it has neither. */
export function parseLink(
  source: { readonly written: string; readonly masked: string },
  range: Range,
  target: 'link' | 'image',
): LinkParts | undefined {
  const { masked, written } = source;
  if (masked[range.start] === '<') {
    const urlRange = { start: range.start + 1, end: range.end - 1 };
    return { text: written.slice(urlRange.start, urlRange.end), urlRange };
  }
  const open = range.start + (target === 'image' ? 1 : 0);
  const close = findClosingBracket(masked, open, range.end);
  if (masked[close + 1] !== '(') return undefined;
  let start = close + 2;
  while (/\s/.test(masked[start] ?? '')) start++;
  const end = findDestinationEnd(masked, start, range.end - 1);
  const urlRange = masked[start] === '<' ? { start: start + 1, end: end - 1 } : { start, end };
  const url = written.slice(urlRange.start, urlRange.end);
  const text = written.slice(open + 1, close);
  return masked.slice(urlRange.start, urlRange.end) === url ? { text, urlRange } : { text, urlRange, url };
}

/** The bracket that closes the one at `open`, code spans and escapes skipped. */
export function findClosingBracket(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '`') at = findCodeEnd(text, at, limit) - 1;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return limit;
}

function findCodeEnd(text: string, at: number, limit: number): number {
  let size = 1;
  while (text[at + size] === '`') size++;
  const fence = '`'.repeat(size);
  for (let close = text.indexOf(fence, at + size); close >= 0 && close < limit; close = text.indexOf(fence, close)) {
    let end = close + size;
    while (text[end] === '`') end++;
    if (end - close === size) return end;
    close = end;
  }
  return at + size;
}

function findDestinationEnd(text: string, start: number, limit: number): number {
  if (text[start] === '<') return Math.min(limit, text.indexOf('>', start) + 1);
  let depth = 0;
  let at = start;
  for (; at < limit && !/\s/.test(text[at]!); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth < 0) break;
  }
  return at;
}
