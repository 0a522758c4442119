import { getExtension } from '../shared/values.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { basename, dirname, joinPath, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { getIncludesFolder, getTagPath } from './insertion.ts';
import { memoize } from '../../text/memo.ts';
import { getPathInSource, isCopied, isMarkdownFile, parseJekyllPath } from './file.ts';
import type { JekyllSettings } from './settings.ts';

/** Creates the linking of a Jekyll site: tags and filters of Jekyll 4.3, redirects and relative links of GitHub's plugins. */
export function createJekyllLinking(settings: JekyllSettings): Linking {
  return {
    basePath: settings.baseurl,
    origins: [settings.url ?? ''].filter((url) => /^https?:\/\/./i.test(url)),
    getFileUrls: (path) => getFileUrls(path, settings),
    getAliases: (source) => getAliases(source, settings),
    getRedirectKey: (siteView) =>
      getPlugins(settings, siteView).includes('jekyll-redirect-from') ? 'redirect_from' : undefined,
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    tagsRequirePublishedPosts: true,
    getTagPath,
    resolveLink: (destination, from) => resolveLink(destination, from, settings),
  };
}

/** Returns the URLs of a static file, which keeps its path; style sheets and scripts are converted. */
function getFileUrls(path: string, settings: JekyllSettings): string[] {
  const sourcePath = getPathInSource(path, settings);
  if (!sourcePath) return [];
  const { baseurl } = settings;
  const converted = sourcePath.replace(/\.s[ac]ss$/i, '.css').replace(/\.coffee$/i, '.js');
  const collection = [...settings.collections].find(
    ([label, { output }]) => output && sourcePath.startsWith(`${joinPath(settings.collectionsDir, `_${label}`)}/`),
  );
  if (collection)
    return [
      `${baseurl}/${collection[0]}/${sourcePath.slice(joinPath(settings.collectionsDir, `_${collection[0]}`).length + 1)}`,
    ];
  if (!isCopied(sourcePath, settings)) return [];
  return [...new Set([sourcePath, converted])].map((each) => `${baseurl}/${each}`);
}

/** Returns the URLs in `redirect_from` (jekyll-redirect-from) and `alias`, whether or not the plugin is installed. */
function getAliases({ frontMatter }: PostSource, { baseurl }: JekyllSettings): string[] {
  const written: unknown[] = [frontMatter?.data.redirect_from, frontMatter?.data.alias].flat();
  return written
    .filter((each) => typeof each === 'string')
    .map((each) => `${baseurl}${each.startsWith('/') ? '' : '/'}${each}`);
}

/** Plugins that generate pages, with a pattern of their URLs below the base path; the first that matches a name counts. */
const generatorPlugins: readonly (readonly [plugin: RegExp, urls: RegExp])[] = [
  [/^jekyll-feed$/, /\.xml$/],
  [/^jekyll-sitemap$/, /^\/(?:sitemap\.xml|robots\.txt)$/],
  [/^jekyll-seo-tag$/, /^$/],
  [/^jekyll-.*(?:archive|tag|categor|generator|gallery)/, /^/],
  [/^jekyll-(?:paginate-v2|polyglot|multiple-languages|scholar|datapage)/, /^/],
  [/^(?:github-pages|jekyll-default-layout|jekyll-readme-index)$/, /^\/(?:feed|sitemap)\.xml$/],
];

/** Code of plugins in the site's folder that generates pages. */
const pageCreation = [
  /\bGenerator\b|\bPage(?:WithoutAFile)?\.new\b/,
  /site\.(?:pages|static_files)\s*(?:<<|\.(?:push|concat))/,
];

