import { toGitHubId } from '../../dialects/shared/headingIds.ts';
import { joinUrlPath } from '../shared/baseUrl.ts';
import type { PostSource } from '../contract/model.ts';
import { getPathWithin } from '../shared/values.ts';
import { joinPath } from '../../text/paths.ts';
import type { AstroSettings } from './settings.ts';

/** A Markdown file that Astro reads. */
export interface AstroFile {
  /** A page in `src/pages`, or an entry of a collection, whose page a route of the site generates. */
  readonly kind: 'page' | 'entry';
  /** `pages`, or the collection's name. */
  readonly name: string;
  readonly folder: string;
  /** Relative to the folder. */
  readonly relativePath: string;
  readonly hasDefaultIds: boolean;
}

/** Parses the path of a Markdown file, relative to the site root; undefined for a file that Astro does not read. */
export function parseAstroPath(path: string, settings: AstroSettings): AstroFile | undefined {
  if (!/\.(?:md|mdx|markdown|mdown|mkdn|mkd|mdwn)$/.test(path)) return undefined;
  const pages = joinPath(settings.sourceFolder, 'pages');
  const page = getPathWithin(pages, path);
  if (page !== undefined)
    return isHidden(page)
      ? undefined
      : { kind: 'page', name: 'pages', folder: pages, relativePath: page, hasDefaultIds: true };
  return findConfiguredCollection(path, settings) ?? findCollectionByFolder(path, settings);
}

function findConfiguredCollection(path: string, { collections }: AstroSettings): AstroFile | undefined {
  for (const { name, folder, matches, hasDefaultIds } of collections) {
    const relativePath = getPathWithin(folder, path);
    if (relativePath !== undefined && matches(relativePath) !== false)
      return { kind: 'entry', name, folder, relativePath, hasDefaultIds: hasDefaultIds };
  }
  return undefined;
}

/** Returns the file in a collection that is a folder of `src/content`; undefined for any other file. */
function findCollectionByFolder(path: string, { sourceFolder }: AstroSettings): AstroFile | undefined {
  const content = joinPath(sourceFolder, 'content');
  const [name, ...rest] = getPathWithin(content, path)?.split('/') ?? [];
  const relativePath = rest.join('/');
  return name === undefined || relativePath === '' || isHidden(`${name}/${relativePath}`)
    ? undefined
    : { kind: 'entry', name, folder: `${content}/${name}`, relativePath, hasDefaultIds: true };
}

/** Whether a file or folder is excluded from routes and collections by its `_`. */
function isHidden(path: string): boolean {
  return /(?:^|\/)[_.]/.test(path);
}

/** Returns the id of an entry: its `slug`, else its path with names slugified as by GitHub (`getContentEntryIdAndSlug`). */
function getEntryId({ relativePath }: AstroFile, { frontMatter }: Pick<PostSource, 'frontMatter'>): string {
  const { slug } = frontMatter?.data ?? {};
  if (typeof slug === 'string' && slug !== '') return slug;
  return relativePath
    .replace(/\.[^./]+$/, '')
    .split('/')
    .map((name) => toGitHubId(name))
    .join('/')
    .replace(/\/index$/, '');
}

/** The URL of a page, and the route from which it is inferred where the site's own code generates the page. */
export interface PageUrl {
  readonly url: string;
  /** `src/pages/blog/[...slug].astro`. */
  readonly route?: string;
}

/** Returns the URL of a page in `src/pages`, or of an entry whose collection has a route by convention; undefined for any other entry. */
export function getPageUrl(
  file: AstroFile,
  source: Pick<PostSource, 'frontMatter' | 'siteView'>,
  settings: AstroSettings,
): PageUrl | undefined {
  if (file.kind === 'page')
    return toSiteUrl(file.relativePath.replace(/\.[^./]+$/, '').replace(/(^|\/)index$/, '$1'), settings);
  if (!file.hasDefaultIds) return undefined;
  const id = getEntryId(file, source);
  if (settings.hasStarlight && file.name === 'docs') return toSiteUrl(id === 'index' ? '' : id, settings);
  const route = findRoute(file.name, id, source, settings);
  const address = route === undefined ? undefined : toSiteUrl(`${file.name}/${id}`, settings);
  return address && { ...address, ...(route !== undefined && { route }) };
}

const routeParameters = ['slug', 'id', 'post', 'path', 'entry', 'article', 'page', 'name'];

/** Returns the route file of a collection whose name is the first segment of its URLs; undefined for none. */
function findRoute(
  collection: string,
  id: string,
  { siteView }: Pick<PostSource, 'siteView'>,
  { sourceFolder }: AstroSettings,
): string | undefined {
  const folder = `${joinPath(sourceFolder, 'pages')}/${collection}`;
  const names = routeParameters.flatMap((parameter) => [
    `[...${parameter}]`,
    ...(id.includes('/') ? [] : [`[${parameter}]`]),
  ]);
  return names
    .flatMap((name) => [`${folder}/${name}.astro`, `${folder}/${name}/index.astro`])
    .find((file) => siteView.hasFile(file));
}

function toSiteUrl(path: string, { base, hasTrailingSlash }: AstroSettings): PageUrl | undefined {
  if (!base) return undefined;
  const bare = joinUrlPath(base.path, path).replace(/\/$/, '');
  return { url: hasTrailingSlash || bare === '' ? `${bare}/` : bare };
}
