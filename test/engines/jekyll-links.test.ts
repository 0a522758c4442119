import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseTxtar } from '../support/site.ts';
import { describeWith } from './describeWith.ts';
import { isServed, listReportedLines } from './linkChecks.ts';

const post = '_posts/2024-05-01-a-crossing.md';

const toPage = (path: string, ...lines: readonly string[]): string =>
  `-- ${path} --\n---\n${lines.map((line) => `${line}\n`).join('')}---\nText.\n`;

/** A site with a page of every kind, and links to them right and wrong; each link is alone on its line. */
function toSite(links: readonly string[], ...settings: readonly string[]): string {
  return (
    `-- Gemfile --\ngem 'jekyll'\n-- _config.yml --\nmarkdown: kramdown\ncollections: {boats: {output: true, permalink: "/boats/:name/"}, crew: {output: false}}\n${settings.join('\n')}\n` +
    toPage('_posts/2023-04-01-first-ferry.md') +
    toPage('_posts/2023-06-01-named.md', 'permalink: /named/') +
    toPage('news/_posts/2023-07-01-in-news.md') +
    toPage('about.md') +
    toPage('docs/index.md') +
    toPage('docs/Guide.md') +
    toPage('map.html') +
    toPage('feed.xml') +
    toPage('spaced name.md') +
    toPage('über.md') +
    toPage('_boats/gannet.md') +
    toPage('_crew/anna.md') +
    '-- assets/ferry.svg --\n<svg/>\n-- assets/style.scss --\n---\n---\na { b: c }\n-- _includes/hours.md --\nHourly.\n-- plain.md --\nNo front matter.\n-- _hidden/secret.svg --\n<svg/>\n' +
    `-- ${post} --\n---\ntitle: A crossing\n---\n${links.join('\n\n')}\n`
  );
}

const addresses = [
  '/about.html',
  '/about',
  '/about/',
  '/abuot.html',
  '/About.html',
  '/docs/',
  '/docs',
  '/docs/index.html',
  '/docs/Guide.html',
  '/docs/guide.html',
  '/map.html',
  '/feed.xml',
  '/spaced%20name.html',
  '/%C3%BCber.html',
  '/über.html',
  '/named/',
  '/named',
  '/2023/06/01/named.html',
  '/2023/04/01/first-ferry.html',
  '/2023/04/01/first-ferry.html?a=b#c',
  '/2023/04/02/first-ferry.html',
  '/news/2023/07/01/in-news.html',
  '/boats/gannet/',
  '/boats/auk/',
  '/crew/anna.html',
  '/assets/ferry.svg',
  '/assets/fery.svg',
  '/assets/style.css',
  '/plain.md',
  '/plain.html',
  '/_hidden/secret.svg',
  '/_posts/2023-04-01-first-ferry.md',
  '../../../about.html',
  '../../about.html',
  './a-crossing.html',
  'a-crossing.html',
  '../02/x.html',
  '../../../assets/ferry.svg',
  '/docs/./Guide.html',
  '/docs/../about.html',
];

const templated = [
  '{{ site.baseurl }}/about.html',
  '{{ site.baseurl }}/nowhere.html',
  '{{ "/about.html" | relative_url }}',
  "{{ 'about.html' | relative_url }}",
  '{{ "/nowhere.html" | relative_url }}',
  '{{ site.url }}{{ site.baseurl }}/map.html',
  '{% link about.md %}',
  '{% link _posts/2023-04-01-first-ferry.md %}',
  '{% link assets/ferry.svg %}',
  '{% link /assets/ferry.svg %}',
  '{% post_url 2023-04-01-first-ferry %}',
  '{% post_url news/2023-07-01-in-news %}',
  '{% post_url elsewhere/2023-04-01-first-ferry %}',
  '{% link docs/Guide.md %}#x',
  '{% link _boats/gannet.md %}',
];

const stopping = [
  '{% link abuot.md %}',
  '{% post_url 2023-04-02-first-ferry %}',
  '{% post_url in-news %}',
  '{% link about.html %}',
];

/** Builds a site for real; returns the folder with what Jekyll wrote, or undefined where it stopped. */
function build(txtar: string, folder: string): string | undefined {
  for (const [path, text] of parseTxtar(txtar)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { status } = spawnSync('jekyll', ['build', '--quiet', '--disable-disk-cache'], {
    cwd: folder,
    env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8', JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
  });
  return status === 0 ? join(folder, '_site') : undefined;
}

describeWith('jekyll', 'links lead where Jekyll’s pages are', () => {
  let folder = '';

  before(function () {
    this.timeout(120_000);
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-links-')));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, settings] of Object.entries({
    'at the root of a host': [],
    'below a base path': ['baseurl: /ferry'],
  })) {
    it(`links lead where Jekyll’s pages are: ${name}`, async () => {
      const base = settings.length > 0 ? '/ferry' : '';
      const written = [...addresses.map((each) => (each.startsWith('/') ? base + each : each)), ...templated];
      const txtar = toSite(
        written.map((each, index) => `[link ${index}](${each.replaceAll(' ', '%20').replace(/^\{.*$/, () => each)})`),
        ...settings,
      );
      const out = build(txtar, join(folder, name));
      assert.ok(out, 'Jekyll stops');
      const own = '/2024/05/01/a-crossing.html';
      const html = readFileSync(join(out, own), 'utf8');
      const hrefs = [...html.matchAll(/<a href="([^"]*)">link (\d+)</g)].map(([, href, index]) => ({
        index: Number(index),
        href: href!,
      }));
      assert.equal(hrefs.length, written.length);
      const lost = new Set(
        hrefs
          .filter(({ href }) => !isServed(out, href.replace(new RegExp(`^${base}(?=/)`), ''), own))
          .map(({ index }) => written[index]),
      );
      const reported = await listReportedLines(txtar, post, 'broken-link');
      assert.deepEqual(
        written.filter((_, index) => reported.has(4 + index * 2)),
        written.filter((each) => lost.has(each)),
      );
    });
  }

  for (const [index, tag] of stopping.entries()) {
    it(`${tag} stops the build and is reported`, async () => {
      const txtar = toSite([`[link](${tag})`]);
      assert.equal(build(txtar, join(folder, `stop${index}`)), undefined);
      assert.deepEqual(await listReportedLines(txtar, post, 'broken-link'), new Set([4]));
    });
  }
});
