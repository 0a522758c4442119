import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import fc from '../../support/property.ts';
import { createPost, listRows, readSites } from '../../support/site.ts';
import { createAnyData, describeLinks, findPublication } from '../../support/verdicts.ts';

const toPage = (frontMatter: string, body = 'text'): string => `---\n${frontMatter}\n---\n${body}\n`;
const toSite = (config: string, path: string, frontMatter = 'title: A', more = ''): string =>
  `-- .vitepress/config.mts --\nexport default ${config};\n-- ${path} --\n${toPage(frontMatter)}${more}`;

async function findUrl(path: string, config = '{}', frontMatter = 'title: A', more = ''): Promise<string> {
  return (await findPublication(toSite(config, path, frontMatter, more), path)).split(' | ')[1] ?? 'not listed';
}

describe('VitePress: addresses', () => {
  const cases: readonly [what: string, path: string, config: string, address: string][] = [
    ['a page', 'guide/a.md', '{}', '/guide/a.html'],
    ['a page without ending', 'guide/a.md', '{ cleanUrls: true }', '/guide/a'],
    ['an index', 'guide/index.md', '{}', '/guide/'],
    ['the first page', 'index.md', '{ cleanUrls: true }', '/'],
    ['a README is a page like any other', 'guide/README.md', '{}', '/guide/README.html'],
    ['a base', 'a.md', "{ base: '/docs/' }", '/docs/a.html'],
    ['a base without its last slash', 'index.md', "{ base: '/docs' }", '/docs/'],
    ['a base that code decides', 'a.md', '{ base: process.env.BASE }', 'no address'],
    ['a folder of sources', 'src/a.md', "{ srcDir: './src' }", '/a.html'],
    ['beside the folder of sources', 'a.md', "{ srcDir: 'src' }", 'not listed'],
    ['a path that is left out', 'notes/deep/a.md', "{ srcExclude: ['**/notes/**'] }", 'not listed'],
    ['paths that code leaves out', 'a.md', '{ srcExclude: hidden }', 'no address'],
    ['a folder named dist', 'guide/dist/a.md', '{}', 'not listed'],
    ['a hidden file', 'guide/.a.md', '{}', 'not listed'],
    ['a template for many pages', 'packages/[name].md', '{}', 'no address'],
    ['a configuration that is put together', 'a.md', '{ ...shared }', 'no address'],
    ['a configuration that builds on another', 'a.md', '{ extends: theme }', 'no address'],
    ['options for something else', 'a.md', '{ themeConfig: { nav: nav(), sidebar }, title }', '/a.html'],
    ['a rewriting function', 'a.md', '{ rewrites: (id) => id }', 'no address'],
  ];
  for (const [what, path, config, expected] of cases)
    it(`computes the URL of a VitePress page: ${what}`, async () =>
      assert.equal(await findUrl(path, config), expected));

  /** Files that a build of VitePress 1.6.4 wrote with these rules. */
  const rewrites = `{ rewrites: {
    'packages/:pkg/src/:slug*': ':pkg/:slug*',
    'one/:page.md': 'first/:page.md',
    'two/(.*)': 'second/(.*)',
    'three/:x(.*)': 'third/:x',
    'four/a.md': 'fourth/b.md',
    'Five/:p': 'fifth/:p',
    'six/:a/:b.md': ':b/:a.md',
    'seven/:rest+': ':rest+',
  } }`;
  const rewritten: Readonly<Record<string, string>> = {
    'index.md': '/',
    'packages/p/src/a.md': '/p/a.html',
    'packages/p/src/b/c.md': '/p/b/c.html',
    'packages/p/other.md': '/packages/p/other.html',
    'one/x.md': '/first/x.html',
    'one/y/z.md': '/one/y/z.html',
    'two/x.md': '/second/x.html',
    'three/a/b.md': '/third/a/b.html',
    'four/a.md': '/fourth/b.html',
    'five/x.md': '/fifth/x.html',
    'six/i/j.md': '/j/i.html',
    'seven/k/l.md': '/k/l.html',
  };
  for (const [path, expected] of Object.entries(rewritten))
    it(`rewrites ${path} as a build of VitePress does`, async () =>
      assert.equal(await findUrl(path, rewrites), expected));

  it('leaves URLs unknown where it cannot follow a rewrite rule of VitePress', async () => {
    const config = "{ rewrites: { 'a.md': 'b.md', '^c/(.*)': 'd.md' } }";
    assert.equal(await findUrl('a.md', config), '/b.html');
    assert.equal(await findUrl('c/x.md', config), 'no address');
  });
});

