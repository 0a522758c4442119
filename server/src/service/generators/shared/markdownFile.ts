import { basename } from '../../text/paths.ts';

/** Whether a file is Markdown by its extension. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mkd|mkdn|mkdown|markdown|mdx)$/i.test(path);
}

/** Returns `title` for `a/title.md`, and `a` for `a/index.md`. */
export function getPostName(path: string): string {
  const segments = path.split('/');
  const name = segments.at(-1)!.replace(/\.[^.]+$/, '');
  return (name === 'index' || name === '_index') && segments.length > 1 ? segments.at(-2)! : name;
}

/** Whether a file is `index` with any extension: the page of a bundle. */
export function isIndexFile(path: string): boolean {
  return /^index\.[^/]+$/.test(basename(path));
}

/** Returns the path of a page as a bundle: `a/b/index.md` for `a/b.md`, and for itself. */
export function toBundlePath(path: string): string {
  return isIndexFile(path) ? path : path.replace(/(\.[^./]+)$/, '/index$1');
}

/** Returns the terms in a front matter value: the items of a list, or a single value. */
export function toTerms(value: unknown): string[] {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return items.map((item: unknown) => (typeof item === 'object' ? JSON.stringify(item) : String(item)));
}
