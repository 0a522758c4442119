import type { PostSource } from '../contract/model.ts';
import { getPostName } from '../shared/markdownFile.ts';
import { basename, dirname } from '../../text/paths.ts';
import { applyCascades } from './cascade.ts';
import type { GoTime } from './goTime.ts';
import { parseGoTime } from './goTime.ts';
import type { HugoFile } from './file.ts';
import type { HugoSettings } from './settings.ts';
import type { ContentTree, Kind } from './tree.ts';
import { getKind, toCascadeTarget, getContentTree } from './tree.ts';
import type { Data } from './values.ts';
import { toLowerCaseKeys, castToString, castToStrings } from './values.ts';
import { trim } from '../../text/scan.ts';

/** A page as Hugo holds it after reading. */
export interface HugoPage {
  readonly file: HugoFile;
  readonly kind: Kind;
  readonly tree: ContentTree;
  /** Front matter with keys in lower case, cascades of sections merged. */
  readonly data: Data;
  readonly title: string;
  /** The slug in front matter, else the file name after its date. */
  readonly slug: string;
  /** The file name in the URL; the folder's name for a bundle. */
  readonly name: string;
  /** The folder in the URL, without that of a bundle. */
  readonly folder: string;
  readonly dates: PageDates;
}

/** Dates of a page; `undetermined` where the modification time of the file or Git decides. */
export interface PageDates {
  readonly date: GoTime | 'undetermined' | undefined;
  readonly publishDate: GoTime | 'undetermined' | undefined;
  readonly expiryDate: GoTime | 'undetermined' | undefined;
}

/** Reads a page from its front matter and its sections (`page__meta.go#setMetadata`). */
export function readPage(
  { path, frontMatter, siteView }: PostSource,
  file: HugoFile,
  settings: HugoSettings,
): HugoPage {
  const tree = getContentTree(settings, siteView);
  const isSection = file.baseName === '_index';
  const own = toLowerCaseKeys(frontMatter?.data);
  const section = isSection ? tree.getSection(file.folder, file.language) : undefined;
  const isBundle = file.baseName === 'index' && tree.findLeafBundle(file.folder) !== undefined;
  const folder = isBundle ? dirname(file.folder) : file.folder;
  const data =
    section?.path === path
      ? section.data
      : applyCascades(own, tree.getCascade(folder, file.language), toCascadeTarget(file));
  const name = isBundle ? basename(file.folder) : file.baseName;
  const inName = parseDatedName(name, file.language.timeZone);
  const slug = trim(castToString(data.slug) ?? '', '-');
  const takesName =
    inName && Object.values(file.language.dates).some((keys) => findDateSource(keys, data, file) === ':filename');
  return {
    file,
    tree,
    data,
    slug: takesName && data.slug === undefined ? inName.slug : slug,
    kind: getKind(file),
    title: castToString(data.title) || getPostName(path),
    name,
    folder,
    dates: readDates(data, file, inName?.date),
  };
}

/** Returns the first of these keys that has a date; undefined for none. */
function findDateSource(keys: readonly string[], data: Data, { language }: HugoFile): string | undefined {
  return keys.find((key) => key.startsWith(':') || parseGoTime(data[key], language.timeZone) !== undefined);
}

function readDates(data: Data, { language }: HugoFile, inName: GoTime | undefined): PageDates {
  const findFirstDate = (keys: readonly string[]): GoTime | 'undetermined' | undefined => {
    for (const key of keys) {
      if (key === ':filemodtime' || key === ':git') return 'undetermined';
      const time = key === ':filename' ? inName : parseGoTime(data[key], language.timeZone);
      if (time) return time;
    }
    return undefined;
  };
  const { date, publishDate, expiryDate } = language.dates;
  return { date: findFirstDate(date), publishDate: findFirstDate(publishDate), expiryDate: findFirstDate(expiryDate) };
}

/** Parses the date at the start of a file name and the slug after it (`page_frontmatter.go#dateAndSlugFromBaseFilename`). */
function parseDatedName(name: string, zone: string): { readonly date: GoTime; readonly slug: string } | undefined {
  const stem = name.replace(/\.[^.]*$/, '');
  const date = stem.length < 10 ? undefined : parseGoTime(stem.slice(0, 10), zone);
  return date && { date, slug: trim(stem.slice(10), ' _-') };
}

/** Returns the terms of a page in a taxonomy. */
export function getTerms(page: HugoPage, taxonomy: string): string[] {
  const value = page.file.language.taxonomies.has(taxonomy) ? page.data[taxonomy] : undefined;
  return typeof value === 'string' ? [value] : castToStrings(value);
}
