import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as service from '../../server/src/service/index.ts';
import fc from '../support/property.ts';
import { createAnalysisAt, applyPlans, listPosts, root, readSitesOf, createWorkspace } from '../support/site.ts';
import type { DraftSite } from './draft-sites.ts';
import { createHugoDrafts, createJekyllDrafts } from './draft-sites.ts';
import { describeWith } from './describeWith.ts';

/** So many drafts are published one after the other, and linked to so often each. */
const count = 200;
const linksToEach = 2;

/** A moment after all dates of the sites; builds take place later. */
const at = { now: Date.UTC(2025, 2, 3, 4, 5, 6), timeZone: 'Europe/Berlin' };

/** The files of a site in which other posts, half of them drafts too, hold links `[to n](…)` to every draft. */
async function addLinks({ files, drafts, forms }: DraftSite): Promise<Map<string, string>> {
  const after = new Map(files);
  const [site] = await readSitesOf(files);
  const urls = new Map(listPosts(site!, at).map(({ file, url }) => [file, url]));
  const others = [...files.keys()].filter((path) => /\.(?:md|markdown)$/.test(path) && !drafts.includes(path));
  const choices = fc.sample(fc.record({ from: fc.nat(), form: fc.constantFrom(...forms) }), count * linksToEach);
  for (const [index, { from, form }] of choices.entries()) {
    const number = index % count;
    const path = drafts[number]!;
    const sources = index < count ? others : drafts.filter((each) => each !== path);
    const source = sources[from % sources.length]!;
    after.set(source, `${after.get(source)!}\n[to ${number}](${form(path, urls.get(path) ?? null)})\n`);
  }
  return after;
}

interface Published {
  readonly files: ReadonlyMap<string, string>;
  /** The addresses that were promised. */
  readonly urls: readonly string[];
}

/** Publishes drafts one after the other, each with all that belongs to it. */
async function publishAll(files: ReadonlyMap<string, string>, drafts: readonly string[]): Promise<Published> {
  const urls: string[] = [];
  for (const path of drafts) {
    const snapshot = service.withSites(service.emptySnapshot, await readSitesOf(files));
    const uri = service.toCanonical(service.join(root, path));
    const analysis = createAnalysisAt(at, snapshot, createWorkspace(files));
    const plans = await analysis.changePosts({ uris: [uri], change: { kind: 'publish' } });
    const [planned] = plans.plans;
    if (!planned) throw new Error(plans.refusals[0]);
    assert.equal(planned.state, 'published', path);
    files = applyPlans(files, plans);
    urls.push(planned.url ?? '');
  }
  return { files, urls };
}

/** The pages that a site is built to, by path. */
function buildPages(
  { build: [command, ...parameters], output }: DraftSite,
  files: ReadonlyMap<string, string>,
  folder: string,
): Map<string, string> {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { status, stderr } = spawnSync(command, parameters, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Europe/Berlin', LANG: 'C.UTF-8', JEKYLL_NO_BUNDLER_REQUIRE: 'true' },
  });
  assert.equal(status, 0, stderr);
  const pages = readdirSync(join(folder, output), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  return new Map(pages.map((path) => [`/${path}`, readFileSync(join(folder, output, path), 'utf8')]));
}

/** Whether the page of an address has the text of the n-th draft. */
function isAt(pages: ReadonlyMap<string, string>, url: string, number: number | string): boolean {
  const path = decodeURIComponent(url);
  return pages.get(path.endsWith('/') ? `${path}index.html` : path)?.includes(`Body ${number}.`) === true;
}

/** Links that do not lead to the page they are to lead to; none is lost. */
function findStrayLinks(pages: ReadonlyMap<string, string>): string[] {
  const links = [...pages].flatMap(([page, html]) =>
    [...html.matchAll(/<a href="([^"]*)">to (\d+)<\/a>/g)].map(([, href, number]) => ({
      page,
      href: href!,
      number: number!,
    })),
  );
  assert.equal(links.length, count * linksToEach);
  return links.flatMap(({ page, href, number }) =>
    isAt(pages, new URL(href, `https://example.org${page}`).pathname, number)
      ? []
      : [`${href} on ${page} does not lead to Body ${number}.`],
  );
}

const sites = { jekyll: createJekyllDrafts, hugo: createHugoDrafts } as const;

for (const generator of ['jekyll', 'hugo'] as const) {
  describeWith(generator, `two hundred drafts of ${generator}, published one after the other`, () => {
    let folder = '';
    before(() => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-publishing-')));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    it(`two hundred drafts are published one after the other where ${generator} builds them, and every link leads to its target`, async function () {
      this.timeout(240_000);
      const site = sites[generator](count);
      const before = await addLinks(site);
      const { files, urls } = await publishAll(before, site.drafts);
      assert.equal(files.size, before.size);
      const pages = buildPages(site, files, folder);
      assert.deepEqual(
        urls.flatMap((url, number) => (isAt(pages, url, number) ? [] : [`${site.drafts[number]} is not at ${url}`])),
        [],
      );
      assert.deepEqual(findStrayLinks(pages), []);
    });
  });
}
