import type { ZonedTime } from '../../text/calendar.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { dayOfYear, monthNames, weekdayNames, weekdayOf, zeroPad, zonedTime } from '../../text/calendar.ts';
import { basename } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { formatElements } from './goFormat.ts';
import type { GoTime } from './goTime.ts';
import { toWallTime } from './goTime.ts';
import type { HugoPage } from './page.ts';
import type { PathStyle } from './paths.ts';
import { escapeUrl, sanitizePath, unescapePart } from './paths.ts';
import { castToString } from './values.ts';

/** An expanded permalink pattern; `unknown` names a token that stops the build, 'undetermined' depends on a date that is not in the file, undefined is no pattern. */
export type Permalink = { readonly path: string } | { readonly unknown: string } | 'undetermined' | undefined;

/** Expands the pattern that `permalinks` has for a page (`resources/page/permalinks.go`). */
export function expandPermalink(page: HugoPage, style: PathStyle): Permalink {
  const pattern = getPattern(page);
  if (pattern === undefined || pattern === '') return undefined;
  let unknown: string | undefined;
  let isUndetermined = false;
  const path = pattern.replace(/:(\w+)(\[.+?\])?/g, (whole, token: string, sliceRange: string | undefined) => {
    const value = getTokenValue(token, sliceRange, page, style);
    if (value === undefined) isUndetermined = true;
    if (value === 'no token') unknown ??= whole;
    return value ?? '';
  });
  if (unknown !== undefined) return { unknown };
  return isUndetermined ? 'undetermined' : { path: unescapePart(path) };
}

/** Returns the pattern for a page, which is by section or taxonomy, and in newer versions by kind first: `permalinks.page.posts`. */
function getPattern({ kind, file }: HugoPage): string | undefined {
  if (kind === 'home') return undefined;
  const { permalinks } = file.language;
  const section = getSection(file.folder);
  const permalinksOfKind = permalinks[kind];
  if (isRecord(permalinksOfKind))
    return (
      castToString(permalinksOfKind[section === '' ? '/' : section]) ??
      (section === '' ? castToString(permalinksOfKind['']) : undefined)
    );
  if (kind !== 'page' && kind !== 'term') return undefined;
  const flat = permalinks[section] ?? (section === '' ? permalinks['/'] : undefined);
  return isRecord(flat) ? undefined : castToString(flat);
}

/** Returns the section of a folder, its first segment; '' for the content root. */
export function getSection(folder: string): string {
  return folder.split('/')[0]!;
}

function getTokenValue(
  token: string,
  sliceRange: string | undefined,
  page: HugoPage,
  style: PathStyle,
): string | undefined {
  const sanitize = (text: string): string => decodeUri(escapeUrl(sanitizePath(text, style)));
  const slug = sanitize(page.slug);
  const fileName = sanitize(page.name === 'index' ? basename(page.file.folder) : page.name);
  switch (token.toLowerCase()) {
    case 'section':
      return getPageSection(page);
    case 'sections':
      return sliceSections(getSections(page), sliceRange).join('/');
    case 'sectionslug':
      return sanitize(getPageSection(page));
    case 'sectionslugs':
      return sliceSections(getSections(page), sliceRange).map(sanitize).join('/');
    case 'title':
      return sanitize(getTitle(page));
    case 'slug':
      return slug || sanitize(getTitle(page));
    case 'filename':
    case 'contentbasename':
      return fileName;
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return slug || fileName;
    default:
      return formatDateToken(token, page.dates.date);
  }
}

function getTitle({ data }: HugoPage): string {
  return castToString(data.title) ?? '';
}

function getPageSection({ file, kind, folder }: HugoPage): string {
  return getSection(kind === 'page' ? folder : file.folder);
}

/** Returns the path segments of the section of a page: the nearest folder with an `_index` file, else the first folder. */
function getSections({ folder, file, kind, tree }: HugoPage): string[] {
  if (folder === '') return [];
  const nearest = kind === 'page' ? (tree.getSectionsAbove(folder, file.language)[0]?.folder ?? '') : folder;
  return (nearest === '' ? getSection(folder) : nearest).split('/');
}

/** Returns the sections in a range, `[1:]`, `[:last]`, `[0]`; numbers beyond the end mean the end. */
function sliceSections(sections: readonly string[], sliceRange: string | undefined): readonly string[] {
  if (sliceRange === undefined) return sections;
  const [from = '', to] = sliceRange
    .slice(1, -1)
    .toLowerCase()
    .split(':')
    .map((each) => each.trim());
  const toIndex = (text: string): number =>
    Math.min(
      sections.length,
      text === 'last' ? (sections.length > 1 ? sections.length - 1 : 1) : Math.max(0, Number.parseInt(text, 10) || 0),
    );
  if (to === undefined) return sections.slice(toIndex(from), toIndex(from) + 1);
  return sections.slice(from === '' ? 0 : toIndex(from), to === '' ? sections.length : toIndex(to));
}

function formatDateToken(token: string, time: GoTime | 'undetermined' | undefined): string | undefined {
  const named = dateTokens[token.toLowerCase()];
  const layout = named ? undefined : parseLayout(token);
  if (!named && !layout) return 'no token';
  if (time === 'undetermined') return undefined;
  const wall = time ? toWallTime(time) : new Date(0).setUTCFullYear(1, 0, 1) - 0;
  const clock = zonedTime(wall, 'UTC');
  const elements = formatElements(clock);
  return named ? named(clock) : layout!.map((part) => elements[part] ?? part).join('');
}

const dateTokens: Readonly<Record<string, (time: ZonedTime) => string>> = {
  year: ({ year }) => String(year),
  month: ({ month }) => zeroPad(month),
  monthname: ({ month }) => monthNames[month - 1]!,
  day: ({ day }) => zeroPad(day),
  weekday: (time) => String(weekdayOf(time)),
  weekdayname: (time) => weekdayNames[weekdayOf(time)]!,
  yearday: (time) => String(dayOfYear(time)),
};

/** Elements of a layout in a token, and other characters one by one. */
const tokenParts = /2006|January|Jan|Monday|Mon|002|0[1-6]|15|PM|_2(?!006)|[1-5]|\D|\d/g;
const isElement = /^(?:2006|January|Jan|Monday|Mon|002|0[1-6]|15|PM|_2|[1-5])$/;

/** Returns the parts of a token that is a Go date layout; undefined for any other token. */
function parseLayout(token: string): string[] | undefined {
  const parts = token.match(tokenParts) ?? [];
  return parts.some((part) => isElement.test(part)) ? parts : undefined;
}
