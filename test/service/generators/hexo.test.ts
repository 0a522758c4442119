import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { environment } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { createPost, listRows } from '../../support/site.ts';
import { createAnyData, describeLinks, findPublication } from '../../support/verdicts.ts';

const post = 'source/_posts/hello-world.md';
const toSite = (config: string, path: string, frontMatter: string): string =>
  `-- _config.yml --\n${config}\n-- scaffolds/post.md --\n-- ${path} --\n---\n${frontMatter}\n---\ntext\n`;

describe('Hexo: addresses of posts and pages', () => {
  const dated = 'date: 2013-07-14 17:01:34\ncategories: [foo, bar]';
  const cases: readonly [what: string, config: string, path: string, frontMatter: string, address: string][] = [
    ['the default', '', post, dated, '/2013/07/14/hello-world/'],
    ['a pattern', 'permalink: :year-:month-:day-:title.html', post, dated, '/2013-07-14-hello-world.html'],
    ['the category', 'permalink: :category/:title/', post, dated, '/foo/bar/hello-world/'],
    ['no category', 'permalink: :category/:title/', post, 'title: A', '/uncategorized/hello-world/'],
    [
      'a category by its other name',
      'permalink: :category/:title/\ncategory_map: {News: nyheter}',
      post,
      'category: News',
      '/nyheter/hello-world/',
    ],
    ['several branches of categories', 'permalink: :category/:title/', post, 'categories: [[a, b], [c]]', 'no address'],
    [
      'numbers without zeros, and times',
      'permalink: :i_month/:i_day/:hour:minute:second/',
      post,
      dated,
      '/7/14/170134/',
    ],
    ['the title of the post', 'permalink: :post_title/', post, 'title: "Café: It is!"', '/cafe-it-is/'],
    ['a post in a folder', 'permalink: :title/', 'source/_posts/lorem/hello-world.md', dated, '/lorem/hello-world/'],
    ['its name alone', 'permalink: :name/', 'source/_posts/lorem/hello-world.md', dated, '/hello-world/'],
    [
      'a variable of the file name',
      'new_post_name: :lang/:title.md\npermalink: :lang/:title/',
      'source/_posts/en/a.md',
      'title: A',
      '/en/a/',
    ],
    ['a variable of the front matter', 'permalink: :lang/:title/', post, 'lang: sv', '/sv/hello-world/'],
    [
      'a default of a variable',
      'permalink: :lang/:title/\npermalink_defaults: {lang: en}',
      post,
      'title: A',
      '/en/hello-world/',
    ],
    ['a variable that nobody sets', 'permalink: :lang/:title/', post, 'title: A', 'no address'],
    ['a hash', 'permalink: :hash/', post, dated, 'no address'],
    ['a post without a date', '', post, 'title: A', 'no address'],
    [
      'a date in the file name',
      'new_post_name: :year-:month-:day-:title.md',
      'source/_posts/2024-05-01-a.md',
      'title: A',
      '/2024/05/01/a/',
    ],
    ['an address of its own', '', post, 'permalink: a/b.html', '/a/b.html'],
    ['an address of its own, with folders for files', 'post_asset_folder: true', post, 'permalink: a', '/a/'],
    ['a root', 'url: https://x.example/blog', 'source/about/index.md', 'title: A', '/blog/about/'],
    [
      'a root over the URL’s path',
      'url: https://x.example/blog\nroot: /',
      'source/about/index.md',
      'title: A',
      '/about/',
    ],
    ['a page', '', 'source/hello.md', 'title: A', '/hello.html'],
    ['a page without .html', 'pretty_urls: {trailing_html: false}', 'source/hello.md', 'title: A', '/hello'],
    ['a page’s own address', '', 'source/hello.md', 'permalink: over/there/', '/over/there/'],
  ];
  for (const [what, config, path, frontMatter, expected] of cases) {
    it(`computes the URL of a Hexo page: ${what}`, async () =>
      assert.equal((await findPublication(toSite(config, path, frontMatter), path)).split(' | ')[1], expected));
  }
});

