import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import fc from '../../support/property.ts';
import { listRows, readSites } from '../../support/site.ts';
import { createAnyData, describeLinks, findPublication } from '../../support/verdicts.ts';

const toPage = (frontMatter: string): string => `---\n${frontMatter}\n---\ntext\n`;
const toSite = (config: string, path: string, frontMatter: string, more = ''): string =>
  `-- astro.config.mjs --\nexport default defineConfig(${config});\n-- ${path} --\n${toPage(frontMatter)}${more}`;
const route = '-- src/pages/blog/[...slug].astro --\n';

const toContentLayer = (loader: string): string =>
  `${route}-- src/content.config.ts --\nconst blog = defineCollection({ loader: ${loader}, schema: z.object({}) });\nexport const collections = { blog };\n`;

async function findUrl(path: string, frontMatter = 'title: A', config = '{}', more = route): Promise<string> {
  return (await findPublication(toSite(config, path, frontMatter, more), path)).split(' | ')[1] ?? 'not listed';
}

describe('Astro: addresses', () => {
  const cases: readonly [what: string, path: string, frontMatter: string, config: string, address: string][] = [
    ['a page', 'src/pages/about.md', '', '{}', '/about/'],
    ['the home page', 'src/pages/index.md', '', '{}', '/'],
    ['a page in folders', 'src/pages/a/B c/index.md', '', '{}', '/a/B c/'],
    ['a page left out', 'src/pages/a/_b.md', '', '{}', 'not listed'],
    ['an entry', 'src/content/blog/Hello World!.md', '', '{}', '/blog/hello-world/'],
    ['an entry in folders', 'src/content/blog/A b/index.md', '', '{}', '/blog/a-b/'],
    ['an entry with a slug', 'src/content/blog/a.md', 'slug: own/Slug', '{}', '/blog/own/Slug/'],
    ['an entry left out', 'src/content/blog/_a.md', '', '{}', 'not listed'],
    ['an entry without a route', 'src/content/news/a.md', '', '{}', 'no address'],
    ['no slash', 'src/pages/about.md', '', '{ trailingSlash: "never" }', '/about'],
    ['files', 'src/pages/about.md', '', '{ build: { format: "file" } }', '/about'],
    ['always a slash', 'src/pages/about.md', '', '{ trailingSlash: "always", build: { format: "file" } }', '/about/'],
    ['a base', 'src/pages/about.md', '', '{ base: "/docs" }', '/docs/about/'],
    ['a base that code decides', 'src/pages/about.md', '', '{ base: process.env.BASE }', 'no address'],
    ['another source folder', 'app/pages/about.md', '', '{ srcDir: "./app" }', '/about/'],
    [
      'Starlight',
      'src/content/docs/guides/Start here.md',
      '',
      '{ integrations: [starlight({ title: "x" })] }',
      '/guides/start-here/',
    ],
    ['Starlight’s home page', 'src/content/docs/index.md', '', '{ integrations: [starlight({ title: "x" })] }', '/'],
  ];
  for (const [what, path, frontMatter, config, expected] of cases)
    it(`computes the URL of an Astro page: ${what}`, async () =>
      assert.equal(await findUrl(path, frontMatter, config), expected));

  it('says that the URL of an Astro entry is inferred', async () => {
    assert.match(
      await findPublication(toSite('{}', 'src/content/blog/a.md', 'title: A', route), 'src/content/blog/a.md'),
      /^published .*inferred from `src\/pages\/blog\/\[\.\.\.slug\]\.astro`/,
    );
  });

  it('reads Astro’s collections from the configuration of the content', async () => {
    const glob = toContentLayer("glob({ base: './posts', pattern: ['**/*.md', '!**/draft-*.md'] })");
    assert.equal(await findUrl('posts/x/Y.md', 'title: A', '{}', glob), '/blog/x/y/');
    assert.equal(await findUrl('posts/draft-a.md', 'title: A', '{}', glob), 'not listed');
    assert.equal(
      await findUrl(
        'posts/a.md',
        'title: A',
        '{}',
        toContentLayer("glob({ base: './posts', pattern: '**/*.md', generateId: f })"),
      ),
      'no address',
    );
    assert.equal(
      await findUrl('posts/a.md', 'title: A', '{}', toContentLayer('glob({ base: folder, pattern: "*.md" })')),
      'not listed',
    );
  });
});

