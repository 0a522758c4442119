import { isRecord } from '../generators/shared/configurationFile.ts';
import type { KeySchema, SchemaType, ValueSchema } from '../site/frontMatter/schema/schema.ts';
import type { Scalar } from '../site/frontMatter/vocabulary/values.ts';
import { getValueType } from '../site/frontMatter/vocabulary/values.ts';
import type { Pair } from '../syntax/frontMatter/index.ts';
import type { Range } from '../text/range.ts';
import { findNearMiss } from './nearMiss.ts';

/** A value that its schema does not allow. */
export interface Violation {
  readonly range: Range;
  /** What is wrong, and which schema says so. */
  readonly message: string;
  /** What was probably meant. */
  readonly replacement?: Scalar;
}

/** Everything in a key's value that its schema does not allow; an empty value is absent and no violation. */
export function findViolations(pair: Pair, schema: KeySchema): Violation[] {
  return checkPlace(pair, schema, { key: pair.key, source: schema.source, isStrict: schema.isStrict === true });
}

/** Whose value it is, for messages. */
interface CheckContext {
  readonly key: string;
  readonly source: string;
  readonly isStrict: boolean;
}

type Place = Pick<Pair, 'value' | 'items' | 'children'> & { readonly valueRange: Range };

function checkPlace(place: Place, schema: ValueSchema, context: CheckContext): Violation[] {
  const { value, valueRange } = place;
  if (value === null || value === undefined || value === '') return [];
  const message = checkType(value, schema, context) ?? checkRange(value, schema, context);
  if (message !== undefined) return [{ range: valueRange, message }];
  const strange = checkValue(place, schema, context);
  return strange ? [strange] : [...checkItems(place, schema, context), ...checkMap(place, schema, context)];
}

function checkItems({ items }: Place, { items: each }: ValueSchema, context: CheckContext): Violation[] {
  return each && items
    ? items.flatMap(({ value, range }) => checkPlace({ value, valueRange: range }, each, context))
    : [];
}

function checkMap({ children }: Place, { keys, isClosed }: ValueSchema, context: CheckContext): Violation[] {
  return (children ?? []).flatMap((pair) => {
    const schema = keys?.get(pair.key);
    if (schema) return checkPlace(pair, schema, { ...context, key: `${context.key}.${pair.key}` });
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

const typeWords: Readonly<Record<SchemaType, string>> = {
  string: 'a text',
  boolean: '`true` or `false`',
  number: 'a number',
  date: 'a date',
  list: 'a list',
  map: 'a map of keys',
};

function checkType(
  value: unknown,
  { types }: ValueSchema,
  { key, source, isStrict }: CheckContext,
): string | undefined {
  if (
    !types ||
    types.length === 0 ||
    types.some((type) => isOfType(value, type) || (!isStrict && isReadAs(value, type)))
  )
    return undefined;
  return `"${key}" is ${typeWords[toTypeName(value)]} here, ${types.map((type) => typeWords[type]).join(' or ')} in ${source}.`;
}

function toTypeName(value: unknown): SchemaType {
  const type = getValueType(value);
  return type === 'nothing' ? 'string' : type;
}

function isOfType(value: unknown, type: SchemaType): boolean {
  const kind = toTypeName(value);
  if (kind === type || (type === 'string' && kind === 'date')) return true;
  if (type === 'date')
    return kind === 'number' || (kind === 'string' && /\d{4}|\d{1,2}[./]\d{1,2}/.test(String(value)));
  return false;
}

/**
 * Whether a value may be meant for a type: YAML reads `2024` as a number where a text is meant. Only a build that
 * refuses it counts.
 */
function isReadAs(value: unknown, type: SchemaType): boolean {
  const kind = toTypeName(value);
  if (type === 'string') return kind === 'number' || kind === 'boolean';
  if (type === 'number') return kind === 'string' && Number.isFinite(Number(value));
  return type === 'list' && kind === 'string';
}

function checkRange(
  value: unknown,
  { minimum, maximum, pattern }: ValueSchema,
  { key, source }: CheckContext,
): string | undefined {
  const size =
    typeof value === 'number' ? value : typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  if (typeof value === 'string' && pattern?.test(value) === false)
    return `"${formatValue(value)}" does not match the pattern of "${key}" in ${source}: \`${pattern.source}\`.`;
  if (size === undefined) return undefined;
  const unit = typeof value === 'number' ? '' : Array.isArray(value) ? ' items' : ' characters';
  if (minimum !== undefined && size < minimum)
    return `"${key}" ${unit ? `has ${size}${unit}` : `is ${size}`}; ${source} wants at least ${minimum}.`;
  if (maximum !== undefined && size > maximum)
    return `"${key}" ${unit ? `has ${size}${unit}` : `is ${size}`}; ${source} takes at most ${maximum}.`;
  return undefined;
}

const maxValues = 8;

function checkValue(
  { value, valueRange }: Place,
  { values }: ValueSchema,
  { key, source }: CheckContext,
): Violation | undefined {
  if (
    !values ||
    values.length === 0 ||
    Array.isArray(value) ||
    isRecord(value) ||
    values.some((each) => String(each) === String(value))
  )
    return undefined;
  const nearest = findNearMiss(String(value), values.map(String));
  const allowed = values
    .slice(0, maxValues)
    .map((each) => `"${each}"`)
    .join(', ');
  const replacement = values.find((each) => String(each) === nearest);
  return {
    range: valueRange,
    message: `"${formatValue(String(value))}" is not among the values of "${key}" in ${source}: ${allowed}${values.length > maxValues ? ' …' : ''}.`,
    ...(replacement !== undefined && { replacement }),
  };
}

function formatValue(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
