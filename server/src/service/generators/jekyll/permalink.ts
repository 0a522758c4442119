import { getExtension } from '../shared/values.ts';
import type { ZonedTime } from '../../text/calendar.ts';
import { slugifyKeepingCase, toLowerCase, slugify } from '../shared/slug.ts';
import {
  dayOfYear,
  isoWeek,
  monthNames,
  shortName,
  weekdayNames,
  weekdayOf,
  zeroPad,
  zonedTime,
} from '../../text/calendar.ts';
import type { JekyllDocument } from './document.ts';
import { isMarkdownFile } from './file.ts';
import type { JekyllSettings } from './settings.ts';
import { addPermalinkSuffix, isTruthy } from './settings.ts';
import { trimEnd } from '../../text/scan.ts';
import { encodeUriComponent } from '../../text/uri.ts';

/** The URL of a document without the base URL, or what stops the build; undefined is not certain. */
export type ResolvedUrl = { readonly url: string } | UrlFault | undefined;

/** What stops the build where an address is made: a placeholder that Jekyll does not have, or a value that is no text. */
export type UrlFault =
  | { readonly unknown: string }
  | { readonly unusable: 'permalink' | 'slug'; readonly value: unknown };

/** Returns the URL of a document (`url.rb`, `drops/url_drop.rb`, `page.rb`). */
export function getUrl(document: JekyllDocument, settings: JekyllSettings): ResolvedUrl {
  const { data, file, isText } = document;
  if (isTruthy(data.permalink) && !isText('permalink')) return { unusable: 'permalink', value: data.permalink };
  const permalink = getPermalink(document);
  const extension = getOutputExtension(permalink, file.name, settings);
  if (file.kind === 'page') return { url: sanitizeUrl(getPageUrl(document, permalink, extension, settings)) };
  const template = permalink ?? settings.collections.get(file.label)?.permalink ?? settings.postsPermalink;
  if (/:(?:title|slug)/.test(template) && isTruthy(data.slug) && !isText('slug'))
    return { unusable: 'slug', value: data.slug };
  return fillTemplate(template, document, extension);
}

function getPermalink({ data }: JekyllDocument): string | undefined {
  const { permalink } = data;
  return permalink === undefined || permalink === null || permalink === false ? undefined : String(permalink);
}

function getOutputExtension(permalink: string | undefined, name: string, settings: JekyllSettings): string {
  const named = permalink && !permalink.endsWith('/') ? getExtension(permalink) : '';
  return named || (isMarkdownFile(name, settings) ? '.html' : getExtension(name));
}

function getPageUrl(
  { file }: JekyllDocument,
  permalink: string | undefined,
  extension: string,
  settings: JekyllSettings,
): string {
  const stem = trimEnd(file.name.slice(0, file.name.length - getExtension(file.name).length), '.');
  const template = permalink ?? getPageTemplate(stem, extension, settings);
  return template
    .replaceAll(':path', () => escapePath(file.folderAbove))
    .replaceAll(':basename', () => escapePath(stem))
    .replaceAll(':output_ext', () => escapePath(extension));
}

function getPageTemplate(stem: string, extension: string, settings: JekyllSettings): string {
  if (!['.html', '.xhtml', '.htm'].includes(extension)) return '/:path/:basename:output_ext';
  return stem === 'index' ? '/:path/' : addPermalinkSuffix('/:path/:basename', settings.permalinkStyle);
}

function fillTemplate(template: string, document: JekyllDocument, extension: string): ResolvedUrl {
  let unknown: string | undefined;
  let isUncertain = false;
  const url = template.replace(/:([a-z_]+)/g, (whole, name: string) => {
    const key = name.endsWith('_') ? name.slice(0, -1) : name;
    const value = key === 'output_ext' ? extension : getPlaceholder(key, document);
    if (value === 'unknown placeholder') unknown ??= key;
    else if (value === undefined) isUncertain = true;
    else return whole.replace(`:${key}`, () => escapePath(value));
    return whole;
  });
  if (unknown !== undefined) return { unknown };
  return isUncertain ? undefined : { url: sanitizeUrl(url) };
}

/** Returns the value of a placeholder; undefined where it depends on a date that is not in the file. */
function getPlaceholder(key: string, document: JekyllDocument): string | undefined {
  const named = placeholders[key];
  if (named) return named(document);
  const dated = datePlaceholders[key];
  if (!dated) return 'unknown placeholder';
  const { date, zone } = document;
  return typeof date === 'object' && 'instant' in date ? dated(zonedTime(date.instant, zone)) : undefined;
}

const placeholders: Readonly<Record<string, (document: JekyllDocument) => string>> = {
  collection: ({ file }) => file.label,
  path: ({ file }) => cleanPath(file.relativePath, `_${file.label}`),
  name: ({ file }) => slugify(file.name.slice(0, file.name.length - getExtension(file.name).length)),
  title: ({ slug }) => slugifyKeepingCase(slug, 'pretty'),
  slug: ({ slug }) => slugify(slug),
  categories: ({ categories }) => [...new Set(categories.map((each) => toLowerCase(each)))].join('/'),
  slugified_categories: ({ categories }) => [...new Set(categories.map((each) => slugify(each)))].join('/'),
};

/** Returns `cleaned_relative_path` of a document. */
function cleanPath(relativePath: string, folder: string): string {
  const extension = getExtension(relativePath);
  return trimEnd(relativePath.slice(0, relativePath.length - extension.length).replace(folder, ''), '.');
}

const datePlaceholders: Readonly<Record<string, (time: ZonedTime) => string>> = {
  year: ({ year }) => zeroPad(year, 4),
  short_year: ({ year }) => zeroPad(year % 100),
  month: ({ month }) => zeroPad(month),
  i_month: ({ month }) => String(month),
  short_month: ({ month }) => shortName(monthNames[month - 1]!),
  long_month: ({ month }) => monthNames[month - 1]!,
  day: ({ day }) => zeroPad(day),
  i_day: ({ day }) => String(day),
  y_day: (time) => zeroPad(dayOfYear(time), 3),
  hour: ({ hour }) => zeroPad(hour),
  minute: ({ minute }) => zeroPad(minute),
  second: ({ second }) => zeroPad(second),
  w_year: (time) => zeroPad(isoWeek(time).year, 4),
  week: (time) => zeroPad(isoWeek(time).week),
  w_day: (time) => String(weekdayOf(time) || 7),
  short_day: (time) => shortName(weekdayNames[weekdayOf(time)]!),
  long_day: (time) => weekdayNames[weekdayOf(time)]!,
};

/** Escapes a part of a path as `URL.escape_path` does; characters that a path, query or fragment can contain stay. */
function escapePath(part: string): string {
  if (/^[a-zA-Z0-9./-]*$/.test(part)) return part;
  return part.replace(/[^\w\-.~!$&'()*+,;=:@/?#]/gu, encodeUriComponent).replace('#', '%23');
}

function sanitizeUrl(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}
