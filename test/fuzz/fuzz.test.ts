import fc from '../support/property.ts';
import { targets } from './targets.ts';

describe('random inputs', () => {
  for (const [name, property] of Object.entries(targets))
    it(`random inputs keep every promise of ${name}`, () => fc.assert(property, { numRuns: 60 }));
});
