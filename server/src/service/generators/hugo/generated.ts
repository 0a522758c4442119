import type { SiteView } from '../contract/model.ts';
import { getExtension } from '../shared/values.ts';
import { joinPath } from '../../text/paths.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import { getContentTree } from './tree.ts';
import { isTrue, castToString } from './values.ts';

/**
 * Whether Hugo can write a page or file at a URL without a content file: home pages, lists of sections and taxonomies, their
 * pagers and feeds, built-in files, and files of a theme that is not in the site's folder.
 */
export function canGenerate(url: string, settings: HugoSettings, siteView: SiteView): boolean {
  return [...settings.languages.values()].some((language) => {
    const base = joinPath(language.basePath, language.prefix);
    const start = base.startsWith('/') || base === '' ? base : `/${base}`;
    if (url !== start && !url.startsWith(`${start}/`)) return false;
    return canGeneratePath(url.slice(start.length).replace(/^\//, ''), language, settings, siteView);
  });
}

/** Whether Hugo can write a path, given without base path, language and a slash at the start. */
function canGeneratePath(
  path: string,
  language: LanguageSettings,
  settings: HugoSettings,
  siteView: SiteView,
): boolean {
  const list = getListPath(path, settings);
  if (list !== undefined && hasListUrlStyle(path, list, language) && isList(list, language, settings, siteView))
    return true;
  if (isBuiltInFile(path, settings)) return true;
  if (
    settings.languages.size > 1 &&
    (settings.languageCodes.has(path.replace(/\/(?:index\.html)?$/, '')) || isCopiedBundle(path, settings, siteView))
  )
    return true;
  return (
    hasUnsupportedContent(path, settings, siteView) ||
    (isFileOfTheme(path) && hasMissingTheme(settings, siteView) && !isBelowSection(path, settings, siteView))
  );
}

/** Whether a path ends like a file that a theme may bring: with an extension, and not that of a page. */
function isFileOfTheme(path: string): boolean {
  const extension = getExtension(path);
  return /^\.[a-z0-9]+$/i.test(extension) && !/^\.html?$/i.test(extension);
}

/** Whether a path has the form of a list's URL: with ugly URLs a list is a file, `posts.html`, not a folder. */
export function hasListUrlStyle(path: string, list: string, { uglyUrls }: LanguageSettings): boolean {
  const isUgly =
    path !== '' &&
    (uglyUrls === true || (typeof uglyUrls === 'object' && isTrue(uglyUrls[list.split('/')[0]!.toLowerCase()])));
  return !isUgly || !(path.endsWith('/') || path.endsWith('/index.html'));
}

/** Whether a path is a file that Hugo writes by itself: `sitemap.xml`, `robots.txt`, `404.html`, files of output formats. */
function isBuiltInFile(
  path: string,
  { sitemapFile, hasRobotsFile, outputs: { formats, namesByKind } }: HugoSettings,
): boolean {
  if (path === sitemapFile || path === '404.html' || (path === 'robots.txt' && hasRobotsFile)) return true;
  const listed = new Set([...namesByKind.values()].flat());
  return [...formats.values()].some(({ name, baseName, suffix, path: folder, isHtml }) => {
    if (!listed.has(name) || name === 'html' || name === 'rss') return false;
    return isHtml && folder !== ''
      ? path.startsWith(`${folder}/`)
      : path === baseName + suffix ||
          path.endsWith(`/${baseName}${suffix}`) ||
          (baseName === 'index' && suffix !== '.html' && path.endsWith(suffix));
  });
}

/** Returns the path of the list whose page, pager or feed a path is: `posts` for `posts/page/2/`; undefined for any other path. */
export function getListPath(path: string, { paginatePath, outputs: { formats } }: HugoSettings): string | undefined {
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
      (name) => language.taxonomies.has(name) && isPermalinkPath(path, castToString(language.permalinks[name])),
    )
  )
    return true;
  return path === first
    ? isSection(path, settings, siteView)
    : getContentTree(settings, siteView).findFiles(path, '_index').length > 0;
}

/** Whether a path is in a folder below a section, where themes have no files. */
function isBelowSection(path: string, settings: HugoSettings, siteView: SiteView): boolean {
  const [section = '', ...rest] = path.split('/');
  return rest.length > 1 && isSection(section, settings, siteView);
}

/** Whether a first folder below `content` is a section, with an `_index` file or without; bundles are none. */
function isSection(name: string, settings: HugoSettings, siteView: SiteView): boolean {
  const isFolder = settings.content.some(({ source, target }) =>
    target === '' ? siteView.hasFolder(joinPath(source, name)) : target.split('/')[0] === name,
  );
  return isFolder && getContentTree(settings, siteView).findLeafBundle(name) === undefined;
}

/** Whether a path below `content` is a section or taxonomy without an `_index` file. */
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

/** Whether a path starts with the text before the first token of a permalink pattern. */
function isPermalinkPath(path: string, pattern: string | undefined): boolean {
  const start = pattern?.split(':')[0]!.replace(/^\//, '') ?? '';
  return start !== '' && path.startsWith(start);
}

/** Whether a path is a bundle, which Hugo copies to the URLs of other languages too. */
function isCopiedBundle(path: string, settings: HugoSettings, siteView: SiteView): boolean {
  return getContentTree(settings, siteView).findLeafBundle(path.replace(/\/$/, '')) !== undefined;
}

/** Whether there is content in a format that Hugo leaves to other programs. */
function hasUnsupportedContent(path: string, { content }: HugoSettings, siteView: SiteView): boolean {
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

/** Whether a theme or module that the site names is not in its folder: it can add any file. */
function hasMissingTheme({ themeFolders }: HugoSettings, siteView: SiteView): boolean {
  return themeFolders.some((folder) => !siteView.hasFolder(folder));
}
