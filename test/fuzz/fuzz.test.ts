import fc from '../support/property.ts';
import { promises } from './targets.ts';

/** How many inputs are tried of each; those of `messages` start two servers each. */
const numRuns = (name: string): number => (name === 'messages' ? 15 : 60);

describe('random inputs', () => {
  for (const [name, property] of Object.entries(promises))
    it(`random inputs keep every promise of ${name}`, () => fc.assert(property, { numRuns: numRuns(name) }));
});
