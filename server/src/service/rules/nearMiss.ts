import damerauLevenshtein from 'damerau-levenshtein';

/** A label that another one may have been meant to be. */
interface Candidate {
  readonly written: string;
  readonly lowerCase: string;
  readonly letterBits: number;
  /** Among the candidates. */
  readonly index: number;
}

/** How many candidates are compared with a label letter by letter; among more similar ones there is no best. */
const maxCompared = 100;

/**
 * Labels to be searched for the one that another label misspells: one or two typing mistakes away,
 * the more the longer it is. `guide1` is no misspelling of `guide2`: digits are chosen, not mistyped.
 */
export class NearMisses {
  /** By digits, then by length. */
  private readonly candidates = new Map<string, Map<number, Candidate[]>>();

  constructor(labels: Iterable<string>) {
    let index = 0;
    for (const written of labels) {
      const lowerCase = written.toLowerCase();
      const byLength = setDefault(this.candidates, toDigits(lowerCase), () => new Map<number, Candidate[]>());
      const letterBits = toLetterBits(lowerCase);
      setDefault(byLength, lowerCase.length, () => []).push({ written, lowerCase, letterBits, index: index++ });
    }
  }

  /** The label that another one was most likely meant to be, the first of equally likely ones; undefined for none. */
  find(label: string): string | undefined {
    const wanted = label.toLowerCase();
    const letterBits = toLetterBits(wanted);
    let best: { readonly candidate: Candidate; readonly mistakes: number } | undefined;
    let compared = 0;
    for (const candidate of this.candidatesOfLikeLength(wanted)) {
      const allowed = allowedMistakes(Math.min(wanted.length, candidate.lowerCase.length));
      if (candidate.written === label || countBits(letterBits ^ candidate.letterBits) > 2 * allowed) continue;
      if (++compared > maxCompared) break;
      const mistakes = countMistakes(wanted, candidate.lowerCase);
      if (mistakes <= allowed && (best === undefined || isBetter({ candidate, mistakes }, best)))
        best = { candidate, mistakes };
    }
    return best?.candidate.written;
  }

  private *candidatesOfLikeLength(wanted: string): Generator<Candidate> {
    const byLength = this.candidates.get(toDigits(wanted));
    if (!byLength) return;
    for (const difference of [0, -1, 1, -2, 2]) {
      const length = wanted.length + difference;
      if (Math.abs(difference) <= allowedMistakes(Math.min(wanted.length, length))) yield* byLength.get(length) ?? [];
    }
  }
}

/** The candidate that a label was most likely meant to be; undefined for none. */
export function findNearMiss(label: string, candidates: Iterable<string>): string | undefined {
  return new NearMisses(candidates).find(label);
}

/** Longer texts, without their common beginning and end, are not compared: the comparison is quadratic. */
const maxComparedLength = 100;

/**
 * How many typing mistakes part two words; two neighbouring letters that changed places are one. Infinite for long
 * texts that have little in common.
 */
export function countMistakes(one: string, two: string): number {
  const shortest = Math.min(one.length, two.length);
  let start = 0;
  while (start < shortest && one[start] === two[start]) start++;
  let end = 0;
  while (end < shortest - start && one.at(-1 - end) === two.at(-1 - end)) end++;
  const [rest, other] = [one.slice(start, one.length - end), two.slice(start, two.length - end)];
  return Math.max(rest.length, other.length) > maxComparedLength ? Infinity : damerauLevenshtein(rest, other).steps;
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

function toDigits(text: string): string {
  return text.replace(/\D/g, '');
}

/** The letters in a word as bits; a typing mistake changes two of them at most. */
function toLetterBits(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function countBits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function setDefault<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const value = map.get(key);
  if (value !== undefined) return value;
  const created = create();
  map.set(key, created);
  return created;
}
