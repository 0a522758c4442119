import type { PostSource, SiteView } from '../contract/model.ts';
import type { Linking } from '../contract/linking.ts';
import { dirname } from '../../text/paths.ts';
import { createTargetPaths } from './targetPaths.ts';
import { canGenerate } from './generated.ts';
import { findRewriter, listUnreported } from './renderHooks.ts';
import { getTermUrls, toTermUrl } from './terms.ts';
import { listOwnFormats } from './outputs.ts';
import { readPage } from './page.ts';
import { joinGoPath } from './paths.ts';
import { toContentPath, isIgnored, findMounts, parseHugoPath } from './file.ts';
import { resolveLink } from './references.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import { getContentTree } from './tree.ts';
import { castToString, castToStrings } from './values.ts';

/** Creates the linking of a Hugo site (0.111). */
export function createHugoLinking(settings: HugoSettings): Linking {
  return {
    basePath: settings.defaultLanguage.basePath,
    origins: [...new Set([...settings.languages.values()].map(({ origin }) => origin))].filter(
      (origin) => origin !== '',
    ),
    getFileUrls: (path, siteView) => getFileUrls(path, settings, siteView),
    getAliases: (source) => getAliases(source, settings),
    getRedirectKey: () => 'aliases',
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    getTermUrls: (source) => getTermUrls(source, settings),
    toTermUrl: (url) => toTermUrl(url, settings),
    findRewriter: (siteView, use, address) =>
      address.includes('{{') ? undefined : findRewriter(use, settings, siteView),
    listUnreported: (siteView) => listUnreported(settings, siteView),
    tagsRequirePublishedPosts: settings.refErrorsStopBuild,
    resolveLink: (destination, from, use) => resolveLink(destination, from, settings, use),
  };
}

function getFileUrls(path: string, settings: HugoSettings, siteView: SiteView): string[] {
  const copied = findMounts(path, settings.static)
    .slice(0, 1)
    .flatMap((mount) => getBasePaths(settings, mount.languages).map((base) => `${base}/${toContentPath(path, mount)}`));
  return copied.length > 0 ? copied : getResourceUrls(path, settings, siteView);
}

/** Returns the base paths of static files: each language with its own host gets a copy. */
function getBasePaths({ languages }: HugoSettings, codes: readonly string[]): string[] {
  return [
    ...new Set([...languages.values()].filter(({ code }) => codes.includes(code)).map(({ basePath }) => basePath)),
  ];
}

/** Returns the URLs of a content file that is no page: a resource is published with the page of its bundle or section, other files keep their path. */
function getResourceUrls(path: string, settings: HugoSettings, siteView: SiteView): string[] {
  const mount = findMounts(path, settings.content)[0];
  const isRawPage = /\.html?$/.test(path);
  if (!mount || isIgnored(path, settings) || (parseHugoPath(path, settings) && !isRawPage)) return [];
  const contentPath = toContentPath(path, mount);
  const folder = dirname(contentPath);
  const tree = getContentTree(settings, siteView);
  const bundle = tree.findBundle(folder, '');
  const home = bundle === undefined ? folder : parseHugoPath(bundle, settings)!.folder;
  const pages = tree.findFiles(home, bundle === undefined ? '_index' : 'index');
  const urls = pages
    .flatMap((page) => getResourceBases(page, settings, siteView))
    .map((base) => `${base}/${contentPath.slice(home === '' ? 0 : home.length + 1)}`);
  if (bundle !== undefined) return urls;
  const code = /\.([^./]+)\.[^./]+$/.exec(path)?.[1] ?? '';
  const language =
    settings.languages.get(code) ?? settings.languages.get(mount.languages[0] ?? '') ?? settings.defaultLanguage;
  return [...urls, `${language.basePath}/${joinGoPath(language.prefix, contentPath)}`];
}

/** Returns the URL path of the resources of a bundle or section, without a slash at the end. */
function getResourceBases(path: string, settings: HugoSettings, siteView: SiteView): string[] {
  const file = parseHugoPath(path, settings);
  const page = file && readPage({ path, frontMatter: siteView.getFrontMatter(path), siteView }, file, settings);
  const address = page && createTargetPaths(page, settings);
  return address && 'resourcePath' in address ? [file.language.basePath + address.resourcePath] : [];
}

/** Returns the `aliases` of front matter; relative ones start at the folder of the page (`site_render.go#renderAliases`, `alias.go`). */
function getAliases(source: PostSource, settings: HugoSettings): string[] {
  const file = parseHugoPath(source.path, settings);
  if (!file) return [];
  const page = readPage(source, file, settings);
  const written = castToStrings(page.data.aliases);
  const address = createTargetPaths(page, settings);
  if (!address || 'unknown' in address) return [];
  const { basePath, uglyUrls } = file.language;
  const redirects = written.map((alias) => {
    const path = joinGoPath(alias.startsWith('/') ? alias : `${address.resourcePath}/../${alias}`).replace(/\/$/, '');
    const redirectPath = uglyUrls === true && !path.endsWith('.html') ? `${path}.html` : path;
    return `${basePath}/${redirectPath.endsWith('.html') ? redirectPath : `${redirectPath}/`}`;
  });
  const base = basePath + address.resourcePath;
  return [
    ...redirects,
    ...getIndexUrls(page.data.url, file.language),
    ...listOwnFormats(page.data.outputs, settings.outputs).map((name) => `${base}/${name}`),
  ];
}

/** Returns the URL with `index.html` of a page whose `url` names it, since it is served at both. */
function getIndexUrls(url: unknown, { basePath }: LanguageSettings): string[] {
  const path = castToString(url) ?? '';
  return /(?:^|\/)index\.html$/.test(path) ? [`${basePath}/${joinGoPath(path)}`] : [];
}
