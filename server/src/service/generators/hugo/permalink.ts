import type { ZonedTime } from '../../text/calendar.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { dayOfYear, monthNames, weekdayNames, weekdayOf, zeroPad, zonedTime } from '../../text/calendar.ts';
import { decodeUri } from '../../text/uri.ts';
import { layoutElements } from './goFormat.ts';
import type { GoTime } from './goTime.ts';
import { wallOf } from './goTime.ts';
import type { HugoPage } from './page.ts';
import { lastOf } from './page.ts';
import type { PathStyle } from './paths.ts';
import { escapedUrl, sanitized, unescapedPart } from './paths.ts';
import { textOf } from './values.ts';

/** A permalink pattern filled in; `unknown` names a token that stops the build, `unsure` hangs on a date that nobody wrote down, undefined is no pattern. */
export type Permalink = { readonly path: string } | { readonly unknown: string } | 'unsure' | undefined;

/** The path that the settings' `permalinks` give a page (`resources/page/permalinks.go`). */
export function permalinkOf(page: HugoPage, style: PathStyle): Permalink {
  const pattern = patternFor(page);
  if (pattern === undefined || pattern === '') return undefined;
  let unknown: string | undefined;
  let isUnsure = false;
  const path = pattern.replace(/:(\w+)(\[.+?\])?/g, (whole, token: string, cut: string | undefined) => {
    const value = valueOf(token, cut, page, style);
    if (value === undefined) isUnsure = true;
    if (value === 'no token') unknown ??= whole;
    return value ?? '';
  });
  if (unknown !== undefined) return { unknown };
  return isUnsure ? 'unsure' : { path: unescapedPart(path) };
}

/** The settings know patterns by section or taxonomy, and in newer versions by kind first: `permalinks.page.posts`. */
function patternFor({ kind, place }: HugoPage): string | undefined {
  if (kind === 'home') return undefined;
  const { permalinks } = place.language;
  const section = sectionOf(place.folder);
  const ofKind = permalinks[kind];
  if (isRecord(ofKind))
    return textOf(ofKind[section === '' ? '/' : section]) ?? (section === '' ? textOf(ofKind['']) : undefined);
  if (kind !== 'page' && kind !== 'term') return undefined;
  const flat = permalinks[section] ?? (section === '' ? permalinks['/'] : undefined);
  return isRecord(flat) ? undefined : textOf(flat);
}

/** The first folder below `content`; '' for a page at the top. */
export function sectionOf(folder: string): string {
  return folder.split('/')[0]!;
}

function valueOf(token: string, cut: string | undefined, page: HugoPage, style: PathStyle): string | undefined {
  const written = (text: string): string => decodeUri(escapedUrl(sanitized(text, style)));
  const slug = written(page.slug);
  const fileName = written(page.name === 'index' ? lastOf(page.place.folder) : page.name);
  switch (token.toLowerCase()) {
    case 'section':
      return pageSection(page);
    case 'sections':
      return cutOut(sectionsOf(page), cut).join('/');
    case 'sectionslug':
      return written(pageSection(page));
    case 'sectionslugs':
      return cutOut(sectionsOf(page), cut).map(written).join('/');
    case 'title':
      return written(titleOf(page));
    case 'slug':
      return slug || written(titleOf(page));
    case 'filename':
    case 'contentbasename':
      return fileName;
    case 'slugorfilename':
    case 'slugorcontentbasename':
      return slug || fileName;
    default:
      return dated(token, page.dates.date);
  }
}

function titleOf({ data }: HugoPage): string {
  return textOf(data.title) ?? '';
}

function pageSection({ place, kind, folder }: HugoPage): string {
  return sectionOf(kind === 'page' ? folder : place.folder);
}

/** Folders of the section that a page is in: the nearest with an `_index` file, else the first folder. */
function sectionsOf({ folder, place, kind, tree }: HugoPage): string[] {
  if (folder === '') return [];
  const nearest = kind === 'page' ? (tree.sectionsAbove(folder, place.language)[0]?.folder ?? '') : folder;
  return (nearest === '' ? sectionOf(folder) : nearest).split('/');
}

/** `[1:]`, `[:last]`, `[0]`: some of the sections; numbers beyond the end are the end. */
function cutOut(sections: readonly string[], cut: string | undefined): readonly string[] {
  if (cut === undefined) return sections;
  const [from = '', to] = cut
    .slice(1, -1)
    .toLowerCase()
    .split(':')
    .map((each) => each.trim());
  const at = (text: string): number =>
    Math.min(
      sections.length,
      text === 'last' ? (sections.length > 1 ? sections.length - 1 : 1) : Math.max(0, Number.parseInt(text, 10) || 0),
    );
  if (to === undefined) return sections.slice(at(from), at(from) + 1);
  return sections.slice(from === '' ? 0 : at(from), to === '' ? sections.length : at(to));
}

function dated(token: string, time: GoTime | 'unsure' | undefined): string | undefined {
  const named = dateTokens[token.toLowerCase()];
  const layout = named ? undefined : layoutOf(token);
  if (!named && !layout) return 'no token';
  if (time === 'unsure') return undefined;
  const wall = time ? wallOf(time) : new Date(0).setUTCFullYear(1, 0, 1) - 0;
  const clock = zonedTime(wall, 'UTC');
  const elements = layoutElements(clock);
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

/** Elements of a layout that a token can hold, and all else one by one. */
const tokenParts = /2006|January|Jan|Monday|Mon|002|0[1-6]|15|PM|_2(?!006)|[1-5]|\D|\d/g;
const isElement = /^(?:2006|January|Jan|Monday|Mon|002|0[1-6]|15|PM|_2|[1-5])$/;

/** The parts of a token that is a Go date layout, which it is when the reference time makes another text of it. */
function layoutOf(token: string): string[] | undefined {
  const parts = token.match(tokenParts) ?? [];
  return parts.some((part) => isElement.test(part)) ? parts : undefined;
}
