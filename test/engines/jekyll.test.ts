import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PostRow } from '../../server/src/service/index.ts';
import { environment } from '../support/check.ts';
import { parseTxtar, listRows } from '../support/site.ts';
import { build, timeZone } from './jekyllBuild.ts';
import { jekyllSites } from './jekyll-sites.ts';
import { describeWith } from './describeWith.ts';
import { toTxtar } from './fixtures.ts';

function listPublished(rows: Iterable<PostRow>): Record<string, string> {
  const pages = [...rows]
    .filter(({ state }) => state === 'published')
    .map(({ file, url }): [string, string] => [file, url ?? 'unknown']);
  return Object.fromEntries(pages.sort());
}

const fixtures = readdirSync('test/fixtures').filter((name) => name.startsWith('jekyll'));
const sites = new Map([
  ...Object.entries(jekyllSites),
  ...fixtures.map((name): [string, string] => [`the fixture ${name}`, toTxtar(join('test/fixtures', name))]),
]);

describeWith('jekyll', 'published posts and their addresses are Jekyll’s', () => {
  for (const [name, txtar] of sites) {
    it(`publishes posts and URLs as Jekyll does: ${name}`, async () => {
      const rows = await listRows(txtar, { ...environment, timeZone });
      const result = await build(parseTxtar(txtar));
      if ('stopped' in result) {
        const stops = [...rows.values()].filter(({ reasons }) =>
          reasons.some((reason) => reason.includes('stops the build')),
        );
        assert.notEqual(stops.length, 0, `Jekyll stops: ${result.stopped}`);
      } else {
        const pages = result.pages.map(({ file, url }): [string, string] => [file, url]);
        assert.deepEqual(listPublished(rows.values()), Object.fromEntries(pages.sort()));
      }
    });
  }
});
