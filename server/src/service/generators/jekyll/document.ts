import { getExtension } from '../shared/values.ts';
import type { Environment, PostSource } from '../contract/model.ts';
import { toTitle } from '../shared/slug.ts';
import { getDefaults, mergeDefaults } from './defaults.ts';
import type { JekyllFile } from './file.ts';
import type { JekyllSettings } from './settings.ts';
import { isTruthy } from './settings.ts';
import type { RubyTime } from './time.ts';
import { isYamlTime, parseYamlTime, parseTime } from './time.ts';
import { trimEnd } from '../../text/scan.ts';

/** A post, document or page as Jekyll reads it. */
export interface JekyllDocument {
  readonly file: JekyllFile;
  /** Defaults and front matter merged. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly title: string;
  /** The text of `:title` and `:slug` in permalinks. */
  readonly slug: string;
  readonly date: DocumentDate;
  /** The date at the start of the file name, as written. */
  readonly dateInName: string | undefined;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly zone: string;
  /** Whether Jekyll reads the value of a key as a text: a day or a moment without quotes is none. */
  isText(key: string): boolean;
}

/** Where a document's date comes from. */
export type DateSource = 'front matter' | 'defaults' | 'file name';

/** The date of a document; 'none' where it has none: Jekyll uses the time of the build, or of the file for drafts. */
type DocumentDate =
  | { readonly instant: number; readonly written: string; readonly source: DateSource }
  | { readonly unreadable: string; readonly source: DateSource }
  | 'undetermined'
  | 'none';

const datedName = /^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/;

/** Whether a name is `2024-05-01-title.md` (`DATE_FILENAME_MATCHER`). */
export function isDatedName(name: string): boolean {
  return datedName.test(name);
}

/**
 * Reads a document as `document.rb` does: defaults, front matter, then the path. Front matter that cannot
 * be read ends the reading early, before the file name's date is taken.
 */
export function readDocument(
  source: PostSource,
  file: JekyllFile,
  settings: JekyllSettings,
  environment: Environment,
): JekyllDocument {
  const zone = settings.timeZone ?? environment.timeZone;
  const isBroken = isUnreadable(source, file);
  const frontMatterData = isBroken ? {} : withFloatTexts(source.frontMatter);
  const defaults = getDefaults(settings.defaults, file.relativePath, file.label);
  const isPage = file.kind === 'page';
  const data = isPage ? { ...defaults, ...frontMatterData } : mergeDefaults(defaults, frontMatterData);
  const name = datedName.exec(file.name);
  const stem = file.name.slice(0, file.name.length - getExtension(file.name).length);
  const fileSlug = trimEnd(name ? name[2]! : stem, '.');
  return {
    file,
    data,
    zone,
    title: isTruthy(data.title) ? String(data.title) : toTitle(fileSlug),
    slug: isTruthy(data.slug) ? String(data.slug) : isBroken ? stem : fileSlug,
    dateInName: name?.[1],
    date: isBroken || isPage ? 'none' : readDate(source, defaults, name?.[1], zone),
    categories: readCategories(file, defaults, frontMatterData, isBroken ? 'unread' : 'read'),
    tags: readTerms(data, 'tag', 'tags'),
    isText: (key) => typeof data[key] === 'string' && !(frontMatterData[key] === data[key] && isTime(source, key)),
  };
}

/** Whether a value is written as a day or a moment of YAML, without quotes. */
function isTime({ frontMatter }: PostSource, name: string): boolean {
  const key = frontMatter?.keys.findLast((each) => each.key === name && !each.commented);
  return key !== undefined && isYamlTime(key.written);
}

