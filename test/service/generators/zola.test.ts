import assert from 'node:assert/strict';
import { stringify as toml } from 'smol-toml';
import { stringify as yaml } from 'yaml';
import fc from '../../support/property.ts';
import { listRows, readSites } from '../../support/site.ts';
import { createAnyData, describeLinks, findPublication } from '../../support/verdicts.ts';

const toPage = (frontMatter: string): string => `+++\n${frontMatter}\n+++\n`;
const toSite = (config: string, path: string, frontMatter: string): string =>
  `-- zola.toml --\nbase_url = "https://ferry.example"\n${config}\n-- ${path} --\n${toPage(frontMatter)}`;

/** The address of a page with this front matter. */
async function findUrl(path: string, frontMatter = '', config = ''): Promise<string> {
  return (await findPublication(toSite(config, path, frontMatter), path)).split(' | ')[1]!;
}

describe('Zola: addresses of pages and sections', () => {
  const cases: readonly [what: string, path: string, frontMatter: string, config: string, address: string][] = [
    ['a page', 'content/about.md', '', '', '/about/'],
    ['a page in a section', 'content/blog/hello-world.md', '', '', '/blog/hello-world/'],
    ['a page in folders', 'content/kb/solutions/blabla.md', '', '', '/kb/solutions/blabla/'],
    ['folders keep their letters, names do not', 'content/My Notes/Big One.md', '', '', '/My Notes/big-one/'],
    ['a page with a folder of its own', 'content/blog/with-assets/index.md', '', '', '/blog/with-assets/'],
    ['a section', 'content/blog/_index.md', '', '', '/blog/'],
    ['the home page', 'content/_index.md', '', '', '/'],
    ['a slug', 'content/blog/a.md', 'slug = "Hello & World"', '', '/blog/hello-world/'],
    ['a path', 'content/blog/a.md', 'path = "Hello/World"', '', '/Hello/World/'],
    ['a path with slashes', 'content/blog/a.md', 'path = "/x/"', '', '/x/'],
    ['a path over a slug', 'content/blog/a.md', 'path = "x"\nslug = "y"', '', '/x/'],
    ['a date in the name', 'content/blog/2018-10-10-hello.md', '', '', '/blog/hello/'],
    ['a time in the name', 'content/blog/2018-10-10T09:30:00Z_hello.md', '', '', '/blog/hello/'],
    ['a date in the name of the folder', 'content/blog/2018-10-10-hello/index.md', '', '', '/blog/hello/'],
    ['a date alone', 'content/blog/2018-10-10.md', '', '', '/blog/2018-10-10/'],
    ['no date: the thirteenth month', 'content/blog/2018-13-10-hello.md', '', '', '/blog/2018-13-10-hello/'],
    [
      'dates kept',
      'content/blog/2018-10-10-hello.md',
      '',
      '[slugify]\npaths_keep_dates = true',
      '/blog/2018-10-10-hello/',
    ],
    ['letters with marks', 'content/Då Straße.md', '', '', '/da-strasse/'],
    ['letters that Zola spells by a table', 'content/日本.md', '', '', 'no address'],
    ['names as written', 'content/日本 x.md', '', '[slugify]\npaths = "off"', '/日本 x/'],
    ['names made safe', 'content/a？b*c. .md', '', '[slugify]\npaths = "safe"', '/a？bc/'],
    ['a base path', 'content/a.md', '', 'default_language = "en"', '/a/'],
    ['a language', 'content/blog/a.fr.md', '', '[languages.fr]', '/fr/blog/a/'],
    ['a section in a language', 'content/blog/_index.fr.md', '', '[languages.fr]', '/fr/blog/'],
    ['a page of its own folder in a language', 'content/blog/a/index.fr.md', '', '[languages.fr]', '/fr/blog/a/'],
    ['the default language by name', 'content/a.en.md', '', '[languages.fr]', '/a-en/'],
    ['no languages', 'content/a.fr.md', '', '', '/a-fr/'],
    ['YAML', 'content/a.md', '', '', '/a/'],
  ];
  for (const [what, path, frontMatter, config, expected] of cases) {
    it(`computes the URL of a Zola page: ${what}`, async () =>
      assert.equal(await findUrl(path, frontMatter, config), expected));
  }

  it('puts the base path before the URLs of Zola', async () => {
    assert.equal(
      await findPublication(
        `-- zola.toml --\nbase_url = "https://x.example/line/"\n-- content/a.md --\n---\nslug: b\n---\n`,
        'content/a.md',
      ),
      'published | /line/b/',
    );
  });
});

