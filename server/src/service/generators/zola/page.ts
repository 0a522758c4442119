import { joinUrlPath } from '../shared/address.ts';
import type { Collection, PostSource, SiteView } from '../contract/model.ts';
import type { ZolaSettings } from './settings.ts';
import { zolaSlug } from './slug.ts';
import { matchAt } from '../../text/scan.ts';

/** A page or section as Zola sees its file (`file_info.rs`). */
export interface ZolaFile {
  readonly kind: 'page' | 'section';
  /** Without extension and language; `index` of a page with a folder of its own. */
  readonly name: string;
  /** Folders below `content`, without the one that a page has to itself. */
  readonly folders: readonly string[];
  /** Undefined for a code that the configuration does not name, which stops the build. */
  readonly language: string | undefined;
  /** What the address is made of where the front matter does not say: the name, or that of the page's own folder. */
  readonly slugSource: string;
}

const timeAndOffset = /T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)/y;

/** Splits a name into a date, with or without a time, at its start and what follows (`page.rs`, `RFC3339_DATE`). */
function parseDated(name: string): { readonly date: string; readonly rest: string | undefined } | undefined {
  const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/.exec(name)?.[0];
  if (day === undefined) return undefined;
  const date = day + (matchAt(name, day.length, timeAndOffset)?.[0] ?? '');
  return { date, rest: matchAt(name, date.length, /\s?[_-](.+)/y)?.[1] };
}

/** A Markdown file in `content` as a page or section; undefined for files that Zola passes over. */
export function fileOf(path: string, settings: ZolaSettings): ZolaFile | undefined {
  const segments = path.split('/');
  const fileName = segments.at(-1)!;
  if (
    segments.length < 2 ||
    segments[0] !== 'content' ||
    !fileName.endsWith('.md') ||
    fileName.startsWith('.') ||
    settings.isIgnored(path) === true
  )
    return undefined;
  const kind = fileName.startsWith('_index.') ? 'section' : 'page';
  const { name, language } = languageIn(fileName.slice(0, -'.md'.length), settings);
  const inside = segments.slice(1, -1);
  const hasOwnFolder = kind === 'page' && inside.length > 0 && fileName.startsWith('index.');
  const slugSource = name === 'index' && inside.length > 0 ? inside.at(-1)! : name;
  return { kind, name, language, slugSource, folders: hasOwnFolder ? inside.slice(0, -1) : inside };
}

/** `FileInfo::find_language`: everything after the first dot is the language on a site that has several. */
function languageIn(
  stem: string,
  { languages, defaultLanguage }: ZolaSettings,
): { readonly name: string; readonly language: string | undefined } {
  const dot = stem.indexOf('.');
  const code = dot < 0 ? '' : stem.slice(dot + 1);
  if (languages.length === 0 || dot < 0 || code === defaultLanguage) return { name: stem, language: defaultLanguage };
  return languages.includes(code) ? { name: stem.slice(0, dot), language: code } : { name: stem, language: undefined };
}

/** The date at the start of a file's name, or of its own folder's; undefined for none. */
export function dateInName({ slugSource }: ZolaFile): string | undefined {
  return parseDated(slugSource)?.date;
}

/** The path of a page or section on the site, base path left out (`Page::parse`, `Section::parse`); undefined where it is not certain. */
export function pathOf(
  file: ZolaFile,
  data: Readonly<Record<string, unknown>>,
  settings: ZolaSettings,
): string | undefined {
  const { kind, folders, language, slugSource } = file;
  const languagePath = language === settings.defaultLanguage ? [] : [language ?? ''];
  if (kind === 'section') return slashed(joinUrlPath(...languagePath, ...folders));
  if (typeof data.path === 'string') return slashed(joinUrlPath(data.path.trim()));
  if (folders.length === 0 && slugSource === 'index') return slashed(joinUrlPath(...languagePath));
  const source =
    typeof data.slug === 'string'
      ? data.slug
      : settings.keepsDates
        ? slugSource
        : (parseDated(slugSource)?.rest ?? slugSource);
  const slug = zolaSlug(source, settings.paths);
  return slug === undefined || slug === '' ? undefined : slashed(joinUrlPath(...languagePath, ...folders, slug));
}

function slashed(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** The section among the folders above a file that is a draft, which hides all below it (`site/lib.rs`); undefined for none. */
export function draftAbove(
  { path, siteView }: Pick<PostSource, 'path' | 'siteView'>,
  settings: ZolaSettings,
): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const names = ['_index.md', ...settings.languages.map((code) => `_index.${code}.md`)];
  const above = folders.flatMap((_, depth) => names.map((name) => `${folders.slice(0, depth + 1).join('/')}/${name}`));
  return above.find((section) => section !== path && siteView.getFrontMatter(section)?.data.draft === true);
}

/** Pages go by the section at the top that they are in; sections are a kind of their own, with other keys. */
export function collectionIn(path: string, { kind, folders }: ZolaFile): Collection {
  if (kind === 'section') return { name: 'sections', folder: 'content' };
  const top = folders[0];
  return top === undefined || path.split('/').length < 3
    ? { name: 'pages', folder: 'content' }
    : { name: top, folder: `content/${top}` };
}

/** URLs without base path of a file beside pages: what is in a page's own folder, and what is directly in a section's (`find_related_assets`). */
export function assetPaths(path: string, siteView: SiteView, settings: ZolaSettings): string[] {
  const segments = path.split('/');
  const name = segments.at(-1)!;
  if (segments[0] !== 'content' || name.endsWith('.md') || settings.isIgnored(path) === true) return [];
  const found: string[] = [];
  for (let depth = segments.length - 1; depth > 0; depth--) {
    const folder = segments.slice(0, depth).join('/');
    const inner = segments.slice(depth).join('/');
    for (const owner of owners(settings)) {
      const file = depth === segments.length - 1 || !owner.startsWith('_') ? `${folder}/${owner}` : undefined;
      if (file === undefined || !siteView.hasFile(file)) continue;
      const info = fileOf(file, settings);
      const at = info && pathOf(info, siteView.getFrontMatter(file)?.data ?? {}, settings);
      if (at !== undefined) found.push(joinUrlPath(at, inner));
    }
    if (found.length > 0) break;
  }
  return found;
}

function owners({ languages }: ZolaSettings): string[] {
  return ['index', '_index'].flatMap((name) => [`${name}.md`, ...languages.map((code) => `${name}.${code}.md`)]);
}
