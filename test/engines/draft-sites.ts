import fc from '../support/property.ts';

/** A generated site with drafts, and the build to compare with. */
export interface DraftSite {
  readonly files: ReadonlyMap<string, string>;
  /** Paths of the drafts; the n-th one holds `Body n.` and nothing else does. */
  readonly drafts: readonly string[];
  /** Ways to write a link to a draft, given its path and the address it is listed with. */
  readonly forms: readonly ((path: string, url: string | null) => string)[];
  readonly build: readonly [command: string, ...parameters: string[]];
  /** The folder that the build writes. */
  readonly output: string;
}

const name = fc
  .array(fc.constantFrom('fog', 'Seal', 'tide', 'lamp', 'Über', 'net', 'rock', 'gale', 'c++', 'a.b', 'café', 'X_Y'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join('-'));

const jekyllDraft = fc.record({
  name,
  above: fc.constantFrom('', '', 'news/', 'a/b/'),
  before: fc.constantFrom('', '2020-02-02-', 'sub/'),
  extension: fc.constantFrom('.md', '.markdown'),
  hasFrontMatter: fc.constantFrom(true, true, true, false),
  flag: fc.constantFrom('', 'published: false', 'published: false # later'),
  date: fc.constantFrom(
    '',
    'date: 2020-01-01',
    "date: '2020-01-01 10:00'",
    'date: 2020-01-01 10:00:00 -0500',
    'date: 2020-05-05T10:00:00Z',
  ),
  terms: fc.constantFrom('', 'categories: [x, y]', 'category: One Two', 'tags: [a]'),
  address: fc.constantFrom('', 'permalink: /p/:title.html', 'slug: own-'),
});

/** A Jekyll site with so many drafts of all shapes, and twenty posts. */
export function createJekyllDrafts(count: number): DraftSite {
  const files = new Map([
    ['_config.yml', 'title: x\ntimezone: Europe/Berlin\npermalink: /:categories/:year/:month/:day/:title/\n'],
  ]);
  for (let day = 10; day < 30; day++)
    files.set(
      `_posts/2024-01-${day}-old.md`,
      `---\ntitle: Old ${day}\n${day % 3 === 0 ? '' : `date: 2024-01-${day} 10:00:00 +0100\n`}---\n`,
    );
  const drafts = fc.sample(jekyllDraft, count).map((draft, number) => {
    const path = `${draft.above}_drafts/${draft.before}${draft.name}-${number}${draft.extension}`;
    const lines = [
      `title: "T ${number}"`,
      draft.flag,
      draft.date,
      draft.terms,
      draft.address.replace(/own-$/, `own-${number}`),
    ].filter((line) => line !== '');
    files.set(path, `${draft.hasFrontMatter ? `---\n${lines.join('\n')}\n---\n` : ''}Body ${number}.\n`);
    return path;
  });
  const forms: DraftSite['forms'] = [
    (path) => `{% link ${path} %}`,
    (path, url) => url ?? `{% link ${path} %}`,
    (path, url) => (url === null ? `{% link ${path} %}` : `{{ "${url}" | relative_url }}`),
  ];
  return { files, drafts, forms, build: ['jekyll', 'build', '--quiet', '--disable-disk-cache'], output: '_site' };
}

const hugoDraft = fc.record({
  name,
  section: fc.constantFrom('posts', 'notes', 'notes/sub'),
  before: fc.constantFrom('', '2020-02-02-'),
  isBundle: fc.constantFrom(false, false, false, true),
  date: fc.constantFrom(undefined, '2020-01-01', '2020-01-01T10:00:00+02:00', '2020-01-01T10:00:00Z'),
  hasSlug: fc.constantFrom(false, false, true),
  format: fc.constantFrom('yaml', 'toml', 'json'),
  flag: fc.constantFrom('draft', 'Draft'),
});

/** A Hugo site with so many drafts of all shapes, and twenty posts; the URLs of a section depend on dates. */
export function createHugoDrafts(count: number): DraftSite {
  const files = new Map([
    [
      'config.toml',
      'baseURL = "https://example.org/"\ntimeZone = "Europe/Berlin"\n[permalinks]\nposts = "/:year/:month/:slug/"\n',
    ],
    ['layouts/_default/single.html', '{{ .Content }}'],
    ['layouts/_default/list.html', '{{ .Title }}'],
  ]);
  for (let day = 10; day < 30; day++)
    files.set(`content/posts/old-${day}.md`, `---\ntitle: Old ${day}\ndate: 2024-01-${day}\n---\n`);
  const drafts = fc
    .sample(hugoDraft, count)
    .map(({ name: words, section, before, isBundle, date, hasSlug, format, flag }, number) => {
      const path = `content/${section}/${before}${words}-${number}${isBundle ? '/index' : ''}.md`;
      files.set(
        path,
        `${toHugoFrontMatter({ title: `T ${number}`, date, slug: hasSlug ? `own-${number}` : undefined }, format, flag)}Body ${number}.\n`,
      );
      return path;
    });
  const forms: DraftSite['forms'] = [
    (path) => `{{< ref "${toContentPath(path)}" >}}`,
    (path) => `{{< relref "/${toContentPath(path)}" >}}`,
    (path, url) => url ?? `{{< ref "${toContentPath(path)}" >}}`,
  ];
  return { files, drafts, forms, build: ['hugo', '--quiet'], output: 'public' };
}

function toContentPath(path: string): string {
  return path.slice('content/'.length);
}

function toHugoFrontMatter(
  {
    title,
    date,
    slug,
  }: { readonly title: string; readonly date: string | undefined; readonly slug: string | undefined },
  format: string,
  flag: string,
): string {
  if (format === 'json') return `${JSON.stringify({ title, date, slug, draft: true }, null, 2)}\n`;
  if (format === 'toml')
    return `+++\ntitle = "${title}"\n${date ? `date = ${date}\n` : ''}${slug ? `slug = "${slug}"\n` : ''}draft = true\n+++\n`;
  return `---\ntitle: ${title}\n${date ? `date: ${date} # begun\n` : ''}${slug ? `slug: ${slug}\n` : ''}${flag}: true\n---\n`;
}
