import { joinUrlPath } from '../shared/address.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { isRedirected } from '../shared/redirects.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import { basename, dirname, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { DocusaurusSettings } from './settings.ts';

/** Addresses and links of a Docusaurus site. */
export function docusaurusLinking(settings: DocusaurusSettings): Linking {
  const { base, staticFolders } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path) => {
      const inner = staticFolders.map((folder) => getPathWithin(folder, path)).find((each) => each !== undefined);
      return inner === undefined ? [] : [joinUrlPath(base.path, inner)];
    },
    getAliases: () => [],
    canGenerate: (url, siteView) => mayGenerate(url, settings, siteView),
    tagsRequirePublishedPosts: true,
    resolveLink: (written, from) => targetOf(written, from, settings),
  };
}

/** Lists of the blog, indexes of folders, versions, translations, pages in React; anything where other plugins write pages. */
function mayGenerate(url: string, settings: DocusaurusSettings, siteView: SiteView): boolean {
  const { base, sources, locales, hasOtherPlugins } = settings;
  if (hasOtherPlugins || isRedirected(url, siteView)) return true;
  const inside =
    base.path === ''
      ? url.replace(/^\//, '')
      : (getPathWithin(base.path.slice(1), url.replace(/^\//, '')) ?? (url === base.path ? '' : undefined));
  if (inside === undefined) return false;
  const path = inside.replace(/\/$/, '');
  if (locales.includes(path.split('/')[0]!) || /^(?:search|sitemap\.xml|404\.html|opensearch\.xml)$/.test(path))
    return true;
  return sources.some((source) => {
    if (source.route === undefined) return true;
    const inner = source.route === '' ? path : path === source.route ? '' : getPathWithin(source.route, path);
    if (inner === undefined) return false;
    if (source.kind === 'pages') return reactPage(inner).some((file) => siteView.hasFile(`${source.folder}/${file}`));
    if (source.kind === 'blog')
      return (
        inner === '' || /^(?:page\/\d+|(?:tags|authors)(?:\/.*)?|archive|(?:rss|atom)\.xml|feed\.json)$/.test(inner)
      );
    return isDocsIndex(inner, source.folder, siteView) || siteView.hasFile('versions.json');
  });
}

function reactPage(inner: string): string[] {
  const names = inner === '' ? ['index'] : [inner, `${inner}/index`];
  return names.flatMap((name) => ['.js', '.jsx', '.ts', '.tsx'].map((extension) => name + extension));
}

/** `category/…` and `tags/…`, and folders that may have an index written for them. */
function isDocsIndex(inner: string, folder: string, siteView: SiteView): boolean {
  return (
    /^(?:category|tags)(?:\/|$)/.test(inner) ||
    ['json', 'yml', 'yaml'].some((extension) => siteView.hasFile(`${folder}/${inner}/_category_.${extension}`))
  );
}

/**
 * `./other.md` and `../other.mdx` name a file, as `@site/…` does and a path to a file beside the page; `/docs/a` gets the base
 * path before it, as the component for links does.
 */
function targetOf(written: string, from: PostSource, settings: DocusaurusSettings): LinkTarget | undefined {
  if (written.startsWith('pathname:')) return { kind: 'unknown' };
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^[#?]/i.test(written)) return undefined;
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(written) ?? [];
  const isPage = /\.mdx?$/.test(path);
  if (path.startsWith('@site/')) return fileTarget(path.slice('@site/'.length), path, fragment, settings);
  if (path.startsWith('/')) return isPage ? pageInSources(path, fragment, settings) : withBase(written, settings);
  const file = resolvePath(decodeUri(path), dirname(from.path));
  if (file === undefined) return { kind: 'unknown' };
  return isPage || from.siteView.hasFile(file) || /\.(?:png|jpe?g|gif|svg|webp|avif|ico)$/i.test(path)
    ? fileTarget(file, path, fragment, settings)
    : undefined;
}

/** `/blog/a.md`: a path from the site's or from a plugin's folder. */
function pageInSources(path: string, fragment: string, settings: DocusaurusSettings): FileTarget {
  const file = decodeUri(path.slice(1));
  const accepted = new Set([file, ...settings.sources.map(({ folder }) => `${folder}/${file}`)]);
  return { ...fileTarget(file, path, fragment, settings), matches: (candidate) => accepted.has(candidate) };
}

function withBase(written: string, { base }: DocusaurusSettings): LinkTarget | undefined {
  const hasBase = base.path === '' || written === base.path || written.startsWith(`${base.path}/`);
  return hasBase ? undefined : { kind: 'url', url: `${base.path}${written}` };
}

function fileTarget(
  file: string,
  shown: string,
  fragment: string,
  { brokenLinksStop }: DocusaurusSettings,
): FileTarget {
  const name = basename(file);
  return {
    kind: 'file',
    stem: name.slice(0, name.length - getExtension(name).length),
    matches: (path) => path === file,
    fragment,
    displayName: shown,
    stopsBuild: brokenLinksStop,
  };
}
