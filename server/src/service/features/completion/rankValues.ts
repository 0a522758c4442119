import { findAdjacentPosts } from '../../site/resolution/adjacentPosts.ts';
import type { Post } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { KeyUsage, ValueUsage } from '../../site/frontMatter/vocabulary/count.ts';
import { toScalars } from '../../site/frontMatter/vocabulary/values.ts';
import { memoize } from '../../text/memo.ts';

/** How many posts are compared one by one; of the others only the counts are used. */
const maxAdjacentPosts = 160;
/** An adjacent post this many posts away has half the weight of the next one. */
const halfWeightDistance = 12;

/**
 * The values of a key in the other posts, the likeliest for an open one first: those of posts of the same time, those
 * with similar titles and those with values that are here already; then the frequent ones.
 */
export function rankValues(
  { site, post }: OpenPost,
  key: string,
  use: KeyUsage,
  others: readonly string[],
): ValueUsage[] {
  const scores =
    site && post
      ? scoreValues(findAdjacentPosts(site, post, maxAdjacentPosts), post, key, others)
      : new Map<string, number>();
  const score = ({ value, count }: ValueUsage): number =>
    (scores.get(String(value)) ?? 0) + count / Math.max(use.count, 1);
  return [...use.values.values()]
    .map((each) => ({ each, score: score(each) }))
    .sort((a, b) => b.score - a.score || (String(a.each.value) < String(b.each.value) ? -1 : 1))
    .map(({ each }) => each);
}

function scoreValues(
  adjacentPosts: readonly Post[],
  post: Post,
  key: string,
  others: readonly string[],
): Map<string, number> {
  const scores = new Map<string, number>();
  const title = titleWords(post);
  const here = new Set(others);
  for (const [distance, adjacentPost] of adjacentPosts.entries()) {
    const values = toScalars(readValue(adjacentPost, key)).map(String);
    if (values.length === 0) continue;
    const common = [...titleWords(adjacentPost)].filter((word) => title.has(word)).length;
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
