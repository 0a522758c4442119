import { isRecord } from '../shared/configurationFile.ts';

/** Settings or front matter with all keys in lower case. */
export type Data = Readonly<Record<string, unknown>>;

/** Returns a map with its keys in lower case; an empty one for any other value. */
export function toLowerCaseKeys(value: unknown): Data {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]))
    : {};
}

/** Returns a string, number or boolean as a string (`cast.ToString`); undefined for any other value. */
export function castToString(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
}

/** Returns the items of a list as strings; a string is split at spaces (`cast.ToStringSlice`). */
export function castToStrings(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter((word) => word !== '');
  return Array.isArray(value) ? value.map(castToString).filter((each) => each !== undefined) : [];
}

/** Whether a value is true to Go's `cast.ToBool`. */
export function isTrue(value: unknown): boolean {
  if (typeof value === 'string') return /^(?:1|t|T|TRUE|true|True)$/.test(value);
  return value === true || (typeof value === 'number' && value !== 0);
}

/** Returns a folder relative to the site root, without slashes at its ends. */
export function normalizeFolder(value: string): string {
  return value
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}
