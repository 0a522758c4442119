import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Choice, Insertable, InsertResult, PostList, Refusal } from '../../server/src/protocol/index.ts';
import { choices, insert, posts } from '../../server/src/protocol/index.ts';
import { TestServer } from '../support/client.ts';

const body = '\nSee the lamp.\n\n## Ashore\n\nDark.\n\n### Inside\n\nWarm.\n';
const note = /^See the lamp\[\^1\]\.\n[^]*^Warm\.\n\n\[\^1\]: \n$/m;
const reference = /^See the \[lamp\]\.\n[^]*^Warm\.\n\n\[lamp\]: https:\/\/example\.org\/lamp\n$/m;
const contents = /^- \[Ashore\]\(#ashore\)\n {2}- \[Inside\]\(#inside\)\n\n## Ashore$/m;
const day = /^See the 2\d{3}-\d\d-\d\d\.$/m;

/** A site, a post that is written on it, and what is put in place of `lamp` there. */
interface Site {
  readonly fixture: string;
  readonly path: string;
  readonly text: string;
  /** The path of another post, and the link to it. */
  readonly link: readonly [path: string, written: RegExp];
  readonly image: readonly [path: string, written: RegExp];
  /** Undefined where the site has no components. */
  readonly component?: readonly [path: string, written: RegExp];
}

const sites: readonly Site[] = [
  {
    fixture: 'hugo-blog',
    path: 'content/log/insertions.md',
    text: `+++\ntitle = "Squall"\ndate = 2024-01-01T10:00:00+01:00\n+++\n${body}`,
    link: ['content/log/supplies.md', /^See the \[lamp\]\([^)]*(?:supplies|boat)[^)]*\)\.$/m],
    image: ['static/lamp.svg', /^See the !\[lamp\]\(\/?(?:log\/)?lamp\.svg\)\.$/m],
    component: ['layouts/shortcodes/chart.html', /^See the \{\{< chart of="" depth="" >\}\}\.$/m],
  },
  {
    fixture: 'astro-lighthouse',
    path: 'src/content/log/insertions.md',
    text: `---\ntitle: Squall\npubDate: Jan 02 2024\n---\n${body}`,
    link: ['src/content/log/2024/gannets.md', /^See the \[lamp\]\([^)]*gannets[^)]*\)\.$/m],
    image: ['src/content/log/lamp.svg', /^See the !\[lamp\]\((?:\.\/)?lamp\.svg\)\.$/m],
  },
];

for (const { fixture, path, text, link, image, component } of sites) {
  describe(`what is put into a post of ${fixture}`, () => {
    let folder: string;
    let uri: string;
    let server: TestServer;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'galley-test-'));
      await cp(join('test/fixtures', fixture), folder, { recursive: true });
      uri = pathToFileURL(join(folder, path)).href;
      server = await TestServer.start({ folders: [pathToFileURL(folder).href] });
      server.open(uri, text);
    });
    after(async () => {
      assert.deepEqual(server.log, []);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });

    /**
     * The post after something was put in place of words, placeholders of a snippet empty; `lamp` unless said
     * otherwise.
     */
    async function insertInto(what: Insertable, place: 'over' | 'behind' = 'over', words = 'lamp'): Promise<string> {
      const toPosition = (offset: number) => {
        const lines = text.slice(0, offset).split('\n');
        return { line: lines.length - 1, character: lines.at(-1)!.length };
      };
      const [start, end] = [text.indexOf(words), text.indexOf(words) + words.length];
      const selection = { start: toPosition(place === 'over' ? start : end), end: toPosition(end) };
      const planned = await server.ask<InsertResult | Refusal>(insert.method, { uri, selection, what });
      if ('refusal' in planned) return planned.refusal;
      const edits = planned.snippet
        ? [
            {
              range: planned.snippet.range,
              newText: planned.snippet.text.replace(/\$\{\d+(?::([^}]*))?\}|\$\d+/g, '$1'),
            },
          ]
        : planned.edits;
      const lines = text.split('\n');
      const toOffset = ({ line, character }: { line: number; character: number }) =>
        lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
      return [...edits]
        .sort((a, b) => toOffset(b.range.start) - toOffset(a.range.start))
        .reduce(
          (all, { range, newText }) => all.slice(0, toOffset(range.start)) + newText + all.slice(toOffset(range.end)),
          text,
        );
    }

    const findChoice = async (kind: 'image' | 'component', wanted: string): Promise<Choice> =>
      (await server.ask<readonly Choice[]>(choices.method, { uri, kind })).find((each) => each.path === wanted)!;

    it(`inserts a link to another post of ${fixture}`, async () => {
      const lists = await server.ask<readonly PostList[]>(posts.method, {});
      const target = lists.flatMap((list) => list.posts).find((post) => post.path === link[0])!;
      assert.match(await insertInto({ kind: 'posts', uris: [target.uri] }), link[1]);
    });

    it(`inserts a reference to an address in ${fixture}`, async () => {
      const what: Insertable = { kind: 'link', url: 'https://example.org/lamp', style: 'reference' };
      assert.match(await insertInto(what), reference);
    });

    it(`inserts an image of ${fixture}`, async () => {
      const found = await findChoice('image', image[0]);
      assert.match(await insertInto({ kind: 'images', images: [{ uri: found.uri }] }), image[1]);
    });

    it(`inserts a footnote in ${fixture}`, async () =>
      assert.match(await insertInto({ kind: 'footnote' }, 'behind'), note));

    it(`inserts a component of ${fixture}, if it has some`, async () => {
      if (!component) {
        assert.deepEqual(await server.ask(choices.method, { uri, kind: 'component' }), []);
        return;
      }
      const found = await findChoice('component', component[0]);
      assert.match(await insertInto({ kind: 'component', path: found.path }), component[1]);
    });

    it(`inserts a table of contents in ${fixture}`, async () =>
      assert.match(await insertInto({ kind: 'contents' }, 'behind', 'See the lamp.\n\n'), contents));

    it(`inserts the date in ${fixture}`, async () => assert.match(await insertInto({ kind: 'date' }), day));
  });
}
