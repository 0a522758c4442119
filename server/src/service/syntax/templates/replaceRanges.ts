import type { Range } from '../../text/range.ts';

/** Returns the text with every UTF-16 code unit of the ranges but line breaks replaced by one character. */
export function replaceWith(text: string, ranges: readonly Range[], character: string): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    const replaced = text.slice(from, end);
    parts.push(text.slice(at, from));
    parts.push(/[\n\r]/.test(replaced) ? replaced.replace(/[^\n\r]/g, character) : character.repeat(replaced.length));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Returns the text with the ranges turned into white space. */
export function blankOut(text: string, ranges: readonly Range[]): string {
  return replaceWith(text, ranges, ' ');
}
