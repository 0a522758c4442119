import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Range } from '../../text/range.ts';
import type { EntryItem, FrontMatterError, Pair } from './index.ts';
import { isNestedTooDeeply } from './nesting.ts';
import type { FrontMatterOptions } from './options.ts';
import type { ParsedContent } from './parsedContent.ts';
import { setOwn } from './parsedContent.ts';

/**
 * Reads a TOML content, `text.slice(start, end)`; offsets into `text`. A table is an entry with all of its lines. Where the
 * content is broken, its keys are there all the same, with values as far as they can be read alone.
 */
export function readToml(text: string, start: number, end: number, options: FrontMatterOptions = {}): ParsedContent {
  const content = text.slice(start, end);
  const { data, error } = tryParse(content);
  let errorRange: Range | undefined;
  const all = findStatements(content);
  const keys = new Map<string, number>();
  for (const { key } of all) keys.set(key, (keys.get(key) ?? 0) + 1);
  const pairs = all.map((statement): Pair => {
    const isShared = keys.get(statement.key)! > 1;
    const alone =
      error || isShared ? tryParse(content.slice(statement.range.start, statement.valueRange.end)) : { data };
    if (alone.error) errorRange ??= statement.valueRange;
    return toPair(content, statement, alone.data[statement.key], start);
  });
  return {
    data: error ? Object.fromEntries(pairs.map(({ key, value }) => [key, value])) : data,
    pairs,
    errors: error
      ? [{ ...error, range: shift(errorRange ?? error.range, start) }]
      : options.refusesImpossibleDates
        ? findImpossibleDates(pairs, text)
        : [],
  };
}

/** Dates in the content that the calendar does not have, which the library takes. */
function findImpossibleDates(pairs: readonly Pair[], text: string): FrontMatterError[] {
  return pairs.flatMap(({ valueRange, children }) => {
    if (children) return findImpossibleDates(children, text);
    const [date, year, month, day] =
      /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text.slice(valueRange.start, valueRange.end)) ?? [];
    if (date === undefined || isCalendarDay(Number(year), Number(month), Number(day))) return [];
    return [{ range: valueRange, message: `There is no day ${date} in the calendar.` }];
  });
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A statement as a pair with its value, ranges moved by `base`; the keys of a plain table are within it. */
function toPair(
  content: string,
  { key, keyRange, valueRange, isTable }: Statement,
  value: unknown,
  base: number,
): Pair {
  const items = Array.isArray(value) ? toItems(content, valueRange, value) : undefined;
  const body = isTable ? content.indexOf('\n', valueRange.start) + 1 : 0;
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  const inner =
    body > 0 && body < valueRange.end && isMap ? findStatements(content.slice(body, valueRange.end)) : undefined;
  const values = value as Readonly<Record<string, unknown>>;
  return {
    key,
    keyRange: shift(keyRange, base),
    value,
    valueRange: shift(valueRange, base),
    ...(items && { items: items.map((item) => ({ ...item, range: shift(item.range, base) })) }),
    ...(inner && {
      children: inner.map((each) => toPair(content.slice(body, valueRange.end), each, values[each.key], base + body)),
    }),
  };
}

function tryParse(content: string): { readonly data: Record<string, unknown>; readonly error?: FrontMatterError } {
  if (isNestedTooDeeply(content)) return toDepthError(content);
  try {
    return { data: toPlainData(parse(content)) as Record<string, unknown> };
  } catch (error) {
    if (!(error instanceof TomlError)) return toDepthError(content);
    return {
      data: {},
      error: {
        range: findRestOfLine(content, error.line - 1, error.column - 1),
        message: `TOML cannot read this: ${toReason(error)}.`,
      },
    };
  }
}

function toDepthError(content: string): { readonly data: Record<string, unknown>; readonly error: FrontMatterError } {
  return {
    data: {},
    error: { range: { start: 0, end: content.length }, message: 'TOML cannot read this: it is nested too deeply.' },
  };
}

