import { memoizeRecent } from '../../text/memo.ts';
import { compilePattern, isRefused } from '../../text/pattern.ts';
import type { Collection } from '../contract/model.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import type { HexoSettings } from './settings.ts';

/** A file that Hexo reads. */
export interface HexoFile {
  readonly kind: 'post' | 'draft' | 'page';
  /** Relative to `_posts`, `_drafts` or the source folder. */
  readonly relativePath: string;
  readonly collection: Collection;
}

/** Extensions of files that the default renderers turn into pages. */
const pageExtensions = /\.(?:md|markdown|mkd|mkdn|mdwn|mdtxt|mdtext|html?|swig|njk|ejs|pug)$/i;

/** Parses the path of a post, draft or page, relative to the site root; undefined for a file that Hexo does not read (`processor/post.ts`, `processor/asset.ts`). */
export function parseHexoPath(path: string, settings: HexoSettings): HexoFile | undefined {
  const relativePath = getPathWithin(settings.sourceFolder, path);
  if (relativePath === undefined || !pageExtensions.test(path) || /[%~]$/.test(path)) return undefined;
  for (const kind of ['post', 'draft'] as const) {
    const entry = getPathWithin(`_${kind}s`, relativePath);
    if (entry !== undefined)
      return isHidden(entry)
        ? undefined
        : { kind, relativePath: entry, collection: { name: `${kind}s`, folder: getKindFolder(kind, settings) } };
  }
  if (
    settings.isExcluded(relativePath) === true ||
    (isHidden(relativePath) && settings.isIncluded(relativePath) !== true)
  )
    return undefined;
  return { kind: 'page', relativePath, collection: { name: 'pages', folder: settings.sourceFolder } };
}

/** Returns the folder of posts or drafts: `source/_posts`. */
export function getKindFolder(kind: 'post' | 'draft', { sourceFolder }: HexoSettings): string {
  return sourceFolder === '' ? `_${kind}s` : `${sourceFolder}/_${kind}s`;
}

/** Whether a name in a path starts with `_` or `.`. */
export function isHidden(path: string): boolean {
  return /(?:^|\/)[_.]/.test(path);
}

/** Whether Hexo copies a file as it is: by `skip_render`, or in an asset folder because its extension is not that of posts. */
export function isCopied({ kind, relativePath }: HexoFile, settings: HexoSettings): boolean {
  const path = kind === 'page' ? relativePath : `_${kind}s/${relativePath}`;
  if (settings.isCopied(path) === true) return true;
  return (
    kind !== 'page' && settings.postAssetFolder && getExtension(settings.newPostName) !== getExtension(relativePath)
  );
}

/** Parses a post's file name by the variables of `new_post_name`, of which `title` is always set (`parseFilename`); undefined where the pattern is refused. */
export function parsePostName(
  relativePath: string,
  { newPostName }: HexoSettings,
): Readonly<Record<string, string>> | undefined {
  const { names, pattern } = compileNamePattern(newPostName);
  if (isRefused(pattern)) return undefined;
  const found = pattern.groups(relativePath.slice(0, relativePath.length - getExtension(relativePath).length));
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index]!])) : {};
}

/** Compiles `new_post_name` to a pattern and the names of its groups; cached for the few sites that are open at once. */
const compileNamePattern = memoizeRecent(10, (written: string) => {
  const template = written.slice(0, written.length - getExtension(written).length);
  const names: string[] = [];
  const source = template.replace(/[|\\{}()[\]^$+*?.-]/g, '\\$&').replace(/:(\w*[^_\W])/g, (_, name: string) => {
    names.push(name);
    return variablePatterns[name] ?? '(.+?)';
  });
  return { names, pattern: compilePattern(template, `^${source}$`) };
});

/** Fills `new_post_name` with a title, a day (`2024-05-01`) and a language; unknown variables stay (`new_post_path.ts`). */
export function formatPostName(
  title: string,
  day: string,
  { newPostName: template, permalinkDefaults }: HexoSettings,
  language?: string,
): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const defaults = Object.entries(permalinkDefaults).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(defaults),
    ...(language !== undefined && { lang: language }),
    year,
    month,
    i_month: String(Number(month)),
    day: date,
    i_day: String(Number(date)),
    title,
  };
  return template.replace(/:(\w*[^_\W])/g, (whole, variable: string) => values[variable] ?? whole);
}

const variablePatterns: Readonly<Record<string, string>> = {
  year: '(\\d{4})',
  month: '(\\d{2})',
  day: '(\\d{2})',
  i_month: '(\\d{1,2})',
  i_day: '(\\d{1,2})',
  hash: '([0-9a-f]{12})',
};
