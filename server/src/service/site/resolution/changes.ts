import type { Environment } from '../../generators/contract/model.ts';
import { namesOf, namesOfFile } from './addresses.ts';
import { SharedMap } from '../model/sharedMap.ts';
import type { Site } from '../model/site.ts';

/**
 * Addresses and names at which a site is not what it was, as answers report them to `onDependency`; undefined where any answer
 * may be another. An answer that asked for none of them still holds, but for those about the posts that changed themselves.
 */
export function changedBetween(before: Site, after: Site, environment: Environment): ReadonlySet<string> | undefined {
  if (before === after) return new Set();
  const isOther = before.generator !== after.generator || before.isRead !== after.isRead;
  if (isOther || before.texts !== after.texts || before.siteView.publicationKey !== after.siteView.publicationKey)
    return undefined;
  const names = new Set<string>();
  for (const [, old, now] of SharedMap.differences(before.posts, after.posts)) {
    for (const post of [old, now]) for (const name of post ? namesOf(post, after, environment) : []) names.add(name);
  }
  for (const path of differing(before.files, after.files)) for (const name of namesOfFile(path, after)) names.add(name);
  return names;
}

function differing(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  if (before === after) return [];
  return [...before, ...after].filter((path) => before.has(path) !== after.has(path));
}
