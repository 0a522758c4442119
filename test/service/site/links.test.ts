import assert from 'node:assert/strict';
import { describeLinks } from '../../support/verdicts.ts';

const page = '---\ntitle: A page\n---\n';
const jekyll = `-- _posts/2023-04-01-first-ferry.md --\n${page}## The way over\n-- about.md --\n${page}We wait.\n-- assets/ferry.svg --\n<svg/>\n`;

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
    ['pages that an archive plugin writes', 'plugins: [jekyll-archives]', '[a](/tag/boats/)'],
    ['what a theme brings', 'theme: minima', '[a](/assets/main.css) [b](/nowhere/)', 'broken-link warning'],
    ['a folder the site does not have', '', '![a](/cdn/x.png) [b](/downloads/list.pdf)'],
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

  it('accepts a link to an old URL that a page redirects from', async () => {
    const site = `-- _config.yml --\nplugins: [jekyll-redirect-from]\n-- about.md --\n---\nredirect_from:\n  - /old/\n  - /older.html\n---\n`;
    assert.deepEqual(
      await describeLinks(site, 'page.md', `${page}[a](/old/) [b](/old) [c](/older.html) [d](/oldest/)\n`),
      ['broken-link warning'],
    );
  });

  it('accepts any link where the site’s own plugins make pages', async () => {
    const site = `-- _config.yml --\n-- _plugins/tags.rb --\nclass Tags < Jekyll::Generator\nend\n${jekyll}`;
    assert.deepEqual(await describeLinks(site, 'page.md', `${page}[a](/tags/boats/)\n`), []);
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
