import { getExtension } from '../shared/values.ts';
import type { Environment, PostSource } from '../contract/model.ts';
import { toTitle } from '../shared/slug.ts';
import { defaultsFor, mergeDefaults } from './defaults.ts';
import type { Place } from './place.ts';
import type { JekyllSettings } from './settings.ts';
import { truthy } from './settings.ts';
import type { RubyTime } from './time.ts';
import { jekyllTime, parseTime } from './time.ts';
import { trimEnd } from '../../text/scan.ts';

/** A post, document or page as Jekyll holds it after reading. */
export interface JekyllDocument {
  readonly place: Place;
  /** Defaults and front matter merged. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** What `:title` and `:slug` are made of. */
  readonly slug: string;
  readonly date: DocumentDate;
  /** The date at the start of the file name, as written. */
  readonly dateInName: string | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly zone: string;
}

/** Where a document's date comes from. */
export type DateSource = 'front matter' | 'defaults' | 'file name';

/** `none` for undated documents: Jekyll takes the moment of the build, or the file's own for drafts. */
type DocumentDate =
  | { readonly instant: number; readonly written: string; readonly where: DateSource }
  | { readonly unreadable: string; readonly where: DateSource }
  | 'unsure'
  | 'none';

const datedName = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;

/** Whether a name is `2024-05-01-title.md` (`DATE_FILENAME_MATCHER`). */
export function isDatedName(name: string): boolean {
  return datedName.test(name);
}

/**
 * Reads a document the way `document.rb` does: defaults, front matter, then what the path says. A front matter that cannot
 * be read ends the reading early, before the file name's date is taken.
 */
export function readDocument(
  source: PostSource,
  place: Place,
  settings: JekyllSettings,
  environment: Environment,
): JekyllDocument {
  const zone = settings.timeZone ?? environment.timeZone;
  const isBroken = isUnreadable(source, place);
  const own = isBroken ? {} : (source.frontMatter?.data ?? {});
  const defaults = defaultsFor(settings.defaults, place.relativePath, place.label);
  const isPage = place.kind === 'page';
  const data = isPage ? { ...defaults, ...own } : mergeDefaults(defaults, own);
  const name = datedName.exec(place.name);
  const bare = place.name.slice(0, place.name.length - getExtension(place.name).length);
  const fileSlug = trimEnd(name ? name[2]! : bare, '.');
  return {
    place,
    data,
    zone,
    title: truthy(data.title) ? String(data.title) : toTitle(fileSlug),
    slug: truthy(data.slug) ? String(data.slug) : isBroken ? bare : fileSlug,
    dateInName: name?.[1],
    date: isBroken || isPage ? 'none' : dateOf(source, defaults, name?.[1], zone),
    categories: categoriesOf(place, defaults, own, isBroken ? 'unread' : 'read'),
    tags: terms(data, 'tag', 'tags'),
  };
}

/** Whether reading ends early: YAML has an error, or a post's `categories` is neither text nor list (`merge_categories!`). */
export function isUnreadable({ frontMatter }: PostSource, { kind }: Place): boolean {
  if (frontMatter?.broken) return true;
  const categories = frontMatter?.data.categories;
  return (
    kind !== 'page' &&
    categories !== undefined &&
    categories !== null &&
    typeof categories !== 'string' &&
    !Array.isArray(categories)
  );
}

function dateOf(
  source: PostSource,
  defaults: JekyllDocument['data'],
  inName: string | undefined,
  zone: string,
): DocumentDate {
  const own = source.frontMatter?.data ?? {};
  if ('date' in own && (own.date !== null || !truthy(defaults.date))) {
    const written = source.frontMatter?.keys.findLast((each) => each.key === 'date' && !each.commented)?.written ?? '';
    return judged(
      own.date,
      jekyllTime(asText(own.date), /^["']/.test(written) ? 'quoted' : 'plain', zone),
      'front matter',
    );
  }
  if (truthy(defaults.date)) return judged(defaults.date, jekyllTime(asText(defaults.date), 'plain', zone), 'defaults');
  return inName === undefined ? 'none' : judged(inName, parseTime(inName, zone), 'file name');
}

function judged(value: unknown, time: RubyTime, where: DateSource): DocumentDate {
  const written = asText(value);
  if (time === 'unreadable') return { unreadable: written, where };
  return time === 'unsure' ? time : { ...time, written, where };
}

function asText(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Folders above `_posts`, then defaults, then front matter, each once (`merge_categories!`, `populate_categories`). */
function categoriesOf(
  place: Place,
  defaults: JekyllDocument['data'],
  own: JekyllDocument['data'],
  state: 'read' | 'unread',
): string[] {
  const atRoot = place.relativePath.startsWith(place.kind === 'draft' ? '_drafts' : '_posts');
  const folders = place.kind === 'page' || place.kind === 'document' || atRoot ? [] : placeAbove(place);
  const both = mergeDefaults(defaults, own);
  const named =
    state === 'read' && truthy(both.category) ? [both.category].flat(9).filter((each) => each !== null) : [];
  const plural = [...listed(defaults.categories), ...listed(own.categories)];
  return [...new Set([...folders, ...plural, ...named].map(asText))];
}

function placeAbove({ relativePath, kind }: Place): string[] {
  const special = kind === 'draft' ? '_drafts' : '_posts';
  return relativePath
    .slice(0, relativePath.indexOf(special))
    .split('/')
    .filter((segment) => segment !== '');
}

/** A string is split at white space, never at commas. */
function listed(value: unknown): unknown[] {
  if (typeof value === 'string') return words(value);
  return Array.isArray(value) ? value.flat(9).filter((each) => each !== null) : [];
}

function terms(data: JekyllDocument['data'], singular: string, plural: string): string[] {
  const one = data[singular];
  return (truthy(one) ? [one].flat(9).filter((each) => each !== null) : listed(data[plural])).map(asText);
}

function words(value: string): string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}