function canGenerate(url: string, settings: JekyllSettings, siteView: SiteView): boolean {
  const below = url.slice(settings.baseurl.length) || '/';
  if (
    getPlugins(settings, siteView).some((plugin) =>
      generatorPlugins.find(([name]) => name.test(plugin))?.[1].test(below),
    )
  )
    return true;
  if (settings.hasNamedTheme) {
    if (/^\/(?:assets\/|favicon|feed\.xml|404)/.test(below)) return true;
  }
  if (settings.paginatePath !== undefined && isPaginationPath(below, settings.paginatePath)) return true;
  return hasPageGenerators(siteView, settings);
}

/** Whether plugins in the site's folder generate pages, which can have any URL. */
const hasPageGenerators = memoize((siteView: SiteView, { pluginsDirs }: JekyllSettings): boolean => {
  const isPlugin = (path: string): boolean =>
    path.endsWith('.rb') && pluginsDirs.some((folder) => path.startsWith(`${folder}/`));
  return [...siteView.getTexts(isPlugin).values()].some((text) => pageCreation.some((each) => each.test(text)));
});

function isPaginationPath(url: string, paginatePath: string): boolean {
  const [before = ''] = paginatePath.replace(/^\/?/, '/').split(':num');
  return url.startsWith(before) && /^\d/.test(url.slice(before.length));
}

