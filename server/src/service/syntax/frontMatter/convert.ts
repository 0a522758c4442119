import { stringify } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import type { Entry, FrontMatter, FrontMatterFormat } from './index.ts';
import { formatKey } from './edits.ts';
import { parseFrontMatter } from './parseFrontMatter.ts';
import { separators, formatValue } from './write.ts';

const fences: Readonly<Record<Exclude<FrontMatterFormat, 'meta'>, readonly [string, string]>> = {
  yaml: ['---', '---'],
  toml: ['+++', '+++'],
  json: ['{', '}'],
};

/**
 * The edit that writes a front matter in another format: entries in their order, with the comments and blank lines around them
 * (JSON has no place for comments). Undefined where the other format would not say the same.
 */
export function convertFrontMatter(
  frontMatter: FrontMatter,
  text: string,
  to: FrontMatterFormat,
): TextEdit | undefined {
  const { format, entries, range, closed, errors } = frontMatter;
  const active = entries.filter(({ commented }) => !commented);
  if (format === 'meta' || to === 'meta') return undefined;
  if (format === to || !closed || errors.length > 0 || new Set(active.map(({ key }) => key)).size < active.length)
    return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = to === 'json' ? toJsonMembers(active, text) : toLines(frontMatter, text, to);
  const [open, close] = fences[to];
  const newText = [open, ...lines, close].join('\n').replaceAll('\n', newline);
  const reparsed = parseFrontMatter(`${newText}${newline}`, [to]);
  return reparsed?.errors.length === 0 && isSameData(reparsed.data, frontMatter.data) ? { range, newText } : undefined;
}

/** Lines of an object; an empty value is null. */
function toJsonMembers(entries: readonly Entry[], text: string): string[] {
  return entries.map(
    (entry, index) =>
      `  ${JSON.stringify(entry.key)}: ${toJsonValue(toValue(entry, text))}${index < entries.length - 1 ? ',' : ''}`,
  );
}

function toJsonValue(value: unknown): string {
  return JSON.stringify(value instanceof UnquotedDate ? (toRfc3339(value.written) ?? value.written) : (value ?? null));
}

function toLines({ entries, contentRange, format }: FrontMatter, text: string, to: FrontMatterFormat): string[] {
  const lines: string[] = [];
  let at = contentRange.start;
  for (const entry of entries) {
    if (entry.range.start > at) lines.push(...splitComments(text.slice(at, entry.range.start), format));
    lines.push(...toEntryLines(entry, text, to));
    at = entry.range.end + (/^\r?\n/.exec(text.slice(entry.range.end, entry.range.end + 2))?.[0].length ?? 0);
  }
  return [...lines, ...splitComments(text.slice(Math.min(at, contentRange.end), contentRange.end), format)];
}

/** Comments and blank lines stay as they are. */
function splitComments(text: string, format: FrontMatterFormat): string[] {
  return format === 'json' || text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function toEntryLines(entry: Entry, text: string, to: FrontMatterFormat): string[] {
  const { key, commented, comment, valueRange } = entry;
  const value = toValue(entry, text);
  const written = to === 'toml' ? toTomlValue(value) : toYamlValue(value);
  const hasTrailingComment =
    comment !== undefined &&
    !/\n/.test(written) &&
    text.slice(valueRange.end, text.indexOf('\n', valueRange.end)).includes(comment);
  const line =
    `${formatKey(key, to)}${to === 'yaml' && written.startsWith('\n') ? ':' : separators[to]}${written}`.trimEnd() +
    (hasTrailingComment ? ` # ${comment}` : '');
  const isComment = commented || (to === 'toml' && value === null);
  return line.split('\n').map((each) => (isComment ? `# ${each}` : each));
}

/** A date without quotes, which the other format also writes without them. */
class UnquotedDate {
  constructor(readonly written: string) {}
}

function toValue({ value, valueRange }: Entry, text: string): unknown {
  const source = text.slice(valueRange.start, valueRange.end);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:[Tt ]|$)/.test(source)) return new UnquotedDate(source);
  return value ?? null;
}

function toTomlValue(value: unknown): string {
  if (value instanceof UnquotedDate) return toRfc3339(value.written) ?? JSON.stringify(value.written);
  if (Array.isArray(value)) return `[${value.map(toTomlValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${formatKey(key, 'toml')} = ${toTomlValue(each)}`)
      .join(', ')} }`;
  return value === null ? '' : JSON.stringify(value);
}

/** `2024-05-01 08:00:00 +0200` as RFC 3339 has it; undefined for no date. */
function toRfc3339(written: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[Tt ]+(\d\d:\d\d)(:\d\d)?(\.\d+)?(?: ?(Z|[+-]\d\d):?(\d\d)?)?)?$/.exec(written);
  if (!match) return undefined;
  const [, day, clock, seconds = ':00', fraction = '', zone, minutes] = match;
  if (clock === undefined) return day;
  return `${day}T${clock}${seconds}${fraction}${zone === undefined ? '' : zone === 'Z' ? 'Z' : `${zone}:${minutes ?? '00'}`}`;
}

function toYamlValue(value: unknown): string {
  if (value instanceof UnquotedDate) return value.written;
  if (value === null) return '';
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return `[${value.map((each: string | number | boolean) => formatValue(each, 'yaml', '', true)).join(', ')}]`;
  if (typeof value === 'object')
    return `\n${stringify(value, { lineWidth: 0, version: '1.1', indentSeq: true }).trimEnd().replace(/^/gm, '  ')}`;
  return typeof value === 'string' && value.includes('\n')
    ? JSON.stringify(value)
    : formatValue(value as string | number | boolean, 'yaml', '', false);
}

/** Whether two values are the same data; dates may be written in another way, and what is null may be absent. */
function isSameData(one: unknown, two: unknown): boolean {
  if (one === two || (one ?? null) === (two ?? null)) return true;
  if (typeof one === 'string' && typeof two === 'string')
    return parseDate(one) !== undefined && parseDate(one) === parseDate(two);
  if (
    typeof one !== 'object' ||
    typeof two !== 'object' ||
    one === null ||
    two === null ||
    Array.isArray(one) !== Array.isArray(two)
  )
    return false;
  const [a, b] = [one as Record<string, unknown>, two as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSameData(a[key], b[key]));
}

function parseDate(written: string): number | undefined {
  const date = toRfc3339(written.replace(/\.000(?=Z|[+-]|$)/, ''));
  const time =
    date === undefined ? NaN : Date.parse(/T/.test(date) && !/(?:Z|[+-]\d\d:\d\d)$/.test(date) ? `${date}Z` : date);
  return Number.isNaN(time) ? undefined : time;
}
