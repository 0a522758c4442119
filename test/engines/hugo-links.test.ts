import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { goldmark } from '../../server/src/service/dialects/goldmark.ts';
import { createHeadingIds } from '../../server/src/service/dialects/shared/headingIds.ts';
import { environment } from '../support/check.ts';
import { parseTxtar } from '../support/site.ts';
import { describeWith } from './describeWith.ts';
import { isServed, listReportedLines } from './linkChecks.ts';

const toPage = (path: string, ...lines: readonly string[]): string =>
  `-- ${path} --\n---\n${lines.map((line) => `${line}\n`).join('')}---\nText.\n`;

const post = 'content/posts/crossing.md';
const bundle = 'content/posts/voyage/index.md';

/** A site with a page of every kind, its files, and links to them right and wrong; each link is alone on its line. */
function toSite(file: string, links: readonly string[], ...settings: readonly string[]): string {
  return (
    `-- hugo.yaml --\n${['refLinksErrorLevel: WARNING', 'refLinksNotFoundURL: /not-found-by-hugo/', 'enableRobotsTXT: true', 'paginate: 1', ...settings].join('\n')}\n` +
    toPage('content/_index.md') +
    toPage('content/about.md', 'aliases: [/us/, /old/people.html, crew]') +
    toPage('content/posts/_index.md') +
    toPage('content/posts/first.md', 'tags: [Low Tide, fog]', 'categories: [News]') +
    toPage('content/posts/v1.2.md') +
    toPage('content/posts/Spaced Name.md') +
    toPage('content/posts/slugged.md', 'slug: own-slug', 'aliases: [../older, ./oldest]') +
    toPage('content/posts/moved.md', 'url: /elsewhere/moved.html') +
    toPage('content/posts/draft.md', 'draft: true') +
    toPage('content/posts/twin.md') +
    toPage('content/news/twin.md') +
    toPage('content/news/deep/under.md') +
    toPage('content/news/ferry.md') +
    toPage('content/boats/gannet/index.md') +
    '-- content/boats/gannet/Hull Plan.svg --\n<svg/>\n-- content/boats/gannet/parts/keel.svg --\n<svg/>\n' +
    toPage('content/boats/gannet/notes.md') +
    '-- content/posts/wave.svg --\n<svg/>\n-- content/News Pictures/Quay 1.svg --\n<svg/>\n-- static/img/Ferry.svg --\n<svg/>\n-- assets/lamp.svg --\n<svg/>\n-- content/plain.html --\n<p>No front matter.</p>\n-- layouts/_default/baseof.html --\n' +
    (file === bundle ? '' : toPage(bundle)) +
    '-- content/posts/voyage/map.svg --\n<svg/>\n' +
    (file === post ? '' : toPage(post)) +
    `-- ${file} --\n---\ntitle: A crossing\n---\n${links.join('\n\n')}\n`
  );
}

const addresses = [
  '/about/',
  '/about',
  '/about/index.html',
  '/about.html',
  '/abuot/',
  '/posts/',
  '/posts/first/',
  '/posts/fist/',
  '/posts/spaced-name/',
  '/posts/Spaced%20Name/',
  '/posts/v1.2/',
  '/posts/own-slug/',
  '/posts/slugged/',
  '/elsewhere/moved.html',
  '/posts/moved/',
  '/posts/draft/',
  '/us/',
  '/us',
  '/old/people.html',
  '/crew/',
  '/older/',
  '/posts/older/',
  '/posts/oldest/',
  '/boats/',
  '/boats/gannet/',
  '/boats/gannet/Hull%20Plan.svg',
  '/boats/gannet/hull-plan.svg',
  '/boats/gannet/parts/keel.svg',
  '/boats/gannet/notes/',
  '/boats/gannet/notes.md',
  '/posts/wave.svg',
  '/News%20Pictures/Quay%201.svg',
  '/img/Ferry.svg',
  '/img/ferry.svg',
  '/static/img/Ferry.svg',
  '/lamp.svg',
  '/plain.html',
  '/plain/',
  '/news/',
  '/news/deep/',
  '/news/deep/under/',
  '/harbour/',
  '/tags/',
  '/tags/low-tide/',
  '/categories/',
  '/categories/news/',
  '/index.xml',
  '/posts/index.xml',
  '/tags/fog/index.xml',
  '/about/index.xml',
  '/sitemap.xml',
  '/robots.txt',
  '/feed.xml',
  '/posts/page/2/',
  '/page/2/',
  '/about/page/2/',
  '/posts/first/?a=b',
  '/posts/voyage/map.svg',
  '/posts/voyage/chart.svg',
];

/** Files looked for in folders that a site with ugly addresses does not have; other programs may write those. */
const undeterminedPaths = new Set(['/about/index.xml', '../voyage/map.svg']);

const relative = ['../first/', '../fist/', 'first/', '../../about/', '../wave.svg', '../voyage/map.svg', './', '../'];

