import type { Range } from './range.ts';

/**
 * Scans that stand in for patterns which would look at the same characters again and again, such as `[ \t]+$`. Offsets
 * count UTF-16 code units; `characters` are those to pass over, each a code unit. All are linear in what they pass over.
 */

/** What parts words on a line. */
export const blanks = ' \t';

/** Digits of ASCII. */
export const digits = '0123456789';

/** What ends a line to `^`, `$` and `.`. */
export const lineTerminators = '\n\r\u2028\u2029';

/** What `\s` matches. */
export const whiteSpace =
  ' \t\n\r\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Returns the offset of the first character from `at` on that is none of `characters`, or `limit`. */
export function skipForward(text: string, at: number, characters: string, limit = text.length): number {
  let end = at;
  while (end < limit && characters.includes(text[end]!)) end++;
  return end;
}

/** Returns the offset after the last character before `end` that is none of `characters`, or `limit`. */
export function skipBackward(text: string, end: number, characters: string, limit = 0): number {
  let start = end;
  while (start > limit && characters.includes(text[start - 1]!)) start--;
  return start;
}

/** Returns a text without those of `characters` at its end. */
export function trimEnd(text: string, characters: string): string {
  return text.slice(0, skipBackward(text, text.length, characters));
}

/** Returns the offset of the first `\n` from `at` on, or the end of the text. */
export function findLineEnd(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak < 0 ? text.length : lineBreak;
}

/** Returns the offset at which the line of an offset starts; lines end with `\n`. */
export function findLineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Whether a text has nothing at `at`, or one of `characters`. */
export function isEndOrOneOf(text: string, at: number, characters: string): boolean {
  return at >= text.length || characters.includes(text[at]!);
}

/** Returns the end of what the line of an offset holds, before its blanks and its line break, but not before `at`. */
export function findContentEnd(text: string, at: number): number {
  const lineEnd = findLineEnd(text, at);
  const isCrLf = lineEnd < text.length && lineEnd > at && text[lineEnd - 1] === '\r';
  return skipBackward(text, isCrLf ? lineEnd - 1 : lineEnd, blanks, at);
}

/** Returns a text without those of `characters` at its start and its end. */
export function trim(text: string, characters: string): string {
  return trimEnd(text.slice(skipForward(text, 0, characters)), characters);
}

/**
 * Returns the line that closes fenced code, without its line break: after up to three spaces nothing but `mark` ("```"),
 * or more of its character, and blanks. `from` is in the line that opens it, or at its end. Undefined for none.
 */
export function findClosingFence(text: string, mark: string, from: number): Range | undefined {
  let end = from;
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, end)) {
    end = skipForward(text, at, mark[0]!);
    const start = skipBackward(text, at, ' ', Math.max(from, at - 3));
    const lineEnd = skipForward(text, end, ' \t\r');
    if (start > from && text[start - 1] === '\n' && isEndOrOneOf(text, lineEnd, '\n')) return { start, end: lineEnd };
  }
  return undefined;
}

/** Returns the offset of the run of exactly these marks, all one character, from `from` on; -1 for none. */
export function findRun(text: string, marks: string, from: number): number {
  let end = from;
  for (let at = text.indexOf(marks, from); at >= 0; at = text.indexOf(marks, end)) {
    end = skipForward(text, at, marks[0]!);
    if (end - at === marks.length && text[at - 1] !== marks[0]) return at;
  }
  return -1;
}

/** Returns what a sticky pattern matches at an offset, else null. */
export function matchAt(text: string, at: number, sticky: RegExp): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
