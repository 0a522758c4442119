import { describeWith } from '../engines/describeWith.ts';
import fc from '../support/property.ts';
import { siteTargets } from './siteTargets.ts';

/** How many sites are built: a few seconds for each engine. */
const numRuns = { jekyll: 60 };

for (const engine of ['jekyll'] as const)
  describeWith(engine, `small random sites are what ${engine} makes of them`, () => {
    it(`pages, addresses, dates and broken links of random sites are those of ${engine}`, function () {
      this.timeout(120_000);
      return fc.assert<[unknown]>(siteTargets[`sites-${engine}`], { numRuns: numRuns[engine] });
    });
  });
