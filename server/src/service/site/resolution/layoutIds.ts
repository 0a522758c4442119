import type { SiteView } from '../../generators/contract/model.ts';
import { findIds } from '../../syntax/structure/outline.ts';
import type { Site } from '../model/site.ts';
import { memoize } from '../../text/memo.ts';

/** Whether an id may stand in the layout around every post, `#comments` say: in one that is read, or in a theme that is not. */
export function mayBeInLayout(id: string, site: Site): boolean {
  const ids = idsOf(site.siteView);
  return ids.has(id) || (ids.size === 0 && !/[-_ ].*[\p{L}\p{N}]|\P{ASCII}/u.test(id));
}

const idsOf = memoize(
  (siteView: SiteView): ReadonlySet<string> =>
    new Set([...siteView.texts((path) => /\.html?$/i.test(path)).values()].flatMap(findIds)),
);
