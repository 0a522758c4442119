import { join } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import { holdsNoSite, nestedSite } from './find.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import { runConcurrently } from '../../text/scheduler.ts';
import type { Site } from '../model/site.ts';
import { isSchemaFile } from './supportFiles.ts';

/** The files of a site: paths relative to its root. */
export interface Walked {
  readonly files: ReadonlySet<string>;
  /** Those that may be posts, in order. */
  readonly posts: readonly string[];
  /** Those whose text is wanted. */
  readonly texts: readonly string[];
}

/** Names of a folder looked at before work may pause. */
const namesInARow = 50;
/** Hidden folders in which tools keep schemas of front matter. */
const schemaFolders = new Set(['.frontmatter', '.well-known']);

interface Folder {
  readonly path: string;
  readonly depth: number;
}

/** Every file of a site, or of a folder in it; folders of other sites, packages, hidden folders and what the generator wrote left out. */
export async function walk(site: Site, workspace: Workspace, scheduler: Scheduler, from = ''): Promise<Walked> {
  const files: string[] = [];
  let folders: Folder[] = [{ path: from, depth: from === '' ? 0 : from.split('/').length }];
  while (folders.length > 0) {
    const next: Folder[] = [];
    await runConcurrently(folders, scheduler, async (folder) => {
      const uri = folder.path === '' ? site.root : join(site.root, folder.path);
      const entries = await workspace.list(uri);
      if (
        folder.depth > 0 &&
        !folder.path.split('/').some(holdsNoSite) &&
        (await nestedSite(workspace, uri, entries, folder.depth))
      )
        return;
      for (const [index, { name, type }] of entries.entries()) {
        if (index % namesInARow === namesInARow - 1) await scheduler.pause();
        const path = folder.path === '' ? name : `${folder.path}/${name}`;
        if (type === 'file') files.push(path);
        else if (isWalked(path, name, site)) next.push({ path, depth: folder.depth + 1 });
      }
    });
    folders = next;
  }
  return sorted(files, site, scheduler);
}

/** Files of a site (their paths, in any order) by what is to be read of them. */
export async function sorted(paths: Iterable<string>, site: Site, scheduler: Scheduler): Promise<Walked> {
  const files = [...paths].sort();
  const posts: string[] = [];
  const texts: string[] = [];
  const places = new Map<string, ReturnType<typeof placeOf>>();
  for (const [index, path] of files.entries()) {
    if (index % namesInARow === namesInARow - 1) await scheduler.pause();
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    let place = places.get(folder);
    if (!place) places.set(folder, (place = placeOf(path, site)));
    if (place === 'posts' && site.generator.collectionOf(path)) posts.push(path);
    if (isWanted(path, site)) texts.push(path);
  }
  return { files: new Set(files), posts, texts };
}

/** Whether the text of a file that is no post is wanted. */
export function isWanted(path: string, { generator }: Site): boolean {
  return isSchemaFile(path) || generator.reads?.(path) === true;
}

/** Whether a file (path relative to the root) lies where `walk` looks, and where in that posts are looked for. */
export function placeOf(path: string, site: Site): 'posts' | 'files' | 'nowhere' {
  const segments = path.split('/').slice(0, -1);
  let place: 'posts' | 'files' = 'posts';
  for (const [index, name] of segments.entries()) {
    const folder = segments.slice(0, index + 1).join('/');
    if (!isWalked(folder, name, site)) return 'nowhere';
    if (site.generator.skipFolder(folder)) place = 'files';
  }
  return place;
}

function isWalked(path: string, name: string, { generator }: Site): boolean {
  if (name === 'node_modules' || name === 'bower_components' || generator.isOutput(path)) return false;
  if (!name.startsWith('.') || schemaFolders.has(name)) return true;
  return generator.hiddenFolders?.includes(path) === true || !generator.skipFolder(path);
}
