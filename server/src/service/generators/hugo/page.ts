import type { PostSource } from '../contract/model.ts';
import { getPostName } from '../shared/markdownFile.ts';
import { basename, dirname } from '../../text/paths.ts';
import { withCascades } from './cascade.ts';
import type { GoTime } from './goTime.ts';
import { goTime } from './goTime.ts';
import type { Place } from './place.ts';
import type { HugoSettings } from './settings.ts';
import type { ContentTree, Kind } from './tree.ts';
import { kindOf, targetOf, treeOf } from './tree.ts';
import type { Data } from './values.ts';
import { loweredKeys, textOf, textsOf } from './values.ts';
import { trim } from '../../text/scan.ts';

/** A page as Hugo holds it after reading. */
export interface HugoPage {
  readonly place: Place;
  readonly kind: Kind;
  readonly tree: ContentTree;
  /** Front matter in lower case with what sections hand down. */
  readonly data: Data;
  readonly title: string;
  /** As written in front matter, or what a dated file name has after the date. */
  readonly slug: string;
  /** Name in the address: the folder's of a bundle. */
  readonly name: string;
  /** Folder that the address starts with, without a bundle's own. */
  readonly folder: string;
  readonly dates: PageDates;
}

/** Dates of a page; `unsure` where a file's own time or Git decides. */
export interface PageDates {
  readonly date: GoTime | 'unsure' | undefined;
  readonly publishDate: GoTime | 'unsure' | undefined;
  readonly expiryDate: GoTime | 'unsure' | undefined;
}

/** Reads a page from its front matter and what surrounds it (`page__meta.go#setMetadata`). */
export function readPage({ path, frontMatter, siteView }: PostSource, place: Place, settings: HugoSettings): HugoPage {
  const tree = treeOf(settings, siteView);
  const isSection = place.base === '_index';
  const own = loweredKeys(frontMatter?.data);
  const section = isSection ? tree.section(place.folder, place.language) : undefined;
  const isBundle = place.base === 'index' && tree.index(place.folder) !== undefined;
  const folder = isBundle ? parentOf(place.folder) : place.folder;
  const data =
    section?.path === path ? section.data : withCascades(own, tree.cascadeFor(folder, place.language), targetOf(place));
  const name = isBundle ? lastOf(place.folder) : place.base;
  const inName = datedName(name, place.language.timeZone);
  const slug = trim(textOf(data.slug) ?? '', '-');
  const takesName =
    inName && Object.values(place.language.dates).some((keys) => dateSource(keys, data, place) === ':filename');
  return {
    place,
    tree,
    data,
    slug: takesName && data.slug === undefined ? inName.slug : slug,
    kind: kindOf(place),
    title: textOf(data.title) || getPostName(path),
    name,
    folder,
    dates: datesOf(data, place, inName?.date),
  };
}

/** The first of these sources that gives a date. */
function dateSource(keys: readonly string[], data: Data, { language }: Place): string | undefined {
  return keys.find((key) => key.startsWith(':') || goTime(data[key], language.timeZone) !== undefined);
}

function datesOf(data: Data, { language }: Place, inName: GoTime | undefined): PageDates {
  const first = (keys: readonly string[]): GoTime | 'unsure' | undefined => {
    for (const key of keys) {
      if (key === ':filemodtime' || key === ':git') return 'unsure';
      const time = key === ':filename' ? inName : goTime(data[key], language.timeZone);
      if (time) return time;
    }
    return undefined;
  };
  const { date, publishDate, expiryDate } = language.dates;
  return { date: first(date), publishDate: first(publishDate), expiryDate: first(expiryDate) };
}

/** The date at the start of a file name and what follows it (`page_frontmatter.go#dateAndSlugFromBaseFilename`). */
function datedName(name: string, zone: string): { readonly date: GoTime; readonly slug: string } | undefined {
  const bare = name.replace(/\.[^.]*$/, '');
  const date = bare.length < 10 ? undefined : goTime(bare.slice(0, 10), zone);
  return date && { date, slug: trim(bare.slice(10), ' _-') };
}

/** Terms of a taxonomy that a page is given. */
export function termsOf(page: HugoPage, taxonomy: string): string[] {
  const value = page.place.language.taxonomies.has(taxonomy) ? page.data[taxonomy] : undefined;
  return typeof value === 'string' ? [value] : textsOf(value);
}

/** The folder above a folder; '' at the top. */
function parentOf(folder: string): string {
  return dirname(folder);
}

/** The last segment of a path. */
export function lastOf(path: string): string {
  return basename(path);
}
