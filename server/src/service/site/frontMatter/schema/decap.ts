import { asNonEmptyString } from '../../../generators/shared/values.ts';
import { readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { Field, FieldReader } from './fields.ts';
import {
  isInFolder,
  toTypeSchema,
  wrapInList,
  parseOptions,
  parsePattern,
  readFields,
  filterRecords,
  toDescription,
} from './fields.ts';
import type { KeySchema, ScopedSchema, SchemaType, ValueSchema } from './schema.ts';

/** Reads the collections of Decap CMS and Sveltia CMS, `admin/config.yml`: their fields by the folder or file they are for. */
export function readDecap(file: string, text: string): ScopedSchema[] {
  return filterRecords(readConfigurationFile(file, text).data.collections).flatMap((collection) => {
    const fileSchemas = filterRecords(collection.files).map((each) =>
      createSchema(file, each, (path) => path === removeLeadingSlash(asNonEmptyString(each.file))),
    );
    const folder = asNonEmptyString(collection.folder);
    const isFiltered = collection.filter !== undefined;
    return folder === undefined || isFiltered
      ? fileSchemas
      : [createSchema(file, collection, (path) => isInFolder(path, folder)), ...fileSchemas];
  });
}

function createSchema(file: string, { fields }: Field, appliesTo: (path: string) => boolean): ScopedSchema {
  return { appliesTo, schema: { source: file, keys: readFields(fields, file, readField), isClosed: false } };
}

function removeLeadingSlash(path: string | undefined): string | undefined {
  return path?.replace(/^\//, '');
}

const schemaTypes: Readonly<Record<string, SchemaType | undefined>> = {
  string: 'string',
  text: 'string',
  markdown: 'string',
  color: 'string',
  image: 'string',
  file: 'string',
  code: 'string',
  uuid: 'string',
  compute: 'string',
  boolean: 'boolean',
  datetime: 'date',
  date: 'date',
  object: 'map',
  keyvalue: 'map',
  list: 'list',
};

/** Reads a field; required unless it says otherwise, as in Decap, except for fields that the editor fills in. */
const readField: FieldReader = (field, source): KeySchema => {
  const { widget, default: defaultValue, required } = field;
  const hasInitialValue =
    defaultValue !== undefined ||
    widget === 'boolean' ||
    widget === 'hidden' ||
    widget === 'list' ||
    widget === 'compute';
  return {
    ...parseValue(field, source),
    ...toDescription(field.label, field.hint),
    ...parsePattern(field.pattern),
    ...(required !== false && !hasInitialValue && { isRequired: true }),
    ...(defaultValue !== undefined && { defaultValue }),
    source,
  };
};

function parseValue(field: Field, source: string): ValueSchema {
  const widget = asNonEmptyString(field.widget) ?? 'string';
  if (widget === 'list') return { ...toTypeSchema('list'), ...parseItems(field, source) };
  if (widget === 'select') {
    const values = parseOptions(field.options, 'value');
    return wrapInList({ ...(values && { values }) }, field.multiple === true);
  }
  if (widget === 'number') return toTypeSchema(field.value_type === 'string' ? 'string' : 'number');
  if ((widget === 'image' || widget === 'file' || widget === 'relation') && field.multiple !== undefined) return {};
  const keys = widget === 'object' ? readFields(field.fields, source, readField) : undefined;
  return { ...toTypeSchema(schemaTypes[widget]), ...(keys && { keys }) };
}

function parseItems(field: Field, source: string): Pick<ValueSchema, 'items'> {
  if (field.fields) return { items: { ...toTypeSchema('map'), keys: readFields(field.fields, source, readField) } };
  const [single] = filterRecords([field.field]);
  return single ? { items: parseValue(single, source) } : {};
}
