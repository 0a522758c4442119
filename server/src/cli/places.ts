import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site, Workspace } from '../service/index.ts';
import { canonical, findSites, isPublished, relative } from '../service/index.ts';
import { Refusal } from './refusal.ts';

/** A site, its posts not read yet, with what was asked for of it. */
export interface Place {
  readonly site: Site;
  /** Folders as URIs: posts below them are meant. */
  readonly folders: Set<string>;
  /** Files as URIs that were named themselves. */
  readonly files: Set<string>;
}

/** The sites that paths lie in or hold, each once; throws a Refusal for a path that does not exist. */
export async function placesOf(workspace: Workspace, paths: readonly string[]): Promise<Place[]> {
  const places = new Map<string, Place>();
  for (const path of paths) {
    const kind = await kindOf(path);
    const uri = canonical(pathToFileURL(resolve(path)).href);
    for (const site of await sitesFor(workspace, uri, kind === 'file' ? dirname(resolve(path)) : resolve(path))) {
      const place = places.get(site.root) ?? { site, folders: new Set(), files: new Set() };
      (kind === 'file' ? place.files : place.folders).add(uri);
      places.set(site.root, place);
    }
  }
  return [...places.values()];
}

async function kindOf(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    throw new Refusal(`There is no file or folder "${path}".`);
  }
}

/** The deepest site that holds `uri`, and sites below it. */
async function sitesFor(workspace: Workspace, uri: string, folder: string): Promise<Site[]> {
  const found = await findSites(workspace, [
    (await siteAround(workspace, folder)) ?? canonical(pathToFileURL(folder).href),
  ]);
  const holding = found
    .filter((site) => relative(site.root, uri) !== undefined)
    .sort((a, b) => b.root.length - a.root.length);
  const below = found.filter((site) => site.root !== uri && relative(uri, site.root) !== undefined);
  return [...holding.slice(0, 1), ...below];
}

/** URI of the nearest folder, this one or above, that a generator calls its own. */
async function siteAround(workspace: Workspace, folder: string): Promise<string | undefined> {
  for (let path = folder; ; path = dirname(path)) {
    const uri = canonical(pathToFileURL(path).href);
    const found = await findSites(topOf(workspace, uri), [uri]);
    if (found.some((site) => site.root === uri && isPublished(site))) return uri;
    if (path === dirname(path)) return undefined;
  }
}

/** One folder's own files and those of its settings, with the other folders in it as if they were empty: enough to see whose site it is. */
function topOf(workspace: Workspace, folder: string): Workspace {
  return {
    read: (uri) => workspace.read(uri),
    list: async (uri) =>
      /^(?:\/config(?:\/.*)?)?$/.test(canonical(uri).slice(folder.length)) ? workspace.list(uri) : [],
  };
}
