import type { Environment } from '../../generators/contract/model.ts';
import { getPostDependencyKeys, getFileDependencyKeys } from './addresses.ts';
import { SharedMap } from '../model/sharedMap.ts';
import type { Site } from '../model/site.ts';

/**
 * Addresses and names at which a site is not what it was, as answers report them to `onDependency`; undefined where any answer
 * may be another. An answer that asked for none of them still holds, but for those about the posts that changed themselves.
 */
export function findChangedDependencies(
  before: Site,
  after: Site,
  environment: Environment,
): ReadonlySet<string> | undefined {
  if (before === after) return new Set();
  const isOther = before.generator !== after.generator || before.isRead !== after.isRead;
  if (isOther || before.texts !== after.texts || before.siteView.publicationKey !== after.siteView.publicationKey)
    return undefined;
  const keys = new Set<string>();
  for (const [, previous, current] of SharedMap.differences(before.posts, after.posts)) {
    for (const post of [previous, current])
      for (const name of post ? getPostDependencyKeys(post, after, environment) : []) keys.add(name);
  }
  for (const path of findDifferingPaths(before.files, after.files))
    for (const name of getFileDependencyKeys(path, after)) keys.add(name);
  return keys;
}

function findDifferingPaths(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  if (before === after) return [];
  return [...before, ...after].filter((path) => before.has(path) !== after.has(path));
}
