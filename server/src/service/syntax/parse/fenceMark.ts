/**
 * Returns the mark that opens fenced code at the start of a line, "```" or "~~~~"; undefined for none. What follows
 * backticks holds none (CommonMark 4.5).
 */
export function parseFenceMark(line: string): string | undefined {
  const mark = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
  return mark?.startsWith('`') && line.includes('`', mark.length) ? undefined : mark;
}
