import type { Surroundings } from '../../generators/contract/generator.ts';
import { writtenIds } from '../../syntax/structure/outline.ts';
import type { Site } from '../model/site.ts';

const known = new WeakMap<Surroundings, ReadonlySet<string>>();

/** Whether an id may stand in the layout around every post, `#comments` say: in one that is read, or in a theme that is not. */
export function mayBeInLayout(id: string, site: Site): boolean {
  const ids = idsOf(site.around);
  return ids.has(id) || (ids.size === 0 && !/[-_ ].*[\p{L}\p{N}]|\P{ASCII}/u.test(id));
}

function idsOf(around: Surroundings): ReadonlySet<string> {
  const before = known.get(around);
  if (before) return before;
  const ids = new Set(around.texts((path) => /\.html?$/i.test(path)).flatMap(writtenIds));
  known.set(around, ids);
  return ids;
}
