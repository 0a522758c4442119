import assert from 'node:assert/strict';
import { emptySnapshot, withSites } from '../../../server/src/service/index.ts';
import { createPost, root, readSites } from '../../support/site.ts';
import { createAnalysis } from '../../support/check.ts';

/** 15 January 2026, 23:40:33 in London, where the day is not yet over; in Berlin it is. */
const late = { now: Date.UTC(2026, 0, 15, 23, 40, 33), timeZone: 'Europe/Berlin' };

/** A Jekyll site of posts with these front matters, the oldest first. */
function toBlog(...frontMatters: readonly string[]): string {
  return `-- _config.yml --\ntitle: x\n${frontMatters.map((each, index) => `-- _posts/2025-01-0${index + 1}-post.md --\n---\n${each}\n---\ntext\n`).join('')}`;
}

/** The front matter of a new post on such a site, without its fences. */
async function beginPost(title: string, ...frontMatters: readonly string[]): Promise<string> {
  const { text, cursor } = await createPost(toBlog(...frontMatters), title, 'posts', late);
  assert.equal(cursor, text.length);
  const found = /^---\n([\s\S]*)---\n\n$/.exec(text);
  assert.ok(found, text);
  return found[1]!;
}

const toHugoSite = (frontMatter: string): string => `-- hugo.toml --\n-- content/posts/a.md --\n${frontMatter}\n`;

