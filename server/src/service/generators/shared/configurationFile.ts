import { parse as parseToml, TomlError } from 'smol-toml';
import type { Tags } from 'yaml';
import { parseDocument } from 'yaml';
import { isNestedTooDeeply } from '../../syntax/frontMatter/nesting.ts';
import type { ConfigurationError } from '../contract/model.ts';

/** Data of a configuration file; a broken one has no data and at least one error. */
export interface ConfigurationFile {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly ConfigurationError[];
}

/** Reads a configuration file by its extension: TOML, JSON (as YAML) or YAML 1.1, with dates left as written. Never throws; offsets of errors are UTF-16 code units. */
export function readConfigurationFile(file: string, text: string): ConfigurationFile {
  if (isNestedTooDeeply(text))
    return { data: {}, errors: [{ file, offset: 0, message: `${file} is nested too deeply to be read.` }] };
  const read = file.endsWith('.toml') ? readToml(text) : readYaml(text);
  if ('message' in read) return { data: {}, errors: [{ file, ...read }] };
  if (isRecord(read.value)) return { data: read.value, errors: [] };
  if (read.value === null || read.value === undefined) return { data: {}, errors: [] };
  return { data: {}, errors: [{ file, offset: 0, message: `${file} holds no settings: write \`key: value\` lines.` }] };
}

type Tag = Tags[number];

type ParseResult = { readonly value: unknown } | { readonly offset: number; readonly message: string };

function readYaml(text: string): ParseResult {
  const document = parseDocument(text, {
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
    customTags: (tags) => tags.filter((tag) => !isTimestamp(tag)).map(requireDigit),
  });
  const error = document.errors.find(({ code }) => code !== 'MULTIPLE_DOCS');
  if (error) return { offset: error.pos[0], message: error.message };
  try {
    return { value: document.toJS({ maxAliasCount: 1000 }) as unknown };
  } catch (failure) {
    return { offset: 0, message: toErrorMessage(failure) };
  }
}

function isTimestamp(tag: Tag): boolean {
  return typeof tag !== 'string' && tag.tag === 'tag:yaml.org,2002:timestamp';
}

/** The library takes `.` for a float; libyaml's users and YAML 1.1 (`float.html`) want a digit in it: `source: .` is a text. */
function requireDigit(tag: Tag): Tag {
  if (typeof tag === 'string' || !('test' in tag) || tag.tag !== 'tag:yaml.org,2002:float' || !tag.test?.test('.'))
    return tag;
  return { ...tag, test: /^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9_]+)$/ };
}

function readToml(text: string): ParseResult {
  try {
    return { value: parseToml(text) };
  } catch (failure) {
    const offset = failure instanceof TomlError ? toOffset(text, failure.line, failure.column) : 0;
    return { offset, message: toErrorMessage(failure).split('\n')[0]! };
  }
}

function toErrorMessage(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

function toOffset(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return Math.min(text.length, before.reduce((length, each) => length + each.length + 1, 0) + column - 1);
}

/** Whether a value is a map of keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