function toReason(error: TomlError): string {
  return error.message
    .split('\n')[0]!
    .replace(/^Invalid TOML document: /, '')
    .replace(/\.$/, '');
}

/** Dates become the texts they were. */
function toPlainData(value: unknown): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(toPlainData);
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
  const copy: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) setOwn(copy, key, toPlainData(each));
  return copy;
}

/** From a line and column, both from 0, to the end of that line's text. */
function findRestOfLine(content: string, line: number, column: number): Range {
  let start = 0;
  for (let count = 0; count < line && content.includes('\n', start); count++) start = content.indexOf('\n', start) + 1;
  const length = /^[^\r\n]*/.exec(content.slice(start))![0].trimEnd().length;
  const at = start + Math.max(0, Math.min(column, length - 1));
  return { start: at, end: Math.max(start + length, at + 1) };
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

interface Statement {
  readonly key: string;
  readonly range: Range;
  readonly keyRange: Range;
  readonly valueRange: Range;
  /** Headed by `[key]`. */
  readonly isTable: boolean;
}

const assignment = /^[ \t]*([A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*(?:\.[^=\n]*)?=[ \t]*/;
const table = /^[ \t]*\[\[?[ \t]*([A-Za-z0-9_-]+|"[^"\n]*")[^\n]*/;

/** Top-level keys and tables, by lines; values may go over several. */
function findStatements(content: string): Statement[] {
  const found: Statement[] = [];
  for (let at = 0; at < content.length;) {
    const rest = content.slice(at);
    const header = table.exec(rest);
    const match = header ?? assignment.exec(rest);
    if (match) {
      const keyStart = at + match[0].indexOf(match[1]!);
      const keyRange = { start: keyStart, end: keyStart + match[1]!.length };
      const valueStart = at + match[0].length;
      const valueEnd = header
        ? findTableEnd(content, valueStart)
        : valueStart + measureValue(content.slice(valueStart));
      found.push({
        range: { start: at, end: valueEnd },
        key: match[1]!.replace(/^["']|["']$/g, ''),
        keyRange,
        valueRange: { start: header ? keyRange.start : valueStart, end: valueEnd },
        isTable: header !== null && /^[ \t]*\[[^[\].]+\]/.test(match[0]),
      });
      at = valueEnd;
    }
    const lineBreak = content.indexOf('\n', at);
    at = lineBreak < 0 ? content.length : lineBreak + 1;
  }
  return found;
}

function findTableEnd(content: string, from: number): number {
  const next = content.slice(from).search(/\n[ \t]*\[/);
  return content.slice(0, next < 0 ? content.length : from + next).trimEnd().length;
}

/** How long the value at the start of a text is; strings and brackets may span lines, comments do not count. */
function measureValue(rest: string): number {
  let depth = 0;
  let end = 0;
  for (const token of rest.matchAll(
    /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?|#[^\n]*|\n|[[\]{}]|[^\s"'#[\]{}]+/g,
  )) {
    if (token[0] === '\n') {
      if (depth <= 0) break;
      continue;
    }
    if (token[0].startsWith('#')) continue;
    if (token[0] === '[' || token[0] === '{') depth++;
    if (token[0] === ']' || token[0] === '}') depth--;
    end = token.index + token[0].length;
  }
  return end;
}

/** Items of an array of simple values; undefined where it holds others. */
function toItems(content: string, range: Range, values: readonly unknown[]): EntryItem[] | undefined {
  const inner = content.slice(range.start + 1, range.end - 1);
  const tokens = [...inner.matchAll(/"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*|[^\s,"'#[\]{}]+/g)].filter(
    (token) => !token[0].startsWith('#'),
  );
  if (tokens.length !== values.length || content[range.start] !== '[') return undefined;
  return tokens.map((token, index) => {
    const start = range.start + 1 + token.index;
    return { value: values[index], range: { start, end: start + token[0].length } };
  });
}