function getPlugins({ plugins }: JekyllSettings, siteView: SiteView): string[] {
  const gems = [...(siteView.getText('Gemfile') ?? '').matchAll(/^[ \t]*gem\s+["']([\w-]+)["']/gm)].map(
    ([, gem]) => gem!,
  );
  return [...plugins, ...gems];
}

const linkTagStart = /^(?:\{\{[^{}]*\}\})*\{%-?\s*(link|post_url)\s+/;
const includeTag = /^\{%-?\s*include(?:_cached)?\s+([\w/.\-()+~#@]+)(?:\s[^%]*)?-?%\}$/;
/** `{{ '/about/' | relative_url }}`, also `absolute_url`, `prepend: site.baseurl`. */
const filteredUrl =
  /^\{\{-?\s*(?:"([^"'{}]*)"|'([^"'{}]*)')\s*(?:\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)|escape|uri_escape)\s*)+-?\}\}(.*)$/s;
/** `{{ site.url }}{{ site.baseurl }}/about/`. */
const prefixedUrl =
  /^(?:\{\{-?\s*(?:["']\/?["']\s*\|\s*(?:relative_url|absolute_url)|site\.(?:url|baseurl)\s*(?:\|[^{}]*)?)-?\}\})+(.*)$/s;

/** Parses `{% link a.md %}#b` and `{% post_url 2024-05-01-a %}`, after outputs such as `{{ site.baseurl }}`; undefined for any other destination. */
function parseLinkTag(
  destination: string,
): { readonly tag: string; readonly named: string; readonly fragment: string } | undefined {
  const [opening, tag] = linkTagStart.exec(destination) ?? [];
  if (opening === undefined || tag === undefined) return undefined;
  for (
    let close = destination.indexOf('%}', opening.length);
    close >= 0;
    close = destination.indexOf('%}', close + 2)
  ) {
    const fragment = destination.slice(close + 2);
    const named = destination.slice(opening.length, destination[close - 1] === '-' ? close - 1 : close).trimEnd();
    if (named !== '' && (fragment === '' || /^[?#]/.test(fragment))) return { tag, named, fragment };
  }
  return undefined;
}

function resolveLink(destination: string, from: PostSource, settings: JekyllSettings): LinkTarget | undefined {
  const linkTag = parseLinkTag(destination);
  if (linkTag) {
    const { tag, named, fragment } = linkTag;
    return /[{}|]/.test(named)
      ? { kind: 'unknown' }
      : tag === 'link'
        ? resolveLinkTag(named, fragment, settings)
        : resolvePostUrlTag(named, fragment, settings);
  }
  const include = includeTag.exec(destination)?.[1];
  if (include !== undefined) return resolveIncludeTag(include, settings);
  const [whole, double = '', single = '', rest = ''] = filteredUrl.exec(destination) ?? [];
  if (whole !== undefined) return prependBaseUrl(`${double}${single}${rest}`, settings);
  const path = prefixedUrl.exec(destination)?.[1];
  if (path !== undefined && !/\{[{%]/.test(path)) return prependBaseUrl(path, settings);
  return resolveRelativeLink(destination, from, settings);
}

/** Resolves a path to which a template prepends the base path. */
function prependBaseUrl(path: string, { baseurl }: JekyllSettings): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return { kind: 'unknown' };
  return { kind: 'url', url: `${baseurl}${path.startsWith('/') || path === '' ? '' : '/'}${path === '' ? '/' : path}` };
}

/** Resolves a `link` tag (`tags/link.rb`): the path relative to the source, for a document without `collections_dir`. */
function resolveLinkTag(named: string, fragment: string, settings: JekyllSettings): FileTarget {
  const expectedPath = named.replace(/^\//, '');
  return {
    ...createFileTarget(expectedPath, fragment),
    displayName: named,
    stopsBuild: true,
    matches: (path) => {
      const sourcePath = getPathInSource(path, settings);
      return (
        sourcePath === expectedPath ||
        (sourcePath !== undefined &&
          settings.collectionsDir !== '' &&
          sourcePath === `${settings.collectionsDir}/${expectedPath}`)
      );
    },
  };
}

/** Resolves a `post_url` tag (`tags/post_url.rb`): `[folder/]year-month-day-name` without extension; a wrong folder only causes a deprecation warning. */
function resolvePostUrlTag(named: string, fragment: string, settings: JekyllSettings): FileTarget {
  const name = /^(?:.+\/|\/)?(\d+-\d+-\d+-[^/]*)$/.exec(named)?.[1];
  const matches = (path: string): boolean => {
    const file = parseJekyllPath(path, settings);
    if (name === undefined || file?.kind !== 'post') return false;
    return file.name.slice(0, file.name.length - getExtension(file.name).length) === name;
  };
  return { kind: 'file', stem: name ?? named, fragment, displayName: named, stopsBuild: true, matches };
}

function resolveIncludeTag(named: string, settings: JekyllSettings): FileTarget {
  const expectedPath = joinPath(getIncludesFolder(settings), named);
  return {
    ...createFileTarget(expectedPath, ''),
    displayName: named,
    stopsBuild: true,
    matches: (path) => path === expectedPath,
  };
}

/** Resolves a link by the path of a page's or static file's source (jekyll-relative-links, which GitHub Pages always runs). */
function resolveRelativeLink(
  destination: string,
  { path, siteView }: PostSource,
  settings: JekyllSettings,
): LinkTarget | undefined {
  const [, link, fragment = ''] = /^([^?#:{}]+\.\w+)(#.*)?$/.exec(destination) ?? [];
  if (
    link === undefined ||
    (link.startsWith('/') && !isMarkdownFile(link, settings)) ||
    !hasRelativeLinks(settings, siteView)
  )
    return undefined;
  const expectedPath = link.startsWith('/')
    ? joinPath(settings.source, link.slice(1))
    : resolvePath(decodeUri(link), dirname(path));
  return expectedPath !== undefined && siteView.hasFile(expectedPath)
    ? {
        ...createFileTarget(expectedPath, fragment),
        displayName: link,
        stopsBuild: false,
        matches: (each) => each === expectedPath,
      }
    : undefined;
}

function hasRelativeLinks({ plugins }: JekyllSettings, siteView: SiteView): boolean {
  const gemfile = siteView.getText('Gemfile');
  return (
    gemfile === undefined ||
    plugins.includes('jekyll-relative-links') ||
    /github-pages|jekyll-relative-links/.test(gemfile)
  );
}

function createFileTarget(path: string, fragment: string): Pick<FileTarget, 'kind' | 'stem' | 'fragment'> {
  const file = basename(path);
  return { kind: 'file', stem: file.slice(0, file.length - getExtension(file).length), fragment };
}
