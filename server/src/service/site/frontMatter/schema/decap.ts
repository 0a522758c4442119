import { textOf } from '../../../generators/shared/values.ts';
import { readConfigurationFile } from '../../../generators/shared/configurationFile.ts';
import type { Field, FieldReader } from './fields.ts';
import { isBelow, ofType, oneOrSeveral, optionsOf, patternOf, readFields, recordsIn, told } from './fields.ts';
import type { KeySchema, SchemaFor, SchemaType, ValueSchema } from './schema.ts';

/** The collections of Decap CMS and Sveltia CMS, `admin/config.yml`: their fields by the folder or file they are for. */
export function readDecap(file: string, text: string): SchemaFor[] {
  return recordsIn(readConfigurationFile(file, text).data.collections).flatMap((collection) => {
    const ofFiles = recordsIn(collection.files).map((each) =>
      schemaFor(file, each, (path) => path === withoutSlash(textOf(each.file))),
    );
    const folder = textOf(collection.folder);
    const isPart = collection.filter !== undefined;
    return folder === undefined || isPart
      ? ofFiles
      : [schemaFor(file, collection, (path) => isBelow(path, folder)), ...ofFiles];
  });
}

function schemaFor(file: string, { fields }: Field, applies: (path: string) => boolean): SchemaFor {
  return { applies, schema: { source: file, keys: readFields(fields, file, fieldOf), isClosed: false } };
}

function withoutSlash(path: string | undefined): string | undefined {
  return path?.replace(/^\//, '');
}

const widgets: Readonly<Record<string, SchemaType | undefined>> = {
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

/** A field; required unless it says otherwise, as Decap has it, but for those that the editor fills in by itself. */
const fieldOf: FieldReader = (field, source): KeySchema => {
  const { widget, default: defaultValue, required } = field;
  const isFilled =
    defaultValue !== undefined ||
    widget === 'boolean' ||
    widget === 'hidden' ||
    widget === 'list' ||
    widget === 'compute';
  return {
    ...valueOf(field, source),
    ...told(field.label, field.hint),
    ...patternOf(field.pattern),
    ...(required !== false && !isFilled && { isRequired: true }),
    ...(defaultValue !== undefined && { defaultValue }),
    source,
  };
};

function valueOf(field: Field, source: string): ValueSchema {
  const widget = textOf(field.widget) ?? 'string';
  if (widget === 'list') return { ...ofType('list'), ...itemsOf(field, source) };
  if (widget === 'select') {
    const values = optionsOf(field.options, 'value');
    return oneOrSeveral({ ...(values && { values }) }, field.multiple === true);
  }
  if (widget === 'number') return ofType(field.value_type === 'string' ? 'string' : 'number');
  if ((widget === 'image' || widget === 'file' || widget === 'relation') && field.multiple !== undefined) return {};
  const keys = widget === 'object' ? readFields(field.fields, source, fieldOf) : undefined;
  return { ...ofType(widgets[widget]), ...(keys && { keys }) };
}

function itemsOf(field: Field, source: string): Pick<ValueSchema, 'items'> {
  if (field.fields) return { items: { ...ofType('map'), keys: readFields(field.fields, source, fieldOf) } };
  const [single] = recordsIn([field.field]);
  return single ? { items: valueOf(single, source) } : {};
}
