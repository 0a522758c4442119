import type { NewPostPlace } from '../../../../protocol/index.ts';
import type { Collection } from '../../../generators/contract/model.ts';
import type { Snapshot } from '../../../site/model/snapshot.ts';
import { siteOf } from '../../../site/model/snapshot.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { fileUri, isPublished } from '../../../site/model/site.ts';
import { basename, relative } from '../../../text/uri.ts';
import type { Context } from '../../context.ts';
import { dirname } from '../../../text/paths.ts';
import { fileIn, folderInOwnLanguage, inOwnLanguage, languageOf, languagesByPath, languagesFor } from './languages.ts';
import { templatesToChoose } from './template.ts';

/** Where a new post can go, the nearest to `near` (a URI) first; then collections that have posts, the fullest first, and last the site's other templates. A folder of no site and without posts comes behind the sites in it. */
export function newPostPlaces({ snapshot }: Context, near?: string): NewPostPlace[] {
  const home = near === undefined ? undefined : siteOf(snapshot, near);
  const sites = [...snapshot.sites].sort(
    (a, b) => Number(isBare(a)) - Number(isBare(b)) || Number(b === home) - Number(a === home),
  );
  return sites.flatMap((site) =>
    placesIn(site, near === undefined || site !== home ? undefined : relative(site.root, near), sites.length),
  );
}

function isBare(site: Site): boolean {
  return !isPublished(site) && site.posts.size === 0;
}

function placesIn(site: Site, near: string | undefined, sites: number): NewPostPlace[] {
  const { generator, root } = site;
  const collections = collectionsOf(site, near);
  const detail = ({ folder }: Collection): string =>
    [...(sites > 1 || folder === '' ? [basename(root)] : []), ...(folder === '' ? [] : [folder])].join('/');
  const spoken = near === undefined ? undefined : languageNear(site, near);
  const languages = (collection: Collection): Pick<NewPostPlace, 'languages' | 'language'> => {
    const all = languagesFor(site, collection);
    return all.length === 0
      ? {}
      : { languages: all, ...(all.some(({ code }) => code === spoken) && { language: spoken }) };
  };
  const places = collections.map((collection): NewPostPlace => {
    const isDrafts = generator.publishing.folders !== undefined && collection.name === 'drafts';
    return {
      id: idOf(site, collection),
      label: collection.name,
      detail: detail(collection),
      ...(isDrafts && { drafts: true }),
      ...languages(collection),
    };
  });
  const first = collections.find(({ name }) => name !== 'drafts');
  const templates = first
    ? templatesToChoose(site, collections).map(({ name, file }) => ({
        id: idOf(site, first, file),
        label: name,
        detail: `${detail(first)} · ${file}`,
        ...languages(first),
      }))
    : [];
  return [...places, ...templates];
}

/** The language that a file is in, or a folder which holds no other; undefined for the site's own. */
function languageNear(site: Site, near: string): string | undefined {
  const post = site.posts.get(fileUri(site, near));
  const code = languageOf(site, post ?? { path: fileIn(near), frontMatter: undefined });
  const own = post ? inOwnLanguage(site, near) !== near : folderInOwnLanguage(site, near) !== near;
  return own || (post && !languagesByPath(site)) ? code : undefined;
}

function idOf({ root }: Site, { name, folder }: Collection, template?: string): string {
  return JSON.stringify([root, name, folder, ...(template === undefined ? [] : [template])]);
}

/** A place for a new post, found again by its `NewPostPlace.id`; undefined when it is gone. */
export function placeOf(
  snapshot: Snapshot,
  id: string,
): { readonly site: Site; readonly collection: Collection; readonly template?: string } | undefined {
  const site = snapshot.sites.find(({ root }) => id.startsWith(`[${JSON.stringify(root)},`));
  const template = (JSON.parse(id) as string[])[3];
  const collection = site && collectionsOf(site).find((each) => idOf(site, each, template) === id);
  return site && collection && { site, collection, ...(template !== undefined && { template }) };
}

interface Counted {
  readonly collection: Collection;
  /** Posts in it. */
  count: number;
}

function rank({ collection, count }: Counted): number {
  return count === 0 ? 0 : /^(?:pages|drafts)$/.test(collection.name) ? 1 : 2;
}

function keyOf({ name, folder }: Collection): string {
  return `${name} ${folder}`;
}

/** The collection that a new post beside a post is in, as it is called in the site's own language: Zola's sections are `_index` files, and take pages. */
function homeOf(site: Site, { path, collection }: Pick<Post, 'path' | 'collection'>): Collection {
  const { generator } = site;
  const takesPosts = (generator.collectionOf(fileIn(collection.folder))?.name ?? collection.name) === collection.name;
  const { name, folder } = takesPosts ? collection : (generator.collectionOf(fileIn(dirname(path))) ?? collection);
  return { name, folder: folderInOwnLanguage(site, folder) };
}

/** Collections of a site that take new posts, those of several languages as one in the site's own; those around `path` first, then by how many posts they have, drafts and pages last of these. */
export function collectionsOf(site: Site, path?: string): Collection[] {
  const { generator, posts } = site;
  const found = new Map<string, Counted>();
  const places = generator.places.map((place) => ({ ...place, folder: folderInOwnLanguage(site, place.folder) }));
  for (const collection of places) found.set(keyOf(collection), { collection, count: 0 });
  const takesPages = places.some(({ name }) => name === 'pages');
  const homes = new Map<string, Collection>();
  for (const post of posts.values()) {
    if (post.collection.name === 'pages' && !takesPages) continue;
    const beside = `${keyOf(post.collection)} ${dirname(post.path)}`;
    const collection = homes.get(beside) ?? homeOf(site, post);
    homes.set(beside, collection);
    const known = found.get(keyOf(collection));
    if (known) known.count++;
    else found.set(keyOf(collection), { collection, count: 1 });
  }
  const near = path === undefined ? undefined : nearIn(site, path);
  const isAround = ({ folder }: Collection): number =>
    near !== undefined && folder !== '' && `${near}/`.startsWith(`${folder}/`) ? folder.length : 0;
  return [...found.values()]
    .sort((a, b) => isAround(b.collection) - isAround(a.collection) || rank(b) - rank(a) || b.count - a.count)
    .map(({ collection }) => collection);
}

/** A file or folder as it is called in the site's own language. */
function nearIn(site: Site, path: string): string {
  return site.files.has(path) ? inOwnLanguage(site, path) : folderInOwnLanguage(site, path);
}