describe('the front matter of a new post', () => {
  const cases: readonly [what: string, title: string, siblings: readonly string[], expected: string][] = [
    ['without siblings has a title', 'First', [], 'title: First\n'],
    ['quotes a title that YAML would misread', 'Tea: a "short" guide', [], 'title: "Tea: a \\"short\\" guide"\n'],
    ['quotes a title that is a number', '1984', [], 'title: "1984"\n'],
    ['quotes the title where siblings do', 'First', ["title: 'A'", "title: 'B'"], "title: 'First'\n"],
    ['quotes nothing because a sibling needed quotes', 'First', ['title: "A: b"', 'title: B'], 'title: First\n'],
    [
      'follows the siblings’ keys in their order',
      'T',
      ['layout: post\ntitle: A\nauthor: me', 'layout: post\ntitle: B\nauthor: me'],
      'layout: post\ntitle: T\nauthor: me\n',
    ],
    ['leaves out keys that few siblings have', 'T', ['title: A\nodd: 1', 'title: B', 'title: C'], 'title: T\n'],
    [
      'leaves empty what differs, in the siblings’ shape',
      'T',
      ['title: A\ntags: [x]\nsummary: "one"\nmood: good', 'title: B\ntags: [y]\nsummary: "two"\nmood: bad'],
      'title: T\ntags: []\nsummary: ""\nmood:\n',
    ],
    [
      'copies what all siblings share',
      'T',
      ['title: A\ncategory: news\ntags: [a, b]', 'title: B\ncategory: news\ntags: [a, b]'],
      'title: T\ncategory: news\ntags: [a, b]\n',
    ],
    [
      'copies a shared list of lines',
      'T',
      ['title: A\ntags:\n  - a\n  - b', 'title: B\ntags:\n  - a\n  - b'],
      'title: T\ntags:\n  - a\n  - b\n',
    ],
    [
      'copies a boolean that most siblings share',
      'T',
      ['title: A\nmark: true', 'title: B\nmark: true', 'title: C\nmark: false'],
      'title: T\nmark: true\n',
    ],
    [
      'copies little from a lone sibling',
      'T',
      ['layout: post\ntitle: A\nsummary: its own'],
      'layout: post\ntitle: T\nsummary:\n',
    ],
    ['never copies an address', 'T', ['title: A\npermalink: /x', 'title: B\npermalink: /x'], 'title: T\npermalink:\n'],
    [
      'keeps comments after keys',
      'T',
      ['title: A\ndate: 2025-01-01 # sorts the list', 'title: B\ndate: 2025-01-02 # sorts the list'],
      'title: T\ndate: 2026-01-16 # sorts the list\n',
    ],
    [
      'keeps optional keys as comments',
      'T',
      ['title: A\n# summary: for search engines', 'title: B\n# summary: for search engines'],
      'title: T\n# summary: for search engines\n',
    ],
    [
      'keeps blank lines between groups of keys',
      'T',
      ['title: A\nlayout: x\n\n# why\nmood: calm\n\ntags: []', 'title: B\nlayout: x\n\n# why\nmood: calm\n\ntags: []'],
      'title: T\nlayout: x\n\nmood: calm # why\n\ntags: []\n',
    ],
    ['writes the day', 'T', ['title: A\ndate: 2025-01-01'], 'title: T\ndate: 2026-01-16\n'],
    [
      'writes day, time and offset',
      'T',
      ['title: A\ndate: 2025-01-01 09:00:00 +0200'],
      'title: T\ndate: 2026-01-16 00:40:00 +0100\n',
    ],
    [
      'writes an offset with its colon',
      'T',
      ['title: A\ndate: "2025-01-01T09:00:00+02:00"'],
      'title: T\ndate: "2026-01-16T00:40:00+01:00"\n',
    ],
    [
      'writes UTC where siblings do',
      'T',
      ['title: A\ndate: 2025-01-01T09:00:00Z'],
      'title: T\ndate: 2026-01-15T23:40:00Z\n',
    ],
    [
      'writes UTC where YAML reads a time without offset as UTC',
      'T',
      ['title: A\ndate: 2025-01-01 09:00:00'],
      'title: T\ndate: 2026-01-15 23:40:00\n',
    ],
    [
      'writes the month in words where siblings do',
      'T',
      ['title: A\npubDate: "Jul 08 2024"'],
      'title: T\npubDate: "Jan 16 2026"\n',
    ],
    [
      'writes local time without seconds, which Jekyll reads as local',
      'T',
      ['title: A\ndate: 2025-01-01 09:00'],
      'title: T\ndate: 2026-01-16 00:40\n',
    ],
  ];
  for (const [what, title, siblings, expected] of cases) {
    it(`the front matter of a new post ${what}`, async () =>
      assert.equal(await beginPost(title, ...siblings), expected));
  }

  it('a new post is never dated later than now in the zone of its site', async () => {
    const files = toBlog('title: A\ndate: 2025-01-01 09:00:00');
    const { path, text } = await createPost(files, 'Now', 'posts', late);
    const [site] = await readSites(`${files}-- ${path} --\n${text}`);
    const publication = site!.generator.getPublication(
      { ...site!.posts.get(`${root}/${path}`)!, siteView: site!.siteView },
      late,
    );
    assert.equal(publication.state, 'published');
  });

  it('the front matter of a new post is TOML or JSON where the siblings’ is', async () => {
    assert.equal(
      (await createPost(toHugoSite('+++\ntitle = "A"\ndate = 2025-01-01\ntags = ["x"]\n+++'), 'T', 'posts', late)).text,
      '+++\ntitle = "T"\ndate = 2026-01-16\ntags = []\n+++\n\n',
    );
    assert.equal(
      (await createPost(toHugoSite('{\n  "title": "A",\n  "draft": true\n}'), 'T', 'posts', late)).text,
      '{\n  "title": "T",\n  "draft": true\n}\n\n',
    );
  });

  it('a new post begins with a heading where siblings have no front matter', async () => {
    assert.equal((await createPost('-- one.md --\n# One\n', 'Two')).text, '# Two\n\n');
  });

  it('begins a first draft as the posts, without their date', async () => {
    const files = toBlog('layout: post\ntitle: A\ndate: 2025-01-01', 'layout: post\ntitle: B\ndate: 2025-01-02');
    const { path, text } = await createPost(files, 'My Idea', 'drafts');
    assert.deepEqual([path, text], ['_drafts/my-idea.md', '---\nlayout: post\ntitle: My Idea\n---\n\n']);
  });
});

/** Path and text of a new post. */
const beginFile = async (files: string, title: string, label: string, kind: 'post' | 'draft' = 'post') => {
  const { path, text } = await createPost(files, title, label, late, kind);
  return [path, text];
};

