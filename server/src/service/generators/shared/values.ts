/** Returns a string that is not blank; undefined for any other value. */
export function asNonEmptyString(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Returns the strings in a list, or a single one. */
export function asStrings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

/** Returns a folder's path without `./` and slashes at its ends: `docs` for `./docs/`, '' for `.`. */
export function normalizeFolder(written: string): string {
  return written
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}

/** Returns a path relative to a folder; undefined where it is not in the folder. Every path is in ''. */
export function getPathWithin(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** Returns the extension of a path, `.md` for `a.b.md`; '' for none. */
export function getExtension(path: string): string {
  return /[^/](\.[^./]+)$/.exec(path)?.[1] ?? '';
}
