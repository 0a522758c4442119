/** A value that is no list and no map. */
export type Scalar = string | number | boolean;

export type ValueType = 'string' | 'boolean' | 'number' | 'list' | 'map' | 'date' | 'nothing';

/** Returns the value, or the items of a list, that are scalars; empty texts are left out. */
export function toScalars(value: unknown): Scalar[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(
    (each): each is Scalar =>
      (typeof each === 'string' && each !== '') || typeof each === 'number' || typeof each === 'boolean',
  );
}

/** Returns the type of a parsed value; a text that begins with a date is a date. */
export function getValueType(value: unknown): ValueType {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean' || typeof value === 'number') return typeof value === 'boolean' ? 'boolean' : 'number';
  if (typeof value === 'object') return 'map';
  return /^\d{4}-\d{1,2}-\d{1,2}(?:$|[T ])/.test(String(value)) ? 'date' : 'string';
}
