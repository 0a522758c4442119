import { joinUrlPath } from '../shared/address.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { isRedirected } from '../shared/redirects.ts';
import { getPathWithin } from '../shared/values.ts';
import { dirname, joinPath, resolvePath, stem } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { isDynamic, isOfTemplate, routeOf, sourceOf, urlOf } from './routes.ts';
import type { VitepressSettings } from './settings.ts';

/** Addresses and links of a VitePress site. */
export function vitepressLinking(settings: VitepressSettings): Linking {
  const { basePath = '', publicFolder } = settings;
  return {
    basePath,
    origins: [],
    getFileUrls: (path) => {
      const inner = publicFolder === undefined ? undefined : getPathWithin(publicFolder, path);
      return inner === undefined ? [] : [joinUrlPath(basePath, inner)];
    },
    getAliases: () => [],
    canGenerate: (url, siteView) => mayGenerate(url, settings, siteView),
    ignoresHtmlLinks: true,
    resolveLink: (written, from) => targetOf(written, from, settings),
  };
}

/** Pages of templates, and files that hooks and plugins write. */
function mayGenerate(url: string, settings: VitepressSettings, siteView: SiteView): boolean {
  const { basePath, knowsPages, mayAddFiles } = settings;
  if (basePath === undefined || !knowsPages || isRedirected(url, siteView)) return true;
  const page = url.slice(basePath.length + 1).replace(/\.html$/, '');
  return isPage(url) ? isOfTemplate(page, siteView, settings) : mayAddFiles;
}

/** Endings of files that are no pages (`KNOWN_EXTENSIONS`); a path with any other ending leads to a page. */
const fileEndings = new Set(
  (
    '3g2 3gp aac ai apng au avif bin bmp cer class conf crl css csv dll doc eps epub exe gif gz ics ief jar jpe jpeg jpg js ' +
    'json jsonld m4a man mid midi mjs mov mp2 mp3 mp4 mpe mpeg mpg mpp oga ogg ogv ogx opus otf p10 p7c p7m p7s pdf png ps ' +
    'qt roff rtf rtx ser svg t tif tiff tr ts tsv ttf txt vtt wav weba webm webp woff woff2 xhtml xml yaml yml zip'
  ).split(' '),
);
const image = /\.(?:apng|avif|bmp|gif|ico|jpe?g|mp4|ogg|png|svg|tiff?|webm|webp)$/i;

/** `treatAsHtml`. */
function isPage(path: string): boolean {
  return !fileEndings.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/**
 * A link to a page names its file with `.md`, `.html` or no ending (`linkPlugin`), from the source folder or from where the
 * page is published; an image a file beside the page or one that the build copies.
 */
function targetOf(written: string, from: PostSource, settings: VitepressSettings): LinkTarget | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(written)) return undefined;
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(written) ?? [];
  if (path === '' || /[{}\\]|&\w+;/.test(written)) return { kind: 'unknown' };
  if (image.test(path)) return imageTarget(decodeUri(path), from, settings);
  return isPage(path) ? pageTarget(path, fragment, from, settings) : plainFile(written, settings);
}

function pageTarget(path: string, fragment: string, from: PostSource, settings: VitepressSettings): LinkTarget {
  const { basePath, cleanUrls, deadLinks, knowsPages } = settings;
  const page = pageNamed(path, from, settings);
  if (page === undefined) return { kind: 'unknown' };
  const file = joinPath(settings.sourceFolder, `${page}.md`);
  const isThere = from.siteView.hasFile(file) && sourceOf(file, settings) !== undefined;
  if (!isThere) {
    if (!knowsPages || deadLinks === 'unknown' || isOfTemplate(page, from.siteView, settings))
      return { kind: 'unknown' };
    if (deadLinks === 'pass' && path.startsWith('/') && !isInOwnFolder(page, from.siteView, settings))
      return { kind: 'unknown' };
    const isLookedForElsewhere = settings.rewrite.isUsed || deadLinks === 'pass';
    if (isLookedForElsewhere && page !== outside)
      return basePath === undefined || cleanUrls === undefined
        ? { kind: 'unknown' }
        : { kind: 'url', url: basePath + urlOf(`${page}.md`, cleanUrls) + fragment };
  }
  return {
    ...fileTarget(`${page}.md`, isThere ? [file] : inPublicFolder(`${page}.html`, settings)),
    fragment,
    displayName: page === outside ? path : `${page}.md`,
    stopsBuild: deadLinks === 'stop',
  };
}

