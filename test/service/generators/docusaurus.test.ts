import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import fc from '../../support/property.ts';
import { createPost, listRows, readSites } from '../../support/site.ts';
import { createAnyData, describeLinks, findPublication } from '../../support/verdicts.ts';

const toPage = (frontMatter: string): string => `---\n${frontMatter}\n---\ntext\n`;
const toSite = (config: string, path: string, frontMatter: string, more = ''): string =>
  `-- docusaurus.config.js --\nmodule.exports = ${config};\n-- ${path} --\n${toPage(frontMatter)}${more}`;

const toClassicConfig = (options: string): string => `{ baseUrl: '/', presets: [['classic', { ${options} }]] }`;

async function findUrl(path: string, frontMatter = 'title: A', config = '{}', more = ''): Promise<string> {
  return (await findPublication(toSite(config, path, frontMatter, more), path)).split(' | ')[1] ?? 'not listed';
}

describe('Docusaurus: addresses', () => {
  const cases: readonly [what: string, path: string, frontMatter: string, config: string, address: string][] = [
    ['a dated post', 'blog/2019-09-05-hello.md', '', '{}', '/blog/2019/09/05/hello'],
    ['a dated folder', 'blog/2021-02-04-hello/index.mdx', '', '{}', '/blog/2021/02/04/hello'],
    ['folders of years, months and days', 'blog/2021/04/15/greetings.md', '', '{}', '/blog/2021/04/15/greetings'],
    [
      'a date after a folder',
      'blog/adventures/2021-04-15-greetings.md',
      '',
      '{}',
      '/blog/2021/04/15/adventures/greetings',
    ],
    ['no date', 'blog/adventures/greetings.md', '', '{}', '/blog/adventures/greetings'],
    ['a slug', 'blog/2021-04-15-a.md', 'slug: hello', '{}', '/blog/hello'],
    ['a slug with a slash', 'blog/2021-04-15-a.md', 'slug: /', '{}', '/blog/'],
    [
      'other places',
      'news/2021-04-15-a.md',
      '',
      toClassicConfig("blog: { path: 'news', routeBasePath: '/' }"),
      '/2021/04/15/a',
    ],
    ['no blog', 'blog/2021-04-15-a.md', '', toClassicConfig('blog: false'), 'not listed'],
    ['a route that code decides', 'blog/a.md', '', toClassicConfig('blog: { routeBasePath: env }'), 'no address'],
    [
      'a plugin of its own',
      'log/a.md',
      '',
      "{ plugins: [['@docusaurus/plugin-content-blog', { id: 'log', path: './log', routeBasePath: 'log' }]] }",
      '/log/a',
    ],
    ['left out', 'blog/_a.md', '', '{}', 'not listed'],
    ['left out by its folder', 'docs/_x/a.md', '', '{}', 'not listed'],
    ['a base', 'blog/a.md', '', "{ baseUrl: '/book/' }", '/book/blog/a'],
    ['a slash at the end', 'blog/a.md', '', '{ trailingSlash: true }', '/blog/a/'],
    ['no slash at the end', 'docs/x/index.md', '', '{ trailingSlash: false }', '/docs/x'],
    ['docs', 'docs/guide/hello.md', '', '{}', '/docs/guide/hello'],
    ['numbers before names', 'docs/01-guide/02 - hello.md', '', '{}', '/docs/guide/hello'],
    ['versions and dates are no such numbers', 'docs/7.0-foo/2021-11-foo.md', '', '{}', '/docs/7.0-foo/2021-11-foo'],
    ['numbers kept', 'docs/01-guide/02-hello.md', 'parse_number_prefixes: false', '{}', '/docs/01-guide/02-hello'],
    ['an id', 'docs/guide/hello.md', 'id: hi', '{}', '/docs/guide/hi'],
    ['an index', 'docs/guide/README.md', '', '{}', '/docs/guide/'],
    ['a page named as its folder', 'docs/guide/Guide.md', '', '{}', '/docs/guide/'],
    ['a slug from here', 'docs/guide/hello.md', 'slug: ../hi', '{}', '/docs/hi'],
    ['a slug from the top', 'docs/guide/hello.md', 'slug: /hi', '{}', '/docs/hi'],
    ['a page', 'src/pages/support/index.md', '', '{}', '/support/'],
    [
      'a translation',
      'i18n/fr/docusaurus-plugin-content-blog/2021-04-15-a.md',
      '',
      "{ i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } }",
      '/fr/blog/2021/04/15/a',
    ],
  ];
  for (const [what, path, frontMatter, config, expected] of cases)
    it(`computes the URL of a Docusaurus page: ${what}`, async () =>
      assert.equal(await findUrl(path, frontMatter, config), expected));

  it('leaves URLs of Docusaurus docs unknown once versions were cut', async () => {
    assert.equal(await findUrl('docs/a.md', 'title: A', '{}', '-- versions.json --\n["1.0"]\n'), 'no address');
  });

  it('reads Docusaurus configurations in all their forms', async () => {
    const forms = [
      'module.exports = CONFIG;',
      'const config: Config = CONFIG;\nexport default config;',
      'export default CONFIG satisfies Config;',
      'export default async function create() { const x = { a: 1 }; return CONFIG; }',
      'export default async () => (CONFIG);',
    ];
    for (const form of forms) {
      const txtar = `-- docusaurus.config.ts --\nimport { x } from 'y';\n// baseUrl: '/no/'\n${form.replace('CONFIG', "{ title: `It's`, baseUrl: '/book/', regex: /['\"]\\/}/ }")}\n-- blog/a.md --\n${toPage('title: A')}`;
      assert.equal(await findPublication(txtar, 'blog/a.md'), 'published | /book/blog/a', form);
    }
  });
});

describe('Docusaurus: states, dates and dialect', () => {
  const cases: readonly [what: string, path: string, frontMatter: string, verdict: RegExp][] = [
    ['a draft', 'blog/a.md', 'draft: true', /^draft \| \/blog\/a \| .*`docusaurus start`/],
    ['unlisted', 'blog/a.md', 'unlisted: true', /^published .*`unlisted: true`/],
    ['a date to come is no reason', 'blog/2050-01-01-a.md', '', /^published \| \/blog\/2050\/01\/01\/a$/],
    ['a date that is none', 'blog/a.md', 'date: soon', /^skipped .*"soon"/],
    ['an id with a slash', 'docs/a.md', 'id: a/b', /^skipped .*"a\/b" stops the build/],
  ];
  for (const [what, path, frontMatter, expected] of cases)
    it(`finds the state of a Docusaurus post: ${what}`, async () =>
      assert.match(await findPublication(toSite('{}', path, frontMatter), path), expected));

  it('reads the date of a Docusaurus post from the front matter, else from the path', async () => {
    const rows = await listRows(
      toSite('{}', 'blog/2021/4/5/a.md', 'title: A', `-- blog/2021-04-15-b.md --\n${toPage('date: 2020-01-02T03:04')}`),
    );
    assert.deepEqual(
      [...rows.values()].map(({ date }) => date),
      ['2021-04-05T00:00:00+00:00', '2020-01-02T03:04:00+00:00'],
    );
  });

  it('reads Docusaurus files as MDX, unless the configuration says otherwise', async () => {
    const dialects = await Promise.all(
      ['{}', "{ markdown: { format: 'detect' } }"].map(
        async (config) => (await readSites(toSite(config, 'blog/a.md', '')))[0]!.generator.dialect.id,
      ),
    );
    assert.deepEqual(dialects, ['mdx', 'gfm']);
  });

  it('dates the file of a new Docusaurus post, not of a new page of the docs', async () => {
    const files = '-- docusaurus.config.js --\n-- blog/authors.yml --\n';
    assert.equal((await createPost(files, 'Hello', 'blog')).path, 'blog/2026-01-15-hello.md');
    assert.equal((await createPost(files, 'Hello', 'docs')).path, 'docs/hello.md');
  });
});

describe('Docusaurus: links', () => {
  const files = `-- docs/01-a/b.md --\n${toPage('title: B')}## Nine cars\n-- docs/img.png --\n-- static/x.png --\n-- src/pages/help.tsx --\n-- blog/2024-05-01-e.md --\n${toPage('title: E')}## Nine cars\n-- blog/d.md --\n${toPage('draft: true')}`;
  const links: readonly [what: string, text: string, ...said: string[]][] = [
    ['files by their path', '[a](2024-05-01-e.md) [b](./2024-05-01-e.md#nine-cars)'],
    [
      'a file of another plugin by a relative path',
      '[a](../docs/01-a/b.md) [b](@site/blog/2024-05-01-e.md)',
      'broken-link error',
    ],
    ['a file that is not there', '[a](../docs/01-a/c.md)', 'broken-link error'],
    ['a heading that is not there', '[a](2024-05-01-e.md#ten-cars)', 'broken-anchor warning'],
    ['addresses, the base path added', '[a](/docs/a/b) [b](/book/docs/a/b) [c](/docs/a/c)', 'broken-link warning'],
    ['images', '![a](../docs/img.png) ![b](/x.png) ![c](./x.png)', 'broken-image warning'],
    [
      'what Docusaurus writes itself',
      '[a](/blog/tags/x) [b](/blog) [c](/blog/archive) [d](/docs/category/a) [e](/blog/rss.xml) [f](/help)',
    ],
    ['what is served as it is', '[a](pathname:///x.pdf)'],
  ];
  for (const [what, text, ...said] of links) {
    it(`checks links of a Docusaurus site: ${what}`, async () =>
      assert.deepEqual(
        await describeLinks(
          toSite("{ baseUrl: '/book/' }", 'blog/from.md', 'title: F', files),
          'blog/from.md',
          `${toPage('title: F')}${text}\n`,
        ),
        said,
      ));
  }
});

describe('Docusaurus: files that links name', () => {
  const files = `-- docs/api/store.md --\n${toPage('title: S')}-- docs/guide/b.md --\n${toPage('title: B')}`;
  const said = (links: string): Promise<string[]> =>
    describeLinks(
      toSite('{}', 'docs/guide/a.md', 'title: A', files),
      'docs/guide/a.md',
      `${toPage('title: A')}${links}\n`,
    );

  it('looks for a path without dots beside the page, in the folder of the plugin and from the site root', async () => {
    assert.deepEqual(await said('[a](b.md) [b](api/store.md) [c](docs/api/store.md) [d](/api/store.md)'), []);
    assert.deepEqual(await said('[a](./api/store.md) [b](store.md)'), ['broken-link error', 'broken-link error']);
  });

  it('a folder beside the site may be one that it reads, where paths begin at its top', async () => {
    const folder = '-- docs/x/a.md --\ntext\n-- docs/api/store.md --\ntext\n';
    const text = '[a](api/store.md) [b](./api/store.md)\n';
    const nested =
      "-- website/docusaurus.config.js --\nexport default { presets: [['classic', { docs: { path: '../docs' } }]] };\n";
    assert.deepEqual(await describeLinks(folder + nested, 'docs/x/a.md', text), ['broken-link warning']);
    assert.deepEqual(await describeLinks(folder, 'docs/x/a.md', text), ['broken-link warning', 'broken-link warning']);
  });
});

describe('Docusaurus: any front matter and any configuration', () => {
  it('finds the state of every file for any front matter and configuration of Docusaurus', async () => {
    const own = createAnyData(
      'title',
      'date',
      'slug',
      'id',
      'tags',
      'authors',
      'draft',
      'unlisted',
      'parse_number_prefixes',
    );
    const settings = createAnyData(
      'url',
      'baseUrl',
      'trailingSlash',
      'presets',
      'plugins',
      'i18n',
      'staticDirectories',
      'markdown',
    );
    await fc.assert(
      fc.asyncProperty(own, settings, async (frontMatter, config) => {
        const text = `---\n${stringify(frontMatter)}---\n[a](./b.md) ![c](/d.png)\n`;
        const txtar = `-- docusaurus.config.js --\nexport default ${JSON.stringify(config)}\n-- blog/a.md --\n${text}-- docs/b.md --\n${text}-- src/pages/c.md --\n${text}`;
        for (const { state, url, reasons } of (await listRows(txtar)).values())
          assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
        await describeLinks(txtar, 'blog/a.md', text);
      }),
      { numRuns: 60 },
    );
  });
});
