import { joinUrlPath } from '../shared/address.ts';
import type { PostSource } from '../contract/model.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename, resolvePath } from '../../text/paths.ts';
import type { DocusaurusSettings, Source } from './settings.ts';
import { matchAt, trimEnd } from '../../text/scan.ts';

/** A file that one of the content plugins reads. */
export interface Located {
  readonly source: Source;
  /** Relative to the plugin's folder. */
  readonly inner: string;
}

/** The plugin that makes a page of a Markdown file (path relative to the site root); undefined for none. */
export function locate(path: string, { sources }: DocusaurusSettings): Located | undefined {
  if (!/\.mdx?$/.test(path)) return undefined;
  for (const source of sources) {
    const inner = getPathWithin(source.folder, path);
    if (inner !== undefined) return source.isExcluded(inner) === true ? undefined : { source, inner };
  }
  return undefined;
}

/** Date, title and address as a blog post's path gives them (`parseBlogFileName`). */
export interface BlogName {
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

/** What the path of a blog post, relative to the blog, says. */
export function blogName(inner: string): BlogName {
  const bare = inner.replace(/(?:\/index)?\.mdx?$/, '');
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

/** The path of a page on the site, base path included; undefined where it is not certain. */
export function addressOf(
  post: Pick<PostSource, 'frontMatter' | 'siteView'>,
  { source, inner }: Located,
  settings: DocusaurusSettings,
): string | undefined {
  const { slug, id, parse_number_prefixes: parses } = post.frontMatter?.data ?? {};
  const own = typeof slug === 'string' && slug !== '' ? slug : undefined;
  if (source.route === undefined || (slug !== undefined && slug !== null && own === undefined)) return undefined;
  if (source.kind === 'blog') return onSite(source.route, own ?? blogName(inner).slug, settings);
  if (source.kind === 'pages')
    return onSite(source.route, own ?? inner.replace(/(^|\/)index\.mdx?$/i, '$1').replace(/\.mdx?$/, ''), settings);
  const strips = parses === false ? false : source.stripsNumbers;
  if (strips === undefined || hasVersions(post, source)) return undefined;
  return onSite(
    source.route,
    docSlug(inner, own, typeof id === 'string' ? id : undefined, strips ? withoutNumber : asWritten),
    settings,
  );
}

/** Where versions are cut, the folder is at `/next/` unless the configuration says otherwise. */
function hasVersions({ siteView }: Pick<PostSource, 'siteView'>, { name, isLastVersion }: Source): boolean {
  return !isLastVersion && siteView.hasFile(name === 'docs' ? 'versions.json' : `${name}_versions.json`);
}

/** `getSlug` of the docs plugin. */
function docSlug(
  inner: string,
  slug: string | undefined,
  id: string | undefined,
  named: (name: string) => string,
): string {
  if (slug?.startsWith('/')) return slug;
  const folders = inner.split('/').slice(0, -1);
  const name = basename(inner).replace(/\.mdx?$/, '');
  const folder = joinUrlPath(...folders.map(named), '/');
  if (slug === undefined && ['index', 'readme', folders.at(-1)?.toLowerCase()].includes(name.toLowerCase()))
    return folder;
  const last = slug ?? id ?? named(name);
  return `${joinUrlPath(resolvePath(last, folder) ?? last)}${last.endsWith('/') ? '/' : ''}`;
}

function asWritten(name: string): string {
  return name;
}

/** `intro` of `01-intro`; dates and version numbers stay (`DefaultNumberPrefixParser`). */
export function withoutNumber(name: string): string {
  if (/^\d+[-_.]\d/.test(name)) return name;
  return /^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(name)?.[1] ?? name;
}

function onSite(route: string, slug: string, { base, trailingSlash }: DocusaurusSettings): string {
  const path = joinUrlPath(base.path, route, slug);
  if (trailingSlash === undefined || path === '/' || path === `${base.path}/`) return path;
  return trailingSlash ? `${trimEnd(path, '/')}/` : trimEnd(path, '/');
}