describe('Hexo: why a post is not published', () => {
  const cases: readonly [what: string, config: string, path: string, frontMatter: string, verdict: RegExp][] = [
    ['a draft', '', 'source/_drafts/a.md', 'permalink: a/', /^draft \| \/a\/ \| .*`_drafts`/],
    ['drafts shown', 'render_drafts: true', 'source/_drafts/a.md', 'permalink: a/', /^published/],
    ['published: false', '', post, 'published: false', /^unpublished .*`published: false`/],
    ['draft: true in _posts', '', post, 'draft: true', /^published .*`draft: true` does not keep it back/],
    ['a date to come', '', post, 'date: 2030-01-01', /^published \| \/2030\/01\/01\//],
    ['a date to come, held back', 'future: false', post, 'date: 2030-01-01', /^scheduled .*`future: false`/],
    ['copied as it is', 'skip_render: ["papers/**"]', 'source/papers/a.md', 'title: A', /^skipped .*`skip_render`/],
    ['a file next to posts', 'post_asset_folder: true', 'source/_posts/a/b.html', 'title: A', /^skipped /],
    ['a hidden name', '', 'source/_posts/_a.md', 'title: A', /^not listed$/],
    ['a hidden folder', '', 'source/_data/a.md', 'title: A', /^not listed$/],
    ['a hidden folder, included', 'include: ["_data/**"]', 'source/_data/a.md', 'title: A', /^published/],
    ['an excluded page', 'exclude: ["*.md"]', 'source/a.md', 'title: A', /^not listed$/],
  ];
  for (const [what, config, path, frontMatter, expected] of cases)
    it(`finds the state of a Hexo post: ${what}`, async () =>
      assert.match(await findPublication(toSite(config, path, frontMatter), path), expected));
});

describe('Hexo: dates and terms', () => {
  const dates: readonly [what: string, config: string, date: string, zone: string, shown: string, address: string][] = [
    [
      'by the clock of the computer',
      '',
      '2024-05-01 04:00:00',
      'Asia/Shanghai',
      '2024-05-01T04:00:00+08:00',
      '/2024/05/01/04/',
    ],
    [
      'by the site’s clock; the address by the computer’s',
      'timezone: Asia/Shanghai',
      '2024-05-01 04:00:00',
      'UTC',
      '2024-05-01T04:00:00+08:00',
      '/2024/04/30/20/',
    ],
    [
      'an offset changes the shown time only',
      'timezone: Asia/Shanghai',
      '2024-05-01T04:00:00+02:00',
      'Asia/Shanghai',
      '2024-05-01T02:00:00+08:00',
      '/2024/05/01/02/',
    ],
    [
      'in quotes, a day is one of UTC',
      'timezone: Asia/Shanghai',
      '"2024-05-01"',
      'Asia/Shanghai',
      '2024-05-01T08:00:00+08:00',
      '/2024/05/01/08/',
    ],
    [
      'without seconds',
      'timezone: Asia/Shanghai',
      '2024-05-01 12:30',
      'UTC',
      '2024-05-01T12:30:00+08:00',
      '/2024/05/01/04/',
    ],
  ];
  for (const [what, config, date, timeZone, shown, address] of dates) {
    it(`dates a Hexo post as Hexo 8.1.2: ${what}`, async () => {
      const row = (
        await listRows(toSite(`permalink: :year/:month/:day/:hour/\n${config}`, post, `date: ${date}`), {
          ...environment,
          timeZone,
        })
      ).get(post)!;
      assert.deepEqual([row.date, row.url], [shown, address]);
    });
  }

  it('names new Hexo posts as the configuration says', async () => {
    const { path } = await createPost(
      '-- _config.yml --\nnew_post_name: :year/:month-:title.md\n-- scaffolds/post.md --\n',
      'Hello World',
    );
    assert.equal(path, 'source/_posts/2026/01-Hello-World.md');
  });
});

describe('Hexo: links', () => {
  const files =
    '-- source/_posts/a-b.md --\n---\ndate: 2024-05-01\n---\n## Nine cars\n-- source/_posts/from/x.svg --\n<svg/>\n-- source/img/y.svg --\n<svg/>\n-- source/img/_z.svg --\n';
  const links: readonly [what: string, text: string, ...said: string[]][] = [
    ['posts by their slug', '<a href="{% post_path a-b %}">a</a> {% post_link a-b %} {% post_link a-b#x "title" %}'],
    ['a post that is not there', '{% post_link a-c %}', 'broken-link error'],
    ['a post by its title', '{% post_link "A title" %} {% post_link Title %}'],
    ['a file of the post', '{% asset_img x.svg %} ![a](x.svg) {% asset_img z.svg %}', 'broken-image warning'],
    [
      'addresses',
      '[a](/2024/05/01/a-b/) [b](/2024/05/01/a-c/) ![c](/img/y.svg) ![d](/img/_z.svg)',
      'broken-link warning',
      'broken-image warning',
    ],
    ['lists', '[a](/tags/x/) [b](/archives/2024/) [c](/page/2/) [d](/atom.xml) [e](/css/style.css)'],
    ['what only the build knows', '<a href="{{ url }}">a</a> <img src="{% own_tag c %}" alt="">'],
  ];
  for (const [what, text, ...said] of links) {
    it(`checks links of a Hexo site: ${what}`, async () =>
      assert.deepEqual(
        await describeLinks(
          `${toSite('post_asset_folder: true\ntheme: own', 'source/_posts/from.md', 'date: 2024-01-01')}${files}-- themes/own/_config.yml --\n`,
          'source/_posts/from.md',
          `---\ndate: 2024-01-01\n---\n${text}\n`,
        ),
        said,
      ));
  }
});

describe('Hexo: any front matter and any configuration', () => {
  it('finds the state of every file for any front matter and configuration of Hexo', async () => {
    const own = createAnyData('title', 'date', 'permalink', 'categories', 'tags', 'published', 'layout', 'lang', 'id');
    const settings = createAnyData(
      'url',
      'root',
      'permalink',
      'permalink_defaults',
      'new_post_name',
      'category_map',
      'timezone',
      'skip_render',
      'exclude',
      'source_dir',
      'pretty_urls',
      'post_asset_folder',
      'theme',
    );
    await fc.assert(
      fc.asyncProperty(own, settings, async (frontMatter, config) => {
        const page = `---\n${stringify(frontMatter)}---\n[a](/b/) {% post_link c %} {% asset_img d.png %}\n`;
        const txtar = `-- _config.yml --\n${stringify(config)}\n-- scaffolds/post.md --\n-- source/_posts/a.md --\n${page}-- source/b.md --\n${page}`;
        for (const { state, url, reasons } of (await listRows(txtar)).values())
          assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
        await describeLinks(txtar, 'source/_posts/a.md', page);
      }),
      { numRuns: 60 },
    );
  });
});
