import { textOf } from '../../../generators/shared/values.ts';
import { isRecord, readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { Field, FieldReader } from './fields.ts';
import { isBelow, ofType, oneOrSeveral, optionsOf, patternOf, readFields, recordsIn, told } from './fields.ts';
import type { KeySchema, SchemaFor, SchemaType, ValueSchema } from './schema.ts';

/** The content that Pages CMS is told about, `.pages.yml`: fields by the folder or file they are for; groups are opened. */
export function readPagesCms(file: string, text: string): SchemaFor[] {
  const { data } = readConfigurationFile(file, text);
  const components = isRecord(data.components) ? data.components : {};
  return opened(data.content, 0).flatMap(({ path: written, type, fields }): SchemaFor[] => {
    const path = textOf(written);
    if (path === undefined || !Array.isArray(fields)) return [];
    const applies = (each: string): boolean => (type === 'file' ? each === path : isBelow(each, path));
    return [
      { applies, schema: { source: file, keys: readFields(fields, file, readerWith(components)), isClosed: false } },
    ];
  });
}

function opened(content: unknown, depth: number): Field[] {
  return recordsIn(content).flatMap((each) =>
    each.type === 'group' && depth < 5 ? opened(each.items, depth + 1) : [each],
  );
}

const kinds: Readonly<Record<string, SchemaType | undefined>> = {
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
function readerWith(components: Field): FieldReader {
  const reader: FieldReader = (written, source): KeySchema => {
    const component = textOf(written.component);
    const field =
      component !== undefined && isRecord(components[component]) ? { ...components[component], ...written } : written;
    return {
      ...oneOrSeveral(valueOf(field, source, reader), Boolean(field.list)),
      ...told(field.label, field.description),
      ...(field.required === true && field.default === undefined && { isRequired: true }),
      ...(field.default !== undefined && { defaultValue: field.default }),
      source,
    };
  };
  return reader;
}

function valueOf(field: Field, source: string, reader: FieldReader): ValueSchema {
  const type = kinds[textOf(field.type) ?? ''];
  const options = isRecord(field.options) ? field.options : {};
  if (field.type === 'select') {
    const values = optionsOf(options.values, 'value', 'name');
    return oneOrSeveral(
      { ...(values && (options.creatable === true ? { proposals: values } : { values })) },
      options.multiple === true,
    );
  }
  if (options.multiple !== undefined) return {};
  const keys =
    type === 'map' && Array.isArray(field.fields) && textOf(field.component) === undefined
      ? readFields(field.fields, source, reader)
      : undefined;
  return { ...ofType(type), ...patternOf(field.pattern), ...(keys && { keys }) };
}
