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
    [
      'a page that nothing writes',
      '[a](/line/tags/x/) [b](/line/nowhere.html)',
      'broken-link warning',
      'broken-link warning',
    ],
    ['a file that code may write', '[a](/line/feed.xml) [b](/line/style.css)'],
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

  const templates: readonly [what: string, file: string, text: string, found: string, missing?: string][] = [
    ['a page of HTML', 'src/map.html', '<h1>Map</h1>', '/map/ /map', '/src/map/'],
    ['an index', 'src/log/index.njk', '---\ntitle: Log\n---\n', '/log/ /log', '/log/index/'],
    ['a permalink', 'src/x.liquid', '---\npermalink: /about/crew.html\n---\n', '/about/crew.html /about/crew', '/x/'],
    ['no permalink', 'src/x.njk', '---\npermalink: false\n---\n', '', '/x/'],
    [
      'a list of terms',
      'src/tags.njk',
      '---\npagination: { data: collections, size: 1, alias: tag }\npermalink: /tags/{{ tag | slugify }}/\n---\n',
      '/tags/wind/ /tags/tide',
      '/tags/wind/strong/',
    ],
    [
      'pages of a list',
      'src/log.njk',
      "---\npagination: { data: x, size: 9 }\npermalink: 'log/{% if pagination.pageNumber %}page-{{ pagination.pageNumber + 1 }}/{% endif %}index.html'\n---\n",
      '/log/ /log/page-2/',
      '/log/storm/',
    ],
    [
      'pages of a list without a permalink',
      'src/all.njk',
      '---\npagination: { data: x, size: 9 }\n---\n',
      '/all/ /all/1/',
      '/all/x/',
    ],
    [
      'a template in JavaScript',
      'src/x.11ty.js',
      'module.exports = class { data() { return { permalink: `/crew/${slug}.html` }; } render() {} };',
      '/crew/jo.html',
      '/x/',
    ],
    ['a template in JavaScript without a permalink', 'src/x.11ty.js', 'exports.render = () => "";', '/x/', '/x.11ty/'],
    [
      'a permalink from the data of its folder',
      'src/log/x.njk',
      '-- src/log/log.json --\n{ "permalink": "/l/{{ page.fileSlug }}/" }\n',
      '/l/x/',
      '/log/x/',
    ],
    [
      'a list of unknown pages',
      'src/x.njk',
      '---\npagination: { data: x, size: 1 }\npermalink: "{{ item.url }}"\n---\n',
      '/anything/ /at/all/',
    ],
    [
      'an address by a condition',
      'src/x.njk',
      "---\npermalink: '/crew/{% if now %}now/{% endif %}'\n---\n",
      '/crew/ /crew/now/',
      '/crew/now/then/',
    ],
    [
      'a template in JavaScript that is not written',
      'src/x.11ty.js',
      'exports.data = { permalink: false, title: "Crew" };',
      '',
      '/crew/',
    ],
    ['what is ignored', 'src/x.njk', '-- .eleventyignore --\nsrc/x.njk\n', '', '/x/'],
  ];
  for (const [what, file, text, found, missing] of templates) {
    it(`knows the pages that a template of Eleventy writes: ${what}`, async () => {
      const site = toSite(
        'module.exports = { dir: { input: "src" } };',
        'src/from.md',
        'title: F',
        `-- ${file} --\n${text}`,
      );
      const links = [...found.split(' '), missing ?? ''].filter((url) => url !== '').map((url) => `[a](${url})`);
      assert.deepEqual(
        await describeLinks(site, 'src/from.md', `---\ntitle: F\n---\n${links.join(' ')}\n`),
        missing === undefined ? [] : ['broken-link warning'],
      );
    });
  }

  it('links of Eleventy may lead to pages of a list in Markdown, and to a page whose URL code computes', async () => {
    const pages =
      '-- tags.md --\n---\npagination: { data: x, size: 1 }\npermalink: /tags/{{ x | slugify }}/\n---\n' +
      '-- crew/crew.11tydata.js --\nmodule.exports = { permalink: (data) => data.x };\n-- crew/jo.md --\n---\ntitle: J\n---\n';
    assert.deepEqual(
      await describeLinks(
        toSite('', 'from.md', 'title: F', pages),
        'from.md',
        '---\ntitle: F\n---\n[a](/tags/wind/) [b](/who/jo/) [c](/who/al/)\n',
      ),
      ['broken-link warning'],
    );
  });

  it('copies that a file of the site adds for the configuration of Eleventy are known', async () => {
    const config = "const copy = require('./config/copy'); module.exports = (c) => { copy(c); };";
    const copy =
      '-- config/copy.js --\nmodule.exports = (c) => { c.addPassthroughCopy({ "src/assets": "assets" }); };\n';
    assert.deepEqual(
      await describeLinks(
        toSite(config, 'from.md', 'title: F', `${copy}-- src/assets/demo/a.html --\n-- src/assets/a.png --\n`),
        'from.md',
        '---\ntitle: F\n---\n[a](/assets/demo/a.html) ![b](/assets/a.png) ![c](/assets/b.png)\n',
      ),
      ['broken-image warning'],
    );
  });

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
