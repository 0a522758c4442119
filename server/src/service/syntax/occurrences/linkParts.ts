import type { Range } from '../../text/range.ts';

interface LinkParts {
  readonly text: string;
  readonly urlRange: Range;
  /** As written, where a template stands in it; else undefined. */
  readonly url?: string;
}

/** Text and destination of an inline link, image or autolink whose whole range is known; undefined when it has neither. */
export function linkParts(
  source: { readonly written: string; readonly neutral: string },
  range: Range,
  target: 'link' | 'image',
): LinkParts | undefined {
  const { neutral, written } = source;
  if (neutral[range.start] === '<') {
    const urlRange = { start: range.start + 1, end: range.end - 1 };
    return { text: written.slice(urlRange.start, urlRange.end), urlRange };
  }
  const open = range.start + (target === 'image' ? 1 : 0);
  const close = closing(neutral, open, range.end);
  if (neutral[close + 1] !== '(') return undefined;
  let start = close + 2;
  while (/\s/.test(neutral[start] ?? '')) start++;
  const end = destinationEnd(neutral, start, range.end - 1);
  const urlRange = neutral[start] === '<' ? { start: start + 1, end: end - 1 } : { start, end };
  const url = written.slice(urlRange.start, urlRange.end);
  const text = written.slice(open + 1, close);
  return neutral.slice(urlRange.start, urlRange.end) === url ? { text, urlRange } : { text, urlRange, url };
}

/** The bracket that closes the one at `open`, code spans and escapes skipped. */
export function closing(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const unit = text[at];
    if (unit === '\\') at++;
    else if (unit === '`') at = afterCode(text, at, limit) - 1;
    else if (unit === '[') depth++;
    else if (unit === ']' && --depth === 0) return at;
  }
  return limit;
}

function afterCode(text: string, at: number, limit: number): number {
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

function destinationEnd(text: string, start: number, limit: number): number {
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
