import assert from 'node:assert/strict';
import { createHeadingIds } from '../../../server/src/service/dialects/shared/headingIds.ts';
import { stringify } from 'yaml';
import type { Site } from '../../../server/src/service/index.ts';
import * as service from '../../../server/src/service/index.ts';
import fc from '../../support/property.ts';
import { listPosts, root, listRows, readSites } from '../../support/site.ts';
import { createAnalysis } from '../../support/check.ts';

/** State, address and reasons of the one file `path` with this front matter on a site with these settings. */
async function findState(path: string, frontMatter: string, config = '', more = ''): Promise<string> {
  const row = (
    await listRows(`-- hugo.yaml --\n${config}\n${more}-- ${path} --\n---\n${frontMatter}\n---\ntext\n`)
  ).get(path);
  return row ? [row.state, row.url ?? 'no address', ...row.reasons].join(' | ') : 'not listed';
}

const toSection = (frontMatter: string): string => `-- content/posts/_index.md --\n---\n${frontMatter}\n---\n`;

describe('Hugo: why a page is not published', () => {
  const cases: readonly [
    what: string,
    path: string,
    frontMatter: string,
    config: string,
    more: string,
    verdict: RegExp,
  ][] = [
    ['an ordinary page', 'content/posts/a.md', 'title: A', '', '', /^published \| \/posts\/a\/$/],
    [
      'a draft',
      'content/posts/a.md',
      'draft: true',
      '',
      '',
      /^draft \| \/posts\/a\/ \| `draft: true` keeps it off the site: only `hugo server -D` shows it\.$/,
    ],
    ['drafts built', 'content/posts/a.md', 'draft: true', 'buildDrafts: true', '', /^published \| \/posts\/a\/$/],
    [
      'published: false',
      'content/posts/a.md',
      'published: false',
      '',
      '',
      /^draft \| .*`published: false` makes it a draft/,
    ],
    [
      'a date to come',
      'content/posts/a.md',
      'date: 2026-02-01',
      '',
      '',
      /^scheduled \| .*2026-02-01T00:00:00\+00:00, is still to come/,
    ],
    [
      'a publishDate before the date',
      'content/posts/a.md',
      'date: 2026-02-01\npublishDate: 2025-01-01',
      '',
      '',
      /^published \| /,
    ],
    ['an expiry date', 'content/posts/a.md', 'expiryDate: 2026-01-01', '', '', /^expired \| .*`expiryDate` has passed/],
    [
      'a draft section',
      'content/posts/a.md',
      'title: A',
      '',
      toSection('draft: true'),
      /^draft \| .*`content\/posts\/_index\.md` is kept off the site, and Hugo 0\.111 leaves out/,
    ],
    [
      'a cascade of drafts',
      'content/posts/a.md',
      'title: A',
      '',
      toSection('cascade: {draft: true}'),
      /^draft \| .* A `cascade` of a section above it/,
    ],
    [
      'a cascade aimed at others',
      'content/posts/a.md',
      'title: A',
      '',
      toSection('cascade: [{_target: {path: "/posts/b*"}, draft: true}]'),
      /^published \| /,
    ],
    [
      'a cascade in the newer form',
      'content/posts/a.md',
      'title: A',
      '',
      toSection('cascade: [{target: {path: "/posts/a"}, draft: true}]'),
      /^draft \| /,
    ],
    [
      'never rendered',
      'content/posts/a.md',
      'build: {render: never}',
      '',
      '',
      /^unpublished \| \/posts\/a\/ \| `render: never` keeps it off the site\.$/,
    ],
    ['headless', 'content/posts/a/index.md', 'headless: true', '', '', /^unpublished \| .*`headless: true`/],
    ['headless, which applies to bundles only', 'content/posts/a.md', 'headless: true', '', '', /^published \| /],
    [
      'a file of a bundle',
      'content/posts/b/a.md',
      'title: A',
      '',
      '-- content/posts/b/index.md --\n',
      /^skipped \| no address \| .*bundle of `content\/posts\/b\/index\.md`.*resource/,
    ],
    [
      'two index files',
      'content/posts/index.md',
      'title: A',
      '',
      toSection('title: P'),
      /^skipped \| no address \| An `_index` file lies beside it/,
    ],
    [
      'a kind switched off',
      'content/posts/_index.md',
      'title: A',
      'disableKinds: [section]',
      '',
      /^skipped \| no address \| .*`disableKinds` names `section`/,
    ],
    [
      'a url with a host',
      'content/a.md',
      'url: https://ferry.example/a/',
      '',
      '',
      /^skipped \| no address \| .*"https:\/\/ferry\.example\/a\/", stops the build/,
    ],
    [
      'front matter that cannot be read',
      'content/a.md',
      'title: a: b',
      '',
      '',
      /^skipped \| no address \| .*stops the build/,
    ],
    [
      'a token that does not exist',
      'content/posts/a.md',
      'title: A',
      'permalinks: {posts: "/:author/:title"}',
      '',
      /^skipped \| no address \| .*`:author`.*stops the build/,
    ],
    [
      'permalinks by kind',
      'content/posts/a.md',
      'title: A b',
      'permalinks: {page: {posts: "/p/:contentbasename/:title/"}, section: {posts: "/all/"}}',
      '',
      /^published \| \/p\/a\/a-b\/$/,
    ],
    [
      'a date that Hugo cannot read',
      'content/posts/a.md',
      'date: soon',
      'permalinks: {posts: "/:year/:title"}',
      '',
      /^published \| \/1\/ \| Hugo cannot read the `date` "soon"/,
    ],
    [
      'a date of the file itself',
      'content/posts/a.md',
      'title: A',
      'frontmatter: {date: [":fileModTime"]}\npermalinks: {posts: "/:year/:title"}',
      '',
      /^published \| no address$/,
    ],
    ['no content', 'notes/a.md', 'title: A', '', '', /^not listed$/],
  ];
  for (const [what, path, frontMatter, config, more, verdict] of cases) {
    it(`finds the state of a Hugo page: ${what}`, async () =>
      assert.match(await findState(path, frontMatter, config, more), verdict));
  }
});

