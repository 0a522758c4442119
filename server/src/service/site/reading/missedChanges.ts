import { dirname, joinPath } from '../../text/paths.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import { runConcurrently } from '../../text/scheduler.ts';
import { relative } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import type { Site } from '../model/site.ts';
import { fileUri } from '../model/site.ts';
import { placeOf } from './walk.ts';

/**
 * Canonical URIs of files that came or went next to some files (URIs) while nobody told of it; each folder is listed
 * once.
 */
export async function missedChanges(
  site: Site,
  workspace: Workspace,
  uris: readonly string[],
  scheduler: Scheduler,
): Promise<string[]> {
  const paths = uris.flatMap((uri) => relative(site.root, uri) || []);
  const folders = new Set(paths.map(dirname).filter((folder) => placeOf(joinPath(folder, 'any'), site) !== 'nowhere'));
  const known = new Set([...site.files].filter((path) => folders.has(dirname(path))));
  const present = new Set<string>();
  await runConcurrently([...folders], scheduler, async (folder) => {
    const entries = await workspace.list(folder === '' ? site.root : fileUri(site, folder));
    for (const { name, type } of entries) if (type === 'file') present.add(joinPath(folder, name));
  });
  const gone = [...known].filter((path) => !present.has(path));
  const came = [...present].filter((path) => !known.has(path));
  return [...gone, ...came].map((path) => fileUri(site, path));
}
