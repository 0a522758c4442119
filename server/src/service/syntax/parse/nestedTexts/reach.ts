import { skipForward, whiteSpace } from '../../../text/scan.ts';
import { findClosingBrace, isAt, maxBracesLength, maxTagLength, nextLine } from './patterns.ts';
import type { Cursor } from './tree.ts';

/**
 * Returns the offset up to which a text was looked at to read what stands from `start` to the cursor, where blank lines
 * have ended all blocks. The next line tells that. What is looked for further on is noted by who does (`Cursor.reach`),
 * but braces: they may be tried on every line.
 */
export function findReach({ text, at, reach, unclosed }: Cursor, start: number): number {
  if (unclosed.size > 0 || at >= text.length) return Infinity;
  let found = Math.max(reach, nextLine(text, at));
  for (let open = text.indexOf('{:', start); open >= 0 && open < at; open = text.indexOf('{:', open + 2))
    found = Math.max(found, findReachOfBraces(text, open));
  return found;
}

function findReachOfBraces(text: string, open: number): number {
  const close = findClosingBrace(text, open + 2);
  return close < 0 ? open + 2 + maxBracesLength : nextLine(text, close);
}

/** Returns the offset up to which a text is looked at to find out whether a block may end before a line. */
export function findReachOfBoundary(text: string, at: number): number {
  const first = skipForward(text, at, ' ', at + 3);
  return Math.max(nextLine(text, at), text.startsWith('{:', first) ? findReachOfBraces(text, first) : 0);
}

const tagStart = /<[\p{L}_]/uy;

/** Returns the offset up to which a text is looked at to find out that no tag opens at an offset. */
export function findReachOfTag(text: string, at: number): number {
  if (!isAt(tagStart, text, at)) return at + 3;
  return skipForward(text, nextLine(text, Math.min(text.length, at + maxTagLength)), whiteSpace) + 1;
}

/** Notes that a text was looked at up to an offset. */
export function noteReach(cursor: Cursor, end: number): void {
  cursor.reach = Math.max(cursor.reach, end);
}
