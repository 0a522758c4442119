import { joinUrlPath } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename } from '../../text/paths.ts';
import type { PageData } from './data.ts';
import type { EleventySettings } from './settings.ts';

/** The URL of a page without the path prefix; 'not written' for a page that is not written, 'undetermined' where only the build knows. */
export type ResolvedPermalink = { readonly url: string } | 'not written' | 'undetermined';

/** Resolves a page's path and `permalink` to its URL (`TemplatePermalink.js`). */
export function resolvePermalink(path: string, page: PageData, settings: EleventySettings): ResolvedPermalink {
  const { permalink, eleventyComputed } = page.data;
  if (
    page.unknownKeys === 'all' ||
    page.unknownKeys.has('permalink') ||
    settings.setsPermalinks ||
    (isRecord(eleventyComputed) && 'permalink' in eleventyComputed)
  )
    return 'undetermined';
  if (page.data.pagination !== undefined) return 'undetermined';
  const written = isRecord(permalink) ? permalink.build : permalink;
  if (written === false || (isRecord(permalink) && written === undefined)) return 'not written';
  if (written === undefined || written === null || written === '')
    return { url: toDefaultUrl(getFilePathStem(path, settings)) };
  const filled = typeof written === 'string' ? fillPermalink(written, path, page, settings) : undefined;
  return filled === undefined ? 'undetermined' : { url: stripIndex(joinUrlPath(filled)) };
}

/** Whether a permalink leads to a file without an extension, which Eleventy 3 refuses to write. */
export function lacksExtension(permalink: unknown): permalink is string {
  return typeof permalink === 'string' && permalink !== '' && !/\/$|\.[^./]+$|[{}]/.test(permalink);
}

/** Returns Eleventy's `filePathStem` without the slash: `posts/a`. */
function getFilePathStem(path: string, { inputFolder }: EleventySettings): string {
  return (getPathWithin(inputFolder, path) ?? path).replace(/(?:\.11ty)?\.[^./]+$/, '');
}

/** Returns the URL of a page without a permalink: `/posts/a/`; `index` and a page named as its folder have the URL of the folder. */
function toDefaultUrl(stem: string): string {
  const segments = stem.split('/');
  const name = segments.at(-1)!;
  const isFolders = name === 'index' || segments.at(-2) === name;
  return joinUrlPath(...(isFolders ? segments.slice(0, -1) : segments), '/');
}

function stripIndex(url: string): string {
  return url.replace(/\/index(?:\.html|\/)?$/, '/');
}

/** Fills the variables of a permalink that files give; undefined where only the build knows one. */
function fillPermalink(
  permalink: string,
  path: string,
  { data }: PageData,
  settings: EleventySettings,
): string | undefined {
  if (permalink.length > 500) return undefined;
  let isCertain = !/\{%|\$\{/.test(permalink);
  const filled = permalink.replace(/\{\{-?([^{}]*?)-?\}\}/g, (_, expression: string) => {
    const [name = '', ...filters] = expression.split('|').map((part) => part.trim());
    const value = filters.reduce((text, filter) => applyFilter(text, filter), getVariable(name, path, data, settings));
    isCertain &&= value !== undefined;
    return value ?? '';
  });
  return isCertain && !/[{}]/.test(filled) ? filled : undefined;
}

function getVariable(
  name: string,
  path: string,
  data: PageData['data'],
  settings: EleventySettings,
): string | undefined {
  const stem = getFilePathStem(path, settings);
  if (name === 'page.fileSlug') return getFileSlug(stem);
  if (name === 'page.filePathStem') return `/${[...stem.split('/').slice(0, -1), stripDate(basename(stem))].join('/')}`;
  const value = /^\w+$/.test(name) ? data[name] : undefined;
  return (typeof value === 'string' && !value.includes('{')) || typeof value === 'number' ? String(value) : undefined;
}

/** Returns Eleventy's `fileSlug`: the name without its date, of the folder for an `index` (`TemplateFileSlug.js`). */
function getFileSlug(stem: string): string {
  const segments = stem.split('/');
  const name = stripDate(segments.at(-1)!);
  return name === 'index' ? stripDate(segments.at(-2) ?? '') : name;
}

function stripDate(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
}

/** Applies `slugify` to ASCII words; undefined for other filters and characters. */
function applyFilter(text: string | undefined, filter: string): string | undefined {
  if (text === undefined || !/^(?:slugify|slug)$/.test(filter) || !/^[\w .,:;!?/()-]*$/.test(text)) return undefined;
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}
