import { isRecord } from '../shared/configurationFile.ts';

/** Settings or front matter with all keys in lower case. */
export type Data = Readonly<Record<string, unknown>>;

/** A map with its keys in lower case; empty for anything else. */
export function loweredKeys(value: unknown): Data {
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]))
    : {};
}

/** A text, or a number or truth value as text; undefined for anything else, as Go's `cast` leaves it empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
}

/** Texts of a list; one text is split at spaces (`cast.ToStringSlice`). */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter((word) => word !== '');
  return Array.isArray(value) ? value.map(textOf).filter((each) => each !== undefined) : [];
}

/** What Go's `cast.ToBool` makes of a value. */
export function isTrue(value: unknown): boolean {
  if (typeof value === 'string') return /^(?:1|t|T|TRUE|true|True)$/.test(value);
  return value === true || (typeof value === 'number' && value !== 0);
}

/** A folder relative to the site root, without slashes at the ends. */
export function folderPath(value: string): string {
  return value
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}
