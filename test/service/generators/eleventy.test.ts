import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import fc from '../../support/property.ts';
import { listRows } from '../../support/site.ts';
import { createAnyData, describeLinks, findPublication } from '../../support/verdicts.ts';

const toSite = (config: string, path: string, frontMatter: string, more = ''): string =>
  `-- .eleventy.js --\n${config}\n-- ${path} --\n---\n${frontMatter}\n---\ntext\n${more}`;

/** The URL of a page with this front matter, next to other files. */
async function findUrl(path: string, frontMatter = 'title: A', more = '', config = ''): Promise<string> {
  return (await findPublication(toSite(config, path, frontMatter, more), path)).split(' | ')[1] ?? 'not listed';
}

describe('Eleventy: addresses', () => {
  const cases: readonly [what: string, path: string, frontMatter: string, address: string][] = [
    ['a page', 'template.md', 'title: A', '/template/'],
    ['a page in a folder', 'subdir/template.md', 'title: A', '/subdir/template/'],
    ['an index', 'subdir/index.md', 'title: A', '/subdir/'],
    ['a page named as its folder', 'subdir/template/template.md', 'title: A', '/subdir/template/'],
    ['the date stays', 'posts/2018-01-01-a.md', 'title: A', '/posts/2018-01-01-a/'],
    ['a permalink', 'a.md', 'permalink: /this-is-a/new/path/index.html', '/this-is-a/new/path/'],
    ['a permalink to a file', 'a.md', 'permalink: feed.xml', '/feed.xml'],
    ['the slug of the file', 'posts/2018-01-01-a.md', 'permalink: "/x/{{ page.fileSlug }}/"', '/x/a/'],
    ['the slug of an index', 'posts/2018-01-01-b/index.md', 'permalink: "/x/{{ page.fileSlug }}/"', '/x/b/'],
    ['the stem of the file', 'posts/2018-01-01-a.md', 'permalink: "{{ page.filePathStem }}.html"', '/posts/a.html'],
    ['the title', 'a.md', 'title: Hello, World 2\npermalink: "/{{ title | slugify }}/"', '/hello-world-2/'],
    [
      'a title that slugify spells its own way',
      'a.md',
      'title: Å & Ö\npermalink: "/{{ title | slugify }}/"',
      'no address',
    ],
    ['a variable that no file sets', 'a.md', 'permalink: "/{{ locale }}/"', 'no address'],
    ['other filters', 'a.md', 'permalink: "/{{ page.date | date: \'%Y\' }}/"', 'no address'],
    ['tags of the template', 'a.md', 'permalink: "/{% if x %}a{% endif %}/"', 'no address'],
    ['pages of a list', 'a.md', 'pagination: { data: x, size: 1 }', 'no address'],
    ['an address in a map', 'a.md', 'permalink: { build: /x/ }', '/x/'],
    ['computed by code', 'a.md', 'eleventyComputed: { permalink: "{{ x }}" }', 'no address'],
  ];
  for (const [what, path, frontMatter, expected] of cases)
    it(`computes the URL of an Eleventy page: ${what}`, async () =>
      assert.equal(await findUrl(path, frontMatter), expected));

  it('reads permalinks of Eleventy from data files, the nearest first', async () => {
    const outer = '-- posts/posts.json --\n{ "permalink": "/outer/{{ page.fileSlug }}/" }\n';
    assert.equal(await findUrl('posts/sub/a.md', 'title: A', outer), '/outer/a/');
    assert.equal(
      await findUrl(
        'posts/sub/a.md',
        'title: A',
        `${outer}-- posts/sub/sub.11tydata.json --\n{ "permalink": "/inner/{{ page.fileSlug }}/" }\n`,
      ),
      '/inner/a/',
    );
    assert.equal(await findUrl('posts/sub/a.md', 'permalink: /own/', outer), '/own/');
    assert.equal(
      await findUrl(
        'posts/a.md',
        'title: A',
        '-- posts/posts.11tydata.js --\nmodule.exports = { permalink: (data) => data.x };\n',
      ),
      'no address',
    );
    assert.equal(
      await findUrl(
        'posts/a.md',
        'title: A',
        '-- posts/posts.11tydata.js --\nmodule.exports = { tags: ["x"], eleventyComputed: {} };\n',
      ),
      '/posts/a/',
    );
    assert.equal(
      await findUrl('posts/a.md', 'title: A', '-- posts/posts.11tydata.js --\nmodule.exports = async () => load();\n'),
      'no address',
    );
    assert.equal(
      await findUrl(
        'posts/a.md',
        'layout: post',
        '-- _includes/post.njk --\n---\npermalink: /x/{{ page.fileSlug }}/\n---\n',
      ),
      'no address',
    );
  });

  it('reads Eleventy’s folders and prefix from the configuration', async () => {
    const returned =
      'module.exports = function (config) { if (x) { return; } return { dir: { input: "src" }, pathPrefix: "line" }; };';
    assert.equal(await findUrl('src/a.md', 'title: A', '', returned), '/line/a/');
    assert.equal(
      await findUrl('src/a.md', 'title: A', '', 'export default (config) => { config.setInputDirectory("src"); };'),
      '/a/',
    );
    assert.equal(
      await findUrl(
        'src/a.md',
        'title: A',
        '',
        'export const config = { dir: { input: "./src/" } };\nexport default async function () {}',
      ),
      '/a/',
    );
    assert.equal(await findUrl('docs/a.md', 'title: A', '', returned), 'not listed');
    assert.equal(
      await findUrl('a.md', 'title: A', '', 'module.exports = (c) => { c.addGlobalData("permalink", () => f); };'),
      'no address',
    );
  });
});

