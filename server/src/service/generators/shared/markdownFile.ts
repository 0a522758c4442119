import { basename } from '../../text/paths.ts';

/** Whether a path names Markdown. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mkd|mkdn|mkdown|markdown|mdx)$/i.test(path);
}

/** `title` of `a/title.md`, and `a` of `a/index.md`. */
export function getPostName(path: string): string {
  const segments = path.split('/');
  const name = segments.at(-1)!.replace(/\.[^.]+$/, '');
  return (name === 'index' || name === '_index') && segments.length > 1 ? segments.at(-2)! : name;
}

/** Whether a file is `index.md`, whatever its ending: a page that has a folder to itself. */
export function isIndexFile(path: string): boolean {
  return /^index\.[^/]+$/.test(basename(path));
}

/** The path of a page with a folder to itself: `a/b/index.md` of `a/b.md`, and of itself. */
export function toBundlePath(path: string): string {
  return isIndexFile(path) ? path : path.replace(/(\.[^./]+)$/, '/index$1');
}

/** Terms of a list, or of a single text. */
export function toTerms(value: unknown): string[] {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return items.map((item: unknown) => (typeof item === 'object' ? JSON.stringify(item) : String(item)));
}
