import { join, relative } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import { isHostFile } from '../../generators/shared/hostRules.ts';
import { isFolderWithoutSites, findNestedSite } from './find.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import { runConcurrently } from '../../text/scheduler.ts';
import type { Site } from '../model/site.ts';
import { isBuiltByGenerator } from '../model/site.ts';
import { isBuildScript, isSchemaFile } from './supportFiles.ts';

/** The files of a site by what is read of them: paths relative to its root. */
export interface SiteFiles {
  readonly files: ReadonlySet<string>;
  /** Those that may be posts, sorted. */
  readonly posts: readonly string[];
  /** Those whose text is needed. */
  readonly texts: readonly string[];
  /** Folders of other sites, of which only the names of files are known. */
  readonly nestedRoots: readonly string[];
}

/** Names what the build writes or brings. */
const gitignoreFile = '.gitignore';

/** Entries of a folder that are processed before work may pause. */
const entriesPerPause = 50;
/** Hidden folders in which tools keep schemas of front matter. */
const schemaFolders = new Set(['.frontmatter', '.well-known']);

interface Folder {
  readonly path: string;
  readonly depth: number;
  /** The site within the walked one that the folder belongs to. */
  readonly nested?: Site;
}

/**
 * Returns every file of a site, or of a folder in it (path relative to the root); packages, hidden folders and output are left out,
 * and folders of other sites too unless the site has no generator: from its README links lead into them.
 */
export async function walk(
  site: Site,
  workspace: Workspace,
  scheduler: Scheduler,
  startFolder = '',
): Promise<SiteFiles> {
  const files: string[] = [];
  const nestedRoots: string[] = [];
  let folders: Folder[] = [{ path: startFolder, depth: startFolder === '' ? 0 : startFolder.split('/').length }];
  while (folders.length > 0) {
    const next: Folder[] = [];
    await runConcurrently(folders, scheduler, async (folder) => {
      const uri = folder.path === '' ? site.root : join(site.root, folder.path);
      const entries = await workspace.list(uri);
      const isOwn = folder.depth === 0 || folder.path.split('/').some(isFolderWithoutSites);
      const found = isOwn ? undefined : await findNestedSite(workspace, uri, entries, folder.depth);
      if (found && isBuiltByGenerator(site)) return;
      if (found) nestedRoots.push(folder.path);
      const nested = found ?? folder.nested;
      for (const [index, { name, type }] of entries.entries()) {
        if (index % entriesPerPause === entriesPerPause - 1) await scheduler.pause();
        const path = folder.path === '' ? name : `${folder.path}/${name}`;
        if (type === 'file') files.push(path);
        else if (isWalkedFolder(path, name, site) && !(nested && isOutput(join(site.root, path), nested)))
          next.push({ path, depth: folder.depth + 1, ...(nested && { nested }) });
        else if (folder.depth === 0 && site.generator.isOutputFolder(path))
          files.push(...(await listHostFiles(path, site, workspace)));
      }
    });
    folders = next;
  }
  return classifyFiles(files, { ...site, nestedRoots: [...site.nestedRoots, ...nestedRoots] }, scheduler);
}

/** Whether a folder (URI) holds the output of a site. */
function isOutput(uri: string, { root, generator }: Site): boolean {
  const path = relative(root, uri);
  return path !== undefined && generator.isOutputFolder(path);
}

/** Returns the paths of the host's files in a folder of the generator's output, which is published with what is kept in it. */
async function listHostFiles(path: string, site: Site, workspace: Workspace): Promise<string[]> {
  const entries = await workspace.list(join(site.root, path));
  return entries
    .filter(({ type }) => type === 'file')
    .map(({ name }) => `${path}/${name}`)
    .filter(isHostFile);
}

/** Sorts paths of a site's files (in any order) by what is to be read of them. */
export async function classifyFiles(paths: Iterable<string>, site: Site, scheduler: Scheduler): Promise<SiteFiles> {
  const files = [...paths].sort();
  const posts: string[] = [];
  const texts: string[] = [];
  const classByFolder = new Map<string, ReturnType<typeof classifyPath>>();
  for (const [index, path] of files.entries()) {
    if (index % entriesPerPause === entriesPerPause - 1) await scheduler.pause();
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    let pathClass = classByFolder.get(folder);
    if (!pathClass) classByFolder.set(folder, (pathClass = classifyPath(path, site)));
    if (pathClass === 'posts' && site.generator.getCollection(path)) posts.push(path);
    if (!isInNestedSite(path, site) && isTextNeeded(path, site)) texts.push(path);
  }
  return { files: new Set(files), posts, texts, nestedRoots: site.nestedRoots };
}

/** Whether the text of a file that is no post is needed: a schema, data, an include. */
export function isTextNeeded(path: string, { generator }: Site): boolean {
  return (
    path === gitignoreFile ||
    isBuildScript(path) ||
    isSchemaFile(path) ||
    isHostFile(path) ||
    generator.isSupportFile?.(path) === true
  );
}

/** Returns whether a path (relative to the root) is in a folder with posts, in one that `walk` lists for other files, or in none that it lists. */
export function classifyPath(path: string, site: Site): 'posts' | 'files' | 'ignored' {
  const segments = path.split('/').slice(0, -1);
  let pathClass: 'posts' | 'files' = isInNestedSite(path, site) ? 'files' : 'posts';
  for (const [index, name] of segments.entries()) {
    const folder = segments.slice(0, index + 1).join('/');
    if (!isWalkedFolder(folder, name, site)) return isHostFile(path) ? 'files' : 'ignored';
    if (site.generator.isSkippedFolder(folder)) pathClass = 'files';
  }
  return pathClass;
}

function isInNestedSite(path: string, { nestedRoots }: Site): boolean {
  return nestedRoots.some((root) => path.startsWith(`${root}/`));
}

function isWalkedFolder(path: string, name: string, { generator }: Site): boolean {
  if (name === 'node_modules' || name === 'bower_components' || generator.isOutputFolder(path)) return false;
  if (!name.startsWith('.') || schemaFolders.has(name)) return true;
  return generator.hiddenFolders?.includes(path) === true || !generator.isSkippedFolder(path);
}
