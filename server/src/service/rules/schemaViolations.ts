import { isRecord } from '../generators/shared/configurationFile.ts';
import type { KeySchema, SchemaType, ValueSchema } from '../site/frontMatter/schema/schema.ts';
import type { Scalar } from '../site/frontMatter/vocabulary/values.ts';
import { typeOf } from '../site/frontMatter/vocabulary/values.ts';
import type { Pair } from '../syntax/frontMatter/index.ts';
import type { Range } from '../text/range.ts';
import { nearMiss } from './nearMiss.ts';

/** A value that its schema does not take. */
export interface Violation {
  readonly range: Range;
  /** What is wrong and who says so. */
  readonly message: string;
  /** What was probably meant. */
  readonly instead?: Scalar;
}

/** Everything in a key's value that its schema does not take; an empty value is absent and no violation. */
export function violations(pair: Pair, schema: KeySchema): Violation[] {
  return checked(pair, schema, { key: pair.key, source: schema.source, isStrict: schema.isStrict === true });
}

/** Whose value it is, for messages. */
interface Context {
  readonly key: string;
  readonly source: string;
  readonly isStrict: boolean;
}

type Place = Pick<Pair, 'value' | 'items' | 'inner'> & { readonly valueRange: Range };

function checked(place: Place, schema: ValueSchema, context: Context): Violation[] {
  const { value, valueRange } = place;
  if (value === null || value === undefined || value === '') return [];
  const message = typeComplaint(value, schema, context) ?? rangeComplaint(value, schema, context);
  if (message !== undefined) return [{ range: valueRange, message }];
  const strange = strangeValue(place, schema, context);
  return strange ? [strange] : [...inItems(place, schema, context), ...inMap(place, schema, context)];
}

function inItems({ items }: Place, { items: each }: ValueSchema, context: Context): Violation[] {
  return each && items ? items.flatMap(({ value, range }) => checked({ value, valueRange: range }, each, context)) : [];
}

function inMap({ inner }: Place, { keys, isClosed }: ValueSchema, context: Context): Violation[] {
  return (inner ?? []).flatMap((pair) => {
    const schema = keys?.get(pair.key);
    if (schema) return checked(pair, schema, { ...context, key: `${context.key}.${pair.key}` });
    return keys && isClosed
      ? [
          {
            range: pair.keyRange,
            message: `"${pair.key}" is no key of "${context.key}" in ${context.source}, which takes no others.`,
          },
        ]
      : [];
  });
}

const words: Readonly<Record<SchemaType, string>> = {
  string: 'a text',
  boolean: '`true` or `false`',
  number: 'a number',
  date: 'a date',
  list: 'a list',
  map: 'a map of keys',
};

function typeComplaint(value: unknown, { types }: ValueSchema, { key, source, isStrict }: Context): string | undefined {
  if (!types || types.length === 0 || types.some((type) => fits(value, type, isStrict))) return undefined;
  return `"${key}" is ${words[kindOf(value)]} here, ${types.map((type) => words[type]).join(' or ')} in ${source}.`;
}

function kindOf(value: unknown): SchemaType {
  const type = typeOf(value);
  return type === 'nothing' ? 'string' : type;
}

/** YAML reads `2024` as a number and `2024-05-01` as a date where a text may have been meant: only a build that refuses them counts. */
function fits(value: unknown, type: SchemaType, isStrict: boolean): boolean {
  const kind = kindOf(value);
  if (kind === type || (type === 'string' && kind === 'date')) return true;
  if (type === 'date')
    return kind === 'number' || (kind === 'string' && /\d{4}|\d{1,2}[./]\d{1,2}/.test(String(value)));
  if (isStrict) return false;
  if (type === 'string') return kind === 'number' || kind === 'boolean';
  if (type === 'number') return kind === 'string' && Number.isFinite(Number(value));
  return type === 'list' && kind === 'string';
}

function rangeComplaint(
  value: unknown,
  { minimum, maximum, pattern }: ValueSchema,
  { key, source }: Context,
): string | undefined {
  const size =
    typeof value === 'number' ? value : typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  if (typeof value === 'string' && pattern?.test(value) === false)
    return `"${shown(value)}" does not match the pattern of "${key}" in ${source}: \`${pattern.source}\`.`;
  if (size === undefined) return undefined;
  const unit = typeof value === 'number' ? '' : Array.isArray(value) ? ' items' : ' characters';
  if (minimum !== undefined && size < minimum)
    return `"${key}" ${unit ? `has ${size}${unit}` : `is ${size}`}; ${source} wants at least ${minimum}.`;
  if (maximum !== undefined && size > maximum)
    return `"${key}" ${unit ? `has ${size}${unit}` : `is ${size}`}; ${source} takes at most ${maximum}.`;
  return undefined;
}

const mostShown = 8;

function strangeValue(
  { value, valueRange }: Place,
  { values }: ValueSchema,
  { key, source }: Context,
): Violation | undefined {
  if (
    !values ||
    values.length === 0 ||
    Array.isArray(value) ||
    isRecord(value) ||
    values.some((each) => String(each) === String(value))
  )
    return undefined;
  const instead = nearMiss(String(value), values.map(String));
  const allowed = values
    .slice(0, mostShown)
    .map((each) => `"${each}"`)
    .join(', ');
  const known = values.find((each) => String(each) === instead);
  return {
    range: valueRange,
    message: `"${shown(String(value))}" is not among the values of "${key}" in ${source}: ${allowed}${values.length > mostShown ? ' …' : ''}.`,
    ...(known !== undefined && { instead: known }),
  };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
