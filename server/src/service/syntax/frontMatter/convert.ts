import { stringify } from 'yaml';
import type { TextEdit } from '../../text/edit.ts';
import type { Entry, FrontMatter, FrontMatterFormat } from './index.ts';
import { writtenKey } from './edits.ts';
import { parseFrontMatter } from './parseFrontMatter.ts';
import { separators, writtenValue } from './write.ts';

const fences: Readonly<Record<FrontMatterFormat, readonly [string, string]>> = {
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
  const own = entries.filter(({ commented }) => !commented);
  if (format === to || !closed || errors.length > 0 || new Set(own.map(({ key }) => key)).size < own.length)
    return undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = to === 'json' ? members(own, text) : converted(frontMatter, text, to);
  const [open, close] = fences[to];
  const newText = [open, ...lines, close].join('\n').replaceAll('\n', newline);
  const again = parseFrontMatter(`${newText}${newline}`, [to]);
  return again?.errors.length === 0 && isSame(again.data, frontMatter.data) ? { range, newText } : undefined;
}

/** Lines of an object; an empty value is null. */
function members(entries: readonly Entry[], text: string): string[] {
  return entries.map(
    (entry, index) =>
      `  ${JSON.stringify(entry.key)}: ${jsonValue(plain(entry, text))}${index < entries.length - 1 ? ',' : ''}`,
  );
}

function jsonValue(value: unknown): string {
  return JSON.stringify(value instanceof Moment ? (momentText(value.written) ?? value.written) : (value ?? null));
}

function converted({ entries, contentRange, format }: FrontMatter, text: string, to: FrontMatterFormat): string[] {
  const lines: string[] = [];
  let at = contentRange.start;
  for (const entry of entries) {
    if (entry.range.start > at) lines.push(...between(text.slice(at, entry.range.start), format));
    lines.push(...entryLines(entry, text, to));
    at = entry.range.end + (/^\r?\n/.exec(text.slice(entry.range.end, entry.range.end + 2))?.[0].length ?? 0);
  }
  return [...lines, ...between(text.slice(Math.min(at, contentRange.end), contentRange.end), format)];
}

/** Comments and blank lines stay as they are. */
function between(piece: string, format: FrontMatterFormat): string[] {
  return format === 'json' || piece === '' ? [] : piece.replace(/\r?\n$/, '').split(/\r?\n/);
}

function entryLines(entry: Entry, text: string, to: FrontMatterFormat): string[] {
  const { key, commented, comment, valueRange } = entry;
  const value = plain(entry, text);
  const written = to === 'toml' ? tomlValue(value) : yamlValue(value);
  const isBeside =
    comment !== undefined &&
    !/\n/.test(written) &&
    text.slice(valueRange.end, text.indexOf('\n', valueRange.end)).includes(comment);
  const line =
    `${writtenKey(key, to)}${to === 'yaml' && written.startsWith('\n') ? ':' : separators[to]}${written}`.trimEnd() +
    (isBeside ? ` # ${comment}` : '');
  const isMute = commented || (to === 'toml' && value === null);
  return line.split('\n').map((each) => (isMute ? `# ${each}` : each));
}

/** A date without quotes, which the other format also writes without them. */
class Moment {
  constructor(readonly written: string) {}
}

function plain({ value, valueRange }: Entry, text: string): unknown {
  const source = text.slice(valueRange.start, valueRange.end);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d(?:[Tt ]|$)/.test(source)) return new Moment(source);
  return value ?? null;
}

function tomlValue(value: unknown): string {
  if (value instanceof Moment) return momentText(value.written) ?? JSON.stringify(value.written);
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${writtenKey(key, 'toml')} = ${tomlValue(each)}`)
      .join(', ')} }`;
  return value === null ? '' : JSON.stringify(value);
}

/** `2024-05-01 08:00:00 +0200` as RFC 3339 has it; undefined for no date. */
function momentText(written: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[Tt ]+(\d\d:\d\d)(:\d\d)?(\.\d+)?(?: ?(Z|[+-]\d\d):?(\d\d)?)?)?$/.exec(written);
  if (!match) return undefined;
  const [, day, clock, seconds = ':00', fraction = '', zone, minutes] = match;
  if (clock === undefined) return day;
  return `${day}T${clock}${seconds}${fraction}${zone === undefined ? '' : zone === 'Z' ? 'Z' : `${zone}:${minutes ?? '00'}`}`;
}

function yamlValue(value: unknown): string {
  if (value instanceof Moment) return value.written;
  if (value === null) return '';
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object'))
    return `[${value.map((each: string | number | boolean) => writtenValue(each, 'yaml', '', true)).join(', ')}]`;
  if (typeof value === 'object')
    return `\n${stringify(value, { lineWidth: 0, version: '1.1', indentSeq: true }).trimEnd().replace(/^/gm, '  ')}`;
  return typeof value === 'string' && value.includes('\n')
    ? JSON.stringify(value)
    : writtenValue(value as string | number | boolean, 'yaml', '', false);
}

/** Whether two values are the same data; dates may be written in another way, and what is null may be absent. */
function isSame(one: unknown, two: unknown): boolean {
  if (one === two || (one ?? null) === (two ?? null)) return true;
  if (typeof one === 'string' && typeof two === 'string')
    return momentOf(one) !== undefined && momentOf(one) === momentOf(two);
  if (
    typeof one !== 'object' ||
    typeof two !== 'object' ||
    one === null ||
    two === null ||
    Array.isArray(one) !== Array.isArray(two)
  )
    return false;
  const [a, b] = [one as Record<string, unknown>, two as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(a[key], b[key]));
}

function momentOf(written: string): number | undefined {
  const date = momentText(written.replace(/\.000(?=Z|[+-]|$)/, ''));
  const time =
    date === undefined ? NaN : Date.parse(/T/.test(date) && !/(?:Z|[+-]\d\d:\d\d)$/.test(date) ? `${date}Z` : date);
  return Number.isNaN(time) ? undefined : time;
}
