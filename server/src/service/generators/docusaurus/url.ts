import { joinUrlPath } from '../shared/baseUrl.ts';
import type { PostSource } from '../contract/model.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename, resolvePath } from '../../text/paths.ts';
import type { DocusaurusSettings, ContentPlugin } from './settings.ts';
import { matchAt, trimEnd } from '../../text/scan.ts';

/** A file that a content plugin reads. */
export interface DocusaurusFile {
  readonly plugin: ContentPlugin;
  /** Relative to the plugin's folder. */
  readonly relativePath: string;
}

/** Parses the path of a Markdown file (relative to the site root); undefined where no content plugin reads it. */
export function parseDocusaurusPath(path: string, { contentPlugins }: DocusaurusSettings): DocusaurusFile | undefined {
  if (!/\.mdx?$/.test(path)) return undefined;
  for (const plugin of contentPlugins) {
    const relativePath = getPathWithin(plugin.folder, path);
    if (relativePath !== undefined)
      return plugin.isExcluded(relativePath) === true ? undefined : { plugin, relativePath };
  }
  return undefined;
}

/** Date, text and slug in the path of a blog post (`parseBlogFileName`). */
export interface BlogFileName {
  /** `2021-04-15`; undefined for none. */
  readonly day: string | undefined;
  readonly text: string;
  readonly slug: string;
}

function findLastDate(path: string): RegExpExecArray | null {
  for (let at = path.length - 1; at >= 0; at--) {
    const date = matchAt(path, at, /\d{4}[-/]\d{1,2}[-/]\d{1,2}/y);
    if (date) return date;
  }
  return null;
}

/** Parses the path of a blog post, relative to the folder of the blog. */
export function parseBlogFileName(relativePath: string): BlogFileName {
  const bare = relativePath.replace(/(?:\/index)?\.mdx?$/, '');
  const date = findLastDate(bare);
  if (!date) return { day: undefined, text: bare, slug: `/${bare}` };
  const [written] = date;
  const folder = bare.slice(0, date.index);
  const text = bare.slice(date.index + written.length).replace(/^[-/]/, '');
  const [year, month, day] = written.split(/[-/]/) as [string, string, string];
  return {
    day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    text,
    slug: `/${written.replaceAll('-', '/')}/${folder}${text}`,
  };
}

/** Returns the URL path of a page, base path included; undefined where it is not certain. */
export function getUrl(
  post: Pick<PostSource, 'frontMatter' | 'siteView'>,
  { plugin, relativePath }: DocusaurusFile,
  settings: DocusaurusSettings,
): string | undefined {
  const { slug, id, parse_number_prefixes: parsesNumberPrefixes } = post.frontMatter?.data ?? {};
  const ownSlug = typeof slug === 'string' && slug !== '' ? slug : undefined;
  if (plugin.route === undefined || (slug !== undefined && slug !== null && ownSlug === undefined)) return undefined;
  if (plugin.kind === 'blog') return toSiteUrl(plugin.route, ownSlug ?? parseBlogFileName(relativePath).slug, settings);
  if (plugin.kind === 'pages')
    return toSiteUrl(
      plugin.route,
      ownSlug ?? relativePath.replace(/(^|\/)index\.mdx?$/i, '$1').replace(/\.mdx?$/, ''),
      settings,
    );
  const stripsNumberPrefixes = parsesNumberPrefixes === false ? false : plugin.stripsNumberPrefixes;
  if (stripsNumberPrefixes === undefined || hasVersions(post, plugin)) return undefined;
  return toSiteUrl(
    plugin.route,
    createDocSlug(
      relativePath,
      ownSlug,
      typeof id === 'string' ? id : undefined,
      stripsNumberPrefixes ? stripNumberPrefix : keepName,
    ),
    settings,
  );
}

/** Whether the docs have versions, so that the folder is published at `/next/` unless the configuration says otherwise. */
function hasVersions({ siteView }: Pick<PostSource, 'siteView'>, { name, isLastVersion }: ContentPlugin): boolean {
  return !isLastVersion && siteView.hasFile(name === 'docs' ? 'versions.json' : `${name}_versions.json`);
}

/** Returns the slug of a page of the docs plugin (`getSlug`). */
function createDocSlug(
  relativePath: string,
  slug: string | undefined,
  id: string | undefined,
  toName: (name: string) => string,
): string {
  if (slug?.startsWith('/')) return slug;
  const folders = relativePath.split('/').slice(0, -1);
  const name = basename(relativePath).replace(/\.mdx?$/, '');
  const folder = joinUrlPath(...folders.map(toName), '/');
  if (slug === undefined && ['index', 'readme', folders.at(-1)?.toLowerCase()].includes(name.toLowerCase()))
    return folder;
  const last = slug ?? id ?? toName(name);
  return `${joinUrlPath(resolvePath(last, folder) ?? last)}${last.endsWith('/') ? '/' : ''}`;
}

function keepName(name: string): string {
  return name;
}

/** Returns `intro` for `01-intro`; dates and version numbers stay (`DefaultNumberPrefixParser`). */
export function stripNumberPrefix(name: string): string {
  if (/^\d+[-_.]\d/.test(name)) return name;
  return /^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(name)?.[1] ?? name;
}

function toSiteUrl(route: string, slug: string, { base, trailingSlash }: DocusaurusSettings): string {
  const path = joinUrlPath(base.path, route, slug);
  if (trailingSlash === undefined || path === '/' || path === `${base.path}/`) return path;
  return trailingSlash ? `${trimEnd(path, '/')}/` : trimEnd(path, '/');
}
