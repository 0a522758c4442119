import { getExtension } from '../shared/values.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { basename, dirname, joinPath, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { getIncludePath, getTagPath } from './insertion.ts';
import { getPathInSource, isCopied, parseJekyllPath } from './file.ts';
import { canGenerate, listPlugins, listUnreported } from './generated.ts';
import type { JekyllSettings } from './settings.ts';

/** Creates the linking of a Jekyll site: tags and filters of Jekyll 4.3, redirects and relative links of GitHub's plugins. */
export function createJekyllLinking(settings: JekyllSettings): Linking {
  return {
    basePath: settings.baseurl,
    origins: [settings.url ?? ''].filter((url) => /^https?:\/\/./i.test(url)),
    getFileUrls: (path) => getFileUrls(path, settings),
    getOutputPath: (url) => (url.endsWith('/') ? `${url}index.html` : /\.[a-z]\w*$/i.test(url) ? url : `${url}.html`),
    getAliases: (source) => getAliases(source, settings),
    getRedirectKey: (siteView) =>
      listPlugins(settings, siteView).includes('jekyll-redirect-from') ? 'redirect_from' : undefined,
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    listUnreported: (siteView) => listUnreported(siteView, settings),
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

const linkTagStart = /^((?:\{\{[^{}]*\}\})*)\{%-?\s*(link|post_url)\s+/;
/** What writes the base path; `site.url` alone is the host. */
const hasBaseUrl = /\b(?:site\.baseurl|relative_url|absolute_url)\b/;
const includeTag = /^\{%-?\s*include(?:_cached)?\s+([\w/.\-()+~#@]+)(?:\s[^%]*)?-?%\}$/;
/** `{{ '/about/' | relative_url }}`, also `absolute_url`, `prepend: site.baseurl`. */
const filteredUrl =
  /^\{\{-?\s*(?:"([^"'{}]*)"|'([^"'{}]*)')\s*(?:\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)|escape|uri_escape)\s*)+-?\}\}(.*)$/s;
/** `{{ site.url }}{{ site.baseurl }}/about/`. */
const prefixedUrl =
  /^(?:\{\{-?\s*(?:["']\/?["']\s*\|\s*(?:relative_url|absolute_url)|site\.(?:url|baseurl)\s*(?:\|[^{}]*)?)-?\}\})+(.*)$/s;

/** A `link` or `post_url` tag in a destination. */
interface LinkTag {
  readonly tag: string;
  /** What it names, as written. */
  readonly named: string;
  readonly fragment: string;
  /** The outputs before it: `{{ site.baseurl }}`. */
  readonly outputs: string;
}

/** Parses `{% link a.md %}#b` and `{% post_url 2024-05-01-a %}`, after outputs such as `{{ site.baseurl }}`; undefined for any other destination. */
function parseLinkTag(destination: string): LinkTag | undefined {
  const [opening, outputs = '', tag] = linkTagStart.exec(destination) ?? [];
  if (opening === undefined || tag === undefined) return undefined;
  for (
    let close = destination.indexOf('%}', opening.length);
    close >= 0;
    close = destination.indexOf('%}', close + 2)
  ) {
    const fragment = destination.slice(close + 2);
    const named = destination.slice(opening.length, destination[close - 1] === '-' ? close - 1 : close).trimEnd();
    if (named !== '' && (fragment === '' || /^[?#]/.test(fragment))) return { tag, named, fragment, outputs };
  }
  return undefined;
}

function resolveLink(destination: string, from: PostSource, settings: JekyllSettings): LinkTarget | undefined {
  const linkTag = parseLinkTag(destination);
  if (linkTag) {
    const { tag, named, fragment, outputs } = linkTag;
    if (/[{}|]/.test(named)) return { kind: 'unknown' };
    const target =
      tag === 'link' ? resolveLinkTag(named, fragment, settings) : resolvePostUrlTag(named, fragment, settings);
    const { baseurl } = settings;
    const isTwice = baseurl !== '' && hasBaseUrl.test(outputs) && isSinceJekyll4(from.siteView);
    return isTwice ? { ...target, urlPrefix: baseurl } : target;
  }
  const include = includeTag.exec(destination)?.[1];
  if (include !== undefined) return resolveIncludeTag(include, from, settings);
  const [whole, double = '', single = '', rest = ''] = filteredUrl.exec(destination) ?? [];
  if (whole !== undefined)
    return resolveTemplatePath(`${double}${single}${rest}`, whole.slice(0, whole.length - rest.length), settings);
  const path = prefixedUrl.exec(destination)?.[1];
  if (path !== undefined && !/\{[{%]/.test(path))
    return resolveTemplatePath(path, destination.slice(0, destination.length - path.length), settings);
  return resolveRelativeLink(destination, from, settings);
}

/** Resolves a path after outputs, which prepend the base path or, as `site.url` alone does, the host. */
function resolveTemplatePath(path: string, outputs: string, { baseurl }: JekyllSettings): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return { kind: 'unknown' };
  const base = hasBaseUrl.test(outputs) ? baseurl : '';
  return { kind: 'url', url: `${base}${path.startsWith('/') || path === '' ? '' : '/'}${path === '' ? '/' : path}` };
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

/** `tags/include.rb`; a theme that is not in the site's folder may have what the site has not. */
function resolveIncludeTag(named: string, { siteView }: PostSource, settings: JekyllSettings): LinkTarget {
  const expectedPath = getIncludePath(named, settings);
  if (settings.hasTheme && !siteView.hasFile(expectedPath)) return { kind: 'unknown' };
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
  if (link === undefined || !hasRelativeLinks(settings, siteView)) return undefined;
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

/** Whether the site's gems say that it is built with Jekyll 4, whose tags write the base path themselves (`link.rb` of 4.0). */
function isSinceJekyll4(siteView: SiteView): boolean {
  const gemfile = siteView.getText('Gemfile') ?? '';
  const locked = /^ {4}jekyll \((\d+)/m.exec(siteView.getText('Gemfile.lock') ?? '')?.[1];
  const wanted = /^[ \t]*gem\s+["']jekyll["']\s*,\s*["'](?:~>|>=|=)?\s*v?(\d+)/m.exec(gemfile)?.[1];
  return !/["']github-pages["']/.test(gemfile) && Number(locked ?? wanted ?? 0) >= 4;
}

function createFileTarget(path: string, fragment: string): Pick<FileTarget, 'kind' | 'stem' | 'fragment'> {
  const file = basename(path);
  return { kind: 'file', stem: file.slice(0, file.length - getExtension(file).length), fragment };
}