/** A line of front matter after the fix of the problem that `invalid-date` has with it; undefined for no problem. */
async function applyFix(line: string, fences: readonly [string, string] = ['---', '---']): Promise<string | undefined> {
  const uri = `${root}/content/a.md`;
  const text = `${fences[0]}\n${line}\n${fences[1]}\ntext\n`;
  const sites = await readSites(`-- hugo.yaml --\n-- content/a.md --\n${text}`);
  const snapshot = service.withSites(service.emptySnapshot, sites);
  const analysis = createAnalysis(service.withDocument(snapshot, new service.Document(uri, 1, text)));
  const problem = service.finish(analysis.problems(uri)).find(({ rule }) => rule === 'invalid-date');
  if (!problem) return undefined;
  const fix = problem.fixes?.()[0];
  return fix ? service.applyEdits(text, fix.edits).split('\n')[1] : 'no fix';
}

describe('Hugo: dates that it cannot read', () => {
  const cases: readonly [line: string, fixed: string | undefined][] = [
    ['date: 2024-05-01', undefined],
    ['date: 2024-05-01T10:00:00+02:00', undefined],
    ['date: 01 May 2024', undefined],
    ['date:', undefined],
    ['date: 2024-5-1', 'date: 2024-05-01'],
    ['date: 2024-05-01 10:00', 'date: 2024-05-01T10:00:00'],
    ['date: "2024/05/01"', 'date: 2024-05-01'],
    ['LastMod: 2024-05-01 9:05 +0200', 'LastMod: 2024-05-01T09:05:00+02:00'],
    ['date: 2024-02-30', 'no fix'],
    ['expiryDate: never', 'no fix'],
    ['published: false', undefined],
    ['published: tomorrow', 'no fix'],
    ['modified: true', undefined],
    ['updated: whenever', undefined],
  ];
  for (const [line, fixed] of cases)
    it(`repairs a date that Hugo cannot read: ${line}`, async () => assert.equal(await applyFix(line), fixed));

  it('repairs a date that Hugo cannot read in the syntax of its format', async () => {
    assert.equal(await applyFix('date = "2024/05/01"', ['+++', '+++']), 'date = 2024-05-01');
    assert.equal(await applyFix('"date": "2024-5-1"', ['{', '}']), '"date": "2024-05-01"');
  });
});

async function readFirstSite(txtar: string): Promise<Site> {
  return (await readSites(txtar))[0]!;
}

/** The target of a link of `content/posts/a.md` on a site: a file and fragment, a URL, or the kind. */
async function resolveDestination(written: string, config: string, more = ''): Promise<string> {
  const site = await readFirstSite(
    `-- hugo.yaml --\n${config}\n-- content/posts/a.md --\n-- content/posts/b.md --\n-- content/posts/c/index.md --\n-- content/posts/a.fr.md --\n${more}`,
  );
  const { generator, siteView, files } = site;
  const target = generator.linking!.resolveLink(written, {
    path: 'content/posts/a.md',
    frontMatter: undefined,
    siteView,
  });
  if (target?.kind !== 'file') return target?.kind === 'url' ? target.url : String(target?.kind);
  return `${[...files].filter((path) => target.matches(path)).join(', ') || 'nothing'}${target.fragment}${target.stopsBuild ? ' or stop' : ''}`;
}

