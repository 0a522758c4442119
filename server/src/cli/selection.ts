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
  isPublished,
  readSite,
  relative,
  withSettings,
  withSites,
} from '../service/index.ts';
import { printConfigurationProblems } from './configurationProblems.ts';
import type { CommandContext } from './context.ts';
import { UsageError } from './usageError.ts';

/** A site, its posts not read yet, and what of it a command is about. */
export interface SiteSelection {
  readonly site: Site;
  /** URIs of folders: the posts below them are selected. */
  readonly folders: Set<string>;
  /** URIs of files that were named themselves. */
  readonly files: Set<string>;
}

/** The sites that contain paths or are below them, each once; throws a UsageError for a path that does not exist. */
export async function selectSites(workspace: Workspace, paths: readonly string[]): Promise<SiteSelection[]> {
  const selections = new Map<string, SiteSelection>();
  for (const path of paths) {
    const kind = await getKind(path);
    const uri = toCanonical(pathToFileURL(resolve(path)).href);
    for (const site of await findSitesFor(workspace, uri, kind === 'file' ? dirname(resolve(path)) : resolve(path))) {
      const selection = selections.get(site.root) ?? { site, folders: new Set(), files: new Set() };
      (kind === 'file' ? selection.files : selection.folders).add(uri);
      selections.set(site.root, selection);
    }
  }
  return [...selections.values()];
}

/** Whether a file or post is selected. */
export function isSelected({ folders, files }: SiteSelection, uri: string): boolean {
  return files.has(uri) || [...folders].some((folder) => relative(folder, uri) !== undefined);
}

/** Reads a selected site and says on standard error what is wrong with its configuration. */
export async function analyze(
  { site }: SiteSelection,
  { workspace, environment }: CommandContext,
  settings = defaultSettings,
): Promise<Analysis> {
  const read = await readSite(site, workspace, immediately);
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

/** The deepest site that holds `uri`, and sites below it. */
async function findSitesFor(workspace: Workspace, uri: string, folder: string): Promise<Site[]> {
  const found = await findSites(workspace, [
    (await findEnclosingSite(workspace, folder)) ?? toCanonical(pathToFileURL(folder).href),
  ]);
  const holding = found
    .filter((site) => relative(site.root, uri) !== undefined)
    .sort((a, b) => b.root.length - a.root.length);
  const below = found.filter((site) => site.root !== uri && relative(uri, site.root) !== undefined);
  return [...holding.slice(0, 1), ...below];
}

/** URI of the nearest folder, this one or above, that is a site of a generator. */
async function findEnclosingSite(workspace: Workspace, folder: string): Promise<string | undefined> {
  for (let path = folder; ; path = dirname(path)) {
    const uri = toCanonical(pathToFileURL(path).href);
    const found = await findSites(withoutSubfolders(workspace, uri), [uri]);
    if (found.some((site) => site.root === uri && isPublished(site))) return uri;
    if (path === dirname(path)) return undefined;
  }
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
