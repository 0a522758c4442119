import { joinUrlPath } from '../shared/address.ts';
import type { SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { isRedirected } from '../shared/redirects.ts';
import { getPathWithin, asStrings } from '../shared/values.ts';
import { basename } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { assetPaths } from './page.ts';
import type { ZolaSettings } from './settings.ts';
import { zolaSlug } from './slug.ts';

/** Addresses and links of a Zola site. */
export function zolaLinking(settings: ZolaSettings): Linking {
  const { base } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path, siteView) => fileUrls(path, settings, siteView),
    getRedirectKey: () => 'aliases',
    getAliases: ({ frontMatter }) =>
      asStrings(frontMatter?.data.aliases).map((alias) =>
        alias.endsWith('.html') ? joinUrlPath(base.path, alias) : joinUrlPath(base.path, alias, '/'),
      ),
    canGenerate: (url, siteView) => mayGenerate(url, settings, siteView),
    tagsRequirePublishedPosts: true,
    contentPathPrefix: '@/',
    resolveLink: (written) => targetOf(written, settings),
  };
}

function fileUrls(path: string, settings: ZolaSettings, siteView: SiteView): string[] {
  const { base, themeFolder } = settings;
  const fixed =
    getPathWithin('static', path) ??
    (themeFolder === undefined ? undefined : getPathWithin(`${themeFolder}/static`, path));
  const urls = fixed === undefined ? assetPaths(path, siteView, settings) : [`/${fixed}`];
  return urls.map((url) => joinUrlPath(base.path, url));
}

/** What Zola writes of itself: home pages, taxonomies, feeds, later pages of a section, the search index, style sheets. */
function mayGenerate(url: string, settings: ZolaSettings, siteView: SiteView): boolean {
  const { base, languages, taxonomies, taxonomySlugs, feeds } = settings;
  const inside =
    base.path === ''
      ? url
      : url.startsWith(`${base.path}/`)
        ? url.slice(base.path.length)
        : `${url}/` === `${base.path}/`
          ? '/'
          : undefined;
  if (isRedirected(url, siteView)) return true;
  if (inside === undefined) return false;
  const segments = inside.split('/').filter((segment) => segment !== '');
  const own = languages.includes(segments[0] ?? '') ? segments.slice(1) : segments;
  const lists = taxonomies.map((name) => zolaSlug(name, taxonomySlugs) ?? name);
  if (own.length === 0 || lists.includes(own[0]!) || feeds.includes(own.at(-1)!)) return true;
  return (
    /^\/(?:sitemap[\w-]*\.xml|robots\.txt|404\.html|(?:search_index|elasticlunr)\..+|processed_images\/.*|.+\.css)$/.test(
      inside,
    ) || isLaterPage(own, siteView)
  );
}

/** `/blog/page/2/` of a section with `paginate_by`. */
function isLaterPage(segments: readonly string[], siteView: SiteView): boolean {
  if (!/^\d+$/.test(segments.at(-1)!)) return false;
  return segments.some((_, depth) => {
    const section = siteView.getFrontMatter(['content', ...segments.slice(0, depth), '_index.md'].join('/'))?.data;
    const path = typeof section?.paginate_path === 'string' ? section.paginate_path : 'page';
    return typeof section?.paginate_by === 'number' && segments.slice(depth, -1).join('/') === path;
  });
}

/** `@/blog/a.md#b` names a file in `content` (`resolve_internal_link`); with `{{` only the build knows. */
function targetOf(written: string, { brokenLinksStop }: ZolaSettings): LinkTarget | undefined {
  if (/\{\{|\{%/.test(written)) return { kind: 'unknown' };
  return written.startsWith('@/') ? contentFile(written, brokenLinksStop) : undefined;
}

function contentFile(written: string, stopsBuild: boolean): FileTarget {
  const hash = written.indexOf('#');
  const shown = decodeUri(hash < 0 ? written : written.slice(0, hash));
  const path = `content/${shown.slice('@/'.length)}`;
  const name = basename(path).replace(/\.[^.]*$/, '');
  return {
    kind: 'file',
    stem: name,
    matches: (file) => file === path,
    fragment: hash < 0 ? '' : written.slice(hash),
    displayName: shown,
    stopsBuild,
  };
}
