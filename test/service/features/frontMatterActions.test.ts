import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { openInBlog } from '../../support/blog.ts';

async function applyActions(
  source: string,
  path?: string,
  files?: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  const { analysis, uri, post, cursor } = await openInBlog(source, path, files);
  const found = service.finish(analysis.codeActions(uri, { start: cursor, end: cursor }));
  return new Map(
    found
      .filter(({ kind }) => kind === 'refactor.rewrite')
      .map(({ title, edits }) => [title, service.applyEdits(post.document.text, edits)]),
  );
}

describe('actions on front matter', () => {
  it('adds the keys that most other posts have, each in its place', async () => {
    const found = await applyActions('---\n# now\ntitle: Now<|>\ntags: [ice]\n---\nText.\n');
    assert.deepEqual(
      [...found],
      [
        [
          'Add the keys other posts have: layout, date, author',
          '---\nlayout:\n# now\ntitle: Now\ndate: 2026-01-15 12:00:00 +0000\ntags: [ice]\nauthor: Ina\n---\nText.\n',
        ],
      ],
    );
  });

  it('orders the keys as other posts do, with their comments', async () => {
    const found = await applyActions(
      '---\nauthor: Ina<|> # me\ntags: [ice]\n# the day\ndate: 2025-06-01\nmood: calm\ntitle: Now\nlayout: post\n---\n',
    );
    assert.equal(
      found.get('Order the keys as other posts do'),
      '---\nlayout: post\ntitle: Now\n# the day\ndate: 2025-06-01\nmood: calm\ntags: [ice]\nauthor: Ina # me\n---\n',
    );
  });

  it('converts front matter to the formats that the generator reads, and to no other', async () => {
    const source = '---\ntitle: Now<|>\ndraft: true\n---\nText.\n';
    assert.ok(![...(await applyActions(source)).keys()].some((title) => title.startsWith('Convert')));
    const hugo = await applyActions(source, 'content/posts/now.md', { 'hugo.toml': '' });
    assert.equal(hugo.get('Convert the front matter to TOML'), '+++\ntitle = "Now"\ndraft = true\n+++\nText.\n');
    assert.equal(hugo.get('Convert the front matter to JSON'), '{\n  "title": "Now",\n  "draft": true\n}\nText.\n');
  });

  it('offers no front matter actions in the body', async () => {
    assert.deepEqual([...(await applyActions('---\ntitle: Now\n---\nText<|>.\n')).keys()], []);
  });
});

const zola = {
  'zola.toml': '',
  'content/a.md': '+++\ntitle = "A"\ndate = 2024-05-01\n[extra]\nteam = "crew"\n+++\n',
  'content/b.md': '+++\ntitle = "B"\ndate = 2024-05-02\n[extra]\nteam = "crew"\n+++\n',
};

async function listOffered(source: string, files: Readonly<Record<string, string>>, path: string) {
  const { analysis, uri, post, cursor } = await openInBlog(source, path, files);
  return { text: post.document.text, items: (await analysis.completions(uri, cursor)).items };
}

function toPost(day: string, title: string, tags: string): string {
  return `---\ntitle: ${title}\ndate: ${day}\ntags: [${tags}]\n---\n`;
}

describe('completing front matter in shape', () => {
  it('completes the front matter of a TOML site in TOML, its tables last', async () => {
    for (const source of ['<|>', '++<|>', '+++\n<|>']) {
      const { text, items } = await listOffered(source, zola, 'content/c.md');
      const whole = items.find(({ label }) => label === 'Front matter');
      assert.equal(
        whole && service.applyEdits(text, [whole.edit]),
        '+++\ntitle = "$1"\ndate = 2026-01-15\n\n[extra]\n$2\n+++\n\n$0',
        source,
      );
    }
  });

  it('completes keys and values within tables', async () => {
    const { items } = await listOffered('+++\n[extra]\n<|>\n+++\n', zola, 'content/c.md');
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [['team', 'string']],
    );
    assert.deepEqual(
      (await listOffered('+++\n[extra]\nteam = "<|>"\n+++\n', zola, 'content/c.md')).items.map(({ label }) => label),
      ['crew'],
    );
  });

  it('completes maps and multiline texts as others write them', async () => {
    const files = {
      '_config.yml': '',
      '_posts/2024-01-01-a.md': '---\nabout: |\n  Long\n  text\nship:\n  name: Tern\n---\n',
    };
    const { items } = await listOffered('---\n<|>\n---\n', files, '_posts/2024-01-02-b.md');
    assert.equal(items.find(({ label }) => label === 'about')!.edit.newText, 'about: |\n  $0');
    assert.equal(items.find(({ label }) => label === 'ship')!.edit.newText, 'ship:\n  $0');
  });

  it('completes names of other posts as the site writes them', async () => {
    const files = {
      '_config.yml': '',
      '_posts/2024-01-01-a.md': '---\ntitle: A\nrelated: [/2024/01/02/b.html]\n---\n',
      '_posts/2024-01-02-b.md': '---\ntitle: B\n---\n',
    };
    const { items } = await listOffered('---\nrelated: [<|>]\n---\n', files, '_posts/2024-01-03-c.md');
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ['/2024/01/02/b.html', '1 post'],
        ['/2024/01/01/a.html', 'A'],
      ],
    );
  });

  it('offers first the values of posts with a similar time and title', async () => {
    const files = {
      '_config.yml': '',
      ...Object.fromEntries(
        [1, 2, 3, 4].map((n) => [`_posts/2020-01-0${n}-old.md`, toPost(`2020-01-0${n}`, 'Nets', 'nets')]),
      ),
      '_posts/2024-01-01-fog.md': toPost('2024-01-01', 'Fog over the pier', 'fog, pier'),
    };
    const { items } = await listOffered(
      '---\ntitle: Fog again\ndate: 2024-01-02\ntags: [<|>]\n---\n',
      files,
      '_posts/2024-01-02-again.md',
    );
    assert.deepEqual(
      items.map(({ label }) => label),
      ['fog', 'pier', 'nets'],
    );
  });
});
