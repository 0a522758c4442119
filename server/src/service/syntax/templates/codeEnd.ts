import { findClosingFence, findRun } from '../../text/scan.ts';

/**
 * Returns the offset after the code span or fenced code at an offset; a run of marks that nothing closes is text. `unclosed`
 * collects such marks, so that a text full of them is walked once.
 */
export function findCodeEnd(text: string, at: number, unclosed: Set<string>): number {
  let end = at;
  while (text[end] === text[at]) end++;
  const marks = text.slice(at, end);
  const isFence = marks.length >= 3 && /(^|\n) {0,3}$/.test(text.slice(Math.max(0, at - 4), at));
  if (unclosed.has(marks) || (!isFence && marks[0] === '~')) return end;
  const run = isFence ? -1 : findRun(text, marks, end);
  const closer = isFence ? findClosingFence(text, marks, end)?.end : run < 0 ? undefined : run + marks.length;
  if (closer === undefined) unclosed.add(marks);
  else if (!isFence && /\n[ \t\r]*\n/.test(text.slice(end, run))) return end;
  return closer ?? end;
}
