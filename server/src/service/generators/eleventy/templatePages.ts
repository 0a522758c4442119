import type { SiteView } from '../contract/model.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { createNameTest } from '../shared/unknownUrl.ts';
import { parseFrontMatter } from '../../syntax/frontMatter/parseFrontMatter.ts';
import { memoizeByName } from '../../text/memo.ts';
import type { PageData } from './data.ts';
import { mergeDataCascade } from './data.ts';
import { findIgnoringFile, isContent } from './ignored.ts';
import type { ResolvedPermalink } from './permalink.ts';
import { resolvePermalink } from './permalink.ts';
import type { EleventySettings } from './settings.ts';
import type { UrlPattern } from './urlPattern.ts';
import { isOpen, matchesUrl, toPagesPattern, toUrlPattern } from './urlPattern.ts';

/** Where a page or the pages of a list are written: at a URL, at those of a pattern, at one that names the file, anywhere or nowhere. */
export type PageUrls = ResolvedPermalink | UrlPattern | 'named as the file' | 'anywhere';

/** Returns the URLs of a page or list, without the path prefix, as far as its data tell. */
export function findPageUrls(path: string, page: PageData, settings: EleventySettings): PageUrls {
  const resolved = resolvePermalink(path, page, settings);
  if (resolved !== 'undetermined') return resolved;
  const { data, unknownKeys } = page;
  const isList = data.pagination !== undefined;
  const isSetByCode = unknownKeys === 'all' || unknownKeys.has('permalink') || settings.setsPermalinks;
  const written = isSetByCode ? undefined : getWrittenPermalink(data);
  if (typeof written === 'string') return toUrls(written, isList);
  if (written === undefined && isList && !isSetByCode) return toListUrls(path, page, settings);
  return isList ? 'anywhere' : 'named as the file';
}

function getWrittenPermalink({ permalink, eleventyComputed }: PageData['data']): unknown {
  const computed = isRecord(eleventyComputed) ? eleventyComputed.permalink : undefined;
  const written = computed ?? permalink;
  return isRecord(written) ? written.build : written;
}

function toUrls(permalink: string, isList: boolean): PageUrls {
  const pattern = toUrlPattern(permalink);
  if (pattern) return isOpen(pattern) ? (isList ? 'anywhere' : 'named as the file') : pattern;
  return isList ? toPagesPattern(permalink) : 'undetermined';
}

/** The pages of a list without a permalink are numbered below the first (`Pagination.js`). */
function toListUrls(path: string, { data, unknownKeys }: PageData, settings: EleventySettings): PageUrls {
  const first = resolvePermalink(path, { data: { ...data, pagination: undefined }, unknownKeys }, settings);
  return typeof first === 'object' ? toPagesPattern(first.url) : 'anywhere';
}

/** Returns the test of a URL (path without the path prefix) at which pages of a file with these URLs may be. */
export function createUrlTest(urls: PageUrls, path: string): (url: string) => boolean {
  if (urls === 'anywhere') return () => true;
  if (urls === 'not written') return () => false;
  if (typeof urls === 'string') return createNameTest(path);
  return (url) => ('url' in urls ? urls.url === url : matchesUrl(urls, url));
}

/** Extensions of templates besides Markdown, of all versions (`TemplateEngineManager.js`). */
const templateFile = /\.(?:njk|liquid|html|webc|hbs|mustache|ejs|haml|pug|vto|11ty\.(?:[mc]?js|tsx?|jsx))$/;

/** Whether a file is a template of a page or of pages, and no Markdown. */
export function isTemplatePage(path: string, settings: EleventySettings): boolean {
  return templateFile.test(path) && isContent(path, settings);
}

/** Returns the URLs of all templates that are no Markdown, by path. */
export const findTemplatePages = memoizeByName(
  (siteView: SiteView, settings: EleventySettings): ReadonlyMap<string, PageUrls> => {
    const texts = siteView.getTexts((path) => isTemplatePage(path, settings));
    return new Map(
      [...texts]
        .filter(([path]) => findIgnoringFile(path, siteView, settings) === undefined)
        .map(([path, text]) => [path, readUrls(path, text, siteView, settings)]),
    );
  },
);

function readUrls(path: string, text: string, siteView: SiteView, settings: EleventySettings): PageUrls {
  const isProgram = /\.11ty\.\w+$/.test(path) || /^---[ \t]*(?:js|javascript)\b/.test(text);
  if (isProgram) return readProgramUrls(path, text, siteView, settings);
  const frontMatter = parseFrontMatter(text, ['yaml', 'json', 'toml']);
  return findPageUrls(path, mergeDataCascade({ path, frontMatter, siteView }, settings), settings);
}

/** Reads what a JavaScript template says of its URLs, in its text: it is not run. */
function readProgramUrls(path: string, text: string, siteView: SiteView, settings: EleventySettings): PageUrls {
  const isList = /\bpagination\b/.test(text);
  const permalink = /\bpermalink\b/.exec(text);
  const written = permalink && findQuoted(text, permalink.index + permalink[0].length);
  if (permalink && written === undefined) return isList ? 'anywhere' : 'named as the file';
  const data = { ...(written !== undefined && { permalink: written }), ...(isList && { pagination: {} }) };
  return findPageUrls(path, mergeDataCascade({ path, frontMatter: { data }, siteView }, settings), settings);
}

/** UTF-16 code units between the name of a key and the quote of its value. */
const maxDistance = 200;

/** The beginning of another key. */
const otherKey = /[,;]\s*["']?\w+["']?\s*[:=]/;

/** Returns the first text in quotes after an offset; undefined where another key comes before. */
function findQuoted(text: string, at: number): string | undefined {
  const start = text.slice(at, at + maxDistance).search(/["'`]\/?[\w${]/);
  if (start < 0) return undefined;
  const open = at + start;
  const close = text.indexOf(text[open]!, open + 1);
  return close < 0 || otherKey.test(text.slice(at, open)) ? undefined : text.slice(open + 1, close);
}
