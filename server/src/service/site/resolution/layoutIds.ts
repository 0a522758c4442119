import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { SiteView } from '../../generators/contract/model.ts';
import { findIds } from '../../syntax/structure/outline.ts';
import type { Site } from '../model/site.ts';
import { memoizeByName } from '../../text/memo.ts';

/** Whether an id, such as `#comments`, can be in the layout of a post: in one that is read, or in a theme that is not. */
export function canBeInLayout(id: string, site: Site): boolean {
  const ids = findLayoutIds(site.siteView, site.generator);
  return ids.has(id) || (ids.size === 0 && !isMadeFromTitle(id));
}

/** Whether an id looks as if it were made from a title: of several words, or with letters beyond ASCII. */
function isMadeFromTitle(id: string): boolean {
  const separator = id.search(/[-_ ]/);
  return /\P{ASCII}/u.test(id) || (separator >= 0 && /[\p{L}\p{N}]/u.test(id.slice(separator + 1)));
}

const findLayoutIds = memoizeByName(
  (siteView: SiteView, { isTagTemplate }: ConfiguredGenerator): ReadonlySet<string> => {
    const isLayout = (path: string): boolean => /\.html?$/i.test(path) && isTagTemplate?.(path) !== true;
    return new Set([...siteView.getTexts(isLayout).values()].flatMap(findIds));
  },
);
