import type { DirectoryEntry } from '../../../protocol/index.ts';
import { generators } from '../../generators/index.ts';
import type { Generator } from '../../generators/contract/generator.ts';
import { toCanonical, join } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import type { Site } from '../model/site.ts';
import { emptySite } from '../model/site.ts';
import { memoize } from '../../text/memo.ts';
import { dirname } from '../../text/paths.ts';

/** Folders below a workspace folder in which sites of their own are looked for. */
const deepest = 3;
const foldersWithoutSites = new Set([
  'node_modules',
  'bower_components',
  ...generators.flatMap((generator) => generator.foldersWithoutSites ?? []),
]);

/** Every site in these folders (URIs), its configuration read and its posts not; a folder without any is one plain site. */
export async function findSites(workspace: Workspace, folders: readonly string[]): Promise<Site[]> {
  const found = new Map<string, Site>();
  for (const folder of folders) {
    const root = toCanonical(folder);
    const entries = await workspace.list(root);
    found.set(root, (await siteIn(workspace, root, entries, generators))!);
    for (const site of await sitesBelow(workspace, root, entries, 1))
      if (!found.has(site.root)) found.set(site.root, site);
  }
  return [...found.values()];
}

/** The site that starts in a folder below another one's root, or undefined; `depth` is 1 for a folder in the workspace folder. */
export async function nestedSite(
  workspace: Workspace,
  folder: string,
  entries: readonly DirectoryEntry[],
  depth: number,
): Promise<Site | undefined> {
  if (depth > deepest || isSettingsFolder(folder, entries)) return undefined;
  const configured = generators.filter((generator) => entries.some(({ name }) => startsOf(generator).has(name)));
  return configured.length === 0 ? undefined : siteIn(workspace, folder, entries, configured);
}

/** Whether a folder holds nothing but settings of a site above it. */
function isSettingsFolder(folder: string, entries: readonly DirectoryEntry[]): boolean {
  if (entries.some(({ type }) => type !== 'file')) return false;
  const names = entries.map(({ name }) => name);
  return generators.some((generator) => generator.isSettingsFolder?.(folder, names));
}

/** Whether a file of this name may make a folder a site, or another generator's. */
export function isConfigurationName(name: string): boolean {
  return generators.some(({ configurationFiles }) =>
    configurationFiles.some((file) => file === name || file.endsWith(`/${name}`)),
  );
}

/** Whether a folder's name says that no site is in it. */
export function holdsNoSite(name: string): boolean {
  return foldersWithoutSites.has(name) || name.startsWith('.');
}

async function sitesBelow(
  workspace: Workspace,
  folder: string,
  entries: readonly DirectoryEntry[],
  depth: number,
): Promise<Site[]> {
  if (depth > deepest) return [];
  const folders = entries.filter(({ name, type }) => type === 'folder' && !holdsNoSite(name));
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const root = toCanonical(join(folder, name));
      const inside = await workspace.list(root);
      const site = await nestedSite(workspace, root, inside, depth);
      return [...(site ? [site] : []), ...(await sitesBelow(workspace, root, inside, depth + 1))];
    }),
  );
  return found.flat();
}

async function siteIn(
  workspace: Workspace,
  root: string,
  entries: readonly DirectoryEntry[],
  candidates: readonly Generator[],
): Promise<Site | undefined> {
  const names = entries.map(({ name }) => name);
  for (const generator of candidates) {
    if (!generator.detect(names)) continue;
    const configured = generator.configure(await configurationTexts(workspace, root, names, generator));
    if (configured) return emptySite(root, configured);
  }
  return undefined;
}

async function configurationTexts(
  workspace: Workspace,
  root: string,
  names: readonly string[],
  { configurationFiles }: Generator,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const inFolders = new Map<string, Promise<ReadonlySet<string>>>();
  for (const file of configurationFiles) {
    if (!names.includes(file.split('/')[0]!)) continue;
    const folder = dirname(file);
    if (folder !== '' && !inFolders.has(folder)) inFolders.set(folder, namesIn(workspace, join(root, folder)));
    if (folder !== '' && !(await inFolders.get(folder)!).has(file.slice(folder.length + 1))) continue;
    const text = await workspace.read(join(root, file));
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

async function namesIn(workspace: Workspace, folder: string): Promise<ReadonlySet<string>> {
  return new Set((await workspace.list(folder)).map(({ name }) => name));
}

/** Names in a site's root under which a generator's settings are found: `config` of `config/_default/hugo.toml`. */
const startsOf = memoize(
  ({ configurationFiles }: Generator): ReadonlySet<string> =>
    new Set(configurationFiles.map((file) => file.split('/')[0]!)),
);
