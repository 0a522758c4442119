import assert from 'node:assert/strict';
import fc from '../../support/property.ts';
import { stringify } from 'yaml';
import { environment } from '../../support/check.ts';
import { listRows, readSites } from '../../support/site.ts';

/** State and reasons of the one file `path` with this front matter (undefined: none) on a site with this configuration. */
async function findState(path: string, frontMatter: string | undefined, config = ''): Promise<string> {
  const text = frontMatter === undefined ? 'text\n' : `---\n${frontMatter}\n---\ntext\n`;
  const row = (await listRows(`-- _config.yml --\n${config}\n-- ${path} --\n${text}`)).get(path);
  return row ? [row.state, row.url ?? 'no address', ...row.reasons].join(' | ') : 'not listed';
}

describe('Jekyll: why a post is not published', () => {
  const cases: readonly [
    what: string,
    path: string,
    frontMatter: string | undefined,
    config: string,
    verdict: RegExp,
  ][] = [
    ['an ordinary post', '_posts/2024-05-01-a.md', 'title: A', '', /^published \| \/2024\/05\/01\/a\.html$/],
    ['a post without front matter', '_posts/2024-05-01-a.md', undefined, '', /^published \| \/2024\/05\/01\/a\.html$/],
    ['a day first', '_posts/2017-09-11-a.md', 'date: 11-9-2017', '', /^published \| \/2017\/09\/11\/a\.html$/],
    [
      'floats as categories, which Ruby prints with a digit',
      '_posts/2024-05-01-a.md',
      'categories: [log, 3.0, 4]',
      '',
      /^published \| \/log\/3\.0\/4\/2024\/05\/01\/a\.html$/,
    ],
    ['a draft', '_drafts/a.md', 'title: A', '', /^draft \| no address \| .*`_drafts`.*_posts/],
    ['a draft with a date', '_drafts/a.md', 'date: 2024-05-01', '', /^draft \| \/2024\/05\/01\/a\.html \| /],
    ['drafts shown', '_drafts/2024-05-01-a.md', 'title: A', 'show_drafts: true', /^published \| /],
    ['a name without a date', '_posts/a.md', 'title: A', '', /^skipped \| no address \| .*year-month-day-title\.md/],
    [
      'a date to come',
      '_posts/2026-02-01-a.md',
      'title: A',
      '',
      /^scheduled \| \/2026\/02\/01\/a\.html \| .*2026-02-01T00:00:00\+00:00/,
    ],
    ['a date to come, allowed', '_posts/2026-02-01-a.md', 'title: A', 'future: true', /^published \| /],
    ['published: false', '_posts/2024-05-01-a.md', 'published: false', '', /^unpublished \| .*\| `published: false`/],
    ['published left empty', '_posts/2024-05-01-a.md', 'published:', '', /^unpublished \| /],
    [
      'draft: true in _posts',
      '_posts/2024-05-01-a.md',
      'draft: true',
      '',
      /^published \| .*\| `draft: true` does not keep it back/,
    ],
    [
      'a date Jekyll cannot read',
      '_posts/2024-05-01-a.md',
      'date: soon',
      '',
      /^skipped \| no address \| .*"soon".*stops the build/,
    ],
    [
      'a collection without output',
      '_people/a.md',
      'title: A',
      'collections: {people: {}}',
      /^skipped \| no address \| .*`people`.*`output: true`/,
    ],
    [
      'a collection with output',
      '_people/a.md',
      'title: A',
      'collections: {people: {output: true}}',
      /^published \| \/people\/a\.html$/,
    ],
    ['a page without front matter', 'readme.md', undefined, '', /^skipped \| no address \| .*no front matter/],
    [
      'a page without front matter, with the plugin that allows it',
      'notes.md',
      undefined,
      'plugins: [jekyll-optional-front-matter]',
      /^published \| \/notes\.html$/,
    ],
    ['a readme, with that plugin', 'README.md', undefined, 'plugins: [jekyll-optional-front-matter]', /^skipped \| /],
    ['a folder with an underscore', '_includes/a.md', 'title: A', '', /^not listed$/],
    ['an excluded file', 'a.md', 'title: A', 'exclude: [a.md]', /^not listed$/],
    [
      'a placeholder that does not exist',
      '_posts/2024-05-01-a.md',
      'title: A',
      'permalink: /:author/:title',
      /^skipped \| no address \| .*`:author`.*stops the build/,
    ],
    [
      'front matter that cannot be read',
      '_posts/2024-05-01-a.md',
      'title: a: b',
      'permalink: /:title',
      /^published \| \/2024-05-01-a \| .*cannot be read/,
    ],
    [
      'a base URL',
      '_posts/2024-05-01-a.md',
      'title: A',
      'baseurl: blog',
      /^published \| \/blog\/2024\/05\/01\/a\.html$/,
    ],
  ];
  it('does not judge a placeholder that a plugin of the site may define', async () => {
    const plugin =
      '-- _plugins/author.rb --\nclass Jekyll::Drops::UrlDrop\n  def author\n    @obj.data["author"]\n  end\nend\n';
    const state = await findState('_posts/2024-05-01-a.md', 'title: A', `permalink: /:author/:title\n${plugin}`);
    assert.match(state, /^published \| no address/);
  });

  for (const [what, path, frontMatter, config, verdict] of cases) {
    it(`finds the state of a Jekyll page: ${what}`, async () =>
      assert.match(await findState(path, frontMatter, config), verdict));
  }
});