const toSortedSection = (page: string): string =>
  `${toSite('', 'content/log/_index.md', 'sort_by = "date"')}-- ${page} --\n${toPage('')}`;
const toSectionWithPage = (draft: string): string =>
  `${toSite('', 'content/crew/_index.md', draft)}-- content/crew/deck/marit.md --\n${toPage('')}`;

describe('Zola: why a page is not published', () => {
  const cases: readonly [what: string, path: string, frontMatter: string, verdict: RegExp][] = [
    ['a draft', 'content/a.md', 'draft = true', /^draft \| \/a\/ \| .*`draft`/],
    ['a date to come is no reason', 'content/a.md', 'date = 2050-01-01', /^published \| \/a\/$/],
    ['no page wanted', 'content/blog/_index.md', 'render = false', /^skipped \| no address \| /],
    ['a date that is none', 'content/a.md', 'date = "soon"', /^skipped \| no address \| .*"soon".*stops the build/],
    ['a day that is none', 'content/a.md', 'date = "2023-02-30"', /^skipped .*stops the build/],
    ['an empty slug', 'content/a.md', 'slug = ""', /^skipped .*empty `slug` stops the build/],
    ['an index without a folder', 'content/index.md', '', /^skipped .*`_index.md`/],
    ['what is not Markdown', 'content/a.txt', '', /^not listed$/],
    ['what is outside', 'docs/a.md', '', /^not listed$/],
  ];
  for (const [what, path, frontMatter, expected] of cases)
    it(`finds the state of a Zola page: ${what}`, async () =>
      assert.match(await findPublication(toSite('', path, frontMatter), path), expected));

  it('a draft section of Zola makes all pages below it drafts', async () => {
    assert.match(
      await findPublication(toSectionWithPage('draft = true'), 'content/crew/deck/marit.md'),
      /^draft \| .*`content\/crew\/_index\.md`/,
    );
    assert.match(await findPublication(toSectionWithPage('draft = false'), 'content/crew/deck/marit.md'), /^published/);
  });

  it('says that a Zola page without a date is in no list of a section sorted by date', async () => {
    assert.match(
      await findPublication(toSortedSection('content/log/a.md'), 'content/log/a.md'),
      /^published \| \/log\/a\/ \| .*`content\/log\/_index\.md` sorts by it/,
    );
    assert.equal(
      await findPublication(toSortedSection('content/log/2024-05-01-a.md'), 'content/log/2024-05-01-a.md'),
      'published | /log/a/',
    );
    assert.equal(
      await findPublication(
        `${toSite('', 'content/_index.md', 'sort_by = "date"')}-- content/about.md --\n${toPage('')}`,
        'content/about.md',
      ),
      'published | /about/',
    );
  });

  it('skips Zola pages in an unknown language, ignored files and files without front matter', async () => {
    assert.match(
      await findPublication(toSite('[languages.fr]', 'content/a.de.md', ''), 'content/a.de.md'),
      /^skipped .*"de".*stops the build/,
    );
    assert.equal(
      await findPublication(
        toSite('ignored_content = ["*.tmp.md", "**/x/*"]', 'content/y/a.tmp.md', ''),
        'content/y/a.tmp.md',
      ),
      'not listed',
    );
    assert.match(
      await findPublication('-- zola.toml --\n-- content/a.md --\ntext\n', 'content/a.md'),
      /^skipped .*no front matter/,
    );
  });
});

