/** A text that is not empty; undefined for any other value. */
export function asNonEmptyString(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The texts in a list, or a single one. */
export function asStrings(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
}

/** A folder's path without `./` and slashes at its ends: `docs` of `./docs/`, '' of `.`. */
export function normalizeFolder(written: string): string {
  return written
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}

/** A path below a folder, or undefined when it is not in it; every path is below ''. */
export function getPathWithin(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** `.md` of `a.b.md`, '' for none. */
export function getExtension(path: string): string {
  return /[^/](\.[^./]+)$/.exec(path)?.[1] ?? '';
}
