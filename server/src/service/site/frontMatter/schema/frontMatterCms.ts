import { textOf } from '../../../generators/shared/values.ts';
import { isRecord, readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { Field, FieldReader } from './fields.ts';
import { isBelow, ofType, oneOrSeveral, optionsOf, readFields, recordsIn, told } from './fields.ts';
import type { KeySchema, SchemaFor, SchemaType, ValueSchema } from './schema.ts';

/** Content types of Front Matter CMS by the `type` that posts name, or else the folder they lie in (`frontmatter.json`, `.frontmatter/config`). */
export function readFrontMatterCms(texts: ReadonlyMap<string, string>): SchemaFor[] {
  const files = [...texts].filter(([path]) => path === 'frontmatter.json' || path.startsWith('.frontmatter/'));
  if (files.length === 0) return [];
  const read = files.map(([path, text]) => ({ path, data: readConfigurationFile(path, text).data }));
  const folders = read.flatMap(({ data }) => recordsIn(setting(data, 'content.pageFolders')));
  const types = read.flatMap(({ path, data }) => typesIn(path, data).map((type) => ({ path, type })));
  const terms = termsIn(read.map(({ data }) => data));
  return types.map(({ path, type }): SchemaFor => ({
    applies: (post, data) => isFor(type, post, data, folders),
    schema: {
      source: path,
      keys: new Map(
        [...readFields(type.fields, path, fieldOf)].map(([key, schema]) => [key, withTerms(key, schema, terms)]),
      ),
      isClosed: false,
    },
  }));
}

/** `frontMatter.content.pageFolders`, as one dotted name or as maps in maps. */
function setting(data: Field, name: string): unknown {
  const path = `frontMatter.${name}`;
  return data[path] ?? path.split('.').reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), data);
}

function typesIn(path: string, data: Field): Field[] {
  const single = /\/contenttypes\//i.test(path) && Array.isArray(data.fields) ? [data] : [];
  return [...recordsIn(setting(data, 'taxonomy.contentTypes')), ...single];
}

function isFor({ name }: Field, path: string, data: Field, folders: readonly Field[]): boolean {
  const folder = folders
    .filter((each) => isBelow(path, folderOf(each)))
    .sort((a, b) => folderOf(b).length - folderOf(a).length)[0];
  if (!folder) return false;
  const named = textOf(data.fmContentType) ?? textOf(data.type);
  const allowed = Array.isArray(folder.contentTypes) ? folder.contentTypes : [];
  return name === (named ?? (allowed.length > 0 ? allowed[0] : 'default'));
}

function folderOf({ path }: Field): string {
  return (textOf(path) ?? '').replace('[[workspace]]', '').replace(/\/\*.*/s, '');
}

const kinds: Readonly<Record<string, SchemaType | undefined>> = {
  string: 'string',
  number: 'number',
  datetime: 'date',
  boolean: 'boolean',
  draft: 'boolean',
  slug: 'string',
  tags: 'list',
  categories: 'list',
  taxonomy: 'list',
  list: 'list',
  fields: 'map',
};
const shown = new Set(['divider', 'heading']);

const fieldOf: FieldReader = (field, source): KeySchema | undefined => {
  if (shown.has(String(field.type))) return undefined;
  const isFilled = field.default !== undefined || field.type === 'boolean' || field.type === 'draft';
  return {
    ...valueOf(field, source),
    ...told(field.title, field.description),
    ...(field.required === true && !isFilled && { isRequired: true }),
    ...(field.default !== undefined && { defaultValue: field.default }),
    source,
  };
};

function valueOf(field: Field, source: string): ValueSchema {
  if (field.type === 'choice') {
    const values = optionsOf(field.choices, 'id', 'title');
    return oneOrSeveral({ ...(values && { values }) }, field.multiple === true);
  }
  const keys = field.type === 'fields' ? readFields(field.fields, source, fieldOf) : undefined;
  return { ...ofType(kinds[String(field.type)]), ...(keys && { keys }) };
}

/** The terms kept for `tags` and `categories`. */
function termsIn(files: readonly Field[]): ReadonlyMap<string, readonly string[]> {
  const found = (name: string): string[] =>
    files.flatMap((data) => (optionsOf(setting(data, `taxonomy.${name}`)) ?? []).map(String));
  return new Map(['tags', 'categories'].map((name) => [name, found(name)]));
}

function withTerms(key: string, schema: KeySchema, terms: ReadonlyMap<string, readonly string[]>): KeySchema {
  const proposals = terms.get(key);
  return proposals && proposals.length > 0 ? { ...schema, items: { ...schema.items, proposals } } : schema;
}
