import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site, Workspace } from '../service/index.ts';
import {
  Analysis,
  toCanonical,
  defaultSettings,
  emptySnapshot,
  findSites,
  immediately,
  join,
  isBuiltByGenerator,
  readSite,
  relative,
  withSettings,
  withSites,
} from '../service/index.ts';
import { printConfigurationProblems } from './configurationProblems.ts';
import { prepareHeap } from '../node/heap.ts';
import { createSyncWorkspace } from '../node/workspace.ts';
import type { CommandContext } from './context.ts';
import type { Omissions } from './omissions.ts';
import type { SiteSelection } from './siteSelection.ts';
import { UsageError } from './usageError.ts';

/** What a path stands for. */
interface NamedPath {
  readonly uri: string;
  readonly kind: 'file' | 'folder';
  /** URI of the folder in which sites are looked for: that of the site around the path, else the folder itself. */
  readonly root: string;
}

/**
 * The sites that paths lie in or hold, each once; throws a UsageError for a path that does not exist. Nothing outside
 * the sites around the paths, or the folders where there is no site, is read.
 */
export async function selectSites(paths: readonly string[], omissions: Omissions): Promise<SiteSelection[]> {
  const named = await Promise.all(paths.map(toNamedPath));
  const roots = [...new Set(named.map(({ root }) => root))];
  const workspace = createSyncWorkspace({ roots: () => roots, onOmission: omissions.add });
  const selections = new Map<string, SiteSelection>();
  for (const path of named) {
    for (const site of await findSitesFor(workspace, path)) {
      const selection = selections.get(site.root) ?? { site, workspace, folders: new Set(), files: new Set() };
      (path.kind === 'file' ? selection.files : selection.folders).add(path.uri);
      selections.set(site.root, selection);
    }
  }
  return [...selections.values()];
}

/** Reads a selected site and says on standard error what is wrong with its configuration. */
export async function analyze(
  { site, workspace }: SiteSelection,
  { environment }: CommandContext,
  settings = defaultSettings,
): Promise<Analysis> {
  const scheduler = {
    ...immediately,
    report: (done: number, total: number) => (done === 1 ? prepareHeap(total) : undefined),
  };
  const read = await readSite(site, workspace, scheduler);
  const snapshot = withSettings(withSites(emptySnapshot, [read]), settings);
  const analysis = new Analysis(snapshot, { files: workspace, environment, scheduler: immediately });
  await printConfigurationProblems(analysis);
  return analysis;
}

async function getKind(path: string): Promise<'file' | 'folder'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    throw new UsageError(`There is no file or folder "${path}".`);
  }
}

async function toNamedPath(path: string): Promise<NamedPath> {
  const kind = await getKind(path);
  const folder = kind === 'file' ? dirname(resolve(path)) : resolve(path);
  return { uri: toUri(resolve(path)), kind, root: (await findEnclosingSite(folder)) ?? toUri(folder) };
}

function toUri(path: string): string {
  return toCanonical(pathToFileURL(path).href);
}

/** The deepest site that holds a path, and sites below it. */
async function findSitesFor(workspace: Workspace, { uri, root }: NamedPath): Promise<Site[]> {
  const found = await findSites(workspace, [root]);
  const holding = found
    .filter((site) => relative(site.root, uri) !== undefined)
    .sort((a, b) => b.root.length - a.root.length);
  const below = found.filter((site) => site.root !== uri && relative(uri, site.root) !== undefined);
  return [...holding.slice(0, 1), ...below];
}

/**
 * URI of the nearest folder, this one or above, that holds the configuration of a site; without any, of the nearest that is a
 * site by its folders: a check of the whole takes those for parts of the configured site around them.
 */
async function findEnclosingSite(folder: string): Promise<string | undefined> {
  let withoutConfiguration: string | undefined;
  for (let path = folder; ; path = dirname(path)) {
    const uri = toUri(path);
    const workspace = createSyncWorkspace({ roots: () => [uri] });
    const shallow = withoutSubfolders(workspace, uri);
    const found = (await findSites(shallow, [uri])).find((site) => site.root === uri && isBuiltByGenerator(site));
    if (found && (await hasConfiguration(shallow, found))) return uri;
    if (found) withoutConfiguration ??= uri;
    if (path === dirname(path)) return withoutConfiguration;
  }
}

async function hasConfiguration(workspace: Workspace, { root, generator }: Site): Promise<boolean> {
  for (const file of generator.configurationFiles)
    if ((await workspace.read(join(root, file))) !== undefined) return true;
  return false;
}

/**
 * One folder's own files and those of its settings, with the other folders in it as if they were empty: enough to see
 * whose site it is.
 */
function withoutSubfolders(workspace: Workspace, folder: string): Workspace {
  return {
    read: (uri) => workspace.read(uri),
    list: async (uri) =>
      /^(?:\/config(?:\/.*)?)?$/.test(toCanonical(uri).slice(folder.length)) ? workspace.list(uri) : [],
  };
}
