import { joinUrlPath } from '../shared/baseUrl.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { getPathWithin } from '../shared/values.ts';
import { dirname, joinPath, resolvePath, stem } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { isDynamicRoute, isDynamicPage, getRoute, getSourcePath, toUrl } from './routes.ts';
import type { VitepressSettings } from './settings.ts';

/** Creates the linking of a VitePress site. */
export function createVitepressLinking(settings: VitepressSettings): Linking {
  const { basePath = '', publicFolder } = settings;
  return {
    basePath,
    origins: [],
    getFileUrls: (path) => {
      const publicPath = publicFolder === undefined ? undefined : getPathWithin(publicFolder, path);
      return publicPath === undefined ? [] : [joinUrlPath(basePath, publicPath)];
    },
    getAliases: () => [],
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    ignoresHtmlLinks: true,
    resolveLink: (destination, from) => resolveLink(destination, from, settings),
  };
}

/** Whether a dynamic route, a hook or a plugin can write a page. */
function canGenerate(url: string, settings: VitepressSettings, siteView: SiteView): boolean {
  const { basePath, arePagesKnown, canAddFiles } = settings;
  if (basePath === undefined || !arePagesKnown) return true;
  const page = url.slice(basePath.length + 1).replace(/\.html$/, '');
  return isPage(url) ? isDynamicPage(page, siteView, settings) : canAddFiles;
}

/** Extensions of files that are no pages (`KNOWN_EXTENSIONS`); a path with any other extension leads to a page. */
const fileExtensions = new Set(
  (
    '3g2 3gp aac ai apng au avif bin bmp cer class conf crl css csv dll doc eps epub exe gif gz ics ief jar jpe jpeg jpg js ' +
    'json jsonld m4a man mid midi mjs mov mp2 mp3 mp4 mpe mpeg mpg mpp oga ogg ogv ogx opus otf p10 p7c p7m p7s pdf png ps ' +
    'qt roff rtf rtx ser svg t tif tiff tr ts tsv ttf txt vtt wav weba webm webp woff woff2 xhtml xml yaml yml zip'
  ).split(' '),
);
const imageExtension = /\.(?:apng|avif|bmp|gif|ico|jpe?g|mp4|ogg|png|svg|tiff?|webm|webp)$/i;

/** Whether a path leads to a page (`treatAsHtml`). */
function isPage(path: string): boolean {
  return !fileExtensions.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/**
 * A link to a page names its file with `.md`, `.html` or no extension (`linkPlugin`), relative to the source folder or to where the
 * page is published; an image is a file next to the page or one that the build copies.
 */
function resolveLink(destination: string, from: PostSource, settings: VitepressSettings): LinkTarget | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(destination)) return undefined;
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(destination) ?? [];
  if (path === '' || /[{}\\]|&\w+;/.test(destination)) return { kind: 'unknown' };
  if (imageExtension.test(path)) return resolveImage(decodeUri(path), from, settings);
  return isPage(path) ? resolvePageLink(path, fragment, from, settings) : resolveFileLink(destination, settings);
}

function resolvePageLink(path: string, fragment: string, from: PostSource, settings: VitepressSettings): LinkTarget {
  const { basePath, cleanUrls, deadLinks, arePagesKnown } = settings;
  const page = getLinkedPage(path, from, settings);
  if (page === undefined) return { kind: 'unknown' };
  const file = joinPath(settings.sourceFolder, `${page}.md`);
  const hasFile = from.siteView.hasFile(file) && getSourcePath(file, settings) !== undefined;
  if (!hasFile) {
    if (!arePagesKnown || deadLinks === 'unknown' || isDynamicPage(page, from.siteView, settings))
      return { kind: 'unknown' };
    if (deadLinks === 'pass' && path.startsWith('/') && !hasSourceFolder(page, from.siteView, settings))
      return { kind: 'unknown' };
    const canBeRewritten = settings.rewrites.hasRules || deadLinks === 'pass';
    if (canBeRewritten && page !== outsideSources)
      return basePath === undefined || cleanUrls === undefined
        ? { kind: 'unknown' }
        : { kind: 'url', url: basePath + toUrl(`${page}.md`, { cleanUrls }) + fragment };
  }
  return {
    ...createFileTarget(`${page}.md`, hasFile ? [file] : toPublicFiles(`${page}.html`, settings)),
    fragment,
    displayName: page === outsideSources ? path : `${page}.md`,
    stopsBuild: deadLinks === 'stop',
  };
}

