import { getExtension } from '../shared/values.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { basename, dirname, joinPath, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { includesFolder, tagName } from './insertion.ts';
import { memoize } from '../../text/memo.ts';
import { belowSource, isCopied, isMarkdownFile, placeOf } from './place.ts';
import type { JekyllSettings } from './settings.ts';

/** How pages of a Jekyll site are addressed and linked: tags and filters of Jekyll 4.3, redirects and relative links of GitHub's plugins. */
export function jekyllLinking(settings: JekyllSettings): Linking {
  return {
    basePath: settings.baseurl,
    origins: [settings.url ?? ''].filter((url) => /^https?:\/\/./i.test(url)),
    getFileUrls: (path) => fileUrls(path, settings),
    getAliases: (source) => aliases(source, settings),
    getRedirectKey: (siteView) =>
      pluginsOf(settings, siteView).includes('jekyll-redirect-from') ? 'redirect_from' : undefined,
    canGenerate: (url, siteView) => mayGenerate(url, settings, siteView),
    tagsRequirePublishedPosts: true,
    getTagPath: tagName,
    resolveLink: (written, from) => targetOf(written, from, settings),
  };
}

/** Static files keep their path; style sheets and scripts are converted. */
function fileUrls(path: string, settings: JekyllSettings): string[] {
  const inner = belowSource(path, settings);
  if (!inner) return [];
  const { baseurl } = settings;
  const converted = inner.replace(/\.s[ac]ss$/i, '.css').replace(/\.coffee$/i, '.js');
  const collection = [...settings.collections].find(
    ([label, { output }]) => output && inner.startsWith(`${joinPath(settings.collectionsDir, `_${label}`)}/`),
  );
  if (collection)
    return [
      `${baseurl}/${collection[0]}/${inner.slice(joinPath(settings.collectionsDir, `_${collection[0]}`).length + 1)}`,
    ];
  if (!isCopied(inner, settings)) return [];
  return [...new Set([inner, converted])].map((each) => `${baseurl}/${each}`);
}

/** `redirect_from` of jekyll-redirect-from; harmless where the plugin is missing. */
function aliases({ frontMatter }: PostSource, { baseurl }: JekyllSettings): string[] {
  const written: unknown[] = [frontMatter?.data.redirect_from, frontMatter?.data.alias].flat();
  return written
    .filter((each) => typeof each === 'string')
    .map((each) => `${baseurl}${each.startsWith('/') ? '' : '/'}${each}`);
}

/** Plugins that write pages of their own, with the addresses of those below the base path; the first that a name matches counts. */
const generating: readonly (readonly [plugin: RegExp, urls: RegExp])[] = [
  [/^jekyll-feed$/, /\.xml$/],
  [/^jekyll-sitemap$/, /^\/(?:sitemap\.xml|robots\.txt)$/],
  [/^jekyll-seo-tag$/, /^$/],
  [/^jekyll-.*(?:archive|tag|categor|generator|gallery)/, /^/],
  [/^jekyll-(?:paginate-v2|polyglot|multiple-languages|scholar|datapage)/, /^/],
  [/^(?:github-pages|jekyll-default-layout|jekyll-readme-index)$/, /^\/(?:feed|sitemap)\.xml$/],
];

/** Code of a site's own plugins that makes pages. */
const makesPages = [
  /\bGenerator\b|\bPage(?:WithoutAFile)?\.new\b/,
  /site\.(?:pages|static_files)\s*(?:<<|\.(?:push|concat))/,
];

function mayGenerate(url: string, settings: JekyllSettings, siteView: SiteView): boolean {
  const below = url.slice(settings.baseurl.length) || '/';
  if (pluginsOf(settings, siteView).some((plugin) => generating.find(([name]) => name.test(plugin))?.[1].test(below)))
    return true;
  if (settings.namesTheme) {
    if (/^\/(?:assets\/|favicon|feed\.xml|404)/.test(below)) return true;
  }
  if (settings.paginatePath !== undefined && isPageOfList(below, settings.paginatePath)) return true;
  return makesPagesByCode(siteView, settings);
}

/** Whether the site's own plugins make pages, which may be anywhere. */
const makesPagesByCode = memoize((siteView: SiteView, { pluginsDirs }: JekyllSettings): boolean => {
  const isPlugin = (path: string): boolean =>
    path.endsWith('.rb') && pluginsDirs.some((folder) => path.startsWith(`${folder}/`));
  return [...siteView.getTexts(isPlugin).values()].some((text) => makesPages.some((each) => each.test(text)));
});

function isPageOfList(url: string, paginatePath: string): boolean {
  const [before = ''] = paginatePath.replace(/^\/?/, '/').split(':num');
  return url.startsWith(before) && /^\d/.test(url.slice(before.length));
}

