import type { SiteView } from '../contract/model.ts';
import { isRedirected } from '../shared/redirects.ts';
import { joinPath } from '../../text/paths.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import { treeOf } from './tree.ts';
import { isTrue, textOf } from './values.ts';

/**
 * Whether Hugo may write something at a URL for which there is no file: home pages, lists of sections and taxonomies, their
 * later pages and feeds, files of its own, and what a theme brings that is not there to be looked at.
 */
export function mayGenerate(url: string, settings: HugoSettings, siteView: SiteView): boolean {
  if (isRedirected(url, siteView)) return true;
  return [...settings.languages.values()].some((language) => {
    const base = joinPath(language.basePath, language.prefix);
    const start = base.startsWith('/') || base === '' ? base : `/${base}`;
    if (url !== start && !url.startsWith(`${start}/`)) return false;
    return isMade(url.slice(start.length).replace(/^\//, ''), language, settings, siteView);
  });
}

/** `path` is below base path and language, without a slash at the start. */
function isMade(path: string, language: LanguageSettings, settings: HugoSettings, siteView: SiteView): boolean {
  const list = listPath(path, settings);
  if (list !== undefined && isSpeltSo(path, list, language) && isList(list, language, settings, siteView)) return true;
  if (isOwnFile(path, settings)) return true;
  if (
    settings.languages.size > 1 &&
    (settings.languageCodes.has(path.replace(/\/(?:index\.html)?$/, '')) || isCopied(path, settings, siteView))
  )
    return true;
  return (
    hasUnreadFormat(path, settings, siteView) ||
    (hasUnseenTheme(settings, siteView) && /\.[a-z0-9]+$/i.test(path) && !/\.html?$/i.test(path))
  );
}

/** Lists with ugly addresses are files, not folders: `posts.html`. */
function isSpeltSo(path: string, list: string, { uglyUrls }: LanguageSettings): boolean {
  const isUgly =
    path !== '' &&
    (uglyUrls === true || (typeof uglyUrls === 'object' && isTrue(uglyUrls[list.split('/')[0]!.toLowerCase()])));
  return !isUgly || !(path.endsWith('/') || path.endsWith('/index.html'));
}

/** `sitemap.xml`, `robots.txt`, `404.html` at the top. */
function isOwnFile(path: string, { sitemapFile, hasRobotsFile, outputs: { formats, ofKind } }: HugoSettings): boolean {
  if (path === sitemapFile || path === '404.html' || (path === 'robots.txt' && hasRobotsFile)) return true;
  const listed = new Set([...ofKind.values()].flat());
  return [...formats.values()].some(({ name, baseName, suffix, path: folder, isHtml }) => {
    if (!listed.has(name) || name === 'html' || name === 'rss') return false;
    return isHtml && folder !== ''
      ? path.startsWith(`${folder}/`)
      : path === baseName + suffix ||
          path.endsWith(`/${baseName}${suffix}`) ||
          (baseName === 'index' && suffix !== '.html' && path.endsWith(suffix));
  });
}

/** The path of a list in what may be its page, a later page or its feed: `posts` of `posts/page/2/`; undefined where it is none of these. */
function listPath(path: string, { paginatePath, outputs: { formats } }: HugoSettings): string | undefined {
  const feed = formats.get('rss')!;
  const bare = path.replace(/(?:^|\/)index\.html$/, '/').replace(/\.html$/, '');
  if (path.endsWith(`${feed.baseName}${feed.suffix}`))
    return path.slice(0, -feed.baseName.length - feed.suffix.length).replace(/\/$/, '');
  const segments = bare.split('/').filter((segment) => segment !== '');
  if (segments.at(-2) === paginatePath && /^\d+$/.test(segments.at(-1)!)) segments.splice(-2);
  return /\.[a-z0-9]+$/i.test(bare) && !bare.endsWith('/') ? undefined : segments.join('/');
}

/** Whether a path (below base path and language) is a home page, section, taxonomy or term. */
function isList(path: string, language: LanguageSettings, settings: HugoSettings, siteView: SiteView): boolean {
  if (path === '') return true;
  const first = path.split('/')[0]!;
  if (
    [...language.taxonomies].some(
      (name) => path === name || path.startsWith(`${name}/`) || first === name.toLowerCase(),
    )
  )
    return true;
  if (
    Object.keys(language.permalinks).some(
      (name) => language.taxonomies.has(name) && isBelow(path, textOf(language.permalinks[name])),
    )
  )
    return true;
  return path === first
    ? isSection(path, settings, siteView)
    : treeOf(settings, siteView).files(path, '_index').length > 0;
}

/** The first folders below `content` are sections, with a file of their own or without; bundles are none. */
function isSection(name: string, settings: HugoSettings, siteView: SiteView): boolean {
  const isFolder = settings.content.some(({ source, target }) =>
    target === '' ? siteView.hasFolder(joinPath(source, name)) : target.split('/')[0] === name,
  );
  return isFolder && treeOf(settings, siteView).index(name) === undefined;
}

/** Whether Hugo makes a section or taxonomy of a path below `content` without being told by a file. */
export function isListWithoutFile(
  path: string,
  language: LanguageSettings,
  settings: HugoSettings,
  siteView: SiteView,
): boolean {
  return (
    language.taxonomies.has(path.split('/')[0]!) ||
    (path !== '' && !path.includes('/') && isSection(path, settings, siteView))
  );
}

/** Whether a path may come of a permalink pattern, by what stands before its first token. */
function isBelow(path: string, pattern: string | undefined): boolean {
  const start = pattern?.split(':')[0]!.replace(/^\//, '') ?? '';
  return start !== '' && path.startsWith(start);
}

/** A bundle that has only files of another language is copied to this one's address as well. */
function isCopied(path: string, settings: HugoSettings, siteView: SiteView): boolean {
  return treeOf(settings, siteView).index(path.replace(/\/$/, '')) !== undefined;
}

/** Content in formats that other programs read. */
function hasUnreadFormat(path: string, { content }: HugoSettings, siteView: SiteView): boolean {
  const bare = path.replace(/\/(?:index\.html)?$|\.html$/, '');
  return content.some(({ source, target }) => {
    if (target !== '' && !bare.startsWith(`${target}/`)) return false;
    const file = joinPath(source, target === '' ? bare : bare.slice(target.length + 1));
    return ['org', 'adoc', 'asciidoc', 'ad', 'rst', 'rest', 'pandoc', 'pdc'].some(
      (extension) =>
        siteView.hasFile(`${file}.${extension}`) ||
        siteView.hasFile(`${file}/index.${extension}`) ||
        siteView.hasFile(`${file}/_index.${extension}`),
    );
  });
}

/** A theme or module that the site names and that is not in its folder: it may bring any file. */
function hasUnseenTheme({ themeFolders }: HugoSettings, siteView: SiteView): boolean {
  return themeFolders.some((folder) => !siteView.hasFolder(folder));
}
