import type { NewPostPlace } from '../../../../protocol/index.ts';
import type { Collection } from '../../../generators/contract/model.ts';
import type { Snapshot } from '../../../site/model/snapshot.ts';
import { findSite } from '../../../site/model/snapshot.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { toUri, isBuiltByGenerator } from '../../../site/model/site.ts';
import { basename, relative } from '../../../text/uri.ts';
import type { Context } from '../../context.ts';
import { dirname } from '../../../text/paths.ts';
import {
  toSamplePath,
  toOwnLanguageFolder,
  toOwnLanguagePath,
  getLanguage,
  languagesByPath,
  languagesFor,
} from './languages.ts';
import { listTemplates } from './template.ts';

/**
 * Where a new post can go, the nearest to `near` (a URI) first; then collections that have posts, the fullest first,
 * and last the site's other templates. A folder of no site and without posts comes after the sites in it.
 */
export function newPostPlaces({ snapshot }: Context, near?: string): NewPostPlace[] {
  const home = near === undefined ? undefined : findSite(snapshot, near);
  const sites = [...snapshot.sites].sort(
    (a, b) => Number(isEmptyFolder(a)) - Number(isEmptyFolder(b)) || Number(b === home) - Number(a === home),
  );
  return sites.flatMap((site) =>
    listPlaces(site, near === undefined || site !== home ? undefined : relative(site.root, near), sites.length),
  );
}

function isEmptyFolder(site: Site): boolean {
  return !isBuiltByGenerator(site) && site.posts.size === 0;
}

function listPlaces(site: Site, near: string | undefined, sites: number): NewPostPlace[] {
  const { generator, root } = site;
  const collections = listCollections(site, near);
  const detail = ({ folder }: Collection): string =>
    [...(sites > 1 || folder === '' ? [basename(root)] : []), ...(folder === '' ? [] : [folder])].join('/');
  const language = near === undefined ? undefined : languageNear(site, near);
  const languages = (collection: Collection): Pick<NewPostPlace, 'languages' | 'language'> => {
    const all = languagesFor(site, collection);
    return all.length === 0 ? {} : { languages: all, ...(all.some(({ code }) => code === language) && { language }) };
  };
  const places = collections.map((collection): NewPostPlace => {
    const isDrafts = generator.publishing.folders !== undefined && collection.name === 'drafts';
    return {
      id: toPlaceId(site, collection),
      label: collection.name,
      detail: detail(collection),
      ...(isDrafts && { drafts: true }),
      ...languages(collection),
    };
  });
  const first = collections.find(({ name }) => name !== 'drafts');
  const templates = first
    ? listTemplates(site, collections).map(({ name, file }) => ({
        id: toPlaceId(site, first, file),
        label: name,
        detail: `${detail(first)} · ${file}`,
        ...languages(first),
      }))
    : [];
  return [...places, ...templates];
}

/** The language of a file, or of a folder with only one; undefined for the site's own. */
function languageNear(site: Site, near: string): string | undefined {
  const post = site.posts.get(toUri(site, near));
  const code = getLanguage(site, post ?? { path: toSamplePath(near), frontMatter: undefined });
  const own = post ? toOwnLanguagePath(site, near) !== near : toOwnLanguageFolder(site, near) !== near;
  return own || (post && !languagesByPath(site)) ? code : undefined;
}

function toPlaceId({ root }: Site, { name, folder }: Collection, template?: string): string {
  return JSON.stringify([root, name, folder, ...(template === undefined ? [] : [template])]);
}

/** A place for a new post, found again by its `NewPostPlace.id`; undefined when it is gone. */
export function findPlace(
  snapshot: Snapshot,
  id: string,
): { readonly site: Site; readonly collection: Collection; readonly template?: string } | undefined {
  const site = snapshot.sites.find(({ root }) => id.startsWith(`[${JSON.stringify(root)},`));
  const template = (JSON.parse(id) as string[])[3];
  const collection = site && listCollections(site).find((each) => toPlaceId(site, each, template) === id);
  return site && collection && { site, collection, ...(template !== undefined && { template }) };
}

interface CountedCollection {
  readonly collection: Collection;
  /** Posts in it. */
  count: number;
}

function rankCollection({ collection, count }: CountedCollection): number {
  return count === 0 ? 0 : /^(?:pages|drafts)$/.test(collection.name) ? 1 : 2;
}

function toKey({ name, folder }: Collection): string {
  return `${name} ${folder}`;
}

/**
 * The collection of a new post next to a post, with its name in the site's own language: Zola's sections are `_index`
 * files and contain pages.
 */
function findCollectionFor(site: Site, { path, collection }: Pick<Post, 'path' | 'collection'>): Collection {
  const { generator } = site;
  const takesPosts =
    (generator.getCollection(toSamplePath(collection.folder))?.name ?? collection.name) === collection.name;
  const { name, folder } = takesPosts
    ? collection
    : (generator.getCollection(toSamplePath(dirname(path))) ?? collection);
  return { name, folder: toOwnLanguageFolder(site, folder) };
}

/**
 * Collections of a site that take new posts, those of several languages as one in the site's own; those around `path`
 * first, then by how many posts they have, drafts and pages last of these.
 */
export function listCollections(site: Site, path?: string): Collection[] {
  const { generator, posts } = site;
  const found = new Map<string, CountedCollection>();
  const places = generator.newPostCollections.map((place) => ({
    ...place,
    folder: toOwnLanguageFolder(site, place.folder),
  }));
  for (const collection of places) found.set(toKey(collection), { collection, count: 0 });
  const takesPages = places.some(({ name }) => name === 'pages');
  const homes = new Map<string, Collection>();
  for (const post of posts.values()) {
    if (post.collection.name === 'pages' && !takesPages) continue;
    const folderKey = `${toKey(post.collection)} ${dirname(post.path)}`;
    const collection = homes.get(folderKey) ?? findCollectionFor(site, post);
    homes.set(folderKey, collection);
    const counted = found.get(toKey(collection));
    if (counted) counted.count++;
    else found.set(toKey(collection), { collection, count: 1 });
  }
  const near = path === undefined ? undefined : toOwnLanguage(site, path);
  const measureDepth = ({ folder }: Collection): number =>
    near !== undefined && folder !== '' && `${near}/`.startsWith(`${folder}/`) ? folder.length : 0;
  return [...found.values()]
    .sort(
      (a, b) =>
        measureDepth(b.collection) - measureDepth(a.collection) ||
        rankCollection(b) - rankCollection(a) ||
        b.count - a.count,
    )
    .map(({ collection }) => collection);
}

/** The path of a file or folder in the site's own language. */
function toOwnLanguage(site: Site, path: string): string {
  return site.files.has(path) ? toOwnLanguagePath(site, path) : toOwnLanguageFolder(site, path);
}
