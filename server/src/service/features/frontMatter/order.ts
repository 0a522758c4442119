import type { KeyUse, Vocabulary } from './vocabulary.ts';

/** Keys that most posts have, in the order they have them; then the others, the frequent first. */
export function keysInOrder({ posts, keys }: Vocabulary): { readonly usual: readonly string[]; readonly others: readonly string[] } {
  const used = [...keys].filter(([, use]) => use.count + use.commented > 0);
  const usual = used.filter(([, use]) => isUsual(use, posts)).sort(([, a], [, b]) => a.places / a.count - b.places / b.count);
  const others = used.filter(([, use]) => !isUsual(use, posts)).sort(([, a], [, b]) => b.count + b.commented - a.count - a.commented);
  return { usual: usual.map(([key]) => key), others: others.map(([key]) => key) };
}

function isUsual(use: KeyUse, posts: number): boolean {
  return use.count * 2 >= posts && use.count > 0;
}
