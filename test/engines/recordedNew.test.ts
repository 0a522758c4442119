import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { PostChange } from '../../server/src/protocol/index.ts';
import { changeFiles, createPost } from '../support/site.ts';
import { readFixture } from '../support/verdicts.ts';

/**
 * Files that the generators' own commands made, recorded with the clock at this moment in Berlin: `hexo new` of Hexo 8.1.2
 * (hexo-cli 4.3), and jekyll-compose 0.12.0 under Jekyll 4.3.1. `hugo new` is run, in `hugo-new.test.ts`.
 */
const at = { now: Date.UTC(2026, 0, 15, 23, 40, 33), timeZone: 'Europe/Berlin' };

type Recorded = readonly [title: string, path: string, frontMatter: string];

/** What Galley begins, with the path; it leaves an empty line before the place where writing starts. */
async function beginPost(
  files: string,
  title: string,
  place: string,
  language?: string,
  timeZone = at.timeZone,
): Promise<readonly [path: string, text: string]> {
  const { path, text } = await createPost(files, title, place, { ...at, timeZone }, 'post', language);
  return [path, text.replace(/\n\n$/, '\n')];
}

const parseData = (text: string): unknown => parse(/^---\n([^]*?)\n---/.exec(text)![1]!);

const scaffolds =
  '-- scaffolds/post.md --\n---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n-- scaffolds/draft.md --\n---\ntitle: {{ title }}\ntags:\n---\n-- scaffolds/page.md --\n---\ntitle: {{ title }}\ndate: {{ date }}\n---\n';
const toHexoSite = (config = '', files = scaffolds): string =>
  `-- _config.yml --\ntitle: x\n${config}-- source/a.txt --\n${files}`;
const toDatedEntries = (title: string): string => `title: ${title}\ndate: 2026-01-16 00:40:33\ntags:`;

const hexoPosts: readonly Recorded[] = [
  ['Night Watch', 'source/_posts/Night-Watch.md', toDatedEntries('Night Watch')],
  ['Over the bar, and back!', 'source/_posts/Over-the-bar-and-back.md', toDatedEntries('Over the bar, and back!')],
  [
    'Say "hello" to Ann\'s lamp',
    'source/_posts/Say-hello-to-Ann-s-lamp.md',
    toDatedEntries('Say "hello" to Ann\'s lamp'),
  ],
  ['Tea: a short guide', 'source/_posts/Tea-a-short-guide.md', toDatedEntries("'Tea: a short guide'")],
  ['Über Möwen & Größe', 'source/_posts/Uber-Mowen-Grose.md', toDatedEntries('Über Möwen & Größe')],
  ['Straße nach Łódź', 'source/_posts/Strase-nach-Lodz.md', toDatedEntries('Straße nach Łódź')],
  ['灯台の夜', 'source/_posts/灯台の夜.md', toDatedEntries('灯台の夜')],
  ['🎉 Party on the rock', 'source/_posts/🎉-Party-on-the-rock.md', toDatedEntries('🎉 Party on the rock')],
  ['2024 in review', 'source/_posts/2024-in-review.md', toDatedEntries('2024 in review')],
  ['C++ / Rust', 'source/_posts/C-Rust.md', toDatedEntries('C++ / Rust')],
  ["it's", 'source/_posts/it-s.md', toDatedEntries("it's")],
  ['yes', 'source/_posts/yes.md', toDatedEntries("'yes'")],
];

