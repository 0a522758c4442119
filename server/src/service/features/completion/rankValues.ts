import { neighboursOf } from '../../site/resolution/adjacentPosts.ts';
import type { Post } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { KeyUse, ValueUse } from '../../site/frontMatter/vocabulary/count.ts';
import { scalars } from '../../site/frontMatter/vocabulary/values.ts';
import { memoize } from '../../text/memo.ts';

/** How many posts are compared one by one; of the others only the counts are used. */
const maxNeighbours = 160;
/** A neighbour this many posts away has half the weight of the next one. */
const halfWeightDistance = 12;

/**
 * The values of a key in the other posts, the likeliest for an open one first: those of posts of the same time, those
 * with similar titles and those with values that are here already; then the frequent ones.
 */
export function rankValues({ site, post }: OpenPost, key: string, use: KeyUse, others: readonly string[]): ValueUse[] {
  const scores =
    site && post ? scoreValues(neighboursOf(site, post, maxNeighbours), post, key, others) : new Map<string, number>();
  const score = ({ value, count }: ValueUse): number =>
    (scores.get(String(value)) ?? 0) + count / Math.max(use.count, 1);
  return [...use.values.values()]
    .map((each) => ({ each, score: score(each) }))
    .sort((a, b) => b.score - a.score || (String(a.each.value) < String(b.each.value) ? -1 : 1))
    .map(({ each }) => each);
}

function scoreValues(
  neighbours: readonly Post[],
  post: Post,
  key: string,
  others: readonly string[],
): Map<string, number> {
  const scores = new Map<string, number>();
  const title = titleWords(post);
  const here = new Set(others);
  for (const [distance, neighbour] of neighbours.entries()) {
    const values = scalars(readValue(neighbour, key)).map(String);
    if (values.length === 0) continue;
    const common = [...titleWords(neighbour)].filter((word) => title.has(word)).length;
    const shared = values.filter((value) => here.has(value)).length;
    const weight = (halfWeightDistance / (halfWeightDistance + distance)) * (1 + 3 * common) * (1 + 3 * shared);
    for (const value of values) scores.set(value, (scores.get(value) ?? 0) + weight);
  }
  return scores;
}

/** The words of a post's title in lower case, without short ones. */
const titleWords = memoize(({ frontMatter }: Post): ReadonlySet<string> => {
  const title = frontMatter?.data.title;
  return new Set((typeof title === 'string' ? title : '').toLowerCase().match(/[\p{L}\d]{3,}/gu));
});

function readValue({ frontMatter }: Post, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (node, part) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined),
      frontMatter?.data,
    );
}
