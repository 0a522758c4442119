import { joinUrlPath } from '../shared/baseUrl.ts';
import type { Collection, PostSource, SiteView } from '../contract/model.ts';
import type { ZolaSettings } from './settings.ts';
import { slugify } from './slug.ts';
import { matchAt } from '../../text/scan.ts';

/** The file of a page or section (`file_info.rs`). */
export interface ZolaFile {
  readonly kind: 'page' | 'section';
  /** The file name without extension and language; `index` for a page bundle. */
  readonly name: string;
  /** Folders below `content`, without that of a page bundle. */
  readonly folders: readonly string[];
  /** The language code; undefined for a code that the configuration does not name, which stops the build. */
  readonly language: string | undefined;
  /** The text of which the slug is made where the front matter has none: the file name, or the folder of a page bundle. */
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

/** Parses the path of a page or section; undefined for files that Zola ignores. */
export function parseZolaPath(path: string, settings: ZolaSettings): ZolaFile | undefined {
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
  const { name, language } = splitLanguage(fileName.slice(0, -'.md'.length), settings);
  const parentFolders = segments.slice(1, -1);
  const hasOwnFolder = kind === 'page' && parentFolders.length > 0 && fileName.startsWith('index.');
  const slugSource = name === 'index' && parentFolders.length > 0 ? parentFolders.at(-1)! : name;
  return { kind, name, language, slugSource, folders: hasOwnFolder ? parentFolders.slice(0, -1) : parentFolders };
}

/** Splits a file name into name and language (`FileInfo::find_language`): on a site with several languages, all after the first dot is the code. */
function splitLanguage(
  stem: string,
  { languages, defaultLanguage }: ZolaSettings,
): { readonly name: string; readonly language: string | undefined } {
  const dot = stem.indexOf('.');
  const code = dot < 0 ? '' : stem.slice(dot + 1);
  if (languages.length === 0 || dot < 0 || code === defaultLanguage) return { name: stem, language: defaultLanguage };
  return languages.includes(code) ? { name: stem.slice(0, dot), language: code } : { name: stem, language: undefined };
}

/** Returns the date at the start of the file name, or of the folder of a page bundle; undefined for none. */
export function getDateFromName({ slugSource }: ZolaFile): string | undefined {
  return parseDated(slugSource)?.date;
}

/** Returns the URL path of a page or section, without the base path (`Page::parse`, `Section::parse`); undefined where it is not certain. */
export function getPath(
  file: ZolaFile,
  data: Readonly<Record<string, unknown>>,
  settings: ZolaSettings,
): string | undefined {
  const { kind, folders, language, slugSource } = file;
  const languagePath = language === settings.defaultLanguage ? [] : [language ?? ''];
  if (kind === 'section') return addTrailingSlash(joinUrlPath(...languagePath, ...folders));
  if (typeof data.path === 'string') return addTrailingSlash(joinUrlPath(data.path.trim()));
  if (folders.length === 0 && slugSource === 'index') return addTrailingSlash(joinUrlPath(...languagePath));
  const source =
    typeof data.slug === 'string'
      ? data.slug
      : settings.keepsDates
        ? slugSource
        : (parseDated(slugSource)?.rest ?? slugSource);
  const slug = slugify(source, settings.pathSlugs);
  return slug === undefined || slug === ''
    ? undefined
    : addTrailingSlash(joinUrlPath(...languagePath, ...folders, slug));
}

function addTrailingSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** Returns the path of a section above a file that is a draft, which makes all pages below it drafts (`site/lib.rs`); undefined for none. */
export function findDraftSection(
  { path, siteView }: Pick<PostSource, 'path' | 'siteView'>,
  settings: ZolaSettings,
): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const names = ['_index.md', ...settings.languages.map((code) => `_index.${code}.md`)];
  const above = folders.flatMap((_, depth) => names.map((name) => `${folders.slice(0, depth + 1).join('/')}/${name}`));
  return above.find((section) => section !== path && siteView.getFrontMatter(section)?.data.draft === true);
}

/** Returns the collection of a file: that of a page is its top section; sections are a collection of their own, with other keys. */
export function getCollection(path: string, { kind, folders }: ZolaFile): Collection {
  if (kind === 'section') return { name: 'sections', folder: 'content' };
  const top = folders[0];
  return top === undefined || path.split('/').length < 3
    ? { name: 'pages', folder: 'content' }
    : { name: top, folder: `content/${top}` };
}

/** Returns the URLs, without base path, of an asset: a file in the folder of a page bundle, or directly in that of a section (`find_related_assets`). */
export function getAssetUrls(path: string, siteView: SiteView, settings: ZolaSettings): string[] {
  const segments = path.split('/');
  const name = segments.at(-1)!;
  if (segments[0] !== 'content' || name.endsWith('.md') || settings.isIgnored(path) === true) return [];
  const found: string[] = [];
  for (let depth = segments.length - 1; depth > 0; depth--) {
    const folder = segments.slice(0, depth).join('/');
    const inner = segments.slice(depth).join('/');
    for (const owner of listIndexFileNames(settings)) {
      const file = depth === segments.length - 1 || !owner.startsWith('_') ? `${folder}/${owner}` : undefined;
      if (file === undefined || !siteView.hasFile(file)) continue;
      const info = parseZolaPath(file, settings);
      const at = info && getPath(info, siteView.getFrontMatter(file)?.data ?? {}, settings);
      if (at !== undefined) found.push(joinUrlPath(at, inner));
    }
    if (found.length > 0) break;
  }
  return found;
}

function listIndexFileNames({ languages }: ZolaSettings): string[] {
  return ['index', '_index'].flatMap((name) => [`${name}.md`, ...languages.map((code) => `${name}.${code}.md`)]);
}