const hexoElsewhere: readonly (readonly [what: string, files: string, place: string, ...Recorded])[] = [
  [
    'draft',
    toHexoSite(),
    'drafts',
    'Über Möwen & Größe',
    'source/_drafts/Uber-Mowen-Grose.md',
    'title: Über Möwen & Größe\ntags:',
  ],
  [
    'page',
    toHexoSite(),
    'pages',
    'Tea: a short guide',
    'source/Tea-a-short-guide/index.md',
    "title: 'Tea: a short guide'\ndate: 2026-01-16 00:40:33",
  ],
  [
    'post with `new_post_name` of a day',
    toHexoSite('new_post_name: ":year-:month-:day-:title.md"\n'),
    'posts',
    'Über Möwen & Größe',
    'source/_posts/2026-01-16-Uber-Mowen-Grose.md',
    toDatedEntries('Über Möwen & Größe'),
  ],
  [
    'post with `filename_case: 1`',
    toHexoSite('filename_case: 1\n'),
    'posts',
    'Über Möwen & Größe',
    'source/_posts/uber-mowen-grose.md',
    toDatedEntries('Über Möwen & Größe'),
  ],
  [
    'post with `filename_case: 2`',
    toHexoSite('filename_case: 2\n'),
    'posts',
    'Über Möwen & Größe',
    'source/_posts/UBER-MOWEN-GROSE.md',
    toDatedEntries('Über Möwen & Größe'),
  ],
  [
    'post without scaffolds',
    toHexoSite('', '-- scaffolds/photo.md --\nx\n'),
    'posts',
    'Night Watch',
    'source/_posts/Night-Watch.md',
    `layout: post\n${toDatedEntries('Night Watch')}`,
  ],
  [
    'draft without scaffolds',
    toHexoSite('', '-- scaffolds/photo.md --\nx\n'),
    'drafts',
    'Night Watch',
    'source/_drafts/Night-Watch.md',
    `layout: draft\n${toDatedEntries('Night Watch')}`,
  ],
  [
    'page without scaffolds',
    toHexoSite('', '-- scaffolds/photo.md --\nx\n'),
    'pages',
    'Night Watch',
    'source/Night-Watch/index.md',
    `layout: page\n${toDatedEntries('Night Watch')}`,
  ],
];

const perLanguage =
  'language: [en, fr]\nnew_post_name: ":lang/:title.md"\npermalink: :lang/:title/\npermalink_defaults:\n  lang: en\n';
const photo =
  '-- scaffolds/photo.md --\n---\nlayout: photo\ntitle: {{ title }}\ndate: {{ date }} # when\ntags: [a, b]\n---\n\n## {{ title }}\n';

describe('hexo new, recorded', () => {
  for (const [title, path, frontMatter] of hexoPosts) {
    it(`a new post "${title}" is what hexo new wrote`, async () =>
      assert.deepEqual(await beginPost(toHexoSite(), title, 'posts'), [path, `---\n${frontMatter}\n---\n`]));
  }

  for (const [what, files, place, title, path, frontMatter] of hexoElsewhere) {
    it(`a new post is what hexo new wrote: ${what}`, async () =>
      assert.deepEqual(await beginPost(files, title, place), [path, `---\n${frontMatter}\n---\n`]));
  }

  it('a new Hexo post in a language has the recorded file and entries, with the language after the title', async () => {
    assert.equal(
      (await beginPost(toHexoSite(perLanguage), 'Night Watch', 'posts'))[0],
      'source/_posts/en/Night-Watch.md',
    );
    assert.deepEqual(await beginPost(toHexoSite(perLanguage), 'Night Watch', 'posts', 'fr'), [
      'source/_posts/fr/Night-Watch.md',
      '---\ntitle: Night Watch\nlang: fr\ndate: 2026-01-16 00:40:33\ntags:\n---\n',
    ]);
  });

  it('a new post of the site’s own scaffold has the recorded entries, with comments, order and lists as in the scaffold, and a body for Hexo to fill in', async () => {
    const [path, text] = await beginPost(toHexoSite('', photo), 'Night Watch', 'photo');
    assert.equal(path, 'source/_posts/Night-Watch.md');
    assert.deepEqual(
      parseData(text),
      parseData(
        '---\nlayout: photo\ntitle: Night Watch\ntags:\n  - a\n  - b\ndate: 2026-01-16 00:40:33\n---\n\n## {{ title }}\n',
      ),
    );
    assert.equal(
      text,
      '---\nlayout: photo\ntitle: Night Watch\ndate: 2026-01-16 00:40:33 # when\ntags: [a, b]\n---\n\n## {{ title }}\n',
    );
  });

  it('keeps titles that hexo new changes: `UPPER Case` and the number 1984', async () => {
    assert.deepEqual(await beginPost(toHexoSite(), 'UPPER Case #1', 'posts'), [
      'source/_posts/UPPER-Case-1.md',
      `---\n${toDatedEntries("'UPPER Case #1'")}\n---\n`,
    ]);
    assert.deepEqual(await beginPost(toHexoSite(), '1984', 'posts'), [
      'source/_posts/1984.md',
      `---\n${toDatedEntries("'1984'")}\n---\n`,
    ]);
  });

  it('names the file of a title without letters "untitled" and no folder "undefined", where hexo new fails', async () => {
    assert.equal((await beginPost(toHexoSite(), '???', 'posts'))[0], 'source/_posts/untitled.md');
    assert.equal(
      (await beginPost(toHexoSite('new_post_name: ":category/:title.md"\n'), 'Night Watch', 'posts'))[0],
      'source/_posts/Night-Watch.md',
    );
  });

  it('dates a new Hexo post in the zone of the site, where hexo new uses the zone of the computer', async () => {
    const [, text] = await beginPost(toHexoSite('timezone: Asia/Tokyo\n'), 'Night Watch', 'posts');
    assert.match(text, /^date: 2026-01-16 08:40:33$/m);
  });
});

