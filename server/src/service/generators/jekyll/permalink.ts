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
import { isMarkdownFile } from './place.ts';
import type { JekyllSettings } from './settings.ts';
import { withSuffix } from './settings.ts';
import { trimEnd } from '../../text/scan.ts';

/** A document's address without the base URL; `unknown` names a placeholder that stops the build, undefined is an address not certain. */
export type Address = { readonly url: string } | { readonly unknown: string } | undefined;

/** The address of a document (`url.rb`, `drops/url_drop.rb`, `page.rb`). */
export function addressOf(document: JekyllDocument, settings: JekyllSettings): Address {
  const permalink = permalinkOf(document);
  const extension = outputExtension(permalink, document.place.name, settings);
  if (document.place.kind === 'page') return { url: sanitized(pageUrl(document, permalink, extension, settings)) };
  const template = permalink ?? settings.collections.get(document.place.label)?.permalink ?? settings.postsPermalink;
  return filledIn(template, document, extension);
}

function permalinkOf({ data }: JekyllDocument): string | undefined {
  const { permalink } = data;
  return permalink === undefined || permalink === null || permalink === false ? undefined : String(permalink);
}

function outputExtension(permalink: string | undefined, name: string, settings: JekyllSettings): string {
  const named = permalink && !permalink.endsWith('/') ? getExtension(permalink) : '';
  return named || (isMarkdownFile(name, settings) ? '.html' : getExtension(name));
}

function pageUrl(
  { place }: JekyllDocument,
  permalink: string | undefined,
  extension: string,
  settings: JekyllSettings,
): string {
  const bare = trimEnd(place.name.slice(0, place.name.length - getExtension(place.name).length), '.');
  const template = permalink ?? pageTemplate(bare, extension, settings);
  return template
    .replaceAll(':path', () => escaped(place.above))
    .replaceAll(':basename', () => escaped(bare))
    .replaceAll(':output_ext', () => escaped(extension));
}

function pageTemplate(bare: string, extension: string, settings: JekyllSettings): string {
  if (!['.html', '.xhtml', '.htm'].includes(extension)) return '/:path/:basename:output_ext';
  return bare === 'index' ? '/:path/' : withSuffix('/:path/:basename', settings.permalinkStyle);
}

function filledIn(template: string, document: JekyllDocument, extension: string): Address {
  let unknown: string | undefined;
  let isUncertain = false;
  const url = template.replace(/:([a-z_]+)/g, (whole, name: string) => {
    const key = name.endsWith('_') ? name.slice(0, -1) : name;
    const value = key === 'output_ext' ? extension : valueOf(key, document);
    if (value === 'unknown placeholder') unknown ??= key;
    else if (value === undefined) isUncertain = true;
    else return whole.replace(`:${key}`, () => escaped(value));
    return whole;
  });
  if (unknown !== undefined) return { unknown };
  return isUncertain ? undefined : { url: sanitized(url) };
}

/** What a placeholder stands for; undefined when it hangs on a date that nobody wrote down. */
function valueOf(key: string, document: JekyllDocument): string | undefined {
  const named = namedValues[key];
  if (named) return named(document);
  const dated = datedValues[key];
  if (!dated) return 'unknown placeholder';
  const { date, zone } = document;
  return typeof date === 'object' && 'instant' in date ? dated(zonedTime(date.instant, zone)) : undefined;
}

const namedValues: Readonly<Record<string, (document: JekyllDocument) => string>> = {
  collection: ({ place }) => place.label,
  path: ({ place }) => cleanPath(place.relativePath, `_${place.label}`),
  name: ({ place }) => slugify(place.name.slice(0, place.name.length - getExtension(place.name).length)),
  title: ({ slug }) => slugifyKeepingCase(slug, 'pretty'),
  slug: ({ slug }) => slugify(slug),
  categories: ({ categories }) => [...new Set(categories.map((each) => toLowerCase(each)))].join('/'),
  slugified_categories: ({ categories }) => [...new Set(categories.map((each) => slugify(each)))].join('/'),
};

/** `cleaned_relative_path`. */
function cleanPath(relativePath: string, folder: string): string {
  const extension = getExtension(relativePath);
  return trimEnd(relativePath.slice(0, relativePath.length - extension.length).replace(folder, ''), '.');
}

const datedValues: Readonly<Record<string, (time: ZonedTime) => string>> = {
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

/** `URL.escape_path` with Addressable: what a path, query or fragment may hold stays. */
function escaped(part: string): string {
  if (/^[a-zA-Z0-9./-]*$/.test(part)) return part;
  return part
    .replace(/[^\w\-.~!$&'()*+,;=:@/?#]/gu, (unit) =>
      encodeURIComponent(/^[\uD800-\uDFFF]$/.test(unit) ? '\uFFFD' : unit),
    )
    .replace('#', '%23');
}

function sanitized(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/');
}