/** Whether the site has pages in the first folder of a path; others may be another project's on the same host. */
function isInOwnFolder(page: string, siteView: SiteView, { sourceFolder }: VitepressSettings): boolean {
  return page.includes('/') && siteView.hasFolder(joinPath(sourceFolder, page.split('/')[0]!));
}

/** Stands for a path that leads out of the source folder, where no page is. */
const outside = '..';

/**
 * The path of a page below the source folder, without `.md`, as the build looks for it: a path from the root as it is written,
 * another one seen from where the page is published. Undefined where only the build knows that.
 */
function pageNamed(path: string, from: PostSource, settings: VitepressSettings): string | undefined {
  const named = path
    .replace(/(^|\/)index\.md$/i, '$1')
    .replace(/\.md$/, '')
    .replace(/\.html$/, '');
  const whole = named === '' || named.endsWith('/') ? `${named}index` : named;
  const page = decodeUri(whole.replace(/\.(?:html|md)$/, ''));
  if (page.startsWith('/')) return page.slice(1);
  const folder = folderOnSite(from.path, settings);
  return folder === undefined ? undefined : (resolvePath(page, folder) ?? outside);
}

/** The folder in which a page is published, seen from the root of the site. */
function folderOnSite(path: string, settings: VitepressSettings): string | undefined {
  const inner = sourceOf(path, settings);
  if (inner === undefined) return undefined;
  const isBesideItsPages = isDynamic(inner) && !isDynamic(dirname(inner)) && !settings.rewrite.isUsed;
  const route = isBesideItsPages ? inner : routeOf(inner, settings);
  return route === undefined ? undefined : dirname(route);
}

/** An image is bundled from beside the page or from the root of the sources, or copied; the build stops where it is none of them. */
function imageTarget(path: string, from: PostSource, settings: VitepressSettings): LinkTarget {
  const { sourceFolder, mayMoveImages } = settings;
  const folder = path.startsWith('/') ? sourceFolder : dirname(from.path);
  const onSite = path.startsWith('/') ? '' : folderOnSite(from.path, settings);
  const bundled = resolvePath(path, folder);
  const copied = onSite === undefined ? undefined : resolvePath(path, onSite);
  const files = [
    ...(bundled === undefined ? [] : [bundled]),
    ...(copied === undefined ? [] : inPublicFolder(copied, settings)),
  ];
  if (
    !files.some((file) => from.siteView.hasFile(file)) &&
    (mayMoveImages || onSite === undefined || bundled === undefined)
  )
    return { kind: 'unknown' };
  return { ...fileTarget(path, files), displayName: path };
}

/** Another file is where it is copied to; the build does not look for it. */
function plainFile(written: string, { basePath }: VitepressSettings): LinkTarget | undefined {
  if (!written.startsWith('/')) return undefined;
  return basePath === undefined ? { kind: 'unknown' } : { kind: 'url', url: basePath + written };
}

function inPublicFolder(path: string, { publicFolder }: VitepressSettings): string[] {
  return publicFolder === undefined ? [] : [joinPath(publicFolder, path)];
}

function fileTarget(path: string, files: readonly string[]): FileTarget {
  return {
    kind: 'file',
    stem: stem(path),
    matches: (each) => files.includes(each),
    fragment: '',
    displayName: path,
    stopsBuild: false,
  };
}
