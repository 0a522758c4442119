import { joinUrlPath } from '../shared/baseUrl.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import { basename, dirname, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { DocusaurusSettings } from './settings.ts';
import { parseDocusaurusPath } from './url.ts';

/** Creates the linking of a Docusaurus site. */
export function createDocusaurusLinking(settings: DocusaurusSettings): Linking {
  const { base, staticFolders } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path) => {
      const relativePath = staticFolders
        .map((folder) => getPathWithin(folder, path))
        .find((each) => each !== undefined);
      return relativePath === undefined ? [] : [joinUrlPath(base.path, relativePath)];
    },
    getOutputPath: (url) => getOutputPath(url, settings),
    getAliases: () => [],
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    listUnreported: () =>
      settings.hasOtherPlugins
        ? ['Links to missing pages are not reported: plugins in `docusaurus.config.js` may write pages anywhere.']
        : [],
    tagsRequirePublishedPosts: true,
    resolveLink: (destination, from) => resolveLink(destination, from, settings),
  };
}

/** Returns the file of a page (`trailingSlash` of `ssgUtils`): a folder's `index.html`, unless URLs have no slash at their ends. */
function getOutputPath(url: string, { trailingSlash }: DocusaurusSettings): string {
  return url.endsWith('/') ? `${url}index.html` : trailingSlash === false ? `${url}.html` : `${url}/index.html`;
}

/** Whether the build can write a page without a content file: lists of the blog, category indexes, versions, translations, React pages; any page where other plugins write pages. */
function canGenerate(url: string, settings: DocusaurusSettings, siteView: SiteView): boolean {
  const { base, contentPlugins, locales, hasOtherPlugins } = settings;
  if (hasOtherPlugins) return true;
  const sitePath =
    base.path === ''
      ? url.replace(/^\//, '')
      : (getPathWithin(base.path.slice(1), url.replace(/^\//, '')) ?? (url === base.path ? '' : undefined));
  if (sitePath === undefined) return false;
  const path = sitePath.replace(/\/$/, '');
  if (locales.includes(path.split('/')[0]!) || /^(?:search|sitemap\.xml|404\.html|opensearch\.xml)$/.test(path))
    return true;
  return contentPlugins.some((plugin) => {
    if (plugin.route === undefined) return true;
    const relativePath = plugin.route === '' ? path : path === plugin.route ? '' : getPathWithin(plugin.route, path);
    if (relativePath === undefined) return false;
    if (plugin.kind === 'pages')
      return listReactPageFiles(relativePath).some((file) => siteView.hasFile(`${plugin.folder}/${file}`));
    if (plugin.kind === 'blog')
      return (
        relativePath === '' ||
        /^(?:page\/\d+|(?:tags|authors)(?:\/.*)?|archive|(?:rss|atom)\.xml|feed\.json)$/.test(relativePath)
      );
    return isDocsIndex(relativePath, plugin.folder, siteView) || siteView.hasFile('versions.json');
  });
}

function listReactPageFiles(relativePath: string): string[] {
  const names = relativePath === '' ? ['index'] : [relativePath, `${relativePath}/index`];
  return names.flatMap((name) => ['.js', '.jsx', '.ts', '.tsx'].map((extension) => name + extension));
}

/** Whether a path is a generated index of the docs: `category/…`, `tags/…`, and folders with a `_category_` file. */
function isDocsIndex(relativePath: string, folder: string, siteView: SiteView): boolean {
  return (
    /^(?:category|tags)(?:\/|$)/.test(relativePath) ||
    ['json', 'yml', 'yaml'].some((extension) => siteView.hasFile(`${folder}/${relativePath}/_category_.${extension}`))
  );
}

/**
 * Resolves `./other.md`, `../other.mdx`, `@site/…` and the path of a file next to the page; `/docs/a` gets the base
 * path before it, as the component for links does.
 */
function resolveLink(destination: string, from: PostSource, settings: DocusaurusSettings): LinkTarget | undefined {
  if (destination.startsWith('pathname:')) return { kind: 'unknown' };
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^[#?]/i.test(destination)) return undefined;
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(destination) ?? [];
  const isPage = /\.mdx?$/.test(path);
  if (path.startsWith('@site/')) return createFileTarget([path.slice('@site/'.length)], path, fragment, settings);
  if (path.startsWith('/') && !isPage) return resolveUrlPath(destination, from, settings);
  const files = listNamedFiles(path, isPage, from, settings);
  const [file] = files;
  if (file === undefined) return { kind: 'unknown' };
  if (isPage && !path.startsWith('/') && isOfOtherPlugin(file, from, settings))
    return {
      ...createFileTarget(files, path, fragment, settings),
      matches: (candidate) => candidate !== file && files.includes(candidate),
      obstacle: `A link to a file reaches only files of the same plugin, and \`${file}\` is in another one.`,
    };
  return isPage || from.siteView.hasFile(file) || /\.(?:png|jpe?g|gif|svg|webp|avif|ico)$/i.test(path)
    ? createFileTarget(files, path, fragment, settings)
    : undefined;
}

/**
 * Returns the files that a path may name, the first one first (`resolveMarkdownLinkPathname`): `./a.md` from the page only, `a.md`
 * also from the folder of the plugin and from the site root, `/a.md` from those alone.
 */
function listNamedFiles(path: string, isPage: boolean, from: PostSource, settings: DocusaurusSettings): string[] {
  const own = parseDocusaurusPath(from.path, settings)?.plugin;
  const isAnyFolder = isPage && !/^\.\.?\//.test(path);
  const folders = path.startsWith('/')
    ? ['', ...settings.contentPlugins.map(({ folder }) => folder)]
    : [dirname(from.path), ...(isAnyFolder && own ? [own.folder, ''] : [])];
  return folders.map((folder) => resolvePath(decodeUri(path), folder)).filter((file) => file !== undefined);
}

/** Whether another content plugin reads a file: paths are looked up within one plugin (`resolveMarkdownLinkPathname`). */
function isOfOtherPlugin(file: string, from: PostSource, settings: DocusaurusSettings): boolean {
  const [own, other] = [from.path, file].map((path) => parseDocusaurusPath(path, settings)?.plugin);
  return own !== undefined && other !== undefined && (own.kind !== other.kind || own.name !== other.name);
}

/** Resolves `/docs/a`, before which the base path is written and, in a translated page, the language. */
function resolveUrlPath(destination: string, from: PostSource, settings: DocusaurusSettings): LinkTarget | undefined {
  const { base } = settings;
  const locale = parseDocusaurusPath(from.path, settings)?.plugin.locale;
  const hasBase = base.path === '' || destination === base.path || destination.startsWith(`${base.path}/`);
  const url = hasBase ? destination : `${base.path}${destination}`;
  const path = url.slice(base.path.length);
  if (locale === undefined || path.startsWith(`/${locale}/`)) return hasBase ? undefined : { kind: 'url', url };
  return { kind: 'url', url: `${base.path}/${locale}${path}`, untranslatedUrl: url };
}

function createFileTarget(
  files: readonly string[],
  displayName: string,
  fragment: string,
  { brokenLinksStopBuild }: DocusaurusSettings,
): FileTarget {
  const name = basename(files[0]!);
  return {
    kind: 'file',
    stem: name.slice(0, name.length - getExtension(name).length),
    matches: (path) => files.includes(path),
    fragment,
    displayName,
    stopsBuild: brokenLinksStopBuild,
  };
}
