import { createColors } from 'picocolors';
import type { Document, PostRow, Problem, Severity } from '../service/index.ts';

/** How text for people is printed. */
export type OutputStyle = 'coloured' | 'plain';

const getColor = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan', faint: 'dim' } as const;

function colorize(part: Severity | 'faint', text: string, style: OutputStyle): string {
  return createColors(style === 'coloured')[getColor[part]](text);
}

/** One problem as one line of JSON; lines and columns from 1, columns in UTF-16 code units. */
export function formatProblemAsJson(
  file: string,
  document: Document,
  { range, rule, severity, message }: Problem,
): string {
  const start = document.positionAt(range.start);
  const end = document.positionAt(range.end);
  return JSON.stringify({
    file,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    rule,
    severity,
    message,
  });
}

/** One problem as one line for people, beginning with a place that terminals can open. */
export function formatProblem(
  path: string,
  document: Document,
  { range, rule, severity, message }: Problem,
  style: OutputStyle,
): string {
  const { line, character } = document.positionAt(range.start);
  const place = `${path}:${line + 1}:${character + 1}`;
  return `${place}  ${colorize(severity, severity, style)}  ${toOneLine(message)}  ${colorize('faint', rule, style)}`;
}

/** The last line of a check: how many posts, how many problems of which kind. */
export function formatSummary(
  posts: number,
  withProblems: number,
  counts: Readonly<Record<Severity, number>>,
  style: OutputStyle,
): string {
  if (posts === 0) return 'No posts found.';
  const severities = (Object.keys(counts) as Severity[]).filter((severity) => counts[severity] > 0);
  if (severities.length === 0) return `No problems in ${formatCount(posts, 'post')}.`;
  const parts = severities.map((severity) => colorize(severity, formatCount(counts[severity], nouns[severity]), style));
  return `${parts.join(', ')} in ${withProblems} of ${formatCount(posts, 'post')}.`;
}

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'hint' };

function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** One post as lines for people: date, state, title, file and URL; reasons below. */
export function formatPost({ date, state, title, file, url, reasons }: PostRow, style: OutputStyle): string {
  const head = `${(date ?? '').slice(0, 10).padEnd(10)}  ${state.padEnd(11)}  ${toOneLine(title)}`;
  const details = [url === null ? file : `${file} → ${url}`, ...reasons].map((detail) =>
    colorize('faint', `            ${toOneLine(detail)}`, style),
  );
  return [head, ...details].join('\n');
}

function toOneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
