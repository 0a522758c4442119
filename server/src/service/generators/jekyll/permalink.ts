import { casedSlug, lowerCase, slugify } from '../shared/slug.ts';
import { digits, zonedTime } from '../shared/zone.ts';
import type { JekyllDocument } from './document.ts';
import { extensionOf, isMarkdownFile } from './place.ts';
import type { JekyllSettings } from './settings.ts';
import { withSuffix } from './settings.ts';

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
  const named =
    permalink && !permalink.endsWith('/') ? extensionOf(permalink.slice(permalink.lastIndexOf('/') + 1)) : '';
  return named || (isMarkdownFile(name, settings) ? '.html' : extensionOf(name));
}

function pageUrl(
  { place }: JekyllDocument,
  permalink: string | undefined,
  extension: string,
  settings: JekyllSettings,
): string {
  const bare = place.name.slice(0, place.name.length - extensionOf(place.name).length).replace(/\.*$/, '');
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
  return typeof date === 'object' && 'instant' in date ? dated(new Calendar(date.instant, zone)) : undefined;
}

const namedValues: Readonly<Record<string, (document: JekyllDocument) => string>> = {
  collection: ({ place }) => place.label,
  path: ({ place }) => cleanPath(place.relativePath, `_${place.label}`),
  name: ({ place }) => slugify(place.name.slice(0, place.name.length - extensionOf(place.name).length)),
  title: ({ slug }) => casedSlug(slug, 'pretty'),
  slug: ({ slug }) => slugify(slug),
  categories: ({ categories }) => [...new Set(categories.map((each) => lowerCase(each)))].join('/'),
  slugified_categories: ({ categories }) => [...new Set(categories.map((each) => slugify(each)))].join('/'),
};

/** `cleaned_relative_path`. */
function cleanPath(relativePath: string, folder: string): string {
  const extension = extensionOf(relativePath.slice(relativePath.lastIndexOf('/') + 1));
  return relativePath
    .slice(0, relativePath.length - extension.length)
    .replace(folder, '')
    .replace(/\.*$/, '');
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const day = 86_400_000;

/** The parts of a date that `strftime` prints. */
class Calendar {
  readonly time;
  /** Midnight of the day in UTC, for counting days. */
  private readonly midnight: number;

  constructor(instant: number, zone: string) {
    this.time = zonedTime(instant, zone);
    this.midnight = new Date(0).setUTCFullYear(this.time.year, this.time.month - 1, this.time.day);
  }

  /** Sunday is 0. */
  get weekday(): number {
    return new Date(this.midnight).getUTCDay();
  }

  get dayOfYear(): number {
    return Math.round((this.midnight - new Date(0).setUTCFullYear(this.time.year, 0, 1)) / day) + 1;
  }

  /** Week and its year by ISO 8601: those of the week's Thursday. */
  get week(): { readonly year: number; readonly number: number } {
    const thursday = new Date(this.midnight + (4 - (this.weekday || 7)) * day);
    const year = thursday.getUTCFullYear();
    const sinceNewYear = Math.round((thursday.getTime() - new Date(0).setUTCFullYear(year, 0, 1)) / day);
    return { year, number: Math.floor(sinceNewYear / 7) + 1 };
  }
}

const datedValues: Readonly<Record<string, (date: Calendar) => string>> = {
  year: ({ time }) => digits(time.year, 4),
  short_year: ({ time }) => digits(time.year % 100),
  month: ({ time }) => digits(time.month),
  i_month: ({ time }) => String(time.month),
  short_month: ({ time }) => monthNames[time.month - 1]!.slice(0, 3),
  long_month: ({ time }) => monthNames[time.month - 1]!,
  day: ({ time }) => digits(time.day),
  i_day: ({ time }) => String(time.day),
  y_day: ({ dayOfYear }) => digits(dayOfYear, 3),
  hour: ({ time }) => digits(time.hour),
  minute: ({ time }) => digits(time.minute),
  second: ({ time }) => digits(time.second),
  w_year: ({ week }) => digits(week.year, 4),
  week: ({ week }) => digits(week.number),
  w_day: ({ weekday }) => String(weekday || 7),
  short_day: ({ weekday }) => dayNames[weekday]!.slice(0, 3),
  long_day: ({ weekday }) => dayNames[weekday]!,
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
