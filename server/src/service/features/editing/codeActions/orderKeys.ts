import { getFrontMatterModel } from '../../../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { reorderEntries } from '../../../syntax/frontMatter/reorder.ts';
import type { Range } from '../../../text/range.ts';
import { touches } from '../../../text/range.ts';
import { rankKeysByUse } from '../../frontMatter/order.ts';
import type { Action } from '../../results.ts';

/**
 * Puts the keys into the order that other posts have them in; keys that only this post has stay after the one they
 * follow.
 */
export function orderKeys(post: OpenPost, range: Range): Action[] {
  const { syntax, document } = post;
  const { frontMatter } = syntax;
  if (!frontMatter || !touches(frontMatter.range, range.start)) return [];
  const { usual } = rankKeysByUse(getFrontMatterModel(post).vocabulary);
  if (usual.length < 2) return [];
  const ranks = new Map<string, number>();
  let last = -1;
  for (const { key } of frontMatter.entries) {
    const place = usual.indexOf(key);
    ranks.set(key, (last = place >= 0 ? place : last));
  }
  const edit = reorderEntries(frontMatter, document.text, (key) => ranks.get(key)!);
  return edit ? [{ title: 'Order the keys as other posts do', kind: 'refactor.rewrite', edits: [edit] }] : [];
}
