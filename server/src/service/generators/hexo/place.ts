import { memoizeRecent } from '../../text/memo.ts';
import { compilePattern, isRefused } from '../../text/pattern.ts';
import type { Collection } from '../contract/model.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import type { HexoSettings } from './settings.ts';

/** Where Hexo finds a file, which decides what it makes of it. */
export interface Place {
  readonly kind: 'post' | 'draft' | 'page';
  /** Below `_posts`, `_drafts` or the source folder. */
  readonly inner: string;
  readonly collection: Collection;
}

/** Extensions that the usual renderers turn into pages. */
const pages = /\.(?:md|markdown|mkd|mkdn|mdwn|mdtxt|mdtext|html?|swig|njk|ejs|pug)$/i;

/** The place of a file that may be a page; undefined when Hexo does not look at it (`processor/post.ts`, `processor/asset.ts`). */
export function placeOf(path: string, settings: HexoSettings): Place | undefined {
  const inner = getPathWithin(settings.sourceFolder, path);
  if (inner === undefined || !pages.test(path) || /[%~]$/.test(path)) return undefined;
  for (const kind of ['post', 'draft'] as const) {
    const entry = getPathWithin(`_${kind}s`, inner);
    if (entry !== undefined)
      return isHidden(entry)
        ? undefined
        : { kind, inner: entry, collection: { name: `${kind}s`, folder: folderOf(kind, settings) } };
  }
  if (settings.isExcluded(inner) === true || (isHidden(inner) && settings.isIncluded(inner) !== true)) return undefined;
  return { kind: 'page', inner, collection: { name: 'pages', folder: settings.sourceFolder } };
}

/** `source/_posts`. */
export function folderOf(kind: 'post' | 'draft', { sourceFolder }: HexoSettings): string {
  return sourceFolder === '' ? `_${kind}s` : `${sourceFolder}/_${kind}s`;
}

/** Whether a name in a path starts with `_` or `.`. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)[_.]/.test(path);
}

/** Whether a file is copied as it is: by `skip_render`, or beside posts because only those of the usual extension are posts. */
export function isCopied({ kind, inner }: Place, settings: HexoSettings): boolean {
  const path = kind === 'page' ? inner : `_${kind}s/${inner}`;
  if (settings.isCopied(path) === true) return true;
  return kind !== 'page' && settings.postAssetFolder && getExtension(settings.newPostName) !== getExtension(inner);
}

/** Parts of a post's file name by their names in `new_post_name`; `title` is always there (`parseFilename`). */
export function partsOfName(
  inner: string,
  { newPostName }: HexoSettings,
): Readonly<Record<string, string>> | undefined {
  const { names, pattern } = nameTemplate(newPostName);
  if (isRefused(pattern)) return undefined;
  const found = pattern.groups(inner.slice(0, inner.length - getExtension(inner).length));
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index]!])) : {};
}

/** The pattern that `new_post_name` is, and the names of its groups; for the few sites that are open at once. */
const nameTemplate = memoizeRecent(10, (written: string) => {
  const template = written.slice(0, written.length - getExtension(written).length);
  const names: string[] = [];
  const source = template.replace(/[|\\{}()[\]^$+*?.-]/g, '\\$&').replace(/:(\w*[^_\W])/g, (_, name: string) => {
    names.push(name);
    return segments[name] ?? '(.+?)';
  });
  return { names, pattern: compilePattern(template, `^${source}$`) };
});

/** The file name that `new_post_name` makes of a title, a day (`2024-05-01`) and a language; variables that are not known stay (`new_post_path.ts`). */
export function newPostName(
  title: string,
  day: string,
  { newPostName: template, permalinkDefaults }: HexoSettings,
  language?: string,
): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const defaults = Object.entries(permalinkDefaults).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const known: Readonly<Record<string, string>> = {
    ...Object.fromEntries(defaults),
    ...(language !== undefined && { lang: language }),
    year,
    month,
    i_month: String(Number(month)),
    day: date,
    i_day: String(Number(date)),
    title,
  };
  return template.replace(/:(\w*[^_\W])/g, (whole, variable: string) => known[variable] ?? whole);
}

const segments: Readonly<Record<string, string>> = {
  year: '(\\d{4})',
  month: '(\\d{2})',
  day: '(\\d{2})',
  i_month: '(\\d{1,2})',
  i_day: '(\\d{1,2})',
  hash: '([0-9a-f]{12})',
};
