import type { DirectoryEntry } from '../../../protocol/index.ts';
import { generators } from '../../generators/index.ts';
import type { Generator } from '../../generators/contract/generator.ts';
import { toCanonical, join } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import type { Site } from '../model/site.ts';
import { createEmptySite } from '../model/site.ts';
import { memoize } from '../../text/memo.ts';
import { dirname } from '../../text/paths.ts';

/** Folders below a workspace folder in which sites of their own are looked for. */
const maxDepth = 3;
const foldersWithoutSites = new Set([
  'node_modules',
  'bower_components',
  ...generators.flatMap((generator) => generator.ignoredFolders ?? []),
]);

/** Returns every site in these folders (URIs) with its configuration read and its posts not; a folder without any is one plain site. */
export async function findSites(workspace: Workspace, folders: readonly string[]): Promise<Site[]> {
  const sites = new Map<string, Site>();
  for (const folder of folders) {
    const root = toCanonical(folder);
    const entries = await workspace.list(root);
    sites.set(root, (await configureSite(workspace, root, entries, generators))!);
    for (const site of await findSitesBelow(workspace, root, entries, 1))
      if (!sites.has(site.root)) sites.set(site.root, site);
  }
  return [...sites.values()];
}

/** Returns the site whose root is a folder (URI) below the root of another site, or undefined; `depth` is 1 for a folder in the workspace folder. */
export async function findNestedSite(
  workspace: Workspace,
  folder: string,
  entries: readonly DirectoryEntry[],
  depth: number,
): Promise<Site | undefined> {
  if (depth > maxDepth || isSettingsFolder(folder, entries)) return undefined;
  const configured = generators.filter((generator) =>
    entries.some(({ name }) => findTopLevelNames(generator).has(name)),
  );
  return configured.length === 0 ? undefined : configureSite(workspace, folder, entries, configured);
}

/** Whether a folder holds nothing but settings of a site above it. */
function isSettingsFolder(folder: string, entries: readonly DirectoryEntry[]): boolean {
  if (entries.some(({ type }) => type !== 'file')) return false;
  const names = entries.map(({ name }) => name);
  return generators.some((generator) => generator.isConfigurationFolder?.(folder, names));
}

/** Whether a file of this name can make its folder a site or change its generator. */
export function isConfigurationFileName(name: string): boolean {
  return generators.some(({ configurationFiles }) =>
    configurationFiles.some((file) => file === name || file.endsWith(`/${name}`)),
  );
}

/** Whether a folder of this name contains no site: packages, output, hidden folders. */
export function isFolderWithoutSites(name: string): boolean {
  return foldersWithoutSites.has(name) || name.startsWith('.');
}

async function findSitesBelow(
  workspace: Workspace,
  folder: string,
  entries: readonly DirectoryEntry[],
  depth: number,
): Promise<Site[]> {
  if (depth > maxDepth) return [];
  const folders = entries.filter(({ name, type }) => type === 'folder' && !isFolderWithoutSites(name));
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const root = toCanonical(join(folder, name));
      const entriesInFolder = await workspace.list(root);
      const site = await findNestedSite(workspace, root, entriesInFolder, depth);
      return [...(site ? [site] : []), ...(await findSitesBelow(workspace, root, entriesInFolder, depth + 1))];
    }),
  );
  return found.flat();
}

async function configureSite(
  workspace: Workspace,
  root: string,
  entries: readonly DirectoryEntry[],
  candidates: readonly Generator[],
): Promise<Site | undefined> {
  const names = entries.map(({ name }) => name);
  for (const generator of candidates) {
    if (!generator.detect(names)) continue;
    const configured = generator.configure(await readConfigurationTexts(workspace, root, names, generator));
    if (configured) return createEmptySite(root, configured);
  }
  return undefined;
}

async function readConfigurationTexts(
  workspace: Workspace,
  root: string,
  names: readonly string[],
  { configurationFiles }: Generator,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const namesByFolder = new Map<string, Promise<ReadonlySet<string>>>();
  for (const file of configurationFiles) {
    if (!names.includes(file.split('/')[0]!)) continue;
    const folder = dirname(file);
    if (folder !== '' && !namesByFolder.has(folder))
      namesByFolder.set(folder, listNames(workspace, join(root, folder)));
    if (folder !== '' && !(await namesByFolder.get(folder)!).has(file.slice(folder.length + 1))) continue;
    const text = await workspace.read(join(root, file));
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

async function listNames(workspace: Workspace, folder: string): Promise<ReadonlySet<string>> {
  return new Set((await workspace.list(folder)).map(({ name }) => name));
}

/** Returns the names in a root folder under which a generator keeps its configuration: `config` of `config/_default/hugo.toml`. */
const findTopLevelNames = memoize(
  ({ configurationFiles }: Generator): ReadonlySet<string> =>
    new Set(configurationFiles.map((file) => file.split('/')[0]!)),
);