const references = [
  'first',
  'first.md',
  '/first',
  '/posts/first',
  'posts/first',
  'posts/first.md',
  './first',
  'voyage',
  'voyage/index.md',
  '../news/ferry',
  'news/ferry',
  'ferry',
  '/ferry',
  'twin',
  'v1.2.md',
  'v1',
  'posts',
  '/',
  '/posts',
  'posts/',
  'posts/_index.md',
  'FIRST',
  'news',
  'news/deep/under',
  'deep/under',
  'under',
  'boats/gannet/Hull Plan.svg',
  'nonsense',
  'draft',
  'Spaced Name',
  'spaced-name',
  '/boats/gannet.md',
  'gannet',
  'gannet.md',
  '../posts/voyage',
  'content/posts/first.md',
  '/content/posts/first.md',
  'own-slug',
  'slugged',
  'index.md',
  'voyage/index',
  '/posts/first.html',
  'first?x=1',
  'notes',
  '/boats/gannet/notes.md',
  '../twin',
  './twin',
  '../../news/ferry',
  '#top',
  'about',
  'keel',
];

/** Builds a site for real; returns the folder with what Hugo wrote. */
function build(txtar: string, folder: string): string {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of parseTxtar(txtar)) write(path, text);
  write('layouts/_default/single.html', 'page {{ .Content }}');
  write('layouts/_default/list.html', 'list {{ .Content }}{{ range .Paginator.Pages }}{{ end }}');
  const { status, stdout, stderr } = spawnSync(
    'hugo',
    ['--source', folder, '--destination', join(folder, 'public'), '--clock', new Date(environment.now).toISOString()],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stdout + stderr);
  return join(folder, 'public');
}

describeWith('hugo', 'links lead where Hugo’s pages are', () => {
  let folder = '';

  before(function () {
    this.timeout(120_000);
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-links-')));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const places: readonly [name: string, file: string, base: string, own: string, ...settings: string[]][] = [
    ['from a page', post, '', '/posts/crossing/', 'baseURL: https://ferry.example/'],
    ['from a bundle', bundle, '', '/posts/voyage/', 'baseURL: https://ferry.example/'],
    ['below a base path', post, '/ferry', '/posts/crossing/', 'baseURL: https://ferry.example/ferry/'],
    ['with ugly addresses', post, '', '/posts/crossing.html', 'baseURL: https://ferry.example/', 'uglyURLs: true'],
  ];
  for (const [name, file, base, own, ...settings] of places) {
    it(`links lead where Hugo’s pages are: ${name}`, async () => {
      const plain = [...addresses.map((each) => base + each), ...relative].filter(
        (each) => !settings.includes('uglyURLs: true') || !undeterminedPaths.has(each),
      );
      const written = [...plain, ...references.map((each) => `{{< relref "${each}" >}}`)];
      const txtar = toSite(
        file,
        written.map((each, index) => `[link ${index}](${each})`),
        ...settings,
      );
      const out = build(txtar, join(folder, name));
      const html = readFileSync(join(out, own, own.endsWith('/') ? 'index.html' : ''), 'utf8');
      const hrefs = [...html.matchAll(/<a href="([^"]*)">link (\d+)</g)].map(([, href, index]) => ({
        index: Number(index),
        href: href!,
      }));
      assert.equal(hrefs.length, written.length);
      const isLost = (href: string): boolean =>
        !href.startsWith('#') && !isServed(out, href.replace(new RegExp(`^${base}(?=/)`), ''), own);
      const lost = new Set(hrefs.filter(({ href }) => isLost(href)).map(({ index }) => written[index]));
      const reported = await listReportedLines(txtar, file, 'broken-link', 'link-to-unpublished');
      assert.deepEqual(
        written.filter((_, index) => reported.has(4 + index * 2)),
        written.filter((each) => lost.has(each)),
      );
    });
  }
});

const headings = [
  'The watch',
  'The watch',
  'C++ & C#: notes',
  'Über den Wellen – à la carte',
  '  spaced   out  ',
  'snake_case and kebab-case',
  '100 % of 1.5 m²',
  'ΟΔΟΣ',
  '日本語の見出し',
  'Emoji 🚢 ferry',
  '½ tide',
  'Ångström',
  '---x---',
  'What’s “next”?',
  '2024-05-01',
  '(brackets) [square]',
  'naïve ﬁsh',
  'नमस्ते',
];

describeWith('hugo', 'headings have the ids that Hugo gives them', () => {
  for (const type of ['github', 'github-ascii', 'blackfriday'] as const) {
    it(`headings have the ids that Hugo gives them: ${type}`, () => {
      const folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-anchors-')));
      try {
        const page = `-- hugo.yaml --\nmarkup: {goldmark: {parser: {autoHeadingIDType: ${type}}}, defaultMarkdownHandler: goldmark}\n-- content/a.md --\n${headings.map((each) => `## ${each}`).join('\n\n')}\n`;
        const html = readFileSync(join(build(page, folder), 'a/index.html'), 'utf8');
        const makeId = createHeadingIds(goldmark({ autoHeadingIdType: type }).headings);
        const ours = headings.map((each) => makeId(each.trim()));
        assert.deepEqual(
          ours,
          [...html.matchAll(/<h2 id="([^"]*)"/g)].map((match) => match[1]),
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
});
