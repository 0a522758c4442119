import { joinUrlPath } from '../shared/baseUrl.ts';
import type { SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { getPathWithin, asStrings } from '../shared/values.ts';
import { basename } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { getAssetUrls } from './page.ts';
import type { ZolaSettings } from './settings.ts';
import { slugify } from './slug.ts';

/** Creates the linking of a Zola site. */
export function createZolaLinking(settings: ZolaSettings): Linking {
  const { base } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path, siteView) => getFileUrls(path, settings, siteView),
    getRedirectKey: () => 'aliases',
    getAliases: ({ frontMatter }) =>
      asStrings(frontMatter?.data.aliases).map((alias) =>
        alias.endsWith('.html') ? joinUrlPath(base.path, alias) : joinUrlPath(base.path, alias, '/'),
      ),
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    tagsRequirePublishedPosts: true,
    contentPathPrefix: '@/',
    resolveLink: (destination) => resolveLink(destination, settings),
  };
}

function getFileUrls(path: string, settings: ZolaSettings, siteView: SiteView): string[] {
  const { base, themeFolder } = settings;
  const fixed =
    getPathWithin('static', path) ??
    (themeFolder === undefined ? undefined : getPathWithin(`${themeFolder}/static`, path));
  const urls = fixed === undefined ? getAssetUrls(path, siteView, settings) : [`/${fixed}`];
  return urls.map((url) => joinUrlPath(base.path, url));
}

/** Whether Zola can write a page without a content file: home pages, taxonomies, feeds, paginator pages, the search index, style sheets. */
function canGenerate(url: string, settings: ZolaSettings, siteView: SiteView): boolean {
  const { base, languages, taxonomies, taxonomySlugs, feeds } = settings;
  const sitePath =
    base.path === ''
      ? url
      : url.startsWith(`${base.path}/`)
        ? url.slice(base.path.length)
        : `${url}/` === `${base.path}/`
          ? '/'
          : undefined;
  if (sitePath === undefined) return false;
  const segments = sitePath.split('/').filter((segment) => segment !== '');
  const own = languages.includes(segments[0] ?? '') ? segments.slice(1) : segments;
  const lists = taxonomies.map((name) => slugify(name, taxonomySlugs) ?? name);
  if (own.length === 0 || lists.includes(own[0]!) || feeds.includes(own.at(-1)!)) return true;
  return (
    /^\/(?:sitemap[\w-]*\.xml|robots\.txt|404\.html)$/.test(sitePath) ||
    /^\/(?:(?:search_index|elasticlunr)\..|processed_images\/)|.\.css$/.test(sitePath) ||
    isPaginatorPage(own, siteView)
  );
}

/** Whether a URL is a paginator page of a section with `paginate_by`: `/blog/page/2/`. */
function isPaginatorPage(segments: readonly string[], siteView: SiteView): boolean {
  if (!/^\d+$/.test(segments.at(-1)!)) return false;
  return segments.some((_, depth) => {
    const section = siteView.getFrontMatter(['content', ...segments.slice(0, depth), '_index.md'].join('/'))?.data;
    const path = typeof section?.paginate_path === 'string' ? section.paginate_path : 'page';
    return typeof section?.paginate_by === 'number' && segments.slice(depth, -1).join('/') === path;
  });
}

/** Resolves `@/blog/a.md#b`, a file in `content` (`resolve_internal_link`); with `{{` only the build knows. */
function resolveLink(destination: string, { brokenLinksStopBuild }: ZolaSettings): LinkTarget | undefined {
  if (/\{\{|\{%/.test(destination)) return { kind: 'unknown' };
  return destination.startsWith('@/') ? createContentTarget(destination, brokenLinksStopBuild) : undefined;
}

function createContentTarget(destination: string, stopsBuild: boolean): FileTarget {
  const hash = destination.indexOf('#');
  const displayName = decodeUri(hash < 0 ? destination : destination.slice(0, hash));
  const path = `content/${displayName.slice('@/'.length)}`;
  const name = basename(path).replace(/\.[^.]*$/, '');
  return {
    kind: 'file',
    stem: name,
    matches: (file) => file === path,
    fragment: hash < 0 ? '' : destination.slice(hash),
    displayName,
    stopsBuild,
  };
}
