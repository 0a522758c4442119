import { dirname, joinPath } from '../../text/paths.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import { runConcurrently } from '../../text/scheduler.ts';
import { relative } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import type { Site } from '../model/site.ts';
import { toUri } from '../model/site.ts';
import { classifyPath } from './walk.ts';

/**
 * Returns the canonical URIs of files that were added or removed, without a notification, in the folders of some files
 * (URIs); each folder is listed once.
 */
export async function findMissedChanges(
  site: Site,
  workspace: Workspace,
  uris: readonly string[],
  scheduler: Scheduler,
): Promise<string[]> {
  const paths = uris.flatMap((uri) => relative(site.root, uri) || []);
  const folders = new Set(
    paths.map(dirname).filter((folder) => classifyPath(joinPath(folder, 'any'), site) !== 'ignored'),
  );
  const knownFiles = new Set([...site.files].filter((path) => folders.has(dirname(path))));
  const present = new Set<string>();
  await runConcurrently([...folders], scheduler, async (folder) => {
    const entries = await workspace.list(folder === '' ? site.root : toUri(site, folder));
    for (const { name, type } of entries) if (type === 'file') present.add(joinPath(folder, name));
  });
  const removed = [...knownFiles].filter((path) => !present.has(path));
  const added = [...present].filter((path) => !knownFiles.has(path));
  return [...removed, ...added].map((path) => toUri(site, path));
}
