import { joinUrlPath } from '../shared/baseUrl.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { readScript } from '../shared/script/index.ts';
import { getUrlKind } from '../../text/urlKind.ts';
import { getPathWithin } from '../shared/values.ts';
import { memoizeByName } from '../../text/memo.ts';
import { basename, dirname, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { mergeDataCascade } from './data.ts';
import type { PassthroughCopy, EleventySettings } from './settings.ts';
import { addsPages, imageTransform, passthroughCopy, readCopies } from './settings.ts';
import { createUrlTest, findPageUrls, findTemplatePages, isTemplatePage } from './templatePages.ts';

/** Creates the linking of an Eleventy site. */
export function createEleventyLinking(settings: EleventySettings): Linking {
  return {
    basePath: settings.basePath,
    origins: [],
    getFileUrls: (path, siteView) =>
      [
        ...readAllCopies(siteView, settings).known.flatMap((copy) => getCopyUrls(path, copy, settings)),
        ...(transformsImages(siteView, settings) ? getSourceImageUrls(path, settings) : []),
        ...getTemplateUrls(path, siteView, settings),
      ].map((url) => joinUrlPath(settings.basePath, url)),
    getAliases: () => [],
    createUrlTest: (source) => {
      const isPossible = createUrlTest(
        findPageUrls(source.path, mergeDataCascade(source, settings), settings),
        source.path,
      );
      return (url) => isPossible(url.slice(settings.basePath.length));
    },
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    listUnreported: (siteView) => listUnreported(settings, siteView),
    resolveLink: (destination, from) =>
      resolveSourceImage(destination, from, settings) ?? resolveLink(destination, from, settings),
  };
}

const image = /\.(?:avif|gif|jpe?g|png|svg|webp|tiff?)$/i;

/** Whether the site takes images from the input folder: its configuration, or a file that this imports, adds the plugin. */
const transformsImages = memoizeByName(
  (siteView: SiteView, settings: EleventySettings): boolean =>
    settings.transformsImages ||
    settings.importedFiles.some((file) => siteView.getText(file)?.includes(imageTransform) === true),
);

/** Returns the URL under which pages name an image of the input folder (`transform-plugin.js`). */
function getSourceImageUrls(path: string, { inputFolder }: EleventySettings): string[] {
  const relativePath = image.test(path) ? getPathWithin(inputFolder, path) : undefined;
  return relativePath === undefined ? [] : [`/${relativePath}`];
}

/** Resolves the path of an image relative to the post, where the site takes images from there; undefined for any other destination. */
function resolveSourceImage(
  destination: string,
  { path, siteView }: PostSource,
  settings: EleventySettings,
): LinkTarget | undefined {
  if (/^[/#]|[:{}?]/.test(destination) || !image.test(destination)) return undefined;
  const file = resolvePath(decodeUri(destination), dirname(path));
  return file !== undefined && siteView.hasFile(file) && transformsImages(siteView, settings)
    ? createFileTarget(destination, '', (candidate) => candidate === file)
    : undefined;
}

/** Returns the URLs of a copied file (`TemplatePassthrough.js`): below the target of the copy, else its path without the input folder. */
function getCopyUrls(
  path: string,
  { from, matches, to }: PassthroughCopy,
  { inputFolder }: EleventySettings,
): string[] {
  const relativePath = path === from ? '' : getPathWithin(from, path);
  if (relativePath !== undefined)
    return [to === undefined ? `/${getPathWithin(inputFolder, path) ?? path}` : joinUrlPath(to, relativePath)];
  if (matches(path) !== true) return [];
  return [to === undefined ? `/${getPathWithin(inputFolder, path) ?? path}` : joinUrlPath(to, basename(path))];
}

/** Returns the file that a template writes which makes one page. */
function getTemplateUrls(path: string, siteView: SiteView, settings: EleventySettings): string[] {
  const urls = isTemplatePage(path, settings) ? findTemplatePages(siteView, settings).get(path) : undefined;
  return typeof urls === 'object' && 'url' in urls ? [urls.url.replace(/\/$/, '/index.html')] : [];
}

/** Whether code or templates can write a page or file; images and Markdown come only from passthrough copies. */
function canGenerate(url: string, settings: EleventySettings, siteView: SiteView): boolean {
  if (/\.md$/i.test(url)) return settings.resolvesSourceLinks;
  if (copiedFile.test(url)) {
    const { known, hasUnknown } = readAllCopies(siteView, settings);
    return hasUnknown || known.length === 0;
  }
  if (getUrlKind(url) !== 'page') return true;
  const path = url.slice(settings.basePath.length);
  return (
    findPageWriter(siteView, settings) !== undefined ||
    listUrlTests(siteView, settings).some((isPossible) => isPossible(path))
  );
}

/** Files that templates do not write. */
const copiedFile = /\.(?:png|jpe?g|gif|svg|webp|avif|pdf|zip)$/i;

/** Returns the passthrough copies of the configuration and of the files of the site that it imports. */
const readAllCopies = memoizeByName((siteView: SiteView, settings: EleventySettings) => {
  const imported = settings.importedFiles.flatMap((file) => {
    const text = siteView.getText(file);
    return text?.includes(passthroughCopy) ? readCopies(readScript(text)) : [];
  });
  return {
    known: [settings, ...imported].flatMap(({ passthroughCopies }) => passthroughCopies),
    hasUnknown: [settings, ...imported].some(({ hasUnknownCopies }) => hasUnknownCopies),
  };
});

const listUrlTests = memoizeByName((siteView: SiteView, settings: EleventySettings) =>
  [...findTemplatePages(siteView, settings)].map(([path, urls]) => createUrlTest(urls, path)),
);

/** Returns what may write pages at any URL: the configuration, a file that it imports, a package or a template; undefined for nothing known. */
const findPageWriter = memoizeByName(
  (siteView: SiteView, settings: EleventySettings): string | undefined =>
    settings.pageWriter ??
    settings.importedFiles.find((file) => addsPages(siteView.getText(file) ?? '')) ??
    [...findTemplatePages(siteView, settings)].find(([, urls]) => urls === 'anywhere')?.[0],
);

/** Returns a sentence for the pages that code or a template can write anywhere. */
function listUnreported(settings: EleventySettings, siteView: SiteView): string[] {
  const writer = findPageWriter(siteView, settings);
  return writer === undefined
    ? []
    : [`Links to missing pages are not reported: \`${writer}\` may write pages anywhere.`];
}

const urlFilter = /^\{\{-?\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*\|\s*url\s*-?\}\}([?#].*)?$/;

/** Resolves `{{ '/a/' | url }}`, which adds the path prefix; with plugins all links get it, and paths of source files lead to their pages. */
function resolveLink(destination: string, from: PostSource, settings: EleventySettings): LinkTarget | undefined {
  const found = urlFilter.exec(destination);
  if (found) return { kind: 'url', url: addPathPrefix((found[1] ?? found[2])!, settings) + (found[3] ?? '') };
  if (/\{\{|\{%/.test(destination)) return { kind: 'unknown' };
  const file = settings.resolvesSourceLinks
    ? /^([^?#:]+\.(?:md|njk|liquid|html))(?:\?[^#]*)?(#.*)?$/.exec(destination)
    : null;
  if (file && !destination.startsWith('//'))
    return createSourceFileTarget(decodeUri(file[1]!), file[2] ?? '', from, settings);
  return settings.prefixesLinks && /^\/(?!\/)/.test(destination)
    ? { kind: 'url', url: addPathPrefix(destination, settings) }
    : undefined;
}

function addPathPrefix(url: string, { basePath }: EleventySettings): string {
  return url.startsWith('/') && basePath !== '' && !`${url}/`.startsWith(`${basePath}/`) ? basePath + url : url;
}

/** A file named relative to the post, to the input folder or to the site root (`InputPathToUrl.js`). */
function createSourceFileTarget(
  displayName: string,
  fragment: string,
  { path }: PostSource,
  { inputFolder }: EleventySettings,
): LinkTarget {
  const accepted = new Set([dirname(path), inputFolder, ''].map((folder) => resolvePath(displayName, folder)));
  return createFileTarget(displayName, fragment, (candidate) => accepted.has(candidate));
}

function createFileTarget(displayName: string, fragment: string, matches: FileTarget['matches']): FileTarget {
  const stem = basename(displayName).replace(/\.[^.]+$/, '');
  return { kind: 'file', stem, matches, fragment, displayName, stopsBuild: false };
}
