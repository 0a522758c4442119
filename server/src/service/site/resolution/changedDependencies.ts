import type { Environment } from '../../generators/contract/model.ts';
import { getPostDependencyKeys, getFileDependencyKeys } from './addresses.ts';
import { getLinkDependencyKeys } from './servedElsewhere.ts';
import { SharedMap } from '../model/sharedMap.ts';
import type { Site } from '../model/site.ts';

/**
 * Returns the keys (URLs and names) whose results differ between two versions of a site, as they are reported to `onDependency`;
 * undefined where any result can differ. A result that depends on none of them stays valid, except for those about the changed
 * posts themselves.
 */
export function findChangedDependencies(
  before: Site,
  after: Site,
  environment: Environment,
): ReadonlySet<string> | undefined {
  if (before === after) return new Set();
  const isConfiguredOtherwise = before.generator !== after.generator || before.isRead !== after.isRead;
  if (
    isConfiguredOtherwise ||
    before.texts !== after.texts ||
    before.siteView.publicationKey !== after.siteView.publicationKey
  )
    return undefined;
  const keys = new Set<string>();
  for (const [, previous, current] of SharedMap.differences(before.posts, after.posts)) {
    for (const post of [previous, current])
      for (const key of post
        ? [...getPostDependencyKeys(post, after, environment), ...getLinkDependencyKeys(post)]
        : [])
        keys.add(key);
  }
  for (const path of findDifferingPaths(before.files, after.files))
    for (const key of getFileDependencyKeys(path, after)) keys.add(key);
  return keys;
}

function findDifferingPaths(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  if (before === after) return [];
  return [...before, ...after].filter((path) => before.has(path) !== after.has(path));
}