/** The file that a command made on a fixture, for "Night Watch" in London where the sites are, and the front matter that Galley learns from siblings instead. */
const onFixtures: readonly (readonly [fixture: string, place: string, path: string, made: string, learnt?: string])[] =
  [
    [
      'hexo-lighthouse',
      'posts',
      'source/_posts/2026-01-15-night-watch.md',
      'title: Night Watch\ndate: 2026-01-15 23:40:33\ntags:',
    ],
    [
      'hexo-lighthouse',
      'drafts',
      'source/_drafts/night-watch.md',
      'layout: draft\ntitle: Night Watch\ndate: 2026-01-15 23:40:33\ntags:',
      'title: Night Watch',
    ],
    [
      'hexo-lighthouse',
      'pages',
      'source/night-watch/index.md',
      'layout: page\ntitle: Night Watch\ndate: 2026-01-15 23:40:33\ntags:',
      'title: Night Watch',
    ],
    [
      'jekyll-blog',
      'posts',
      '_posts/2026-01-15-night-watch.md',
      'layout: post\ntitle: Night Watch\ndate: 2026-01-15 23:40 +0000',
      'title: Night Watch\ndate: 2026-01-15 23:40:00 +0000 # controls the order of the log\ncategories: []\ntags: []\ndescription:',
    ],
    [
      'jekyll-blog',
      'drafts',
      '_drafts/night-watch.md',
      'layout: post\ntitle: Night Watch',
      'title: Night Watch\ncategories: []\ntags: []',
    ],
  ];

describe('the commands on the fixtures, recorded', () => {
  for (const [name, place, path, made, learnt] of onFixtures) {
    it(`a new post in ${place} of ${name} is ${learnt === undefined ? 'what the generator’s command wrote' : 'the recorded file, begun as its siblings are'}`, async () => {
      assert.deepEqual(await beginPost(readFixture(name), 'Night Watch', place, undefined, 'Europe/London'), [
        path,
        `---\n${learnt ?? made}\n---\n`,
      ]);
    });
  }
});

const config =
  'jekyll_compose:\n  default_front_matter:\n    drafts:\n      tags: []\n      description:\n    posts:\n      image: x.png\n      categories:\n        - log\n        - lamp\n';
const toJekyllSite = (settings = config): string => `-- _config.yml --\n${settings}`;
const toPostEntries = (title: string): string =>
  `layout: post\ntitle: ${title}\ndate: 2026-01-16 00:40 +0100\nimage: x.png\ncategories:\n- log\n- lamp`;
const toDraftEntries = (title: string): string => `layout: post\ntitle: ${title}\ntags: []\ndescription:`;