describe('Astro: states and dates', () => {
  it('says that a draft flag of Astro depends on the code of the site', async () => {
    assert.match(
      await findPublication(toSite('{}', 'src/content/blog/a.md', 'draft: true'), 'src/content/blog/a.md'),
      /^draft .*own code decides/,
    );
    assert.match(await findPublication(toSite('{}', 'src/pages/a.md', 'draft: true'), 'src/pages/a.md'), /^published/);
  });

  it('reads Astro’s dates under the usual names, as JavaScript does', async () => {
    const dates = [
      'pubDate: Jul 08 2022',
      'date: 2022-07-08',
      'pubDatetime: 2022-07-08T09:30:00Z',
      'publishDate: 8 July 2022',
      'pubDate: whenever',
    ];
    const rows = await listRows(
      `-- astro.config.ts --\n${dates.map((date, at) => `-- src/content/blog/${at}.md --\n${toPage(date)}`).join('')}`,
    );
    const shown = [...rows.values()].sort((a, b) => (a.file < b.file ? -1 : 1)).map(({ date }) => date);
    assert.deepEqual(shown, [
      '2022-07-08T00:00:00+00:00',
      '2022-07-08T00:00:00+00:00',
      '2022-07-08T09:30:00+00:00',
      '2022-07-08T00:00:00+00:00',
      null,
    ]);
  });

  it('offers Starlight’s keys on sites that use it', async () => {
    const [found] = await readSites(toSite('{ integrations: [starlight({})] }', 'src/content/docs/a.md', 'title: A'));
    assert.ok(found!.generator.frontMatterKeys.some(({ key }) => key === 'sidebar'));
  });
});

describe('Astro: links', () => {
  const files = `${route}-- public/a.png --\n-- src/content/blog/b.png --\n-- src/content/blog/c.md --\n${toPage('title: C')}`;
  const links: readonly [what: string, text: string, ...said: string[]][] = [
    ['images next to the entry', '![a](./b.png) ![b](b.png) ![c](./c.png)', 'broken-image warning'],
    ['files in public', '![a](/a.png) ![b](/b.png)', 'broken-image warning'],
    ['images by an alias', '![a](~/assets/x.png) ![b](@/x.png)'],
    ['pages, which code may write', '[a](/blog/c/) [b](/blog/nowhere/) [c](/rss.xml)'],
    ['a Markdown file by its path, which Astro leaves as it is', '[a](./c.md)', 'broken-link warning'],
  ];
  for (const [what, text, ...said] of links) {
    it(`checks links of an Astro site: ${what}`, async () =>
      assert.deepEqual(
        await describeLinks(
          toSite('{}', 'src/content/blog/from.md', 'title: F', files),
          'src/content/blog/from.md',
          `${toPage('title: F')}${text}\n`,
        ),
        said,
      ));
  }
});

describe('Astro: any front matter and any configuration', () => {
  it('finds the state of every file for any front matter and configuration of Astro', async () => {
    const own = createAnyData('title', 'pubDate', 'slug', 'draft', 'tags', 'category');
    const settings = createAnyData(
      'site',
      'base',
      'trailingSlash',
      'build',
      'srcDir',
      'integrations',
      'redirects',
      'markdown',
    );
    await fc.assert(
      fc.asyncProperty(own, settings, async (frontMatter, config) => {
        const text = `---\n${stringify(frontMatter)}---\n![a](./b.png) [c](/d/)\n`;
        const txtar = `-- astro.config.mjs --\nexport default ${JSON.stringify(config)}\n-- src/content/blog/a.md --\n${text}-- src/pages/b.md --\n${text}${route}`;
        for (const { state, url, reasons } of (await listRows(txtar)).values())
          assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
        await describeLinks(txtar, 'src/content/blog/a.md', text);
      }),
      { numRuns: 60 },
    );
  });
});