describe('a new post from a template', () => {
  it('a new post follows Hugo’s archetype of the section, with the writer’s title in its quotes', async () => {
    const archetype =
      '-- archetypes/posts.md --\n+++\ntitle = "{{ replace .File.ContentBaseName "-" " " | title }}"\ndate = {{ .Date }}\ndraft = true\nkind = \'{{ .Type }}\'\n+++\n\n{{< toc >}}\n';
    assert.deepEqual(
      await beginFile(`-- hugo.toml --\n-- content/posts/a.md --\n${archetype}`, 'Say "hello"', 'posts'),
      [
        'content/posts/say-hello.md',
        '+++\ntitle = "Say \\"hello\\""\ndate = 2026-01-16T00:40:33+01:00\ndraft = true\nkind = \'posts\'\n+++\n\n{{< toc >}}\n',
      ],
    );
  });

  it('a new post is a folder where Hugo’s archetype is one', async () => {
    const [path] = await beginFile(
      '-- hugo.toml --\n-- content/trips/a.md --\n-- archetypes/trips/index.md --\n---\ntitle: {{ .Name }}\n---\n',
      'To the Isles',
      'trips',
    );
    assert.equal(path, 'content/trips/to-the-isles/index.md');
  });

  it('a new post has all files of an archetype folder: pages filled in under their own names, others to be copied', async () => {
    const files =
      '-- hugo.toml --\n-- content/trips/a.md --\n-- archetypes/trips/index.md --\n---\ntitle: {{ .Name }}\n---\n-- archetypes/trips/day-1.md --\n---\ntitle: {{ .Name | title }}\n---\n-- archetypes/trips/img/map.svg --\n<svg/>\n-- archetypes/trips/.DS_Store --\n';
    const { additionalFiles, url } = await createPost(files, 'To the Isles', 'trips', late);
    assert.deepEqual(additionalFiles, [
      { uri: `${root}/content/trips/to-the-isles/day-1.md`, text: '---\ntitle: Day 1\n---\n' },
      { uri: `${root}/content/trips/to-the-isles/img/map.svg`, from: `${root}/archetypes/trips/img/map.svg` },
    ]);
    assert.equal(url, '/trips/to-the-isles/');
  });

  it('a new draft gets a folder of its own where posts have one', async () => {
    const files = '-- hugo.toml --\n-- content/log/a/index.md --\n---\ntitle: A\n---\n';
    assert.deepEqual(await beginFile(files, 'Fog', 'log', 'draft'), [
      'content/log/fog/index.md',
      '---\ntitle: Fog\ndraft: true\n---\n\n',
    ]);
  });

  it('a new post can follow an archetype that belongs to no section', async () => {
    const files =
      '-- hugo.toml --\n-- content/about.md --\n-- content/log/a.md --\n-- archetypes/default.md --\n-- archetypes/log.md --\n-- archetypes/review.md --\n---\ntitle: "{{ .Name | title }}"\nkind: {{ .Type }}\n---\n-- archetypes/trip/index.md --\n---\ntitle: "{{ .Name | title }}"\n---\n';
    const places = createAnalysis(withSites(emptySnapshot, await readSites(files)))
      .newPostPlaces()
      .map(({ label, detail }) => [label, detail]);
    assert.deepEqual(places, [
      ['log', 'content/log'],
      ['pages', 'content'],
      ['review', 'content/log · archetypes/review.md'],
      ['trip', 'content/log · archetypes/trip/'],
    ]);
    assert.deepEqual(await beginFile(files, 'Old lamps', 'review'), [
      'content/log/old-lamps.md',
      '---\ntitle: "Old lamps"\nkind: review\n---\n',
    ]);
    assert.deepEqual(await beginFile(files, 'To sea', 'trip'), [
      'content/log/to-sea/index.md',
      '---\ntitle: "To sea"\n---\n',
    ]);
  });

  it('a new post follows its siblings where only Hugo can read the archetype', async () => {
    const files =
      '-- hugo.toml --\n-- content/posts/a.md --\n---\ntitle: A\nmood:\n---\n-- archetypes/default.md --\n---\ntitle: {{ range .Site.RegularPages }}x{{ end }}\n---\n';
    assert.deepEqual(await beginFile(files, 'T', 'posts'), ['content/posts/t.md', '---\ntitle: T\nmood:\n---\n\n']);
  });

  it('a new post is what jekyll-compose writes where its defaults are in the configuration', async () => {
    const config =
      '-- _config.yml --\njekyll_compose:\n  default_front_matter:\n    drafts:\n      tags: []\n      description:\n    posts:\n      image: x.png\n';
    assert.deepEqual(await beginFile(config, "It's: here", 'drafts'), [
      '_drafts/it-s-here.md',
      "---\nlayout: post\ntitle: 'It''s: here'\ntags: []\ndescription:\n---\n\n",
    ]);
    assert.deepEqual(await beginFile(config, 'A test post', 'posts'), [
      '_posts/2026-01-16-a-test-post.md',
      '---\nlayout: post\ntitle: A test post\ndate: 2026-01-16 00:40 +0100\nimage: x.png\n---\n\n',
    ]);
  });

  it('a new post is what hexo new writes, from the site’s scaffolds or Hexo’s own', async () => {
    const config =
      '-- _config.yml --\n-- scaffolds/post.md --\n---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n-- scaffolds/photo.md --\n---\nlayout: photo\ntitle: {{ title }}\n---\n';
    assert.deepEqual(await beginFile(config, 'Hello: World', 'posts'), [
      'source/_posts/Hello-World.md',
      "---\ntitle: 'Hello: World'\ndate: 2026-01-16 00:40:33\ntags:\n---\n",
    ]);
    assert.deepEqual(await beginFile(config, 'Hello', 'photo'), [
      'source/_posts/Hello.md',
      '---\nlayout: photo\ntitle: Hello\n---\n',
    ]);
    assert.deepEqual(
      await beginFile('-- _config.yml --\n-- source/a.txt --\n-- package.json --\n{"hexo":{}}\n', 'Hello', 'drafts'),
      ['source/_drafts/Hello.md', '---\nlayout: draft\ntitle: Hello\ndate: 2026-01-16 00:40:33\ntags:\n---\n'],
    );
  });

  it('a new post follows a template of the site’s own folder first, which can be chosen by name', async () => {
    const files =
      '-- _config.yml --\n-- _templates/post.md --\n---\ntitle: {{ title }}\nday: {{ year }}-{{month}}\n---\n\n## {{ title }}\n{{ page.url }}\n-- _templates/review.md --\n---\ntitle: "{{title}}"\nstars:\n---\n';
    assert.deepEqual(await beginFile(files, 'On: tea', 'posts'), [
      '_posts/2026-01-16-on-tea.md',
      '---\ntitle: "On: tea"\nday: 2026-01\n---\n\n## On: tea\n{{ page.url }}\n',
    ]);
    assert.deepEqual(await beginFile(files, 'Tea', 'review'), [
      '_posts/2026-01-16-tea.md',
      '---\ntitle: "Tea"\nstars:\n---\n',
    ]);
  });

  it('a new post is marked as a draft where a draft is wanted', async () => {
    assert.deepEqual(
      await beginFile(
        '-- a.md --\n---\ntitle: A\ndraft: true\n---\n-- b.md --\n---\ntitle: B\n---\n',
        'T',
        'posts',
        'draft',
      ),
      ['t.md', '---\ntitle: T\ndraft: true\n---\n\n'],
    );
  });
});