const jekyllPosts: readonly Recorded[] = [
  ['Night Watch', 'night-watch', toPostEntries('Night Watch')],
  ['Over the bar, and back!', 'over-the-bar-and-back', toPostEntries('Over the bar, and back!')],
  ['Say "hello" to Ann\'s lamp', 'say-hello-to-ann-s-lamp', toPostEntries('Say "hello" to Ann\'s lamp')],
  ['Tea: a short guide', 'tea-a-short-guide', toPostEntries("'Tea: a short guide'")],
  ['Über Möwen & Größe', 'über-möwen-größe', toPostEntries('Über Möwen & Größe')],
  ['灯台の夜', '灯台の夜', toPostEntries('灯台の夜')],
  ['2024 in review', '2024-in-review', toPostEntries('2024 in review')],
  ['UPPER Case #1', 'upper-case-1', toPostEntries("'UPPER Case #1'")],
  ['1984', '1984', toPostEntries("'1984'")],
  ['1.5', '1-5', toPostEntries("'1.5'")],
  ['12:30', '12-30', toPostEntries("'12:30'")],
  ['2026-01-01', '2026-01-01', toPostEntries("'2026-01-01'")],
  ['C++ / Rust', 'c-rust', toPostEntries('C++ / Rust')],
  ["it's", 'it-s', toPostEntries("it's")],
  ['yes', 'yes', toPostEntries("'yes'")],
  ['null', 'null', toPostEntries("'null'")],
  ['ends with:', 'ends-with', toPostEntries("'ends with:'")],
  ['#1 hit', '1-hit', toPostEntries('"#1 hit"')],
  ['@home', 'home', toPostEntries('"@home"')],
  ["'quoted'", 'quoted', toPostEntries('"\'quoted\'"')],
  ['[draft] notes', 'draft-notes', toPostEntries('"[draft] notes"')],
  ['* star', 'star', toPostEntries('"* star"')],
];

const jekyllElsewhere: readonly (readonly [what: string, settings: string, place: string, ...Recorded])[] = [
  [
    'draft',
    config,
    'drafts',
    'Tea: a short guide',
    '_drafts/tea-a-short-guide.md',
    toDraftEntries("'Tea: a short guide'"),
  ],
  [
    'draft with umlauts',
    config,
    'drafts',
    'Über Möwen & Größe',
    '_drafts/über-möwen-größe.md',
    toDraftEntries('Über Möwen & Größe'),
  ],
  [
    'post in the site’s zone',
    `timezone: Asia/Tokyo\n${config}`,
    'posts',
    'Night Watch',
    '_posts/2026-01-16-night-watch.md',
    toPostEntries('Night Watch').replace('00:40 +0100', '08:40 +0900'),
  ],
  [
    'post in the collections’ folder',
    `collections_dir: all\n${config}`,
    'posts',
    'Night Watch',
    'all/_posts/2026-01-16-night-watch.md',
    toPostEntries('Night Watch'),
  ],
  [
    'post without defaults',
    'plugins: [jekyll-compose]\n',
    'posts',
    'Night Watch',
    '_posts/2026-01-16-night-watch.md',
    'layout: post\ntitle: Night Watch\ndate: 2026-01-16 00:40 +0100',
  ],
  [
    'draft without defaults',
    'plugins: [jekyll-compose]\n',
    'drafts',
    'Night Watch',
    '_drafts/night-watch.md',
    'layout: post\ntitle: Night Watch',
  ],
];

const draft = '---\nlayout: post\ntitle: Night Watch\n---\nText.\n';
const post = '---\nlayout: post\ntitle: Night Watch\ndate: 2025-03-01 10:00 +0100\n---\nText.\n';