describe('VitePress: sites', () => {
  it('finds the configuration of VitePress in each of its places', async () => {
    for (const file of ['config.js', 'config.ts', 'config.mjs', 'config.mts', 'config/index.ts', 'config/index.mts']) {
      const txtar = `-- docs/.vitepress/${file} --\nimport { defineConfig } from 'vitepress';\nexport default defineConfig({ base: '/b/' });\n-- docs/a.md --\n`;
      const row = (await readSites(txtar)).find(({ generator }) => generator.id === 'vitepress');
      assert.equal(row?.generator.linking?.basePath, '/b', file);
    }
  });

  it('takes a VitePress theme without a configuration for no site', async () => {
    const [only] = await readSites('-- .vitepress/theme/index.ts --\n-- a.md --\n');
    assert.equal(only!.generator.id, 'plain');
  });

  it('lists date, title and tags of a VitePress post as published, whatever the date', async () => {
    const rows = await listRows(toSite('{}', 'posts/a.md', 'title: A\ndate: 2050-01-02\ntags: [x, y]\ndraft: true'));
    const { state, date, title, collection } = rows.get('posts/a.md')!;
    assert.deepEqual([state, date, title, collection], ['published', '2050-01-02T00:00:00+00:00', 'A', 'posts']);
  });

  it('reports VitePress front matter that stops the build', async () => {
    assert.match(await findPublication(toSite('{}', 'a.md', 'title: a: b: c'), 'a.md'), /^skipped .*stops the build/);
  });

  it('puts a new VitePress page where its siblings are', async () => {
    const files =
      '-- .vitepress/config.ts --\nexport default {}\n-- posts/2024-05-01-fog.md --\n---\ndate: 2024-05-01\n---\n';
    assert.equal((await createPost(files, 'Hello', 'posts')).path, 'posts/2026-01-15-hello.md');
  });
});

/** Forms of links in `guide/links.md`, and whether a build of VitePress 1.6.4 with `base: '/b/'` called them dead. */
const forms: Readonly<Record<string, 'dead' | 'alive'>> = {
  './a': 'alive',
  './a.md': 'alive',
  './a.html': 'alive',
  a: 'alive',
  'a.md': 'alive',
  '/guide/a': 'alive',
  '/guide/a.md': 'alive',
  '/guide/a.html': 'alive',
  '/guide/a?q=1': 'alive',
  '/guide': 'dead',
  '/guide/': 'alive',
  '/guide/index': 'alive',
  '/guide/index.md': 'alive',
  '/guide/index.html': 'alive',
  '../top': 'alive',
  '../top.md': 'alive',
  '../': 'alive',
  './': 'alive',
  '.': 'dead',
  '..': 'dead',
  '../guide': 'dead',
  '/b/guide/a': 'dead',
  '/b/': 'dead',
  '/guide/nope': 'dead',
  './nope.md': 'dead',
  '/guide/a/': 'dead',
  '/top/': 'dead',
  '/top': 'alive',
  './README.md': 'alive',
  './README': 'alive',
  './readme.md': 'dead',
  '/sub': 'dead',
  '/sub/': 'alive',
  '/sub/#page-sub': 'alive',
  './my file.md': 'alive',
  './my%20file.md': 'alive',
  '/file.pdf': 'alive',
  './none.zip': 'alive',
  '/LICENSE': 'dead',
  '/pub/raw': 'alive',
  '/pub/raw.html': 'alive',
  '/pub/raw.md': 'alive',
  './a.MD': 'dead',
  './Index.md': 'alive',
  './INDEX.md': 'alive',
  './A.md': 'dead',
  '/v1.2': 'alive',
  '/v1.2.md': 'alive',
  '/x.vue': 'dead',
  '/x.ts': 'alive',
  './a.htm': 'dead',
  'mailto:a@b.c': 'alive',
  'tel:+123': 'alive',
  '//example.org/x': 'alive',
  'https://example.org/x': 'alive',
  '?q': 'alive',
  '../../out': 'dead',
  '../../../top': 'dead',
  '/guide//a': 'dead',
  'guide/a': 'dead',
  '/guide/a.md?x#page-a': 'alive',
  '/index': 'alive',
  '/index.md': 'alive',
  '/./top': 'dead',
  '/guide/../top': 'dead',
  '@/top.md': 'dead',
  '~/top': 'dead',
  '/guide/[id]': 'dead',
  'a&b': 'dead',
};

