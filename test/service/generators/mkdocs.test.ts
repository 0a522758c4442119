import assert from 'node:assert/strict';
import { listRows } from '../../support/site.ts';
import { describeLinks, findPublication, listFixtureRows } from '../../support/verdicts.ts';

const toSite = (config: string, path: string, text: string): string =>
  `-- mkdocs.yml --\nsite_name: T\n${config}\n-- ${path} --\n${text}`;

describe('MkDocs: pages', () => {
  it('lists the pages of a site as MkDocs wrote them', async () => {
    assert.deepEqual(await listFixtureRows('mkdocs-harbour'), {
      'docs/boats/README.md': 'published /office/boats/',
      'docs/boats/tug.md': 'published /office/boats/tug/',
      'docs/index.md': 'published /office/',
      'docs/news/log.md': 'published /office/news/log/',
      'docs/tides.md': 'published /office/tides/',
    });
  });

  const cases: readonly [what: string, config: string, path: string, expected: string][] = [
    ['without directories', 'use_directory_urls: false', 'docs/a/b.md', 'published | /a/b.html'],
    ['an index without directories', 'use_directory_urls: false', 'docs/a/README.md', 'published | /a/index.html'],
    ['an excluded page', 'exclude_docs: |\n  /a/\n  *.old.md', 'docs/a/b.md', 'not listed'],
    ['a pattern for every folder', 'exclude_docs: "b.*"', 'docs/a/b.md', 'not listed'],
    [
      'a page that is excluded and named again',
      'exclude_docs: |\n  *.md\n  !b.md',
      'docs/a/b.md',
      'published | no address',
    ],
    [
      'a draft',
      'draft_docs: a/',
      'docs/a/b.md',
      'draft | /a/b/ | `draft_docs` in `mkdocs.yml` names it: only `mkdocs serve` shows it.',
    ],
    ['languages by a plugin', 'plugins: [i18n]', 'docs/a/b.md', 'published | no address'],
    ['another configuration above', 'INHERIT: ../base.yml', 'docs/a/b.md', 'published | no address'],
    ['outside of the documentation', '', 'notes/b.md', 'not listed'],
  ];
  for (const [what, config, path, expected] of cases)
    it(`computes what MkDocs makes of a page: ${what}`, async () =>
      assert.equal(await findPublication(toSite(config, path, '# A\n'), path), expected));
});

describe("MkDocs: Material's blog", () => {
  const path = 'docs/blog/posts/first.md';
  const cases: readonly [what: string, options: string, frontMatter: string, expected: string][] = [
    ['a post', '', 'title: First Day & more\ndate: 2024-05-01', 'published | no address'],
    ['a title', '', 'title: First Day\ndate: 2024-05-01', 'published | /blog/2024/05/01/first-day/'],
    ['a title in the text only', '', 'date: 2024-05-01', 'published | no address'],
    ['a slug', '', 'slug: one\ndate: 2024-05-01', 'published | /blog/2024/05/01/one/'],
    [
      'a date with more',
      '',
      'slug: one\ndate:\n  created: 2024-05-01\n  updated: 2024-06-01',
      'published | /blog/2024/05/01/one/',
    ],
    ['another format', 'post_url_format: "{slug}"', 'slug: one\ndate: 2024-05-01', 'published | /blog/one/'],
    [
      'the name of the file',
      'post_url_format: "{date}/{file}"\n      post_url_date_format: yyyy',
      'date: 2024-05-01',
      'published | /blog/2024/first/',
    ],
    [
      'a draft',
      '',
      'date: 2024-05-01\ndraft: true',
      'draft | no address | `draft` keeps it off the site: only `mkdocs serve` shows it.',
    ],
    [
      'no date',
      '',
      'title: A',
      'skipped | no address | A post of the blog needs a `date`, without which the build stops: write it as `2024-05-01`.',
    ],
  ];
  for (const [what, options, frontMatter, expected] of cases)
    it(`computes what the blog makes of a post: ${what}`, async () => {
      const config = `plugins:\n  - material/blog:\n      enabled: true\n      ${options}`;
      assert.equal(await findPublication(toSite(config, path, `---\n${frontMatter}\n---\n# A\n`), path), expected);
    });
});

describe('MkDocs: front matter without fences', () => {
  it('is read up to a blank line', async () => {
    const rows = await listRows(toSite('', 'docs/a.md', 'Title: The tug\nTags: one\n      two\n\nText: no key\n'));
    assert.equal(rows.get('docs/a.md')?.title, 'The tug');
  });
});

describe('MkDocs: links', () => {
  const files = '-- docs/b.md --\n# Two words\n-- docs/i.png --\nx\n';
  const cases: readonly [text: string, expected: readonly string[]][] = [
    ['[a](b.md) [b](b.md#two-words) [c](../b.md)', ['broken-link warning']],
    ['[a](b.md#two-birds)', ['broken-anchor warning']],
    ['![a](i.png)', []],
    ['[a](c.md)', ['broken-link warning']],
  ];
  for (const [text, expected] of cases)
    it(`reports what leads nowhere: ${text}`, async () =>
      assert.deepEqual(
        await describeLinks(`${toSite('', 'docs/a.md', '')}${files}`, 'docs/a.md', `${text}\n`),
        expected,
      ));

  it('is silent about pages that a plugin may write', async () => {
    const site = toSite('plugins: [gen-files]', 'docs/a.md', '');
    assert.deepEqual(await describeLinks(site, 'docs/a.md', '[a](c.md) [b](/d/)\n'), []);
  });
});