describe('the file of a new post', () => {
  const cases: readonly [what: string, files: string, label: string, path: string][] = [
    ['a Jekyll post is dated', '-- _config.yml --\n', 'posts', '_posts/2026-01-16-über-tea-milk.md'],
    [
      'in the site’s own zone',
      '-- _config.yml --\ntimezone: Europe/London\n',
      'posts',
      '_posts/2026-01-15-über-tea-milk.md',
    ],
    ['a Jekyll draft is not dated', '-- _config.yml --\n', 'drafts', '_drafts/über-tea-milk.md'],
    [
      'with the siblings’ extension',
      '-- _posts/2025-01-01-a.markdown --\n---\n---\n',
      'posts',
      '_posts/2026-01-16-über-tea-milk.markdown',
    ],
    [
      'in the folder of the year',
      '-- _posts/2025/2025-01-01-a.md --\n',
      'posts',
      '_posts/2026/2026-01-16-über-tea-milk.md',
    ],
    [
      'in the collections’ folder',
      '-- _config.yml --\ncollections_dir: all\n',
      'posts',
      'all/_posts/2026-01-16-über-tea-milk.md',
    ],
    ['below the source', '-- _config.yml --\nsource: src\n', 'posts', 'src/_posts/2026-01-16-über-tea-milk.md'],
    [
      'a collection follows its files: dated',
      '-- _config.yml --\ncollections: [news]\n-- _news/2025-01-01-a.md --\n',
      'news',
      '_news/2026-01-16-über-tea-milk.md',
    ],
    [
      'a collection follows its files: not dated',
      '-- _config.yml --\ncollections: [docs]\n-- _docs/a.md --\n',
      'docs',
      '_docs/über-tea-milk.md',
    ],
    [
      'a folder of its own, as siblings have',
      '-- hugo.toml --\n-- content/posts/one/index.md --\n-- content/posts/two/index.md --\n',
      'posts',
      'content/posts/über-tea-milk/index.md',
    ],
    [
      'a folder of its own, dated, as siblings of Docusaurus have',
      '-- docusaurus.config.js --\nmodule.exports = {};\n-- blog/2024-05-01-one/index.md --\n-- blog/2024-06-01-two/index.md --\n',
      'blog',
      'blog/2026-01-16-über-tea-milk/index.md',
    ],
    ['a plain folder', '-- notes/a.md --\n', 'notes', 'notes/über-tea-milk.md'],
  ];
  for (const [what, files, label, path] of cases) {
    it(`names the file of a new post: ${what}`, async () =>
      assert.equal((await createPost(files, 'Über Tea & Milk', label, late)).path, path));
  }

  it('a new post has a file name even when the title has no letters', async () => {
    assert.equal((await createPost('-- _config.yml --\n', '???', 'posts', late)).path, '_posts/2026-01-16-untitled.md');
  });
});