/** Whether reading ends early: YAML has an error, or a post's `categories` is neither text nor list (`merge_categories!`). */
export function isUnreadable({ frontMatter }: PostSource, { kind }: JekyllFile): boolean {
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

function readDate(
  source: PostSource,
  defaults: JekyllDocument['data'],
  inName: string | undefined,
  zone: string,
): DocumentDate {
  const frontMatterData = source.frontMatter?.data ?? {};
  if ('date' in frontMatterData && (frontMatterData.date !== null || !isTruthy(defaults.date))) {
    const written = source.frontMatter?.keys.findLast((each) => each.key === 'date' && !each.commented)?.written ?? '';
    return toDocumentDate(
      frontMatterData.date,
      parseYamlTime(toText(frontMatterData.date), /^["']/.test(written) ? 'quoted' : 'plain', zone),
      'front matter',
    );
  }
  if (isTruthy(defaults.date))
    return toDocumentDate(defaults.date, parseYamlTime(toText(defaults.date), 'plain', zone), 'defaults');
  return inName === undefined ? 'none' : toDocumentDate(inName, parseTime(inName, zone), 'file name');
}

function toDocumentDate(value: unknown, time: RubyTime, source: DateSource): DocumentDate {
  const written = toText(value);
  if (time === 'unreadable') return { unreadable: written, source };
  return time === 'undetermined' ? time : { ...time, written, source };
}

/** A value as Ruby makes a text of it (`to_s`). */
function toText(value: unknown): string {
  return value === null || value === undefined ? '' : typeof value === 'object' ? inspect(value) : String(value);
}

/** A value as Ruby shows it (`inspect`). */
function inspect(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value).replace(/^null$/, 'nil');
  return `{${Object.entries(value)
    .map((entry) => entry.map(inspect).join('=>'))
    .join(', ')}}`;
}

/** Keys whose numbers Jekyll makes texts of, alone or in a list. */
const textKeys = new Set(['title', 'slug', 'category', 'tag']);
const listKeys = new Set(['category', 'categories', 'tag', 'tags']);

/** The data with texts for floats without a fraction: Ruby makes `3.0` of 3.0, where JavaScript makes `3` of it (`Float#to_s`). */
function withFloatTexts(frontMatter: PostSource['frontMatter']): JekyllDocument['data'] {
  if (!frontMatter) return {};
  const changed: Record<string, unknown> = {};
  for (const { key, commented, written } of frontMatter.keys) {
    const value = frontMatter.data[key];
    if (commented || !/\d\.0/.test(written)) continue;
    if (textKeys.has(key) && typeof value === 'number') changed[key] = toFloatText(value, written);
    else if (listKeys.has(key) && Array.isArray(value))
      changed[key] = value.map((each: unknown) => (typeof each === 'number' ? toFloatText(each, written) : each));
  }
  return { ...frontMatter.data, ...changed };
}

/** The text of a number; `written` is the value of its key. */
function toFloatText(value: number, written: string): string | number {
  const floats = (written.match(/[\w.'"+-]+/g) ?? []).filter((each) => /^[-+]?\d+\.0+$/.test(each));
  return floats.some((each) => Number(each) === value) ? value.toFixed(1) : value;
}

/** Reads the categories: folders above `_posts`, then defaults, then front matter, each once (`merge_categories!`, `populate_categories`). */
function readCategories(
  file: JekyllFile,
  defaults: JekyllDocument['data'],
  frontMatterData: JekyllDocument['data'],
  state: 'read' | 'unread',
): string[] {
  const atRoot = file.relativePath.startsWith(file.kind === 'draft' ? '_drafts' : '_posts');
  const folders = file.kind === 'page' || file.kind === 'document' || atRoot ? [] : getFoldersAbove(file);
  const mergedData = mergeDefaults(defaults, frontMatterData);
  const named =
    state === 'read' && isTruthy(mergedData.category)
      ? [mergedData.category].flat(9).filter((each) => each !== null)
      : [];
  const plural = [...toList(defaults.categories), ...toList(frontMatterData.categories)];
  return [...new Set([...folders, ...plural, ...named].map(toText))];
}

function getFoldersAbove({ relativePath, kind }: JekyllFile): string[] {
  const special = kind === 'draft' ? '_drafts' : '_posts';
  return relativePath
    .slice(0, relativePath.indexOf(special))
    .split('/')
    .filter((segment) => segment !== '');
}

/** Returns the items of a list; a string is split at white space, not at commas. */
function toList(value: unknown): unknown[] {
  if (typeof value === 'string') return splitWords(value);
  return Array.isArray(value) ? value.flat(9).filter((each) => each !== null) : [];
}

function readTerms(data: JekyllDocument['data'], singular: string, plural: string): string[] {
  const one = data[singular];
  return (isTruthy(one) ? [one].flat(9).filter((each) => each !== null) : toList(data[plural])).map(toText);
}

function splitWords(value: string): string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}
