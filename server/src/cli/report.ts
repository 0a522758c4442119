import { createColors } from 'picocolors';
import type { Document, PostRow, Problem, Severity } from '../service/index.ts';
import { toPrintable, toPrintableJson, toPrintableLine } from './terminal.ts';

/** How text for people is printed. */
export type OutputStyle = 'coloured' | 'plain';

const colorNames = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan', faint: 'dim' } as const;

function colorize(part: Severity | 'faint', text: string, style: OutputStyle): string {
  return createColors(style === 'coloured')[colorNames[part]](text);
}

/** One problem as one line of JSON; lines and columns from 1, columns in UTF-16 code units. */
export function formatProblemAsJson(
  file: string,
  document: Document,
  { range, rule, severity, message }: Problem,
): string {
  const start = document.positionAt(range.start);
  const end = document.positionAt(range.end);
  return toPrintableJson({
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
  const place = `${toPrintable(path)}:${line + 1}:${character + 1}`;
  return `${place}  ${colorize(severity, severity, style)}  ${toPrintableLine(message)}  ${colorize('faint', rule, style)}`;
}

/** What a check comes to. */
export interface Totals {
  readonly posts: number;
  readonly withProblems: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** One sentence for each file, folder or link that was left out. */
  readonly omissions: readonly string[];
  /** Whether no post is among those. */
  readonly isComplete: boolean;
}

/** What is said where there is no post, or none that could be read. */
export function noPosts(reading: 'complete' | 'incomplete'): string {
  return reading === 'complete' ? 'No posts found.' : 'No posts could be read.';
}

/** The last line of a check: how many posts, how many problems of which kind. */
export function formatSummary({ posts, withProblems, counts, omissions }: Totals, style: OutputStyle): string {
  if (posts === 0) return noPosts(omissions.length === 0 ? 'complete' : 'incomplete');
  const kinds = (Object.keys(counts) as Severity[]).filter((severity) => counts[severity] > 0);
  if (kinds.length === 0) return `No problems in ${formatCount(posts, 'post')}.`;
  const parts = kinds.map((severity) => colorize(severity, formatCount(counts[severity], nouns[severity]), style));
  return `${parts.join(', ')} in ${withProblems} of ${formatCount(posts, 'post')}.`;
}

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info', hint: 'hint' };

function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** One post as lines for people: date, state, title, file and URL; reasons below. */
export function formatPost({ date, state, title, file, url, reasons }: PostRow, style: OutputStyle): string {
  const head = `${(date ?? '').slice(0, 10).padEnd(10)}  ${state.padEnd(11)}  ${toPrintableLine(title)}`;
  const place = toPrintable(url === null ? file : `${file} → ${url}`);
  const details = [place, ...reasons.map(toPrintableLine)].map((detail) =>
    colorize('faint', `            ${detail}`, style),
  );
  return [head, ...details].join('\n');
}
