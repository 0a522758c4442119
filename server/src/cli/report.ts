import { createColors } from 'picocolors';
import type { Document, PostRow, Problem, Severity } from '../service/index.ts';

/** How text for people is dressed. */
export type Look = 'coloured' | 'plain';

const colourOf = { error: 'red', warning: 'yellow', info: 'blue', hint: 'cyan', faint: 'dim' } as const;

function painted(part: Severity | 'faint', text: string, look: Look): string {
  return createColors(look === 'coloured')[colourOf[part]](text);
}

/** One problem as one line of JSON; lines and columns from 1, columns in UTF-16 units. */
export function jsonProblem(file: string, document: Document, { range, rule, severity, message }: Problem): string {
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
export function prettyProblem(
  path: string,
  document: Document,
  { range, rule, severity, message }: Problem,
  look: Look,
): string {
  const { line, character } = document.positionAt(range.start);
  const place = `${path}:${line + 1}:${character + 1}`;
  return `${place}  ${painted(severity, severity, look)}  ${oneLine(message)}  ${painted('faint', rule, look)}`;
}

/** The last line of a check: how many posts, how many problems of which kind. */
export function summary(
  posts: number,
  withProblems: number,
  counts: Readonly<Record<Severity, number>>,
  look: Look,
): string {
  if (posts === 0) return 'No posts found.';
  const kinds = (Object.keys(counts) as Severity[]).filter((severity) => counts[severity] > 0);
  if (kinds.length === 0) return `No problems in ${counted(posts, 'post')}.`;
  const parts = kinds.map((severity) => painted(severity, counted(counts[severity], nouns[severity]), look));
  return `${parts.join(', ')} in ${withProblems} of ${counted(posts, 'post')}.`;
}

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark', hint: 'hint' };

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** One post as lines for people: date, state, title, file and URL; reasons below. */
export function prettyPost({ date, state, title, file, url, reasons }: PostRow, look: Look): string {
  const head = `${(date ?? '').slice(0, 10).padEnd(10)}  ${state.padEnd(11)}  ${oneLine(title)}`;
  const details = [url === null ? file : `${file} → ${url}`, ...reasons].map((detail) =>
    painted('faint', `            ${oneLine(detail)}`, look),
  );
  return [head, ...details].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
