import assert from 'node:assert/strict';
import damerauLevenshtein from 'damerau-levenshtein';
import { countMistakes, findNearMiss, NearMisses } from '../../../server/src/service/rules/nearMiss.ts';
import fc from '../../support/property.ts';

describe('labels that were probably meant', () => {
  const cases: readonly [label: string, candidates: readonly string[], meant: string | undefined][] = [
    ['gide', ['guide', 'tide'], 'guide'],
    ['gudie', ['guide'], 'guide'],
    ['Guide', ['guide'], 'guide'],
    ['refernces', ['references', 'preferences'], 'references'],
    ['guide1', ['guide2'], undefined],
    ['ab', ['ac'], undefined],
    ['abcd', ['acbe'], undefined],
    ['same', ['same', 'sane'], 'sane'],
    [`${'x'.repeat(300)}ab`, [`${'x'.repeat(300)}ba`], `${'x'.repeat(300)}ba`],
    [`a${'x'.repeat(300)}a`, [`b${'x'.repeat(300)}b`], undefined],
  ];
  for (const [label, candidates, meant] of cases)
    it(`finds the label that was probably meant by ${label.slice(0, 20)} among ${candidates.join(', ').slice(0, 20)}`, () =>
      assert.equal(findNearMiss(label, candidates), meant));

  it('finds the same near miss as a comparison with each candidate', () => {
    const word = fc.stringMatching(/^[abAB1]{0,9}$/);
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 30 }), (label, candidates) => {
        assert.equal(findNearMiss(label, candidates), findNearest(label, candidates));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds near misses of thousands of labels among thousands', () => {
    const words = Array.from({ length: 4000 }, (_each, at) => `chapter-${at}-alike`);
    const labels = new NearMisses(words);
    assert.deepEqual(
      words.map((word) => labels.find(`${word}s`)),
      words,
    );
  });

  it('counts the mistakes between two words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[abc]{0,8}$/), fc.stringMatching(/^[abc]{0,8}$/), (one, two) => {
        const mistakes = countMistakes(one, two);
        assert.equal(mistakes > 4, damerauLevenshtein(one, two).steps > 4);
        if (mistakes <= 4) assert.equal(mistakes, damerauLevenshtein(one, two).steps);
      }),
      { numRuns: 2000 },
    );
  });
});

const removeNonDigits = (text: string): string => text.replace(/\D/g, '');

/** As `nearMiss` has it, by comparing everything. */
function findNearest(label: string, candidates: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly mistakes: number } | undefined;
  for (const candidate of candidates) {
    const [one, two] = [label.toLowerCase(), candidate.toLowerCase()];
    const shortest = Math.min(one.length, two.length);
    const allowed = shortest < 4 ? 0 : shortest < 6 ? 1 : 2;
    const mistakes = damerauLevenshtein(one, two).steps;
    if (candidate === label || removeNonDigits(one) !== removeNonDigits(two) || mistakes > allowed) continue;
    if (best === undefined || mistakes < best.mistakes) best = { candidate, mistakes };
  }
  return best?.candidate;
}
