import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listRows, parseTxtar } from '../support/site.ts';
import { describeLinks } from '../support/verdicts.ts';
import { describeWith } from './describeWith.ts';

/** What MkDocs says and writes. */
interface Built {
  /** URLs of pages. */
  readonly urls: readonly string[];
  /** Pages that name a file that it misses, once for each. */
  readonly missing: readonly string[];
}

function build(txtar: string): Built {
  const folder = mkdtempSync(join(tmpdir(), 'galley-mkdocs-'));
  try {
    for (const [path, text] of parseTxtar(txtar)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stderr } = spawnSync('/usr/bin/mkdocs', ['build', '--site-dir', join(folder, 'galley')], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    const urls = readdirSync(join(folder, 'galley'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html') && path !== '404.html' && !path.startsWith('search'))
      .map((path) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`);
    const missing = [...stderr.matchAll(/file '([^']*)' contains a link to/g)].map(([, from]) => from!);
    return { urls: urls.sort(), missing: missing.sort() };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const page = (path: string, text = '# A page\n'): string => `-- docs/${path} --\n${text}`;

const sites: Readonly<Record<string, string>> = {
  'indexes and readmes': `-- mkdocs.yml --\nsite_name: T\n${page('index.md')}${page('a/README.md')}${page('a/b.md')}${page('c d/E F.markdown')}`,
  'files that are no pages': `-- mkdocs.yml --\nsite_name: T\n${page('index.md')}${page('.hidden.md')}${page('.b/c.md')}${page('d.txt')}`,
  'a navigation that names few': `-- mkdocs.yml --\nsite_name: T\nnav:\n  - Home: index.md\n${page('index.md')}${page('other.md')}`,
  'another folder': `-- mkdocs.yml --\nsite_name: T\ndocs_dir: pages\n-- pages/index.md --\n# A\n-- pages/b.md --\n# B\n`,
  'front matter of both kinds': `-- mkdocs.yml --\nsite_name: T\n${page('index.md', '---\ntitle: A\n---\n# A\n')}${page('b.md', 'title: B\ndate: 2024-05-01\n\n# B\n')}`,
};

const links: Readonly<Record<string, string>> = {
  'to files': `-- mkdocs.yml --\nsite_name: T\n${page('index.md', '[a](a.md) [b](b.md) [c](sub/c.md#x) [d](./a.md?x#y) [e](../a.md) [f](a%20b.md)\n')}${page('a.md')}${page('sub/c.md', '[a](../a.md) [b](a.md)\n\n[c]: c.md\n\n[c] [d](<../index.md>)\n')}${page('a b.md')}`,
  'in code and in an item': `-- mkdocs.yml --\nsite_name: T\n${page('index.md', '`[a](a.md)`\n\n    [c](c.md)\n\n* text\n  [d]: d.md\n* [d]\n')}`,
};

describeWith('mkdocs', 'pages and links as MkDocs has them', () => {
  for (const [name, txtar] of Object.entries(sites))
    it(`MkDocs writes the pages that are listed: ${name}`, async () => {
      const rows = [...(await listRows(txtar)).values()].filter(({ state }) => state === 'published');
      assert.deepEqual(rows.map(({ url }) => decodeURI(url ?? '?')).sort(), build(txtar).urls);
    });
  for (const [name, txtar] of Object.entries(links))
    it(`MkDocs misses the files that are reported: ${name}`, async () => {
      const pages = [...parseTxtar(txtar)].filter(([path]) => path.endsWith('.md'));
      const found = await Promise.all(
        pages.map(async ([path, text]) =>
          (await describeLinks(txtar, path, text)).map(() => path.slice('docs/'.length)),
        ),
      );
      assert.deepEqual(found.flat().sort(), build(txtar).missing);
    });
});
