import { neighboursOf } from '../../site/resolution/adjacentPosts.ts';
import type { Post } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { KeyUse, ValueUse } from '../../site/frontMatter/vocabulary/count.ts';
import { scalars } from '../../site/frontMatter/vocabulary/values.ts';
import { memoize } from '../../text/memo.ts';

/** Posts that are looked at one by one; of the others the counts have to do. */
const mostNeighbours = 160;
/** A neighbour this many posts away says half as much as the next one. */
const reach = 12;

/**
 * The values of a key in the posts beside an open one, those first that fit it best: what posts of the same time have, those
 * with like titles and with values that stand here already above all; then what is frequent.
 */
export function likeliest({ site, post }: OpenPost, key: string, use: KeyUse, others: readonly string[]): ValueUse[] {
  const scores =
    site && post ? scoresOf(neighboursOf(site, post, mostNeighbours), post, key, others) : new Map<string, number>();
  const score = ({ value, count }: ValueUse): number =>
    (scores.get(String(value)) ?? 0) + count / Math.max(use.count, 1);
  return [...use.values.values()]
    .map((each) => ({ each, score: score(each) }))
    .sort((a, b) => b.score - a.score || (String(a.each.value) < String(b.each.value) ? -1 : 1))
    .map(({ each }) => each);
}

function scoresOf(
  neighbours: readonly Post[],
  post: Post,
  key: string,
  others: readonly string[],
): Map<string, number> {
  const scores = new Map<string, number>();
  const title = wordsOf(post);
  const here = new Set(others);
  for (const [distance, neighbour] of neighbours.entries()) {
    const values = scalars(valueAt(neighbour, key)).map(String);
    if (values.length === 0) continue;
    const common = [...wordsOf(neighbour)].filter((word) => title.has(word)).length;
    const shared = values.filter((value) => here.has(value)).length;
    const weight = (reach / (reach + distance)) * (1 + 3 * common) * (1 + 3 * shared);
    for (const value of values) scores.set(value, (scores.get(value) ?? 0) + weight);
  }
  return scores;
}

/** The words of a post's title in lower case; short ones tell nothing. */
const wordsOf = memoize(({ frontMatter }: Post): ReadonlySet<string> => {
  const title = frontMatter?.data.title;
  return new Set((typeof title === 'string' ? title : '').toLowerCase().match(/[\p{L}\d]{3,}/gu));
});

function valueAt({ frontMatter }: Post, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (node, part) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined),
      frontMatter?.data,
    );
}
