import { findClosingFence, findLineEnd } from '../../text/scan.ts';

/**
 * Returns the mark that opens fenced code at the start of a line, "```" or "~~~~"; undefined for none. What follows
 * backticks holds none (CommonMark 4.5).
 */
export function parseFenceMark(line: string): string | undefined {
  const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
  return mark?.startsWith('`') && line.includes('`', mark.length) ? undefined : mark;
}

/**
 * Returns the offset of the line after the fenced code that opens at `at`, the first character of a line that is no
 * blank; undefined when none opens or it is never closed. Marks that nothing closes are kept in `unclosed`, so that each
 * is looked for once in a text.
 */
export function findFencedCodeEnd(text: string, at: number, unclosed: Set<string>): number | undefined {
  if (text[at] !== '`' && text[at] !== '~') return undefined;
  const mark = /^(`{3,}|~{3,})/.exec(text.slice(at, at + 40))?.[0];
  if (!mark || unclosed.has(mark)) return undefined;
  const closing = findClosingFence(text, mark, at);
  if (closing) return Math.min(findLineEnd(text, closing.end) + 1, text.length);
  unclosed.add(mark);
  return undefined;
}