/** What is said of links that a build does not look at: nothing is there all the same. */
const unseen = new Set(['./none.zip', '/x.ts']);

describe('VitePress: links', () => {
  const pages = ['index', 'guide/index', 'guide/a', 'guide/README', 'guide/my file', 'sub/index', 'top', 'v1.2'];
  const files = [
    ...pages.map((name) => `-- ${name}.md --\n# Page ${name.replace(/\/?index$/, '').replace(/.*\//, '')}\n`),
    '-- public/pub/raw.html --\n<p>x</p>\n-- public/file.pdf --\n-- public/LICENSE --\n-- public/a.png --\n-- guide/b.png --\n-- c.png --\n',
  ].join('');
  const checkLinks = (text: string, config = "{ base: '/b/' }", more = ''): Promise<string[]> =>
    describeLinks(
      toSite(config, 'guide/links.md', 'title: L', files + more),
      'guide/links.md',
      toPage('title: L', text),
    );

  for (const [written, verdictOfBuild] of Object.entries(forms))
    it(`calls the VitePress link ${written} ${verdictOfBuild} as the build does`, async () => {
      const expected =
        verdictOfBuild === 'dead' ? ['broken-link error'] : unseen.has(written) ? ['broken-link warning'] : [];
      assert.deepEqual(await checkLinks(`[a](<${written}>)`), expected);
    });

  const cases: readonly [what: string, text: string, config: string, ...said: string[]][] = [
    ['headings', '[a](./a#page-a) [b](/guide/a.md#not-there)', '{}', 'broken-anchor warning'],
    [
      'images beside the page, copied ones and those of the root',
      '![a](b.png) ![b](/a.png) ![c](/c.png) ![d](../c.png)',
      '{}',
    ],
    ['images that are not there', '![a](x.png) ![b](/b.png)', '{}', 'broken-image warning', 'broken-image warning'],
    ['dead links that the build passes', '[a](./nope)', '{ ignoreDeadLinks: true }', 'broken-link warning'],
    ['dead links of which code decides', '[a](./nope)', '{ ignoreDeadLinks: [/nope/] }'],
    [
      'links in HTML, which nothing completes',
      '<a href="/b/guide/a.html">a</a> <a href="/other/x">b</a>',
      "{ base: '/b/' }",
    ],
    ['links in HTML to other projects on the host', '<a href="/play">a</a> <a href="/play/">b</a>', '{}'],
    [
      'links whose target is named, which nothing completes either',
      '[a](/play.html){target="_self"} [b](</b/guide/a.html> "B"){target=_self}',
      "{ base: '/b/' }",
    ],
    ['links in HTML into an own folder', '<a href="/guide/nope">a</a>', '{}', 'broken-link warning'],
    [
      'links to other projects, which the build passes',
      '[a](/play/) [b](/guide/nope)',
      '{ ignoreDeadLinks: true }',
      'broken-link warning',
    ],
    ['links in HTML that lead nowhere', '<a href="./a.md">a</a>', '{}', 'broken-link warning'],
    ['what Vue binds', '<img :src="logo" alt=""> <a :href="url">a</a> [b]({{ url }})', '{}'],
    ['pages that code leaves out or moves', '[a](./nope) [b](./a)', '{ rewrites: (id) => id }'],
    ['a configuration that is put together', '[a](./nope) ![b](x.png) [c](/x.pdf)', '{ ...shared }'],
    ['files that hooks may write', '[a](/feed/rss.xml)', '{ async buildEnd() { write(); } }'],
  ];
  for (const [what, text, config, ...expected] of cases)
    it(`checks links of a VitePress site: ${what}`, async () =>
      assert.deepEqual(await checkLinks(text, config), expected));

  it('accepts links to any page of a VitePress template', async () => {
    const template = '-- packages/[name].md --\n-- packages/[name].paths.js --\n';
    assert.deepEqual(await checkLinks('[a](/packages/x/y) [b](../packages/z.md) [c](/package/x)', '{}', template), [
      'broken-link error',
    ]);
  });

  it('resolves VitePress links from where a page is published, and links to source files too', async () => {
    const config = "{ rewrites: { 'guide/links.md': 'links.md', 'guide/a.md': 'other/b.md' } }";
    assert.deepEqual(await checkLinks('[a](./top) [b](./other/b) [c](/other/b.html) [d](/guide/a) [e](./a)', config), [
      'broken-link warning',
    ]);
  });
});

