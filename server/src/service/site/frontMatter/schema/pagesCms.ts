import { asNonEmptyString } from '../../../generators/shared/values.ts';
import { isRecord, readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
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

/** Reads the content that Pages CMS manages, `.pages.yml`: fields by the folder or file they are for; groups are flattened. */
export function readPagesCms(file: string, text: string): ScopedSchema[] {
  const { data } = readConfigurationFile(file, text);
  const components = isRecord(data.components) ? data.components : {};
  return flattenGroups(data.content, 0).flatMap(({ path: written, type, fields }): ScopedSchema[] => {
    const path = asNonEmptyString(written);
    if (path === undefined || !Array.isArray(fields)) return [];
    const appliesTo = (each: string): boolean => (type === 'file' ? each === path : isInFolder(each, path));
    return [
      {
        appliesTo,
        schema: { source: file, keys: readFields(fields, file, createFieldReader(components)), isClosed: false },
      },
    ];
  });
}

function flattenGroups(content: unknown, depth: number): Field[] {
  return filterRecords(content).flatMap((each) =>
    each.type === 'group' && depth < 5 ? flattenGroups(each.items, depth + 1) : [each],
  );
}

const schemaTypes: Readonly<Record<string, SchemaType | undefined>> = {
  string: 'string',
  text: 'string',
  'rich-text': 'string',
  code: 'string',
  date: 'date',
  number: 'number',
  boolean: 'boolean',
  image: 'string',
  file: 'string',
  object: 'map',
  uuid: 'string',
};

/** Reads fields that may name a component in place of their type. */
function createFieldReader(components: Field): FieldReader {
  const reader: FieldReader = (written, source): KeySchema => {
    const component = asNonEmptyString(written.component);
    const field =
      component !== undefined && isRecord(components[component]) ? { ...components[component], ...written } : written;
    return {
      ...wrapInList(parseValue(field, source, reader), Boolean(field.list)),
      ...toDescription(field.label, field.description),
      ...(field.required === true && field.default === undefined && { isRequired: true }),
      ...(field.default !== undefined && { defaultValue: field.default }),
      source,
    };
  };
  return reader;
}

function parseValue(field: Field, source: string, reader: FieldReader): ValueSchema {
  const type = schemaTypes[asNonEmptyString(field.type) ?? ''];
  const options = isRecord(field.options) ? field.options : {};
  if (field.type === 'select') {
    const values = parseOptions(options.values, 'value', 'name');
    return wrapInList(
      { ...(values && (options.creatable === true ? { proposals: values } : { values })) },
      options.multiple === true,
    );
  }
  if (options.multiple !== undefined) return {};
  const keys =
    type === 'map' && Array.isArray(field.fields) && asNonEmptyString(field.component) === undefined
      ? readFields(field.fields, source, reader)
      : undefined;
  return { ...toTypeSchema(type), ...parsePattern(field.pattern), ...(keys && { keys }) };
}
