import type { Range } from '../../text/range.ts';

/** The `]` that closes the bracket at `open`; brackets in labels are escaped. */
export function findLabelEnd(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== ']') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** The `[` that opens the label which ends before `close`. */
export function findLabelStart(text: string, close: number): number {
  for (let at = close - 1; at >= 0; at--) {
    if (text[at] !== '[') continue;
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return 0;
}

/** The destination of a definition that begins after `from`, with its angle brackets. */
export function findDestination(text: string, from: number): Range {
  let start = from;
  while (start < text.length && /\s/.test(text[start]!)) start++;
  let end = start;
  if (text[start] === '<') end = text.indexOf('>', start) + 1;
  else while (end < text.length && !/\s/.test(text[end]!)) end++;
  return { start, end };
}
