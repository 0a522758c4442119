import { distance } from 'fastest-levenshtein';

/**
 * The candidate a label was most likely meant to be: one or two typing mistakes away, the more the longer it is; or
 * undefined. `guide1` is no misspelling of `guide2`: digits are chosen, not mistyped.
 */
export function nearMiss(label: string, candidates: Iterable<string>): string | undefined {
  const wanted = label.toLowerCase();
  let best: { readonly candidate: string; readonly mistakes: number } | undefined;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const shortest = Math.min(wanted.length, other.length);
    const allowed = shortest < 4 ? 0 : shortest < 6 ? 1 : 2;
    if (candidate === label || Math.abs(wanted.length - other.length) > allowed || digits(wanted) !== digits(other))
      continue;
    const mistakes = distance(wanted, other);
    if (mistakes <= allowed && (best === undefined || mistakes < best.mistakes)) best = { candidate, mistakes };
  }
  return best?.candidate;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** How many typing mistakes part two words; two neighbouring letters that changed places are one. */
export function mistakesBetween(one: string, two: string): number {
  return isSwapped(one, two) ? 1 : distance(one, two);
}

function isSwapped(one: string, two: string): boolean {
  if (one.length !== two.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== two[index]);
  return at >= 0 && one[at] === two[at + 1] && one[at + 1] === two[at] && one.slice(at + 2) === two.slice(at + 2);
}