describe('Hugo: what a destination means', () => {
  const languages = 'languages: {en: {}, fr: {}}';
  const hook = '-- layouts/_default/_markup/render-link.html --\n';
  const cases: readonly [written: string, config: string, more: string, meaning: string][] = [
    ['{{< ref "b" >}}', '', '', 'content/posts/b.md or stop'],
    ['{{% relref "b.md#top" %}}', '', '', 'content/posts/b.md#top or stop'],
    ['{{< ref `c` >}}#deep', '', '', 'content/posts/c/index.md#deep or stop'],
    ['{{< relref path="a" lang="fr" >}}', languages, '', 'content/posts/a.fr.md or stop'],
    ['{{< ref "a.fr.md" >}}', languages, '', 'nothing or stop'],
    ['{{< ref "nowhere" >}}', 'refLinksErrorLevel: warning', '', 'nothing'],
    ['{{< ref "#top" >}}', '', '', 'content/posts/a.md#top or stop'],
    ['{{< ref "posts" >}}', '', '', 'unknown'],
    ['{{< ref "tags/fog" >}}', '', '', 'unknown'],
    ['{{< param "guide" >}}', '', '', 'unknown'],
    ['/img/{{< param "guide" >}}.png', '', '', 'unknown'],
    ['{{< figure src="/lamp.svg" alt="x" >}}', '', '', '/lamp.svg'],
    ['{{< figure src="lamp.svg" >}}', 'baseURL: https://ferry.example/log/', '', '/log/posts/a/lamp.svg'],
    ['{{< figure src="https://ferry.example/lamp.svg" >}}', '', '', 'unknown'],
    ['b.md', '', '', 'undefined'],
    ['b.md#top', 'markup: {goldmark: {renderHooks: {link: {enableDefault: true}}}}', '', 'content/posts/b.md#top'],
    [
      '/posts/c/index.md',
      'markup: {goldmark: {renderHooks: {link: {useEmbedded: always}}}}',
      '',
      'content/posts/c/index.md',
    ],
    ['nowhere.md', 'markup: {goldmark: {renderHooks: {link: {useEmbedded: always}}}}', '', 'undefined'],
    ['../posts/b.md', '', hook, 'content/posts/b.md'],
    ['nowhere.md', '', hook, 'unknown'],
    ['/about/', '', '', 'undefined'],
    ['/about/', 'baseURL: https://ferry.example/log/\ncanonifyURLs: true', '', '/log/about/'],
    ['https://ferry.example/b.md', '', hook, 'undefined'],
  ];
  for (const [written, config, more, meaning] of cases) {
    it(`resolves a destination of Hugo: ${written}${config && ` with ${config}`}${more && ' and a render hook'}`, async () =>
      assert.equal(await resolveDestination(written, config, more), meaning));
  }
});

describe('Hugo: settings', () => {
  it('reports one problem of a broken Hugo settings file and reads the others', async () => {
    const site = await readFirstSite(
      '-- hugo.toml --\ntitle = "A\n-- config/_default/permalinks.toml --\nposts = "/p/:title/"\n-- content/posts/a.md --\n---\ntitle: A\n---\n',
    );
    assert.deepEqual(
      site.generator.errors.map(({ file, offset }) => [file, offset]),
      [['hugo.toml', 10]],
    );
    assert.equal(listPosts(site)[0]!.url, '/p/a/');
  });

  it('offers the keys of a Hugo site’s taxonomies', async () => {
    const site = await readFirstSite('-- hugo.yaml --\ntaxonomies: {series: series}\n-- content/a.md --\n');
    const keys = new Set(site.generator.frontMatterKeys.map(({ key }) => key));
    assert.deepEqual([keys.has('series'), keys.has('tags'), keys.has('draft')], [true, false, true]);
  });

  it('Hugo’s settings decide how headings get their ids', async () => {
    const ids = await Promise.all(
      ['', 'autoHeadingIDType: github-ascii', 'autoHeadingIDType: blackfriday', 'autoHeadingID: false'].map(
        async (parser) => {
          const site = await readFirstSite(
            `-- hugo.yaml --\nmarkup: {goldmark: {parser: {${parser}}}}\n-- content/a.md --\n`,
          );
          return createHeadingIds(site.generator.dialect.headings)('Ångström, an_d «so on»');
        },
      ),
    );
    assert.deepEqual(ids, ['ångström-an_d-so-on', 'angstrom-an_d-so-on', 'ångström-an-d-so-on', '']);
  });

  it('ignores the folder of a Hugo theme that another site uses', async () => {
    const sites = await readSites(
      '-- hugo.toml --\ntheme = "rock"\n-- content/a.md --\n-- themes/rock/theme.toml --\n-- themes/rock/hugo.toml --\n-- themes/rock/layouts/x.html --\n-- themes/rock/static/rock.svg --\n',
    );
    assert.deepEqual(
      sites.map((site) => site.root),
      [root],
    );
    const { generator, siteView } = sites[0]!;
    assert.deepEqual(generator.linking!.getFileUrls('themes/rock/static/rock.svg', siteView), ['/rock.svg']);
  });
});