/** Whether the site has pages in the first folder of a path; other folders can belong to another project on the same host. */
function hasSourceFolder(page: string, siteView: SiteView, { sourceFolder }: VitepressSettings): boolean {
  return page.includes('/') && siteView.hasFolder(joinPath(sourceFolder, page.split('/')[0]!));
}

/** The linked page of a path that leads out of the source folder, where no page is. */
const outsideSources = '..';

/**
 * The path of a page below the source folder, without `.md`, as the build looks for it: a path from the root as it is written,
 * another one relative to where the page is published. Undefined where only the build knows that.
 */
function getLinkedPage(path: string, from: PostSource, settings: VitepressSettings): string | undefined {
  const named = path
    .replace(/(^|\/)index\.md$/i, '$1')
    .replace(/\.md$/, '')
    .replace(/\.html$/, '');
  const whole = named === '' || named.endsWith('/') ? `${named}index` : named;
  const page = decodeUri(whole.replace(/\.(?:html|md)$/, ''));
  if (page.startsWith('/')) return page.slice(1);
  const folder = getRouteFolder(from.path, settings);
  return folder === undefined ? undefined : (resolvePath(page, folder) ?? outsideSources);
}

/** Returns the folder in which a page is published, relative to the root of the site. */
function getRouteFolder(path: string, settings: VitepressSettings): string | undefined {
  const sourcePath = getSourcePath(path, settings);
  if (sourcePath === undefined) return undefined;
  const isBesideItsPages =
    isDynamicRoute(sourcePath) && !isDynamicRoute(dirname(sourcePath)) && !settings.rewrites.hasRules;
  const route = isBesideItsPages ? sourcePath : getRoute(sourcePath, settings);
  return route === undefined ? undefined : dirname(route);
}

/** Resolves an image, which is bundled from next to the page or from the source folder, or copied; the build stops where there is no such file. */
function resolveImage(path: string, from: PostSource, settings: VitepressSettings): LinkTarget {
  const { sourceFolder, canMoveImages } = settings;
  const folder = path.startsWith('/') ? sourceFolder : dirname(from.path);
  const onSite = path.startsWith('/') ? '' : getRouteFolder(from.path, settings);
  const bundled = resolvePath(path, folder);
  const copied = onSite === undefined ? undefined : resolvePath(path, onSite);
  const files = [
    ...(bundled === undefined ? [] : [bundled]),
    ...(copied === undefined ? [] : toPublicFiles(copied, settings)),
  ];
  if (
    !files.some((file) => from.siteView.hasFile(file)) &&
    (canMoveImages || onSite === undefined || bundled === undefined)
  )
    return { kind: 'unknown' };
  return { ...createFileTarget(path, files), displayName: path };
}

/** Resolves a link to a file that is no page, at the URL to which it is copied; the build does not check it. */
function resolveFileLink(destination: string, { basePath }: VitepressSettings): LinkTarget | undefined {
  if (!destination.startsWith('/')) return undefined;
  return basePath === undefined ? { kind: 'unknown' } : { kind: 'url', url: basePath + destination };
}

function toPublicFiles(path: string, { publicFolder }: VitepressSettings): string[] {
  return publicFolder === undefined ? [] : [joinPath(publicFolder, path)];
}

function createFileTarget(path: string, files: readonly string[]): FileTarget {
  return {
    kind: 'file',
    stem: stem(path),
    matches: (each) => files.includes(each),
    fragment: '',
    displayName: path,
    stopsBuild: false,
  };
}