describe('Zola: dates, terms and links', () => {
  it('reads dates of Zola from the front matter, else from the name, in UTC', async () => {
    const rows = await listRows(
      `${toSite('', 'content/2024-05-01-a.md', '')}-- content/b.md --\n${toPage('date = 2024-05-01T09:30:00+02:00\n[taxonomies]\ntags = ["x", "y"]')}`,
    );
    assert.deepEqual(
      [...rows.values()].map(({ date }) => date),
      ['2024-05-01T07:30:00+00:00', '2024-05-01T00:00:00+00:00'],
    );
  });

  const pages =
    '-- content/log/_index.md --\n+++\npaginate_by = 5\n+++\n-- content/log/a/index.md --\n+++\naliases = ["old"]\n+++\n## Nine cars\n-- content/log/a/b.svg --\n<svg/>\n-- static/c.svg --\n<svg/>\n-- content/d.md --\n+++\ndraft = true\n+++\n';
  const links: readonly [what: string, link: string, ...said: string[]][] = [
    ['a file in content', '[a](@/log/a/index.md) [b](@/log/_index.md)'],
    ['a file that is not there', '[a](@/log/b.md)', 'broken-link error'],
    ['a heading', '[a](@/log/a/index.md#nine-cars) [b](@/log/a/index.md#ten-cars)', 'broken-anchor warning'],
    ['a page and an old address of it', '[a](/log/a/) [b](/old/) [c](/older/)', 'broken-link warning'],
    ['files next to a page and in static', '![a](/log/a/b.svg) ![b](/c.svg) ![c](/log/b.svg)', 'broken-image warning'],
    ['what Zola writes itself', '[a](/tags/x/) [b](/atom.xml) [c](/log/page/2/) [d](/)'],
    ['a Markdown file by its path, which Zola leaves as it is', '[a](./log/a/index.md)', 'broken-link warning'],
  ];
  for (const [what, link, ...said] of links) {
    it(`checks links of a Zola site: ${what}`, async () =>
      assert.deepEqual(
        await describeLinks(
          `${toSite('taxonomies = [{ name = "tags" }]', 'content/from.md', '')}${pages}`,
          'content/from.md',
          `+++\n+++\n${link}\n`,
        ),
        said,
      ));
  }

  it('accepts links to URLs that the host of a Zola site redirects', async () => {
    assert.deepEqual(
      await describeLinks(
        `${toSite('', 'content/a.md', '')}-- static/_redirects --\n/old/* /a/\n`,
        'content/a.md',
        '+++\n+++\n[a](/old/x) [b](/older/)\n',
      ),
      ['broken-link warning'],
    );
  });

  it('reports broken Zola links as warnings where the configuration says so', async () => {
    assert.deepEqual(
      await describeLinks(
        toSite('[link_checker]\ninternal_level = "warn"', 'content/a.md', ''),
        'content/a.md',
        '+++\n+++\n[a](@/b.md)\n',
      ),
      ['broken-link warning'],
    );
  });

  it('offers no keys of sections in pages of Zola', async () => {
    const [found] = await readSites(toSite('', 'content/blog/_index.md', ''));
    const { generator } = found!;
    assert.equal(generator.getCollection('content/blog/_index.md')?.name, 'sections');
    assert.deepEqual(generator.frontMatterKeys.find(({ key }) => key === 'sort_by')?.collections, ['sections']);
  });
});

describe('Zola: any front matter and any configuration', () => {
  it('finds the state of every file for any front matter and configuration of Zola', async () => {
    const own = createAnyData('title', 'date', 'path', 'slug', 'draft', 'render', 'aliases', 'taxonomies');
    const settings = createAnyData(
      'base_url',
      'languages',
      'slugify',
      'taxonomies',
      'theme',
      'output_dir',
      'ignored_content',
      'link_checker',
      'default_language',
    );
    await fc.assert(
      fc.asyncProperty(own, settings, async (frontMatter, config) => {
        const page = `---\n${yaml(frontMatter)}---\n[a](@/b.md#c) [d](/e/)\n`;
        const txtar = `-- zola.toml --\n${toml(removeNull(config))}\n-- content/_index.md --\n${page}-- content/a/index.md --\n${page}`;
        for (const { state, url, reasons } of (await listRows(txtar)).values())
          assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
        await describeLinks(txtar, 'content/a/index.md', page);
      }),
      { numRuns: 60 },
    );
  });
});

/** TOML has no null. */
function removeNull(data: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data, (_, value: unknown) => value ?? '')) as Record<string, unknown>;
}
