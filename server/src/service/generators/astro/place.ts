import { toGitHubId } from '../../dialects/shared/headingIds.ts';
import { joinUrlPath } from '../shared/address.ts';
import type { PostSource } from '../contract/model.ts';
import { getPathWithin } from '../shared/values.ts';
import type { AstroSettings } from './settings.ts';

/** Where Astro finds a Markdown file. */
export interface Place {
  /** A page by its path, or an entry of a collection, whose pages the site's own code makes. */
  readonly kind: 'page' | 'entry';
  /** `pages`, or the collection's name. */
  readonly name: string;
  readonly folder: string;
  /** Relative to the folder. */
  readonly inner: string;
  readonly hasUsualIds: boolean;
}

/** The place of a Markdown file (path relative to the site root); undefined where Astro makes nothing of it. */
export function placeOf(path: string, settings: AstroSettings): Place | undefined {
  if (!/\.(?:md|mdx|markdown|mdown|mkdn|mkd|mdwn)$/.test(path)) return undefined;
  const pages = inFolder(settings.sourceFolder, 'pages');
  const page = getPathWithin(pages, path);
  if (page !== undefined)
    return isHidden(page) ? undefined : { kind: 'page', name: 'pages', folder: pages, inner: page, hasUsualIds: true };
  return configured(path, settings) ?? byFolder(path, settings);
}

function configured(path: string, { collections }: AstroSettings): Place | undefined {
  for (const { name, folder, matches, hasUsualIds } of collections) {
    const inner = getPathWithin(folder, path);
    if (inner !== undefined && matches(inner) !== false) return { kind: 'entry', name, folder, inner, hasUsualIds };
  }
  return undefined;
}

/** Folders of `src/content` are collections by their names where the configuration does not say otherwise. */
function byFolder(path: string, { sourceFolder }: AstroSettings): Place | undefined {
  const content = inFolder(sourceFolder, 'content');
  const [name, ...rest] = getPathWithin(content, path)?.split('/') ?? [];
  const inner = rest.join('/');
  return name === undefined || inner === '' || isHidden(`${name}/${inner}`)
    ? undefined
    : { kind: 'entry', name, folder: `${content}/${name}`, inner, hasUsualIds: true };
}

/** Whether a file or folder is left out of routes and collections by its `_`. */
function isHidden(path: string): boolean {
  return /(?:^|\/)[_.]/.test(path);
}

/** `src/pages`. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** An entry's id: its `slug`, else its path with each name as GitHub's anchors are made (`getContentEntryIdAndSlug`). */
function idOf({ inner }: Place, { frontMatter }: Pick<PostSource, 'frontMatter'>): string {
  const { slug } = frontMatter?.data ?? {};
  if (typeof slug === 'string' && slug !== '') return slug;
  return inner
    .replace(/\.[^./]+$/, '')
    .split('/')
    .map((name) => toGitHubId(name))
    .join('/')
    .replace(/\/index$/, '');
}

/** An address, and the route it is inferred from where the site's own code makes the page. */
export interface Address {
  readonly url: string;
  /** `src/pages/blog/[...slug].astro`. */
  readonly route?: string;
}

/** The address of a page, certain for files in `src/pages`; of an entry where the usual route for its collection is there. */
export function addressOf(
  place: Place,
  source: Pick<PostSource, 'frontMatter' | 'siteView'>,
  settings: AstroSettings,
): Address | undefined {
  if (place.kind === 'page')
    return onSite(place.inner.replace(/\.[^./]+$/, '').replace(/(^|\/)index$/, '$1'), settings);
  if (!place.hasUsualIds) return undefined;
  const id = idOf(place, source);
  if (settings.hasStarlight && place.name === 'docs') return onSite(id === 'index' ? '' : id, settings);
  const route = routeFor(place.name, id, source, settings);
  const address = route === undefined ? undefined : onSite(`${place.name}/${id}`, settings);
  return address && { ...address, ...(route !== undefined && { route }) };
}

const parameters = ['slug', 'id', 'post', 'path', 'entry', 'article', 'page', 'name'];

/** The file that makes the pages of a collection's entries where its name is also the first part of their addresses. */
function routeFor(
  collection: string,
  id: string,
  { siteView }: Pick<PostSource, 'siteView'>,
  { sourceFolder }: AstroSettings,
): string | undefined {
  const folder = `${inFolder(sourceFolder, 'pages')}/${collection}`;
  const names = parameters.flatMap((parameter) => [
    `[...${parameter}]`,
    ...(id.includes('/') ? [] : [`[${parameter}]`]),
  ]);
  return names
    .flatMap((name) => [`${folder}/${name}.astro`, `${folder}/${name}/index.astro`])
    .find((file) => siteView.hasFile(file));
}

function onSite(path: string, { base, endsWithSlash }: AstroSettings): Address | undefined {
  if (!base) return undefined;
  const bare = joinUrlPath(base.path, path).replace(/\/$/, '');
  return { url: endsWithSlash || bare === '' ? `${bare}/` : bare };
}
