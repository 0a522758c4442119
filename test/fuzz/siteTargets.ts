import assert from 'node:assert/strict';
import fc from '../support/property.ts';
import { askGalley, compare, findUnexplained, listPages } from './sites/compare.ts';
import type { SiteEngine } from './sites/engine.ts';
import { hugo } from './sites/hugo.ts';
import { jekyll } from './sites/jekyll.ts';
import type { SiteSketch } from './sites/sketch.ts';
import { withoutLinks, writeLinks } from './sites/writeLinks.ts';

/** Galley says of a site what its engine makes of it; the message of the error is the site. */
function agreesWith(engine: SiteEngine) {
  return fc.asyncProperty(engine.sketches, async (sketch: SiteSketch) => {
    const { timeZone } = engine;
    const { files, links } = writeLinks(sketch, await listPages(withoutLinks(sketch), timeZone), engine);
    const [told, built] = await Promise.all([askGalley(files, timeZone), engine.build(files)]);
    const differences = compare(told, built, links, engine.getBase(sketch));
    const txtar = [...files].map(([path, text]) => `-- ${path} --\n${text}`).join('');
    assert.deepEqual(findUnexplained(differences, files, engine), [], txtar);
  });
}

/** What is compared with engines of this computer, site by site: pages, their addresses and dates, and broken links both ways. */
export const siteTargets = { 'sites-jekyll': agreesWith(jekyll), 'sites-hugo': agreesWith(hugo) };