function pluginsOf({ plugins }: JekyllSettings, siteView: SiteView): string[] {
  const gems = [...(siteView.getText('Gemfile') ?? '').matchAll(/^[ \t]*gem\s+["']([\w-]+)["']/gm)].map(
    ([, gem]) => gem!,
  );
  return [...plugins, ...gems];
}

const linkTagStart = /^(?:\{\{[^{}]*\}\})*\{%-?\s*(link|post_url)\s+/;
const includeTag = /^\{%-?\s*include(?:_cached)?\s+([\w/.\-()+~#@]+)(?:\s[^%]*)?-?%\}$/;
/** `{{ '/about/' | relative_url }}`, also `absolute_url`, `prepend: site.baseurl`. */
const filtered =
  /^\{\{-?\s*(?:"([^"'{}]*)"|'([^"'{}]*)')\s*(?:\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)|escape|uri_escape)\s*)+-?\}\}(.*)$/s;
/** `{{ site.url }}{{ site.baseurl }}/about/`. */
const prefixed =
  /^(?:\{\{-?\s*site\.(?:url|baseurl)\s*-?\}\}|\{\{-?\s*(?:["']\/?["']\s*\|\s*(?:relative_url|absolute_url)|site\.(?:url|baseurl)\s*\|[^{}]*)-?\}\})+(.*)$/s;

/** `{% link a.md %}#b` and `{% post_url 2024-05-01-a %}`, after outputs such as `{{ site.baseurl }}`; undefined for anything else. */
function parseLinkTag(
  written: string,
): { readonly tag: string; readonly named: string; readonly fragment: string } | undefined {
  const [opening, tag] = linkTagStart.exec(written) ?? [];
  if (opening === undefined || tag === undefined) return undefined;
  for (let close = written.indexOf('%}', opening.length); close >= 0; close = written.indexOf('%}', close + 2)) {
    const fragment = written.slice(close + 2);
    const named = written.slice(opening.length, written[close - 1] === '-' ? close - 1 : close).trimEnd();
    if (named !== '' && (fragment === '' || /^[?#]/.test(fragment))) return { tag, named, fragment };
  }
  return undefined;
}

function targetOf(written: string, from: PostSource, settings: JekyllSettings): LinkTarget | undefined {
  const linkTag = parseLinkTag(written);
  if (linkTag) {
    const { tag, named, fragment } = linkTag;
    return /[{}|]/.test(named)
      ? { kind: 'unknown' }
      : tag === 'link'
        ? linkTarget(named, fragment, settings)
        : postTarget(named, fragment, settings);
  }
  const include = includeTag.exec(written)?.[1];
  if (include !== undefined) return includeTarget(include, settings);
  const [whole, double = '', single = '', rest = ''] = filtered.exec(written) ?? [];
  if (whole !== undefined) return underBase(`${double}${single}${rest}`, settings);
  const path = prefixed.exec(written)?.[1];
  if (path !== undefined && !/\{[{%]/.test(path)) return underBase(path, settings);
  return relativeFile(written, from, settings);
}

/** A path to which a template puts the base path. */
function underBase(path: string, { baseurl }: JekyllSettings): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) return { kind: 'unknown' };
  return { kind: 'url', url: `${baseurl}${path.startsWith('/') || path === '' ? '' : '/'}${path === '' ? '/' : path}` };
}

/** `tags/link.rb`: the path below the source, that of a document without `collections_dir`. */
function linkTarget(named: string, fragment: string, settings: JekyllSettings): FileTarget {
  const wanted = named.replace(/^\//, '');
  return {
    ...fileNamed(wanted, fragment),
    displayName: named,
    stopsBuild: true,
    matches: (path) => {
      const inner = belowSource(path, settings);
      return (
        inner === wanted ||
        (inner !== undefined && settings.collectionsDir !== '' && inner === `${settings.collectionsDir}/${wanted}`)
      );
    },
  };
}

/** `tags/post_url.rb`: `[folder/]year-month-day-name` without extension; a wrong folder is forgiven with a note of deprecation. */
function postTarget(named: string, fragment: string, settings: JekyllSettings): FileTarget {
  const name = /^(?:.+\/|\/)?(\d+-\d+-\d+-[^/]*)$/.exec(named)?.[1];
  const accepts = (path: string): boolean => {
    const place = placeOf(path, settings);
    if (name === undefined || place?.kind !== 'post') return false;
    return place.name.slice(0, place.name.length - getExtension(place.name).length) === name;
  };
  return { kind: 'file', stem: name ?? named, fragment, displayName: named, stopsBuild: true, matches: accepts };
}

function includeTarget(named: string, settings: JekyllSettings): FileTarget {
  const wanted = joinPath(includesFolder(settings), named);
  return { ...fileNamed(wanted, ''), displayName: named, stopsBuild: true, matches: (path) => path === wanted };
}

/** jekyll-relative-links, which GitHub Pages runs unasked: links to pages and static files by the path of their file. */
function relativeFile(
  written: string,
  { path, siteView }: PostSource,
  settings: JekyllSettings,
): LinkTarget | undefined {
  const [, link, fragment = ''] = /^([^?#:{}]+\.\w+)(#.*)?$/.exec(written) ?? [];
  if (
    link === undefined ||
    (link.startsWith('/') && !isMarkdownFile(link, settings)) ||
    !hasRelativeLinks(settings, siteView)
  )
    return undefined;
  const wanted = link.startsWith('/')
    ? joinPath(settings.source, link.slice(1))
    : resolvePath(decodeUri(link), dirname(path));
  return wanted !== undefined && siteView.hasFile(wanted)
    ? { ...fileNamed(wanted, fragment), displayName: link, stopsBuild: false, matches: (each) => each === wanted }
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

function fileNamed(path: string, fragment: string): Pick<FileTarget, 'kind' | 'stem' | 'fragment'> {
  const file = basename(path);
  return { kind: 'file', stem: file.slice(0, file.length - getExtension(file).length), fragment };
}