/** Headings and their ids as VitePress 1.6.4 prints them. */
const ids: Readonly<Record<string, string>> = {
  'Hello, World!': 'hello-world',
  '1. First': '_1-first',
  'Über uns': 'uber-uns',
  Straße: 'straße',
  'C++': 'c',
  'a_b-c': 'a-b-c',
  '`code` here': 'code-here',
  '**bold** and *it*': 'bold-and-it',
  '[link](./a) t': 'link-t',
  'Foo <Badge text="x"/>': 'foo',
  Ελληνικά: 'ελληνικα',
  'Ψάρι ΣΟΣ': 'ψαρι-σος',
  '日本語 見出し': '日本語-見出し',
  'emoji 🎉 x': 'emoji-🎉-x',
  '“quoted” text': 'quoted-text',
  'it’s': 'it-s',
  'em — dash': 'em-—-dash',
  'a…b': 'a-b',
  '--flag': 'flag',
  'Q: why?': 'q-why',
  'a/b': 'a-b',
  'x {#own}': 'own',
  'v1.2.3': 'v1-2-3',
  'a.b[c-d].e': 'a-b-c-d-e',
  '`list[0]`': 'list-0',
  'Crème à l’été': 'creme-a-l-ete',
  한국어: '한국어'.normalize('NFD'),
  が: 'が'.normalize('NFD'),
  İstanbul: 'istanbul',
  '½ x': '_1⁄2-x',
};

const checkAnchors = (text: string, config = '{}'): Promise<string[]> =>
  describeLinks(toSite(config, 'a.md'), 'a.md', text);

describe('VitePress: Markdown', () => {
  for (const [heading, id] of Object.entries(ids))
    it(`the VitePress heading "${heading}" has the id ${id}`, async () => {
      assert.deepEqual(await checkAnchors(`## ${heading}\n\n[a](#${encodeURI(id)}) [b](#${encodeURI(id)}-x)\n`), [
        'broken-anchor warning',
      ]);
    });

  const silent: readonly [what: string, heading: string, config?: string][] = [
    ['an entity, which stays as it is written', 'A &amp; B'],
    ['what an entity may stand for', 'A & B'],
    ['an emoji by its name', 'emoji :tada: x'],
    ['what Vue fills in', '{{ $params.name }}'],
    ['what a plugin may write', 'A', '{ vite }'],
    ['ids that the site makes itself', 'A', '{ markdown: { anchor: { slugify: own } } }'],
    ['a component, which may write ids', 'A\n\n<TableOfApi />\n'],
    ['a part that is included', 'A\n\n<!-- @include: ./part.md -->\n'],
  ];
  for (const [what, heading, config] of silent)
    it(`reports no missing anchor of VitePress where there is ${what}`, async () =>
      assert.deepEqual(await checkAnchors(`## ${heading}\n\n[a](#anything)\n`, config), []));

  it('reads footnotes in VitePress only where the site adds them', async () => {
    const dialects = await Promise.all(
      ['{}', '{ markdown: { config: (md) => md.use(footnote) } }'].map(
        async (config) => (await readSites(toSite(config, 'a.md')))[0]!.generator.dialect,
      ),
    );
    assert.deepEqual(
      dialects.map(({ id, footnotes, extensions }) => [
        id,
        footnotes.isEnabled,
        extensions.taskLists,
        extensions.alerts,
      ]),
      [
        ['markdown-it', false, false, true],
        ['markdown-it', true, false, true],
      ],
    );
  });
});

describe('VitePress with random front matter and configurations', () => {
  it('finds the state of every file for any front matter and configuration of VitePress', async () => {
    const own = createAnyData('title', 'date', 'tags', 'layout', 'draft');
    const settings = createAnyData(
      'base',
      'srcDir',
      'srcExclude',
      'cleanUrls',
      'rewrites',
      'locales',
      'markdown',
      'vite',
      'ignoreDeadLinks',
      'outDir',
    );
    await fc.assert(
      fc.asyncProperty(own, settings, async (frontMatter, config) => {
        const text = `---\n${stringify(frontMatter)}---\n[a](./b.md) ![c](/d.png) [e](/f/)\n`;
        const txtar = `-- .vitepress/config.js --\nexport default ${JSON.stringify(config)}\n-- a.md --\n${text}-- x/b.md --\n${text}`;
        for (const { state, url, reasons } of (await listRows(txtar)).values())
          assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
        await describeLinks(txtar, 'a.md', text);
      }),
      { numRuns: 60 },
    );
  });
});
