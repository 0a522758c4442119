import assert from 'node:assert/strict';
import type { Site, Snapshot, Workspace } from '../../../server/src/service/index.ts';
import * as service from '../../../server/src/service/index.ts';
import fc from '../../support/property.ts';
import { listPosts, root, createWorkspace } from '../../support/site.ts';
import { createAnalysis } from '../../support/check.ts';

const names = [
  '_posts/2024-05-01-fog.md',
  '_posts/2024-05-02-rain.md',
  '_drafts/snow.md',
  'about.md',
  'notes/tide.html',
  'img/gull.png',
  '_data/crew.yml',
  '_includes/box.html',
  '_layouts/post.html',
  '_site/copy.md',
  'Gemfile',
];
const folders = ['_posts', 'notes', 'img', 'port'];
const texts = [
  '---\ntitle: Fog\n---\n# Bank\n\n[rain]({% post_url 2024-05-02-rain %}) [about](/about.html#crew) ![gull](/img/gull.png)\n',
  '---\ntitle: Rain\npermalink: /rain/\n---\n[fog](/2024/05/01/fog.html#bank) [tide](/notes/tide.html)\n',
  '---\npermalink: /rain/\nredirect_from: /about.html\n---\n## Crew\n\n[back](/rain/)\n',
  '---\npublished: false\n---\n<p id="crew"></p>\n',
  'No front matter. [about](about.md)\n',
];

/** Files on the disk, and what Galley has made of the changes so far. Documents may be open whose files are gone, or not saved yet. */
interface Model {
  readonly disk: Map<string, string>;
  snapshot: Snapshot;
  version: number;
}

type Step = (model: Model) => Promise<void>;

const toUri = (path: string): string => `${root}/${path}`;
const getText = ({ disk, snapshot }: Model, path: string): string =>
  snapshot.open.get(toUri(path))?.document.text ?? disk.get(path)!;
const toWorkspace = (model: Model): Workspace =>
  createWorkspace(new Map([...model.disk.keys()].map((path) => [path, getText(model, path)])));

async function refresh(model: Model, paths: readonly string[]): Promise<void> {
  const [site] = model.snapshot.sites;
  model.snapshot = service.withSites(model.snapshot, [
    await service.refreshSite(site!, toWorkspace(model), paths.map(toUri)),
  ]);
  for (const { document } of model.snapshot.open.values())
    model.snapshot = service.withOutline(service.withDocument(model.snapshot, document), document.uri);
}

const write =
  (path: string, text: string): Step =>
  async (model) => {
    model.disk.set(path, text);
    await refresh(model, [path]);
  };

const remove =
  (path: string): Step =>
  async (model) => {
    for (const each of model.disk.keys()) if (each === path || each.startsWith(`${path}/`)) model.disk.delete(each);
    await refresh(model, [path]);
  };

const move =
  (from: string, to: string): Step =>
  async (model) => {
    const inside = [...model.disk].filter(([path]) => path.startsWith(`${from}/`));
    for (const [path, text] of inside) {
      model.disk.delete(path);
      model.disk.set(`${to}/${path.slice(from.length + 1)}`, text);
    }
    await refresh(model, [from, to]);
  };

const type =
  (path: string, text: string): Step =>
  async (model) => {
    if (!path.endsWith('.md') || path.startsWith('_site')) return;
    model.snapshot = service.withDocument(model.snapshot, new service.Document(toUri(path), model.version++, text));
  };

const pause =
  (path: string): Step =>
  async (model) => {
    model.snapshot = service.withOutline(model.snapshot, toUri(path));
  };

const close =
  (path: string): Step =>
  async (model) => {
    if (!model.snapshot.open.has(toUri(path))) return;
    model.snapshot = service.withoutDocument(model.snapshot, toUri(path));
    await refresh(model, [path]);
  };

const path = fc.constantFrom(...names);
const folder = fc.constantFrom(...folders);
const text = fc.constantFrom(...texts);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(path, text).map(([at, content]) => write(at, content)) },
  { weight: 4, arbitrary: fc.tuple(path, text).map(([at, content]) => type(at, content)) },
  { weight: 2, arbitrary: fc.oneof(path, folder).map(remove) },
  fc.tuple(folder, folder).map(([from, to]) => move(from, to)),
  path.map(pause),
  { weight: 2, arbitrary: path.map(close) },
  fc
    .constantFrom('permalink: pretty\n', 'exclude: [notes]\n', 'collections: {port: {output: true}}\n')
    .map((content) => write('_config.yml', content)),
);

/** Everything in a site that answers depend on, in an order that does not depend on its history. */
function summarizeSite(site: Site, model: Model): unknown {
  const snapshot = service.withSites(service.emptySnapshot, [site]);
  const problems = [...site.posts.values()].map(({ uri, path: at }) => {
    const open = service.withDocument(snapshot, new service.Document(uri, 1, getText(model, at)));
    return service.finish(createAnalysis(open).problems(uri)).map(({ rule, message }) => `${at} ${rule} ${message}`);
  });
  return {
    generator: JSON.stringify(site.generator),
    files: [...site.files].sort(),
    texts: [...site.texts].sort(([a], [b]) => (a < b ? -1 : 1)),
    posts: [...site.posts.values()].map((post) => JSON.stringify(post)).sort(),
    rows: listPosts(site),
    problems: problems.flat().sort(),
  };
}

async function readAnew(model: Model): Promise<Site> {
  const [found] = await service.findSites(toWorkspace(model), [root]);
  return service.readSite(found!, toWorkspace(model), service.immediately);
}

describe('a site that follows its files and documents', () => {
  it('a site that followed its changes equals the same site read from scratch', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const disk = new Map([
          ['_config.yml', ''],
          ['_posts/2024-05-01-fog.md', texts[0]!],
          ['about.md', texts[3]!],
          ['img/gull.png', 'png'],
        ]);
        const model: Model = { disk, snapshot: service.emptySnapshot, version: 1 };
        model.snapshot = service.withSites(model.snapshot, [await readAnew(model)]);
        for (const each of steps) await each(model);
        for (const uri of model.snapshot.open.keys()) model.snapshot = service.withOutline(model.snapshot, uri);
        assert.deepEqual(summarizeSite(model.snapshot.sites[0]!, model), summarizeSite(await readAnew(model), model));
      }),
      { numRuns: 100 },
    );
  });
});
