import { joinUrlPath } from '../shared/address.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename } from '../../text/paths.ts';
import type { PageData } from './data.ts';
import type { EleventySettings } from './settings.ts';

/** Where a page is written: an address without the path prefix, nowhere, or somewhere that only the build knows. */
export type Address = { readonly url: string } | 'nowhere' | 'unsure';

/** What Eleventy makes of a page's path and `permalink` (`TemplatePermalink.js`). */
export function addressOf(path: string, page: PageData, settings: EleventySettings): Address {
  const { permalink, eleventyComputed } = page.data;
  if (
    page.unsure === 'all' ||
    page.unsure.has('permalink') ||
    settings.setsPermalinks ||
    (isRecord(eleventyComputed) && 'permalink' in eleventyComputed)
  )
    return 'unsure';
  if (page.data.pagination !== undefined) return 'unsure';
  const written = isRecord(permalink) ? permalink.build : permalink;
  if (written === false || (isRecord(permalink) && written === undefined)) return 'nowhere';
  if (written === undefined || written === null || written === '') return { url: usual(stemOf(path, settings)) };
  const filled = typeof written === 'string' ? filledIn(written, path, page, settings) : undefined;
  return filled === undefined ? 'unsure' : { url: shortened(joinUrlPath(filled)) };
}

/** Whether a permalink leads to a file without an extension, which Eleventy 3 refuses to write. */
export function lacksEnding(permalink: unknown): permalink is string {
  return typeof permalink === 'string' && permalink !== '' && !/\/$|\.[^./]+$|[{}]/.test(permalink);
}

/** `posts/a` of a page's path. */
function stemOf(path: string, { inputFolder }: EleventySettings): string {
  return (getPathWithin(inputFolder, path) ?? path).replace(/\.[^./]+$/, '');
}

/** `/posts/a/`; a page named as its folder, or `index`, is the folder's own. */
function usual(stem: string): string {
  const segments = stem.split('/');
  const name = segments.at(-1)!;
  const isFolders = name === 'index' || segments.at(-2) === name;
  return joinUrlPath(...(isFolders ? segments.slice(0, -1) : segments), '/');
}

function shortened(url: string): string {
  return url.replace(/\/index(?:\.html|\/)?$/, '/');
}

/** A permalink with the variables that files tell; undefined where one is left to the build. */
function filledIn(permalink: string, path: string, { data }: PageData, settings: EleventySettings): string | undefined {
  if (permalink.length > 500) return undefined;
  let isCertain = !/\{%|\$\{/.test(permalink);
  const filled = permalink.replace(/\{\{-?([^{}]*?)-?\}\}/g, (_, expression: string) => {
    const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
    const value = filters.reduce((text, filter) => filtered(text, filter), variable(name, path, data, settings));
    isCertain &&= value !== undefined;
    return value ?? '';
  });
  return isCertain && !/[{}]/.test(filled) ? filled : undefined;
}

function variable(name: string, path: string, data: PageData['data'], settings: EleventySettings): string | undefined {
  const stem = stemOf(path, settings);
  if (name === 'page.fileSlug') return fileSlug(stem);
  if (name === 'page.filePathStem')
    return `/${[...stem.split('/').slice(0, -1), withoutDate(basename(stem))].join('/')}`;
  const value = /^\w+$/.test(name) ? data[name] : undefined;
  return (typeof value === 'string' && !value.includes('{')) || typeof value === 'number' ? String(value) : undefined;
}

/** The name without its date, of the folder for an `index` (`TemplateFileSlug.js`). */
function fileSlug(stem: string): string {
  const segments = stem.split('/');
  const name = withoutDate(segments.at(-1)!);
  return name === 'index' ? withoutDate(segments.at(-2) ?? '') : name;
}

function withoutDate(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
}

/** `slugify` of plain ASCII words; other filters and letters are left to the build. */
function filtered(text: string | undefined, filter: string): string | undefined {
  if (text === undefined || !/^(?:slugify|slug)$/.test(filter) || !/^[\w .,:;!?/()-]*$/.test(text)) return undefined;
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}
