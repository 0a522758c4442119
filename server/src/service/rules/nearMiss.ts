import damerauLevenshtein from 'damerau-levenshtein';

/** A label that another one may have been meant to be. */
interface Candidate {
  readonly written: string;
  readonly folded: string;
  readonly letters: number;
  /** Among the candidates. */
  readonly index: number;
}

/** So many candidates are compared with a label, letter by letter, and no more: many labels that are all alike tell nothing. */
const mostCompared = 100;

/**
 * Labels among which the one is looked for that another was most likely meant to be: one or two typing mistakes away,
 * the more the longer it is. `guide1` is no misspelling of `guide2`: digits are chosen, not mistyped.
 */
export class NearMisses {
  /** By digits, then by length. */
  private readonly candidates = new Map<string, Map<number, Candidate[]>>();

  constructor(labels: Iterable<string>) {
    let index = 0;
    for (const written of labels) {
      const folded = written.toLowerCase();
      const byLength = setDefault(this.candidates, digits(folded), () => new Map<number, Candidate[]>());
      const letters = lettersOf(folded);
      setDefault(byLength, folded.length, () => []).push({ written, folded, letters, index: index++ });
    }
  }

  /** The label that another one was most likely meant to be, the first of equally likely ones; undefined for none. */
  find(label: string): string | undefined {
    const wanted = label.toLowerCase();
    const letters = lettersOf(wanted);
    let best: { readonly candidate: Candidate; readonly mistakes: number } | undefined;
    let compared = 0;
    for (const candidate of this.ofLikeLength(wanted)) {
      const allowed = allowedMistakes(Math.min(wanted.length, candidate.folded.length));
      if (candidate.written === label || bitsOf(letters ^ candidate.letters) > 2 * allowed) continue;
      if (++compared > mostCompared) break;
      const mistakes = mistakesBetween(wanted, candidate.folded);
      if (mistakes <= allowed && (best === undefined || isBetter({ candidate, mistakes }, best)))
        best = { candidate, mistakes };
    }
    return best?.candidate.written;
  }

  private *ofLikeLength(wanted: string): Generator<Candidate> {
    const byLength = this.candidates.get(digits(wanted));
    if (!byLength) return;
    for (const difference of [0, -1, 1, -2, 2]) {
      const length = wanted.length + difference;
      if (Math.abs(difference) <= allowedMistakes(Math.min(wanted.length, length))) yield* byLength.get(length) ?? [];
    }
  }
}

/** The candidate that a label was most likely meant to be; undefined for none. */
export function nearMiss(label: string, candidates: Iterable<string>): string | undefined {
  return new NearMisses(candidates).find(label);
}

/** Longer texts, what they begin and end with in common left out, are not compared; the comparison takes the square of it. */
const longestCompared = 100;

/** How many typing mistakes part two words; two neighbouring letters that changed places are one. Infinite for long texts that have little in common. */
export function mistakesBetween(one: string, two: string): number {
  const shortest = Math.min(one.length, two.length);
  let start = 0;
  while (start < shortest && one[start] === two[start]) start++;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === two.at(-1 - end)) end++;
  const [rest, other] = [one.slice(start, one.length - end), two.slice(start, two.length - end)];
  return Math.max(rest.length, other.length) > longestCompared ? Infinity : damerauLevenshtein(rest, other).steps;
}

function allowedMistakes(shortest: number): number {
  return shortest < 4 ? 0 : shortest < 6 ? 1 : 2;
}

function isBetter(
  one: { readonly candidate: Candidate; readonly mistakes: number },
  other: { readonly candidate: Candidate; readonly mistakes: number },
): boolean {
  return (
    one.mistakes < other.mistakes || (one.mistakes === other.mistakes && one.candidate.index < other.candidate.index)
  );
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** The letters in a word as bits; a typing mistake changes two of them at most. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bitsOf(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function setDefault<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
