import assert from 'node:assert/strict';
import { describeLinks } from '../../support/verdicts.ts';

const page = '---\ntitle: A page\n---\n';
const jekyll = `-- _posts/2023-04-01-first-ferry.md --\n${page}## The way over\n-- about.md --\n${page}We wait.\n-- assets/ferry.svg --\n<svg/>\n`;

const based = '-- _config.yml --\nbaseurl: /ferry\n';

function checkWithPlugin(ruby: string): Promise<string[]> {
  return describeLinks(
    `-- _config.yml --\n-- _plugins/tags.rb --\n${ruby}\n${jekyll}`,
    'page.md',
    `${page}[a](/tags/boats/) [b](/log/none/)\n`,
  );
}

describe('links of a Jekyll site', () => {
  const cases: readonly (readonly [what: string, settings: string, link: string, ...said: string[]])[] = [
    ['a page that is not there', '', '[a](/nowhere/)', 'broken-link warning'],
    ['the first page, which a theme may bring', '', '[a](/)'],
    [
      'a page of the site’s own host',
      'url: https://ferry.example',
      '[a](https://ferry.example/2023/04/01/first-ferry.html)',
    ],
    [
      'a page of the own host that is not there, in a folder of the site',
      'url: https://ferry.example',
      '[a](https://ferry.example/2023/04/01/last-ferry.html)',
      'broken-link warning',
    ],
    [
      'what another project may serve on the same host',
      'url: https://ferry.example',
      '[a](https://ferry.example/timetable/may.html) [b](https://ferry.example/timetable)',
    ],
    ['another host', 'url: https://ferry.example', '[a](https://other.example/2023/04/01/last-ferry.html)'],
    ['a page named without the base path', 'baseurl: /ferry', '[a](/about.html)', 'broken-link hint'],
    ['what lies outside of the base path', 'baseurl: /ferry', '[a](/harbour/)'],
    [
      'a page below the base path',
      'baseurl: /ferry',
      '[a](/ferry/about.html) [b](/ferry/abuot.html)',
      'broken-link warning',
    ],
    ['a feed that a plugin writes', 'plugins: [jekyll-feed]', '[a](/feed.xml)'],
    ['a feed that nothing writes', '', '[a](/feed.xml)', 'broken-link warning'],
    ['later pages of a list', 'paginate: 5', '[a](/page2/) [b](/page/)', 'broken-link warning'],
    [
      'pages that jekyll-archives writes where its settings enable them',
      'plugins: [jekyll-archives]\njekyll-archives:\n  enabled: [tags, year]\n  permalinks:\n    tag: /about/:name/',
      '[a](/about/boats/) [b](/2024/) [c](/2024/05/) [d](/category/boats/) [e](/archive/)',
      'broken-link warning',
      'broken-link warning',
      'broken-link warning',
    ],
    ['pages that jekyll-archives could write', 'plugins: [jekyll-archives]', '[a](/tag/boats/)', 'broken-link warning'],
    [
      'later pages and lists of jekyll-paginate-v2',
      'plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\n# Lists\nautopages: {enabled: true, categories: {enabled: false}}',
      '[a](/boats/page2/) [b](/tag/tug/) [c](/category/tug/)',
      'broken-link warning',
    ],
    [
      'jekyll-paginate-v2 without its settings',
      'plugins: [jekyll-paginate-v2]',
      '[a](/page/2/)',
      'broken-link warning',
    ],
    [
      'the host alone, which has other projects next to this one',
      'url: https://ferry.example\nbaseurl: /ferry',
      '[a]({{ site.url }}/ferry/about.html) [b]({{ site.url }}/shop/) [c]({{ site.url }}/ferry/abuot.html)',
      'broken-link warning',
    ],
    [
      'the file that is written for an address without an extension',
      'permalink: /log/:title',
      '[a](/log/first-ferry.html) [b](/log/first-ferry) [c](first-ferry.html) [d](/log/first-ferry/)',
      'broken-link warning',
    ],
    [
      'the path of an image from the root, as GitHub Pages resolves it',
      'baseurl: /ferry',
      '![a](/assets/ferry.svg) ![b](/ferry/assets/ferry.svg)',
    ],
    ['what a theme brings', 'theme: minima', '[a](/assets/main.css) [b](/nowhere/)', 'broken-link warning'],
    [
      'a folder the site does not have',
      '',
      '![a](/cdn/x.png) [b](/downloads/list.pdf)',
      'broken-image warning',
      'broken-link warning',
    ],
    [
      'a file missing in a folder of the site',
      '',
      '![a](/assets/x.png) [b](/assets/list.pdf)',
      'broken-image warning',
      'broken-link warning',
    ],
    ['a page in a folder that Jekyll does not copy', '', '[a](/_includes/x.html)', 'broken-link warning'],
    [
      'a Markdown file by its path, as GitHub Pages resolves it',
      '',
      '[a](../about.md) [b](/about.md#the-crew)',
      'broken-anchor warning',
    ],
    [
      'an image by the path of its file',
      '',
      '![a](../assets/ferry.svg) ![b](../assets/fery.svg)',
      'broken-image warning',
    ],
    ['variables', '', '[a]({{ page.url }}) [b]({% link {{ page.next }} %}) [c](/x/{{ site.lang }}/)'],
    ['queries and fragments', '', '[a](/about.html?x=1#top) [b](/2023/04/01/first-ferry.html#the-way-over)'],
    ['an id that is written otherwise', '', '[a](/2023/04/01/first-ferry.html#The-Way-Over)', 'broken-anchor warning'],
    ['a single word that a theme may have', '', '[a](#comments) [b](/about.html#sidebar)'],
    [
      'HTML in code and in comments',
      '',
      '`<a href="/nowhere/">` <!-- <a href="/nowhere/"> --> <script>"<a href=\'/nowhere/\'>"</script>',
    ],
    [
      'HTML',
      '',
      '<a class="x" href="/nowhere/">a</a> <img alt="" src=\'/assets/x.png\'> <a name="x">b</a>',
      'broken-link warning',
      'broken-image warning',
    ],
    [
      'sets of images, posters, frames and maps in HTML',
      '',
      '<img alt="" src="/assets/ferry.svg" srcset="/assets/ferry.svg, /assets/x.svg 2x,/assets/y.svg 3x"> ' +
        '<video poster="/assets/z.png"><source src="/assets/ferry.svg"><track src="/assets/x.vtt"></video> ' +
        '<iframe src="/about.html"></iframe> <map><area href="/nowhere/" alt=""></map>',
      'broken-image warning',
      'broken-image warning',
      'broken-image warning',
      'broken-link warning',
      'broken-link warning',
    ],
    [
      'sets of images that only the build knows',
      '',
      '<img alt="" srcset="{{ page.x }} 1x, {{ page.y }} 2x"> <img alt="" srcset="data:image/gif;base64,AA== 1x, https://other.org/a.png 2x">',
    ],
    [
      'tags in comments',
      '',
      '{% comment %}{% post_url 2000-01-01-x %}{% endcomment %} {% raw %}{% link x.md %}{% endraw %}',
    ],
    ['tags in code, which Jekyll fills in all the same', '', '`{% post_url 2000-01-01-x %}`', 'broken-link error'],
    ['an include that is not there', '', '{% include nowhere.html %}', 'broken-link error'],
    ['an include that a variable names', '', '{% include {{ page.box }} %}'],
    [
      'definitions, where something uses them',
      '',
      '[a][x] [b]\n\n[x]: /nowhere/\n[y]: /nowhere/',
      'broken-link warning',
    ],
    ['a redirect', '', '[a](/old/)', 'broken-link warning'],
  ];

  for (const [what, settings, link, ...said] of cases) {
    it(`checks a link of a Jekyll site: ${what}`, async () => {
      assert.deepEqual(
        await describeLinks(
          `-- _config.yml --\ntitle: The ferry\n${settings}\n${jekyll}`,
          '_posts/2024-05-01-a.md',
          `${page}${link}\n`,
        ),
        said,
      );
    });
  }

  it('accepts what several posts show that something else serves: pages, images or files in a folder without any', async () => {
    const others = [1, 2, 3].map(
      (day) =>
        `-- _posts/2024-04-0${day}-x.md --\n---\n---\n![a](/cdn/${day}.png) [b](/shop/${day}/) [c](/assets/${day}.pdf)\n`,
    );
    const link = `${page}![a](/cdn/x.png) [b](/shop/x/) [c](/assets/x.pdf) [d](/assets/x.svg) [e](/cdn/x/) [f](/nowhere/)\n`;
    const find = (more: string): Promise<string[]> =>
      describeLinks(`-- _config.yml --\ntitle: The ferry\n${more}${jekyll}`, '_posts/2024-05-01-a.md', link);
    const rest = ['broken-link warning', 'broken-link warning', 'broken-link warning'];
    assert.deepEqual(await find(others[0]!), [
      'broken-image warning',
      'broken-link warning',
      ...rest,
      'broken-link warning',
    ]);
    assert.deepEqual(await find(others.join('')), rest);
  });

  it('accepts a link to an old URL that a page redirects from', async () => {
    const site = `-- _config.yml --\nplugins: [jekyll-redirect-from]\n-- about.md --\n---\nredirect_from:\n  - /old/\n  - /older.html\n---\n`;
    assert.deepEqual(
      await describeLinks(site, 'page.md', `${page}[a](/old/) [b](/old) [c](/older.html) [d](/oldest/)\n`),
      ['broken-link warning'],
    );
  });

  it('knows the base path that tags of Jekyll 4 write themselves', async () => {
    const link = `${page}[a]({{ site.baseurl }}{% link about.md %}) [b]({% link about.md %})\n`;
    for (const gems of [
      '-- Gemfile --\ngem "jekyll", "~> 4.3"\n',
      '-- Gemfile --\ngem "jekyll"\n-- Gemfile.lock --\n    jekyll (4.2.0)\n',
    ])
      assert.deepEqual(
        await describeLinks(`${based}${gems}${jekyll}`, '_posts/2024-05-01-a.md', link),
        ['broken-link warning'],
        gems,
      );
    for (const gems of ['', '-- Gemfile --\ngem "github-pages"\n', '-- Gemfile --\ngem "jekyll", "~> 3.9"\n'])
      assert.deepEqual(await describeLinks(`${based}${gems}${jekyll}`, '_posts/2024-05-01-a.md', link), [], gems);
  });

  it('accepts what the site’s own plugins can write, and no other page', async () => {
    const all = ['broken-link warning', 'broken-link warning'];
    assert.deepEqual(
      await checkWithPlugin("site.pages << PageWithoutAFile.new(site, site.source, 'tags', 'x.md')"),
      all.slice(1),
    );
    assert.deepEqual(
      await checkWithPlugin('TagPage.new(site, site.source, File.join("tags", tag), tag)'),
      all.slice(1),
    );
    assert.deepEqual(await checkWithPlugin('site.pages << Page.new(site, base, dir, name)'), []);
    assert.deepEqual(await checkWithPlugin('class Words < Jekyll::Generator\n  # Page.new\nend'), all);
  });

  it('gives translations the address that jekyll-polyglot writes them to', async () => {
    const site = `-- _config.yml --\nplugins: [jekyll-polyglot]\nlanguages: [en, fr]\ndefault_lang: en\npermalink: pretty\n-- _posts/fr/2024-05-01-mer.md --\n---\nlang: fr\n---\n`;
    assert.deepEqual(await describeLinks(site, 'page.md', `${page}[a](/fr/2024/05/01/mer/) [b](/2024/05/01/mer/)\n`), [
      'broken-link warning',
    ]);
  });

  it('reports a link to a scheduled post, unless the linking post is published later', async () => {
    const site = `-- _config.yml --\n-- _posts/2026-02-01-soon.md --\n${page}`;
    const link = `${page}[a](/2026/02/01/soon.html)\n`;
    assert.deepEqual(await describeLinks(site, '_posts/2024-05-01-a.md', link), ['link-to-unpublished warning']);
    assert.deepEqual(await describeLinks(site, '_posts/2026-03-01-a.md', link), []);
  });
});

describe('links in a folder without a generator', () => {
  const files = `-- notes.md --\n# Notes\n\n## The Boats\n-- trips/first.md --\n-- boat.png --\nx\n`;
  const cases: readonly (readonly [link: string, ...said: string[]])[] = [
    ['[a](notes.md) [b](./trips/first.md) [c](notes.md#the-boats)'],
    ['[a](ntoes.md)', 'broken-link warning'],
    ['![a](boat.png) ![b](boot.png)', 'broken-image warning'],
    ['[a](notes.md#the-boots)', 'broken-anchor warning'],
    ['[a](/notes.md) [b](trips) [c](https://x.example/ntoes.md)'],
  ];
  for (const [link, ...said] of cases)
    it(`checks ${link} in a folder without a generator`, async () =>
      assert.deepEqual(await describeLinks(files, 'here.md', `${link}\n`), said));
});
