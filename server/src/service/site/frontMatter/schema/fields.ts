import { isRecord } from '../../../generators/shared/configurationFile.ts';
import { asNonEmptyString } from '../../../generators/shared/values.ts';
import type { Pattern } from '../../../text/pattern.ts';
import { isRefused, compileScriptPattern } from '../../../text/pattern.ts';
import type { Scalar } from '../vocabulary/values.ts';
import type { KeySchema, SchemaType, ValueSchema } from './schema.ts';
import { trimEnd } from '../../../text/scan.ts';

/** A field as the configuration of a content manager describes it. */
export type Field = Readonly<Record<string, unknown>>;

/** Reads the schema of a field; undefined for a field that is no front matter. */
export type FieldReader = (field: Field, source: string) => KeySchema | undefined;

/** Returns the schemas of fields by name, in their order, without `body`. */
export function readFields(fields: unknown, source: string, reader: FieldReader): ReadonlyMap<string, KeySchema> {
  const found = new Map<string, KeySchema>();
  for (const field of filterRecords(fields)) {
    const name = asNonEmptyString(field.name);
    const schema = name === undefined || name === 'body' ? undefined : reader(field, source);
    if (schema) found.set(name!, schema);
  }
  return found;
}

/** Returns the records of a list; empty for anything but a list. */
export function filterRecords(value: unknown): Field[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Joins a field's label and note into sentences; empty where there are none. */
export function toDescription(...parts: readonly unknown[]): Pick<KeySchema, 'description'> {
  const sentences = parts
    .flatMap((part) => asNonEmptyString(part)?.trim() ?? [])
    .map((part) => (/[.!?…]$/.test(part) ? part : `${part}.`));
  return sentences.length > 0 ? { description: sentences.join(' ') } : {};
}

/** Returns options that are written as values, or as records with the value under one of these names; undefined where they are no list. */
export function parseOptions(options: unknown, ...names: readonly string[]): Scalar[] | undefined {
  if (!Array.isArray(options)) return undefined;
  const found = options.map((option: unknown) =>
    isRecord(option) ? names.map((name) => option[name]).find((value) => value !== undefined) : option,
  );
  return found.filter(
    (value): value is Scalar => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  );
}

/** Returns the schema of a value of one type; without a type, one that restricts nothing. */
export function toTypeSchema(type: SchemaType | undefined): ValueSchema {
  return type === undefined ? {} : { types: [type] };
}

/** Returns the schema of a list of such items where a field holds several, else that of one. */
export function wrapInList(itemSchema: ValueSchema, isList: boolean): ValueSchema {
  return isList ? { ...toTypeSchema('list'), items: itemSchema } : itemSchema;
}

/** Compiles a pattern that is written alone, as `regex`, or first in a list with its message; nothing where it is refused. */
export function parsePattern(written: unknown): { readonly pattern?: Pattern } {
  const source = Array.isArray(written) ? written[0] : isRecord(written) ? written.regex : written;
  const pattern = typeof source === 'string' ? compileScriptPattern(source) : undefined;
  return pattern && !isRefused(pattern) ? { pattern } : {};
}

/** Whether a file lies in a folder (both relative to the site root, slashes around the folder not counted). */
export function isInFolder(path: string, folder: string): boolean {
  const base = trimEnd(folder.replace(/^(?:\.?\/)+/, ''), '/');
  return base === '' || base === '.' || path === base || path.startsWith(`${base}/`);
}
