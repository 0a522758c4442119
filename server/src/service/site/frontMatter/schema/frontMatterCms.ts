import { asNonEmptyString } from '../../../generators/shared/values.ts';
import { isRecord, readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { Field, FieldReader } from './fields.ts';
import {
  isInFolder,
  toTypeSchema,
  wrapInList,
  parseOptions,
  readFields,
  filterRecords,
  toDescription,
} from './fields.ts';
import type { KeySchema, ScopedSchema, SchemaType, ValueSchema } from './schema.ts';

/** Reads the content types of Front Matter CMS (`frontmatter.json`, `.frontmatter/config`), which apply by the `type` that posts name or by their folder. */
export function readFrontMatterCms(texts: ReadonlyMap<string, string>): ScopedSchema[] {
  const files = [...texts].filter(([path]) => path === 'frontmatter.json' || path.startsWith('.frontmatter/'));
  if (files.length === 0) return [];
  const configurations = files.map(([path, text]) => ({ path, data: readConfigurationFile(path, text).data }));
  const folders = configurations.flatMap(({ data }) => filterRecords(findSetting(data, 'content.pageFolders')));
  const types = configurations.flatMap(({ path, data }) =>
    findContentTypes(path, data).map((type) => ({ path, type })),
  );
  const terms = collectTerms(configurations.map(({ data }) => data));
  return types.map(({ path, type }): ScopedSchema => ({
    appliesTo: (post, data) => hasContentType(type, post, data, folders),
    schema: {
      source: path,
      keys: new Map(
        [...readFields(type.fields, path, readField)].map(([key, schema]) => [
          key,
          addTermProposals(key, schema, terms),
        ]),
      ),
      isClosed: false,
    },
  }));
}

/** Returns a setting such as `frontMatter.content.pageFolders`, written as one dotted name or as nested maps. */
function findSetting(data: Field, name: string): unknown {
  const path = `frontMatter.${name}`;
  return data[path] ?? path.split('.').reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), data);
}

function findContentTypes(path: string, data: Field): Field[] {
  const single = /\/contenttypes\//i.test(path) && Array.isArray(data.fields) ? [data] : [];
  return [...filterRecords(findSetting(data, 'taxonomy.contentTypes')), ...single];
}

function hasContentType({ name }: Field, path: string, data: Field, folders: readonly Field[]): boolean {
  const folder = folders
    .filter((each) => isInFolder(path, toFolderPath(each)))
    .sort((a, b) => toFolderPath(b).length - toFolderPath(a).length)[0];
  if (!folder) return false;
  const typeName = asNonEmptyString(data.fmContentType) ?? asNonEmptyString(data.type);
  const allowed = Array.isArray(folder.contentTypes) ? folder.contentTypes : [];
  return name === (typeName ?? (allowed.length > 0 ? allowed[0] : 'default'));
}

function toFolderPath({ path }: Field): string {
  return (asNonEmptyString(path) ?? '').replace('[[workspace]]', '').replace(/\/\*.*/s, '');
}

const schemaTypes: Readonly<Record<string, SchemaType | undefined>> = {
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
const displayOnlyTypes = new Set(['divider', 'heading']);

const readField: FieldReader = (field, source): KeySchema | undefined => {
  if (displayOnlyTypes.has(String(field.type))) return undefined;
  const hasInitialValue = field.default !== undefined || field.type === 'boolean' || field.type === 'draft';
  return {
    ...parseValue(field, source),
    ...toDescription(field.title, field.description),
    ...(field.required === true && !hasInitialValue && { isRequired: true }),
    ...(field.default !== undefined && { defaultValue: field.default }),
    source,
  };
};

function parseValue(field: Field, source: string): ValueSchema {
  if (field.type === 'choice') {
    const values = parseOptions(field.choices, 'id', 'title');
    return wrapInList({ ...(values && { values }) }, field.multiple === true);
  }
  const keys = field.type === 'fields' ? readFields(field.fields, source, readField) : undefined;
  return { ...toTypeSchema(schemaTypes[String(field.type)]), ...(keys && { keys }) };
}

/** Returns the terms listed for `tags` and `categories`. */
function collectTerms(files: readonly Field[]): ReadonlyMap<string, readonly string[]> {
  const findNames = (name: string): string[] =>
    files.flatMap((data) => (parseOptions(findSetting(data, `taxonomy.${name}`)) ?? []).map(String));
  return new Map(['tags', 'categories'].map((name) => [name, findNames(name)]));
}

function addTermProposals(key: string, schema: KeySchema, terms: ReadonlyMap<string, readonly string[]>): KeySchema {
  const proposals = terms.get(key);
  return proposals && proposals.length > 0 ? { ...schema, items: { ...schema.items, proposals } } : schema;
}
