import type { Range } from '../../text/range.ts';

/** Ranges above which a text is replaced code unit by code unit: fast for any number of them, and slower for a few. */
const manyRanges = 500;

/** Returns the text with every UTF-16 code unit of the ranges but line breaks replaced by one character. Linear in the text. */
export function replaceWith(text: string, ranges: readonly Range[], character: string): string {
  if (ranges.length === 0) return text;
  if (ranges.length > manyRanges) return replaceCodeUnits(text, ranges, character.charCodeAt(0));
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

/** UTF-16 code units that are made a string at a time: they are arguments of a call. */
const partLength = 8192;

function replaceCodeUnits(text: string, ranges: readonly Range[], replacement: number): string {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < codes.length; at++) codes[at] = text.charCodeAt(at);
  for (const { start, end } of ranges) {
    const last = Math.min(end, codes.length);
    for (let at = start; at < last; at++)
      if (codes[at] !== lineFeed && codes[at] !== carriageReturn) codes[at] = replacement;
  }
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += partLength)
    parts.push(String.fromCharCode(...codes.subarray(at, at + partLength)));
  return parts.join('');
}

const lineFeed = 10;
const carriageReturn = 13;

/** Returns the text with the ranges turned into white space. */
export function blankOut(text: string, ranges: readonly Range[]): string {
  return replaceWith(text, ranges, ' ');
}