async function findDate(site: string, timeZone: string): Promise<string | null | undefined> {
  return [...(await listRows(site, { ...environment, timeZone })).values()][0]?.date;
}

/** Keys that a site with this configuration knows. */
async function listKeys(config: string): Promise<string[]> {
  const [site] = await readSites(`-- _config.yml --\n${config}\n-- index.md --\n`);
  return site!.generator.frontMatterKeys.map(({ key }) => key);
}

describe('Jekyll: title, date and terms of a post', () => {
  it('reads the title of a Jekyll post from front matter, else from the file name', async () => {
    const rows = await listRows(
      '-- _posts/2024-05-01-some-THING.md --\n-- _posts/2024-05-02-b.md --\n---\ntitle: "B: it is"\n---\n',
    );
    assert.deepEqual(
      [...rows.values()].map(({ title }) => title),
      ['B: it is', 'Some Thing'],
    );
  });

  it('shows the date of a Jekyll post in the site’s zone, or the computer’s', async () => {
    const text = '-- _posts/2024-05-01-a.md --\n---\ndate: 2024-05-01 23:30:00 +0000\n---\n';
    assert.equal(await findDate(text, 'Europe/Berlin'), '2024-05-02T01:30:00+02:00');
    assert.equal(
      await findDate(`-- _config.yml --\ntimezone: America/New_York\n${text}`, 'Europe/Berlin'),
      '2024-05-01T19:30:00-04:00',
    );
  });

  it('reports errors of Jekyll settings and continues with Jekyll’s defaults', async () => {
    const [site] = await readSites(
      '-- _config.yml --\npermalink: "unclosed\n-- _posts/2024-05-01-a.md --\n---\ntitle: A\n---\n',
    );
    assert.equal(site!.generator.errors[0]!.file, '_config.yml');
    assert.equal(site!.posts.size, 1);
  });

  it('offers the keys of the plugins that a Jekyll site uses, and no others', async () => {
    assert.ok((await listKeys('plugins: [jekyll-redirect-from]')).includes('redirect_from'));
    assert.ok(!(await listKeys('title: x')).includes('redirect_from'));
  });
});

/** Maps of some of these keys to values that make sense and values that make none. */
function createEntries(...names: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom(':title', '2024-05-01', '../..', '{', '**', '[a', 'x/*'));
  return fc.dictionary(fc.constantFrom(...names), values);
}

describe('Jekyll: any front matter and any configuration', () => {
  it('finds the state of every file for any front matter and configuration of Jekyll', async () => {
    const own = createEntries(
      'title',
      'date',
      'permalink',
      'slug',
      'category',
      'categories',
      'tag',
      'tags',
      'published',
      'draft',
    );
    const settings = createEntries(
      'permalink',
      'collections',
      'collections_dir',
      'defaults',
      'include',
      'exclude',
      'timezone',
      'markdown_ext',
      'source',
      'destination',
      'baseurl',
      'future',
      'plugins',
    );
    await fc.assert(
      fc.asyncProperty(own, settings, async (frontMatter, config) => {
        const post = `---\n${stringify(frontMatter)}---\ntext\n`;
        const rows = await listRows(
          `-- _config.yml --\n${stringify(config)}\n-- _posts/2024-05-01-a.md --\n${post}-- b.md --\n${post}`,
        );
        for (const { state, url, reasons } of rows.values())
          assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
      }),
      { numRuns: 500 },
    );
  });
});