describe('Eleventy: states, dates and tags', () => {
  const cases: readonly [what: string, path: string, frontMatter: string, verdict: RegExp][] = [
    ['no page', 'a.md', 'permalink: false', /^skipped \| no address \| .*`permalink` is false/],
    ['neither slash nor extension', 'a.md', 'permalink: /x', /^published .*Eleventy 3 stops the build.*"\/x\/"/],
    ['a date that is none', 'a.md', 'date: soon', /^skipped .*"soon"/],
    ['a time without seconds', 'a.md', 'date: 2024-01-05 10:00', /^skipped .*"2024-01-05 10:00"/],
    ['a time that YAML reads', 'a.md', 'date: 2024-01-05 10:00:00', /^published/],
    ['that time in quotes', 'a.md', 'date: "2024-01-05 10:00:00"', /^skipped/],
    ['an ISO 8601 time', 'a.md', 'date: 2024-01-05T10:00', /^published/],
    ['a month alone', 'a.md', 'date: 2024-01', /^published/],
    ['a week', 'a.md', 'date: 2024-W01-5', /^published/],
    ['a year alone, which is a number', 'a.md', 'date: 2024', /^skipped/],
    ['a day without zeros', 'a.md', 'date: 2024-1-5', /^skipped/],
    ['an offset without a colon', 'a.md', 'date: 2024-01-05 10:00:00 +0200', /^skipped/],
    ['an offset with a colon', 'a.md', 'date: 2024-01-05 10:00:00 +02:00', /^published/],
    ['a day of no calendar, which YAML moves', 'a.md', 'date: 2024-02-30', /^published/],
    ['that day in quotes', 'a.md', 'date: "2024-02-30"', /^skipped/],
    ['an American date', 'a.md', 'date: 05/01/2024', /^skipped/],
    ['a date of the file', 'a.md', 'date: Last Modified', /^published \| \/a\/$/],
    ['drafts are the site’s own code', 'a.md', 'draft: true', /^published \| \/a\/$/],
    ['layouts', '_includes/a.md', 'title: A', /^not listed$/],
    ['data', '_data/a.md', 'title: A', /^not listed$/],
    ['a name with an underscore', 'notes/_a.md', 'title: A', /^published/],
  ];
  for (const [what, path, frontMatter, expected] of cases)
    it(`finds the state of an Eleventy page: ${what}`, async () =>
      assert.match(await findPublication(toSite('', path, frontMatter), path), expected));

  it('joins Eleventy’s tags, and reads the date from the front matter, else from anywhere in the path', async () => {
    const more =
      '-- posts/posts.json --\n{ "tags": "post" }\n-- posts/2024-06-02/b.md --\n---\noverride:tags: x\n---\n-- posts/c.md --\n---\ndate: 2024-05-01T10:00:00+02:00\n---\n';
    const rows = [...(await listRows(toSite('', 'posts/2024-06-01-a.md', 'tags: [a, post]', more))).values()];
    assert.deepEqual(
      rows.map(({ file, date }) => [file, date]),
      [
        ['posts/2024-06-02/b.md', '2024-06-02T00:00:00+00:00'],
        ['posts/2024-06-01-a.md', '2024-06-01T00:00:00+00:00'],
        ['posts/c.md', '2024-05-01T08:00:00+00:00'],
      ],
    );
  });
});