/** Whether Hugo may write something at a URL of a site with one page, `content/posts/a.md`. */
async function mayBePublished(url: string, config = '', more = ''): Promise<boolean> {
  const { generator, siteView } = await readFirstSite(`-- hugo.yaml --\n${config}\n-- content/posts/a.md --\n${more}`);
  return generator.linking!.canGenerate(url, siteView);
}

describe('Hugo: places that no file tells', () => {
  it('accepts links to lists, feeds and later pages that Hugo makes', async () => {
    for (const url of [
      '/',
      '/posts/',
      '/posts/page/3/',
      '/posts/index.xml',
      '/tags/x/',
      '/categories/',
      '/sitemap.xml',
      '/404.html',
    ])
      assert.equal(await mayBePublished(url), true, url);
    for (const url of ['/post/', '/posts/b/', '/a/index.xml', '/posts/b/page/2/', '/style.css', '/robots.txt'])
      assert.equal(await mayBePublished(url), false, url);
  });

  it('accepts links to files that a missing Hugo theme may bring', async () => {
    assert.equal(await mayBePublished('/css/style.css', 'theme: rock'), true);
    assert.equal(await mayBePublished('/css/style.css', 'theme: rock', '-- themes/rock/static/x.css --\n'), false);
    assert.equal(await mayBePublished('/about/', 'theme: rock'), false);
  });

  it('accepts links to Hugo pages in formats that other programs read', async () => {
    assert.equal(await mayBePublished('/posts/plan/', '', '-- content/posts/plan.org --\n'), true);
    assert.equal(await mayBePublished('/posts/plan/'), false);
  });
});

/** Maps of some of these keys to values that make sense and values that make none. */
function createEntries(...names: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const values = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      ':title',
      '2024-05-01',
      '../..',
      '{',
      '**',
      '[a',
      '/posts/:year/:sections[1:]',
      'never',
      '%zz',
      '#',
      ' ',
    ),
  );
  return fc.dictionary(fc.constantFrom(...names), values);
}

describe('Hugo: any front matter and any settings', () => {
  it('finds the state of every file for any front matter and settings of Hugo', async () => {
    const own = createEntries(
      'title',
      'date',
      'publishDate',
      'expiryDate',
      'url',
      'slug',
      'aliases',
      'tags',
      'cascade',
      'draft',
      'build',
      '_build',
      'headless',
      'outputs',
      'published',
    );
    const settings = createEntries(
      'baseURL',
      'permalinks',
      'languages',
      'defaultContentLanguage',
      'contentDir',
      'staticDir',
      'module',
      'taxonomies',
      'uglyURLs',
      'cascade',
      'frontmatter',
      'ignoreFiles',
      'timeZone',
      'disableKinds',
      'outputs',
      'outputFormats',
      'markup',
      'theme',
    );
    await fc.assert(
      fc.asyncProperty(own, settings, async (frontMatter, config) => {
        const page = `---\n${stringify(frontMatter)}---\n[a]({{< ref "b" >}})\n`;
        const site = await readFirstSite(
          `-- hugo.yaml --\n${stringify(config)}\n-- content/posts/a.md --\n${page}-- content/posts/_index.md --\n${page}-- content/b/index.md --\n${page}`,
        );
        for (const { state, url, reasons } of listPosts(site))
          assert.ok(state === 'published' || reasons.length > 0, `${state} ${url}`);
        for (const { path, frontMatter: outline } of site.posts.values())
          site.generator.linking?.getAliases({ path, frontMatter: outline, siteView: site.siteView });
        site.generator.linking?.canGenerate('/posts/x/', site.siteView);
      }),
      { numRuns: 500 },
    );
  });
});
