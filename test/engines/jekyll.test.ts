import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PostRow } from '../../server/src/service/index.ts';
import { environment } from '../support/check.ts';
import { parseTxtar, listRows } from '../support/site.ts';
import { jekyllSites } from './jekyll-sites.ts';
import { describeWith } from './describeWith.ts';
import { toTxtar } from './fixtures.ts';

type Built = { readonly pages: Readonly<Record<string, string>> } | { readonly stopped: string };

const timeZone = 'America/New_York';
/** What Jekyll makes of sites given as txtar texts, in their order. */
function build(sites: readonly string[]): Built[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-jekyll-')));
  try {
    const folders = sites.map((site, index) => {
      const own = join(folder, String(index));
      mkdirSync(own);
      for (const [path, text] of parseTxtar(site)) {
        mkdirSync(dirname(join(own, path)), { recursive: true });
        writeFileSync(join(own, path), text);
      }
      return own;
    });
    const now = new Date(environment.now).toISOString();
    const ruby = spawnSync('ruby', ['test/engines/jekyll-urls.rb', ...folders], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...process.env, TZ: timeZone, GALLEY_NOW: now, LANG: 'C.UTF-8' },
    });
    const lines = ruby.stdout.trim().split('\n');
    assert.equal(lines.length, sites.length, ruby.stderr);
    return lines.map((line) => JSON.parse(line) as Built);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
  let built = new Map<string, Built>();

  before(function () {
    this.timeout(120_000);
    const results = build([...sites.values()]);
    built = new Map([...sites.keys()].map((name, index) => [name, results[index]!]));
  });

  for (const [name, txtar] of sites) {
    it(`publishes posts and URLs as Jekyll does: ${name}`, async () => {
      const rows = await listRows(txtar, { ...environment, timeZone });
      const result = built.get(name)!;
      if ('stopped' in result) {
        const stops = [...rows.values()].filter(({ reasons }) =>
          reasons.some((reason) => reason.includes('stops the build')),
        );
        assert.notEqual(stops.length, 0, `Jekyll stops: ${result.stopped}`);
      } else assert.deepEqual(listPublished(rows.values()), Object.fromEntries(Object.entries(result.pages).sort()));
    });
  }
});