describe('Eleventy: links', () => {
  const config =
    'module.exports = (c) => { c.addPassthroughCopy("img"); c.addPassthroughCopy({ "papers": "p" }); return { pathPrefix: "/line/" }; };';
  const files = '-- img/a.png --\n-- papers/b.pdf --\n-- c.md --\n---\ntitle: C\n---\n';
  const links: readonly [what: string, text: string, ...said: string[]][] = [
    ['files that are copied', '![a](/line/img/a.png) [b](/line/p/b.pdf) ![c](/line/img/c.png)', 'broken-image warning'],
    [
      'the filter that puts the prefix',
      '[a]({{ \'/c/\' | url }}) ![b]({{ "/img/d.png" | url }})',
      'broken-image warning',
    ],
    ['pages that other templates may write', '[a](/line/tags/x/) [b](/line/feed.xml)'],
    ['a Markdown file by its path, which Eleventy leaves as it is', '[a](/line/c.md)', 'broken-link warning'],
    ['what only the build knows', '[a]({{ page.url }}) ![b]({% image x %})'],
  ];
  for (const [what, text, ...said] of links) {
    it(`checks links of an Eleventy site: ${what}`, async () =>
      assert.deepEqual(
        await describeLinks(toSite(config, 'from.md', 'title: F', files), 'from.md', `---\ntitle: F\n---\n${text}\n`),
        said,
      ));
  }

  it('Eleventy links may name source files where the plugin is used', async () => {
    const plugin =
      'import { InputPathToUrlTransformPlugin } from "@11ty/eleventy";\nexport default (c) => { c.addPlugin(InputPathToUrlTransformPlugin); };';
    assert.deepEqual(
      await describeLinks(
        toSite(plugin, 'x/from.md', 'title: F', files),
        'x/from.md',
        '---\ntitle: F\n---\n[a](../c.md) [b](c.md) [c](d.md)\n',
      ),
      ['broken-link warning'],
    );
  });
});

describe('Eleventy: any front matter and any data', () => {
  it('finds the state of every file for any front matter and data of Eleventy', async () => {
    const names = ['title', 'date', 'permalink', 'tags', 'layout', 'eleventyComputed', 'pagination', 'override:tags'];
    await fc.assert(
      fc.asyncProperty(
        createAnyData(...names),
        createAnyData(...names),
        fc.jsonValue(),
        async (frontMatter, data, config) => {
          const page = `---\n${stringify(frontMatter)}---\n[a](/b/)\n`;
          const txtar = `-- .eleventy.js --\nmodule.exports = { dir: ${JSON.stringify(config)}, pathPrefix: ${JSON.stringify(config)} }\n-- a/a.json --\n${JSON.stringify(data)}\n-- a/b.md --\n${page}`;
          for (const { state, url, reasons } of (await listRows(txtar)).values())
            assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
          await describeLinks(txtar, 'a/b.md', page);
        },
      ),
      { numRuns: 60 },
    );
  });
});
