import type { SiteView } from '../../generators/contract/model.ts';
import { findIds } from '../../syntax/structure/outline.ts';
import type { Site } from '../model/site.ts';
import { memoize } from '../../text/memo.ts';

/** Whether an id may stand in the layout around every post, `#comments` say: in one that is read, or in a theme that is not. */
export function mayBeInLayout(id: string, site: Site): boolean {
  const ids = idsOf(site.siteView);
  return ids.has(id) || (ids.size === 0 && !isGenerated(id));
}

/** Whether an id looks made from a title: of several words, or with letters beyond ASCII. */
function isGenerated(id: string): boolean {
  const separator = id.search(/[-_ ]/);
  return /\P{ASCII}/u.test(id) || (separator >= 0 && /[\p{L}\p{N}]/u.test(id.slice(separator + 1)));
}

const idsOf = memoize(
  (siteView: SiteView): ReadonlySet<string> =>
    new Set([...siteView.texts((path) => /\.html?$/i.test(path)).values()].flatMap(findIds)),
);
