import type { Site } from '../../../site/model/site.ts';
import { fileUri } from '../../../site/model/site.ts';
import type { Context } from '../../context.ts';
import { dirname } from '../../../text/paths.ts';
import { collectionsOf } from './places.ts';

/** URIs of the folders in which new posts can go: those of collections and of posts, and all below them that hold files. The root of a site is never among them. */
export function postFolders({ snapshot: { sites } }: Context): string[] {
  return sites.flatMap((site) => foldersOf(site).map((folder) => fileUri(site, folder)));
}

function foldersOf(site: Site): string[] {
  const collections = collectionsOf(site);
  const names = new Set(collections.map(({ name }) => name));
  const bases = new Set(collections.map(({ folder }) => folder));
  for (const { path, collection } of site.posts.values()) if (names.has(collection.name)) bases.add(dirname(path));
  bases.delete('');
  const visited = new Map([...bases].map((folder) => [folder, true]));
  const isBelowBase = (folder: string): boolean => {
    const known = visited.get(folder);
    if (known !== undefined) return known;
    const isBelow = folder !== '' && isBelowBase(dirname(folder));
    visited.set(folder, isBelow);
    return isBelow;
  };
  for (const path of site.files) isBelowBase(dirname(path));
  for (const base of bases) isBelowBase(dirname(base));
  return [...visited].flatMap(([folder, isBelow]) => (isBelow ? folder : []));
}