/** A post or draft, what is done to it, and the file that jekyll-compose made of it. */
const jekyllChanges: readonly (readonly [
  what: string,
  path: string,
  text: string,
  change: PostChange,
  path: string,
  text: string,
])[] = [
  [
    'publish',
    '_drafts/night-watch.md',
    draft,
    { kind: 'publish' },
    '_posts/2026-01-16-night-watch.md',
    '---\nlayout: post\ntitle: Night Watch\ndate: 2026-01-16 00:40 +0100\n---\nText.\n',
  ],
  ['unpublish', '_posts/2025-03-01-night-watch.md', post, { kind: 'unpublish' }, '_drafts/night-watch.md', draft],
  [
    'unpublish of a post dated by its name',
    '_posts/2025-03-01-night-watch.md',
    draft,
    { kind: 'unpublish' },
    '_drafts/night-watch.md',
    draft,
  ],
  [
    'rename',
    '_posts/2025-03-01-night-watch.md',
    post,
    { kind: 'rename', title: 'Dawn: Watch' },
    '_posts/2025-03-01-dawn-watch.md',
    post.replace('Night Watch', "'Dawn: Watch'"),
  ],
  [
    'rename of a draft',
    '_drafts/night-watch.md',
    draft,
    { kind: 'rename', title: 'Dawn: Watch' },
    '_drafts/dawn-watch.md',
    draft.replace('Night Watch', "'Dawn: Watch'"),
  ],
];

describe('jekyll-compose, recorded', () => {
  for (const [title, slug, frontMatter] of jekyllPosts) {
    it(`a new post "${title}" is what jekyll-compose wrote`, async () =>
      assert.deepEqual(await beginPost(toJekyllSite(), title, 'posts'), [
        `_posts/2026-01-16-${slug}.md`,
        `---\n${frontMatter}\n---\n`,
      ]));
  }

  for (const [what, settings, place, title, path, frontMatter] of jekyllElsewhere) {
    it(`a new post is what jekyll-compose wrote: ${what}`, async () =>
      assert.deepEqual(await beginPost(toJekyllSite(settings), title, place), [path, `---\n${frontMatter}\n---\n`]));
  }

  for (const [what, from, before, change, to, after] of jekyllChanges) {
    it(`a changed post is what jekyll-compose wrote: ${what}`, async () => {
      const changed = await changeFiles(`${toJekyllSite('title: x\n')}-- ${from} --\n${before}`, from, change, at);
      assert.deepEqual(changed, { [from]: undefined, [to]: after });
    });
  }

  it('keeps emoji and long titles readable, which jekyll-compose escapes and folds', async () => {
    const long = `a ${'very '.repeat(20)}long title`;
    assert.deepEqual(await beginPost(toJekyllSite(), '🎉 Party on the rock', 'posts'), [
      '_posts/2026-01-16-party-on-the-rock.md',
      `---\n${toPostEntries('"🎉 Party on the rock"')}\n---\n`,
    ]);
    assert.deepEqual(await beginPost(toJekyllSite(), long, 'posts'), [
      `_posts/2026-01-16-a-${'very-'.repeat(20)}long-title.md`,
      `---\n${toPostEntries(long)}\n---\n`,
    ]);
  });

  it('names a post whose title has no letters, which jekyll-compose calls `.md`', async () => {
    assert.equal((await beginPost(toJekyllSite(), '???', 'posts'))[0], '_posts/2026-01-16-untitled.md');
  });

  it('publishes a dated draft on the day of its name, where jekyll-compose leaves the old date, by which Jekyll would file it', async () => {
    const changed = await changeFiles(
      `${toJekyllSite('title: x\n')}-- _drafts/a.md --\n${post}`,
      '_drafts/a.md',
      { kind: 'publish' },
      at,
    );
    assert.deepEqual(changed, {
      '_drafts/a.md': undefined,
      '_posts/2026-01-16-a.md': post.replace('2025-03-01 10:00 +0100', '2026-01-16 00:40 +0100'),
    });
  });

  it('publishing keeps comments and lists, which jekyll-compose rewrites', async () => {
    const changed = await changeFiles(
      `${toJekyllSite('title: x\n')}-- _drafts/a.md --\n---\ntitle: "A" # c\ntags: [x]\n---\nText.\n`,
      '_drafts/a.md',
      { kind: 'publish' },
      at,
    );
    assert.deepEqual(changed, {
      '_drafts/a.md': undefined,
      '_posts/2026-01-16-a.md': '---\ntitle: "A" # c\ndate: 2026-01-16 00:40 +0100\ntags: [x]\n---\nText.\n',
    });
  });
});
