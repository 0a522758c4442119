import type { KeyUsage } from '../../site/frontMatter/vocabulary/count.ts';
import type { Vocabulary } from '../../site/frontMatter/vocabulary/index.ts';

/**
 * Keys that most posts have, in the order they have them; then the others, the frequent first. `path` names the map
 * they are in.
 */
export function rankKeysByUse(
  { posts, keys }: Vocabulary,
  path: readonly string[] = [],
): { readonly usual: readonly string[]; readonly others: readonly string[] } {
  const prefix = path.map((part) => `${part}.`).join('');
  const all = path.length === 0 ? posts : (keys.get(path.join('.'))?.count ?? 0);
  const used = [...keys].flatMap(([key, use]) => {
    const name = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    return name === '' || name.includes('.') ? [] : [[name, use] as const];
  });
  const usual = used
    .filter(([, use]) => isUsual(use, all))
    .sort(([, a], [, b]) => a.positionSum / a.count - b.positionSum / b.count);
  const others = used
    .filter(([, use]) => !isUsual(use, all))
    .sort(
      ([a, one], [b, two]) =>
        two.count + two.commentedCount - one.count - one.commentedCount ||
        two.commentedCount - one.commentedCount ||
        (a < b ? -1 : 1),
    );
  return { usual: usual.map(([key]) => key), others: others.map(([key]) => key) };
}

function isUsual(use: KeyUsage, posts: number): boolean {
  return use.count * 2 >= posts && use.count > 0;
}