const listPlaces = async (files: string): Promise<string[]> =>
  createAnalysis(withSites(emptySnapshot, await readSites(files)))
    .newPostPlaces()
    .map(({ label, detail }) => `${label}: ${detail}`);

describe('places for a new post', () => {
  it('offers the nearest place for a new post first, then those with posts', async () => {
    const snapshot = withSites(
      emptySnapshot,
      await readSites(
        '-- _config.yml --\ncollections: [docs, news]\n-- _news/a.md --\n---\n---\n-- _docs/b.md --\n---\n---\n',
      ),
    );
    const analysis = createAnalysis(snapshot);
    const listLabels = (near?: string): string[] => analysis.newPostPlaces(near).map(({ label }) => label);
    assert.deepEqual(listLabels(), ['docs', 'news', 'posts', 'drafts']);
    assert.deepEqual(listLabels(`${root}/_news/a.md`), ['news', 'docs', 'posts', 'drafts']);
    assert.deepEqual(
      createAnalysis(snapshot)
        .newPostPlaces()
        .map(({ detail }) => detail),
      ['_docs', '_news', '_posts', '_drafts'],
    );
  });

  it('places for a new post name the site where there are several', async () => {
    const snapshot = withSites(emptySnapshot, await readSites('-- _config.yml --\n-- docs/_config.yml --\n'));
    assert.deepEqual(
      createAnalysis(snapshot)
        .newPostPlaces(`${root}/docs/index.md`)
        .map(({ detail }) => detail),
      ['docs/_posts', 'docs/_drafts', 'site/_posts', 'site/_drafts'],
    );
  });

  it('places for a new post have familiar names on a site without posts', async () => {
    assert.deepEqual(await listPlaces('-- _config.yml --\n'), ['posts: _posts', 'drafts: _drafts']);
    assert.deepEqual(await listPlaces('-- hugo.toml --\n-- archetypes/default.md --\n'), ['pages: content']);
    assert.deepEqual(await listPlaces('-- hugo.toml --\n-- content/log/_index.md --\n'), [
      'log: content/log',
      'pages: content',
    ]);
    assert.deepEqual(
      await listPlaces(
        '-- zola.toml --\nbase_url = "https://x.example"\n-- content/_index.md --\n-- content/log/_index.md --\n',
      ),
      ['log: content/log', 'pages: content'],
    );
    assert.deepEqual(await listPlaces('-- docusaurus.config.js --\nmodule.exports = {};\n'), [
      'blog: blog',
      'docs: docs',
      'pages: src/pages',
    ]);
    assert.deepEqual(await listPlaces('-- _config.yml --\n-- scaffolds/post.md --\n'), [
      'posts: source/_posts',
      'drafts: source/_drafts',
      'pages: source',
    ]);
    assert.deepEqual(await listPlaces('-- a.txt --\n'), ['posts: site']);
  });

  it('a site with settings for several environments has its places for new posts once', async () => {
    const snapshot = withSites(
      emptySnapshot,
      await readSites(
        '-- config/_default/hugo.yaml --\ntitle: x\n-- config/production/hugo.yaml --\ntitle: y\n-- content/log/a.md --\n',
      ),
    );
    assert.deepEqual(
      createAnalysis(snapshot)
        .newPostPlaces()
        .map(({ detail }) => detail),
      ['content/log', 'content'],
    );
  });

  it('offers the places of nested sites first, where the folder around them is no site and holds no post', async () => {
    assert.deepEqual(await listPlaces('-- a.txt --\n-- docs/_config.yml --\n-- docs/_posts/2024-05-01-a.md --\n'), [
      'posts: docs/_posts',
      'drafts: docs/_drafts',
      'posts: site',
    ]);
  });

  it('offers the fullest place for a new post first', async () => {
    assert.deepEqual(
      await listPlaces(
        '-- hugo.toml --\n-- content/a.md --\n-- content/b.md --\n-- content/c.md --\n-- content/keepers/_index.md --\n-- content/log/a.md --\n-- content/log/b.md --\n',
      ),
      ['log: content/log', 'keepers: content/keepers', 'pages: content'],
    );
  });

  it('creates no post in a place that is gone', async () => {
    assert.equal(
      await createAnalysis(emptySnapshot).newPost({
        place: '["file:///site","posts","_posts"]',
        title: 'T',
        now: late.now,
      }),
      undefined,
    );
  });
});
