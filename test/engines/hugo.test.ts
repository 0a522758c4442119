import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PostRow } from '../../server/src/service/index.ts';
import { environment } from '../support/check.ts';
import { parseTxtar, listRows } from '../support/site.ts';
import { hugoSites } from './hugo-sites.ts';
import { describeWith } from './describeWith.ts';
import { toTxtar } from './fixtures.ts';

/** File, address and date of a page, as Hugo's own template prints them. */
interface Page {
  readonly file: string;
  readonly url: string;
  /** `0001-01-01T00:00:00Z` for none. */
  readonly date: string;
}

type Built = { readonly pages: readonly Page[] } | { readonly stopped: string };

/** Prints the page in place of every layout; language folders make `.Path` ambiguous, so the whole file name is printed. */
const layout =
  '{{ with .File }}{{ $page := dict "file" .Filename "url" $.RelPermalink "date" ($.Date.Format "2006-01-02T15:04:05Z07:00") }}GALLEY{{ $page | jsonify }}{{ end }}';
const layouts = ['single.html', 'list.html', 'single.json', 'list.json', 'single.xml', 'list.xml'];

/** What Hugo makes of a site given as a txtar text, its layouts left out. */
function build(txtar: string): Built {
  const folder = mkdtempSync(join(tmpdir(), 'galley-hugo-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    for (const [path, text] of parseTxtar(txtar)) write(path, text);
    for (const name of layouts) write(`layouts/_default/${name}`, layout);
    const output = join(folder, 'galley-output');
    const now = new Date(environment.now).toISOString();
    const { status, stdout, stderr } = spawnSync(
      'hugo',
      ['--source', folder, '--destination', output, '--clock', now],
      { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } },
    );
    return status === 0 ? { pages: readPages(output, folder) } : { stopped: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readPages(output: string, folder: string): Page[] {
  if (!existsSync(output)) return [];
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    if (!text.startsWith('GALLEY')) return [];
    const page = JSON.parse(text.slice('GALLEY'.length)) as Page;
    return [{ ...page, file: page.file.slice(folder.length + 1) }];
  });
}

const undated = '0001-01-01T00:00:00Z';

/** A list has the date of its newest page, which is no date of its own. */
function toDateSuffix(file: string, date: string): string {
  return /(?:^|\/)_index\./.test(file) ? '' : ` on ${date}`;
}

/** Addresses and dates by file; a file may be a page of several languages, of which ours names one. */
function comparePages(
  rows: Iterable<PostRow>,
  built: readonly Page[],
): { readonly ours: Record<string, string>; readonly hugos: Record<string, string> } {
  const published = [...rows].filter(({ state }) => state === 'published').sort((a, b) => (a.file < b.file ? -1 : 1));
  const ours = Object.fromEntries(
    published.map(({ file, url, date }) => [
      file,
      `${url}${toDateSuffix(file, date === null ? undated : date.replace('+00:00', 'Z'))}`,
    ]),
  );
  const pages = built.map(({ file, url, date }): [string, string] => [file, `${url}${toDateSuffix(file, date)}`]);
  const chosen = pages.sort(([a, x], [b, y]) =>
    a === b ? Number(ours[a] === x) - Number(ours[b] === y) : a < b ? -1 : 1,
  );
  return { ours, hugos: Object.fromEntries(chosen) };
}

const fixtures = readdirSync('test/fixtures').filter((name) => name.startsWith('hugo'));
const sites = new Map([
  ...Object.entries(hugoSites),
  ...fixtures.map((name): [string, string] => [`the fixture ${name}`, toTxtar(join('test/fixtures', name))]),
]);

describeWith('hugo', 'published pages, their addresses and dates are Hugo’s', () => {
  for (const [name, txtar] of sites) {
    it(`publishes pages, URLs and dates as Hugo does: ${name}`, async () => {
      const rows = await listRows(txtar);
      const result = build(txtar);
      if ('stopped' in result) {
        const stops = [...rows.values()].filter(({ reasons }) =>
          reasons.some((reason) => reason.includes('stops the build')),
        );
        assert.notEqual(stops.length, 0, `Hugo stops: ${result.stopped}`);
      } else {
        const { ours, hugos } = comparePages(rows.values(), result.pages);
        assert.deepEqual(ours, hugos);
      }
    });
  }
});
