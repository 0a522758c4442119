/** A value that is no list and no map. */
export type Scalar = string | number | boolean;

export type ValueType = 'string' | 'boolean' | 'number' | 'list' | 'map' | 'date' | 'nothing';

/** The value, or of a list each of its items; maps have none. */
export function toScalars(value: unknown): Scalar[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(
    (each): each is Scalar =>
      (typeof each === 'string' && each !== '') || typeof each === 'number' || typeof each === 'boolean',
  );
}

/** What kind of value a key has. */
export function getValueType(value: unknown): ValueType {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean' || typeof value === 'number') return typeof value === 'boolean' ? 'boolean' : 'number';
  if (typeof value === 'object') return 'map';
  return /^\d{4}-\d{1,2}-\d{1,2}(?:$|[T ])/.test(String(value)) ? 'date' : 'string';
}
