import fc from '../support/property.ts';
import { targets } from './targets.ts';

describe('random inputs', () => {
  for (const [name, property] of Object.entries(targets))
    it(`hold what is promised (${name})`, () => fc.assert(property, { numRuns: 60 }));
});
