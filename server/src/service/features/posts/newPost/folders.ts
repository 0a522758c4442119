import type { Site } from '../../../site/model/site.ts';
import { toUri } from '../../../site/model/site.ts';
import type { Context } from '../../context.ts';
import { dirname } from '../../../text/paths.ts';
import { listCollections } from './places.ts';

/**
 * URIs of the folders in which new posts can go: those of collections and of posts, and all below them that hold files.
 * The root of a site is never among them.
 */
export function postFolders({ snapshot: { sites } }: Context): string[] {
  return sites.flatMap((site) => findPostFolders(site).map((folder) => toUri(site, folder)));
}

function findPostFolders(site: Site): string[] {
  const collections = listCollections(site);
  const names = new Set(collections.map(({ name }) => name));
  const bases = new Set(collections.map(({ folder }) => folder));
  for (const { path, collection } of site.posts.values()) if (names.has(collection.name)) bases.add(dirname(path));
  bases.delete('');
  const cache = new Map([...bases].map((folder) => [folder, true]));
  const isBelowBase = (folder: string): boolean => {
    const cached = cache.get(folder);
    if (cached !== undefined) return cached;
    const isBelow = folder !== '' && isBelowBase(dirname(folder));
    cache.set(folder, isBelow);
    return isBelow;
  };
  for (const path of site.files) isBelowBase(dirname(path));
  for (const base of bases) isBelowBase(dirname(base));
  return [...cache].flatMap(([folder, isBelow]) => (isBelow ? folder : []));
}
