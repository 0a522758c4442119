import assert from 'node:assert/strict';
import type { PostChange } from '../../../server/src/protocol/index.ts';
import { changeFiles } from '../../support/site.ts';

/** 15 January 2026, 23:40:33 in London, where the day is not yet over; in Berlin it is. */
const late = { now: Date.UTC(2026, 0, 15, 23, 40, 33), timeZone: 'Europe/Berlin' };

const publish: PostChange = { kind: 'publish' };
const unpublish: PostChange = { kind: 'unpublish' };

const config = '-- _config.yml --\ntimezone: Europe/Berlin\n';
const toPosts = (line: string): string =>
  `-- _posts/2025-05-01-a.md --\n---\ntitle: A\n${line}\n---\n-- _posts/2025-05-02-b.md --\n---\ntitle: B\n${line}\n---\n`;
const toDraft = (frontMatter: string, name = '_drafts/fog.md'): string =>
  `-- ${name} --\n---\n${frontMatter}\n---\nFog.\n`;
const toHugoSite = (frontMatter: string, name = 'content/posts/fog.md'): string =>
  `-- hugo.toml --\n-- ${name} --\n${frontMatter}\nFog.\n`;

describe('publishing a post', () => {
  const jekyll: readonly [
    what: string,
    files: string,
    path: string,
    expected: Record<string, string | undefined> | string,
  ][] = [
    [
      'moves a draft to the posts, its day in the site’s zone',
      `${config}${toPosts('mood: calm')}${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      { '_drafts/fog.md': undefined, '_posts/2026-01-16-fog.md': '---\ntitle: Fog\n---\nFog.\n' },
    ],
    [
      'dates it where no sibling says how, as jekyll-compose does',
      `${config}${toDraft('title: Fog # thick')}`,
      '_drafts/fog.md',
      {
        '_drafts/fog.md': undefined,
        '_posts/2026-01-16-fog.md': '---\ntitle: Fog # thick\ndate: 2026-01-16 00:40 +0100\n---\nFog.\n',
      },
    ],
    [
      'dates it as its siblings are',
      `${config}${toPosts('date: "2025-05-01T10:00:00+02:00"')}${toDraft('layout: post\ntitle: Fog\ntags: [x]')}`,
      '_drafts/fog.md',
      {
        '_drafts/fog.md': undefined,
        '_posts/2026-01-16-fog.md':
          '---\nlayout: post\ntitle: Fog\ndate: "2026-01-16T00:40:00+01:00"\ntags: [x]\n---\nFog.\n',
      },
    ],
    [
      'gives a date that is there the moment, in its own style',
      `${config}${toDraft("title: Fog\ndate:   '2020-01-01 10:00' # begun")}`,
      '_drafts/fog.md',
      {
        '_drafts/fog.md': undefined,
        '_posts/2026-01-16-fog.md': "---\ntitle: Fog\ndate:   '2026-01-16 00:40' # begun\n---\nFog.\n",
      },
    ],
    [
      'removes what keeps it unpublished',
      `${config}${toPosts('mood: calm')}${toDraft('title: Fog\npublished: false # not yet')}`,
      '_drafts/fog.md',
      {
        '_drafts/fog.md': undefined,
        '_posts/2026-01-16-fog.md': '---\ntitle: Fog\npublished: true # not yet\n---\nFog.\n',
      },
    ],
    [
      'keeps the day of a post that a flag kept unpublished',
      `${config}-- _posts/2025-05-01-a.md --\n---\npublished: false\n---\n`,
      '_posts/2025-05-01-a.md',
      { '_posts/2025-05-01-a.md': '---\npublished: true\n---\n' },
    ],
    [
      'moves a scheduled post to today',
      `${config}-- _posts/2027-05-01-a.md --\n---\ntitle: A\ndate: 2027-05-01\n---\n`,
      '_posts/2027-05-01-a.md',
      { '_posts/2027-05-01-a.md': undefined, '_posts/2026-01-16-a.md': '---\ntitle: A\ndate: 2026-01-16\n---\n' },
    ],
    [
      'adds the day to a file name without one',
      `${config}${toPosts('mood: calm')}-- _posts/fog.md --\n---\ntitle: Fog\n---\n`,
      '_posts/fog.md',
      { '_posts/fog.md': undefined, '_posts/2026-01-16-fog.md': '---\ntitle: Fog\n---\n' },
    ],
    [
      'keeps the folder above, which is a category',
      `${config}${toPosts('mood: calm')}${toDraft('title: Fog', 'news/_drafts/fog.md')}`,
      'news/_drafts/fog.md',
      { 'news/_drafts/fog.md': undefined, 'news/_posts/2026-01-16-fog.md': '---\ntitle: Fog\n---\nFog.\n' },
    ],
    [
      'takes the folder of the year where posts have one',
      `${config}-- _posts/2025/2025-05-01-a.md --\n---\ntitle: A\n---\n${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      { '_drafts/fog.md': undefined, '_posts/2026/2026-01-16-fog.md': '---\ntitle: Fog\n---\nFog.\n' },
    ],
    [
      'replaces the day in the name of a draft',
      `${config}${toPosts('mood: calm')}${toDraft('title: Fog', '_drafts/2020-01-01-fog.markdown')}`,
      '_drafts/2020-01-01-fog.markdown',
      {
        '_drafts/2020-01-01-fog.markdown': undefined,
        '_posts/2026-01-16-fog.markdown': '---\ntitle: Fog\n---\nFog.\n',
      },
    ],
    [
      'overwrites nothing',
      `${config}${toPosts('mood: calm')}-- _posts/2026-01-16-fog.md --\n---\n---\n${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      '_posts/2026-01-16-fog.md exists already, so the post stays as it is.',
    ],
    [
      'refuses a published post',
      `${config}${toPosts('mood: calm')}`,
      '_posts/2025-05-01-a.md',
      '_posts/2025-05-01-a.md is published already.',
    ],
    [
      'refuses front matter that cannot be read',
      `${config}${toDraft('title: a: b')}`,
      '_drafts/fog.md',
      'The front matter of _drafts/fog.md cannot be read: mend it first, then try again.',
    ],
    [
      'needs no front matter',
      `${config}${toPosts('mood: calm')}-- _drafts/fog.md --\nFog.\n`,
      '_drafts/fog.md',
      { '_drafts/fog.md': undefined, '_posts/2026-01-16-fog.md': 'Fog.\n' },
    ],
  ];
  for (const [what, files, path, expected] of jekyll) {
    it(`publishing a post of Jekyll ${what}`, async () =>
      assert.deepEqual(await changeFiles(files, path, publish, late), expected));
  }

  const others: readonly [
    what: string,
    files: string,
    path: string,
    expected: Record<string, string | undefined> | string,
  ][] = [
    [
      'of Hugo removes the draft flag and dates it',
      toHugoSite('+++\ntitle = "Fog"\ndate = 2025-01-01T10:00:00+01:00\ndraft = true # soon\n+++'),
      'content/posts/fog.md',
      {
        'content/posts/fog.md':
          '+++\ntitle = "Fog"\ndate = 2026-01-16T00:40:00+01:00\ndraft = false # soon\n+++\nFog.\n',
      },
    ],
    [
      'of Hugo reads keys in any case',
      toHugoSite('---\nTitle: Fog\nDate: 2025-01-01T10:00:00Z\nDraft: true\n---'),
      'content/posts/fog.md',
      { 'content/posts/fog.md': '---\nTitle: Fog\nDate: 2026-01-15T23:40:00Z\nDraft: false\n---\nFog.\n' },
    ],
    [
      'of Hugo writes JSON',
      toHugoSite('{\n  "title": "Fog",\n  "draft": true\n}'),
      'content/posts/fog.md',
      {
        'content/posts/fog.md':
          '{\n  "title": "Fog",\n  "draft": false,\n  "date": "2026-01-16T00:40:00+01:00"\n}\nFog.\n',
      },
    ],
    [
      'of Hugo never dates it later than now in the zone of the site',
      toHugoSite('---\ntitle: Fog\ndate: 2025-01-01\ndraft: true\n---'),
      'content/posts/fog.md',
      { 'content/posts/fog.md': '---\ntitle: Fog\ndate: 2026-01-16T00:40:00+01:00\ndraft: false\n---\nFog.\n' },
    ],
    [
      'of Hugo says what still keeps it unpublished',
      toHugoSite('---\ntitle: Fog\ndraft: true\nexpiryDate: 2025-01-01\n---'),
      'content/posts/fog.md',
      'content/posts/fog.md would still not be published. Its `expiryDate` has passed.',
    ],
    [
      'of Hugo changes the day in its name too',
      toHugoSite(
        '---\ntitle: Fog\ndate: 2025-01-01T10:00:00+01:00\ndraft: true\n---',
        'content/posts/2025-01-01-fog/index.md',
      ) + '-- content/posts/2025-01-01-fog/a.png --\nimage\n',
      'content/posts/2025-01-01-fog/index.md',
      {
        'content/posts/2025-01-01-fog/index.md': undefined,
        'content/posts/2025-01-01-fog/a.png': undefined,
        'content/posts/2026-01-16-fog/a.png': 'image\n',
        'content/posts/2026-01-16-fog/index.md':
          '---\ntitle: Fog\ndate: 2026-01-16T00:40:00+01:00\ndraft: false\n---\nFog.\n',
      },
    ],
    [
      'of Zola writes TOML with its tables',
      '-- config.toml --\n-- templates/a.html --\n-- content/fog.md --\n+++\ntitle = "Fog"\ndraft = true\n\n[taxonomies]\ntags = ["x"]\n+++\n',
      'content/fog.md',
      { 'content/fog.md': '+++\ntitle = "Fog"\ndate = 2026-01-16\ndraft = false\n\n[taxonomies]\ntags = ["x"]\n+++\n' },
    ],
    [
      'of Hexo names it by the settings, keeps its date and moves its images',
      '-- _config.yml --\nnew_post_name: :year-:month-:day-:title.md\n-- scaffolds/post.md --\n-- source/_drafts/fog.md --\n---\ntitle: Fog\ndate: 2025-01-01 10:00:00\n---\n-- source/_drafts/fog/a.png --\nimage\n',
      'source/_drafts/fog.md',
      {
        'source/_drafts/fog.md': undefined,
        'source/_drafts/fog/a.png': undefined,
        'source/_posts/2026-01-16-fog.md': '---\ntitle: Fog\ndate: 2025-01-01 10:00:00\n---\n',
        'source/_posts/2026-01-16-fog/a.png': 'image\n',
      },
    ],
    [
      'of Hexo writes the date in the zone that Hexo reads it in',
      '-- _config.yml --\ntimezone: Europe/Berlin\n-- scaffolds/post.md --\n-- source/_drafts/fog.md --\n---\ntitle: Fog\n---\n',
      'source/_drafts/fog.md',
      {
        'source/_drafts/fog.md': undefined,
        'source/_posts/fog.md': '---\ntitle: Fog\ndate: 2026-01-16 00:40:00\n---\n',
      },
    ],
    [
      'of Docusaurus removes the draft flag and changes the day in its name',
      '-- docusaurus.config.js --\nexport default { presets: [["classic", {}]] };\n-- blog/2025-01-01-fog.mdx --\n---\ntitle: Fog\ndraft: true\n---\n',
      'blog/2025-01-01-fog.mdx',
      {
        'blog/2025-01-01-fog.mdx': undefined,
        'blog/2026-01-16-fog.mdx': '---\ntitle: Fog\ndate: 2026-01-16\ndraft: false\n---\n',
      },
    ],
    [
      'of Astro follows its siblings’ keys',
      '-- astro.config.mjs --\nexport default {};\n-- src/content/blog/a.md --\n---\ntitle: A\npubDate: Jul 08 2024\n---\n-- src/content/blog/fog.md --\n---\ntitle: Fog\npubDate: Jul 09 2024\ndraft: true\n---\n',
      'src/content/blog/fog.md',
      { 'src/content/blog/fog.md': '---\ntitle: Fog\npubDate: Jan 16 2026\ndraft: false\n---\n' },
    ],
    [
      'of Eleventy removes the flag that the site uses',
      '-- eleventy.config.js --\nexport default () => {};\n-- posts/fog.md --\n---\ntitle: Fog\ndraft: true\ndate: 2025-01-01\n---\n',
      'posts/fog.md',
      { 'posts/fog.md': '---\ntitle: Fog\ndraft: false\ndate: 2026-01-15\n---\n' },
    ],
    [
      'of a folder without a generator changes the flag that its posts use',
      '-- fog.md --\n---\ntitle: Fog\ndate: Jul 8 2024\nstatus: draft\n---\n',
      'fog.md',
      { 'fog.md': '---\ntitle: Fog\ndate: Jan 16 2026\nstatus: published\n---\n' },
    ],
  ];
  for (const [what, files, path, expected] of others)
    it(`publishing a post ${what}`, async () =>
      assert.deepEqual(await changeFiles(files, path, publish, late), expected));
});

describe('scheduling a post', () => {
  const schedule: PostChange = { kind: 'schedule', when: '2026-05-01 09:30' };

  it('scheduling moves a draft to the given day', async () => {
    const files = await changeFiles(
      `${config}${toPosts('date: 2025-05-01 10:00:00 +0200')}${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      schedule,
      late,
    );
    assert.deepEqual(files, {
      '_drafts/fog.md': undefined,
      '_posts/2026-05-01-fog.md': '---\ntitle: Fog\ndate: 2026-05-01 09:30:00 +0200\n---\nFog.\n',
    });
  });

  it('scheduling writes the time even where siblings write days', async () => {
    const files = await changeFiles(
      `${config}${toPosts('date: 2025-05-01')}${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      schedule,
      late,
    );
    assert.deepEqual(files, {
      '_drafts/fog.md': undefined,
      '_posts/2026-05-01-fog.md': '---\ntitle: Fog\ndate: 2026-05-01 09:30 +0200\n---\nFog.\n',
    });
  });

  it('scheduling writes a day only where siblings do and no time is given', async () => {
    const files = await changeFiles(
      `${config}${toPosts('date: 2025-05-01')}${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      { kind: 'schedule', when: '2026-05-01' },
      late,
    );
    assert.deepEqual(files, {
      '_drafts/fog.md': undefined,
      '_posts/2026-05-01-fog.md': '---\ntitle: Fog\ndate: 2026-05-01\n---\nFog.\n',
    });
  });

  it('scheduling moves a published post into the future', async () => {
    const files = await changeFiles(
      `${config}-- _posts/2025-05-01-a.md --\n---\ntitle: A\n---\n`,
      '_posts/2025-05-01-a.md',
      schedule,
      late,
    );
    assert.deepEqual(files, {
      '_posts/2025-05-01-a.md': undefined,
      '_posts/2026-05-01-a.md': '---\ntitle: A\ndate: 2026-05-01 09:30 +0200\n---\n',
    });
  });

  it('scheduling refuses the past, an invalid date, and a site that publishes the future', async () => {
    const scheduleAt = (when: string) =>
      changeFiles(`${config}${toDraft('title: Fog')}`, '_drafts/fog.md', { kind: 'schedule', when }, late);
    assert.equal(await scheduleAt('2026-01-16 00:40'), 'That moment has passed: choose one that is still to come.');
    assert.equal(await scheduleAt('soon'), 'Write the day, or the day and time: 2026-05-01 09:30.');
    assert.equal(
      await changeFiles(`-- _config.yml --\nfuture: true\n${toDraft('title: Fog')}`, '_drafts/fog.md', schedule, late),
      'Jekyll publishes posts of this site whatever their date: publish _drafts/fog.md when its day has come.',
    );
  });
});

describe('unpublishing a post', () => {
  const cases: readonly [
    what: string,
    files: string,
    path: string,
    expected: Record<string, string | undefined> | string,
  ][] = [
    [
      'of Jekyll makes it a draft without a day',
      `${config}-- _posts/2025/2025-05-01-fog.md --\n---\ntitle: Fog\ndate: 2025-05-01 10:00\ntags: [x]\n---\nFog.\n`,
      '_posts/2025/2025-05-01-fog.md',
      { '_posts/2025/2025-05-01-fog.md': undefined, '_drafts/fog.md': '---\ntitle: Fog\ntags: [x]\n---\nFog.\n' },
    ],
    [
      'of Jekyll keeps a date with its comment, which would be lost',
      `${config}-- _posts/2025-05-01-fog.md --\n---\ntitle: Fog\ndate: 2025-05-01 # controls the order\n---\n`,
      '_posts/2025-05-01-fog.md',
      {
        '_posts/2025-05-01-fog.md': undefined,
        '_drafts/fog.md': '---\ntitle: Fog\ndate: 2025-05-01 # controls the order\n---\n',
      },
    ],
    [
      'of Jekyll keeps the date where drafts have one',
      `${config}${toDraft('title: B\ndate: 2025-01-01', '_drafts/b.md')}-- _posts/2025-05-01-fog.md --\n---\ndate: 2025-05-01\n---\n`,
      '_posts/2025-05-01-fog.md',
      { '_posts/2025-05-01-fog.md': undefined, '_drafts/fog.md': '---\ndate: 2025-05-01\n---\n' },
    ],
    [
      'of Jekyll sets a flag in pages and other collections',
      '-- _config.yml --\ncollections:\n  news:\n    output: true\n-- _news/fog.md --\n---\ntitle: Fog\n---\n',
      '_news/fog.md',
      { '_news/fog.md': '---\ntitle: Fog\npublished: false\n---\n' },
    ],
    [
      'of Jekyll overwrites no draft',
      `${config}${toDraft('title: Fog')}-- _posts/2025-05-01-fog.md --\n---\n---\n`,
      '_posts/2025-05-01-fog.md',
      '_drafts/fog.md exists already, so the post stays as it is.',
    ],
    [
      'of Jekyll refuses a draft',
      `${config}${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      '_drafts/fog.md is not on the site already. It is in `_drafts`: only `jekyll serve --drafts` shows it. Move it to `_posts` to publish it.',
    ],
    [
      'of Hugo makes it a draft',
      '-- hugo.toml --\n-- content/fog.md --\n+++\ntitle = "Fog"\ndate = 2025-01-01\ntags = []\n+++\n',
      'content/fog.md',
      { 'content/fog.md': '+++\ntitle = "Fog"\ndate = 2025-01-01\ndraft = true\ntags = []\n+++\n' },
    ],
    [
      'of Hugo adds front matter to a page without',
      '-- hugo.toml --\n-- content/fog.md --\nFog.\n',
      'content/fog.md',
      { 'content/fog.md': '---\ndraft: true\n---\n\nFog.\n' },
    ],
    [
      'of Hugo makes a section a draft',
      '-- hugo.toml --\n-- content/log/_index.md --\n---\ntitle: Log\n---\n',
      'content/log/_index.md',
      { 'content/log/_index.md': '---\ntitle: Log\ndraft: true\n---\n' },
    ],
    [
      'of Hugo changes an existing flag',
      '-- hugo.toml --\n-- content/fog.md --\n---\ndraft: false\ntitle: Fog\n---\n',
      'content/fog.md',
      { 'content/fog.md': '---\ndraft: true\ntitle: Fog\n---\n' },
    ],
    [
      'of Hexo makes it a draft and moves its images',
      '-- _config.yml --\nnew_post_name: :year-:month-:day-:title.md\n-- scaffolds/post.md --\n-- source/_posts/2025-01-01-fog.md --\n---\ntitle: Fog\n---\n-- source/_posts/2025-01-01-fog/a.png --\nimage\n',
      'source/_posts/2025-01-01-fog.md',
      {
        'source/_posts/2025-01-01-fog.md': undefined,
        'source/_posts/2025-01-01-fog/a.png': undefined,
        'source/_drafts/fog.md': '---\ntitle: Fog\n---\n',
        'source/_drafts/fog/a.png': 'image\n',
      },
    ],
    [
      'of Astro needs a sibling that shows how',
      '-- astro.config.mjs --\nexport default {};\n-- src/content/blog/fog.md --\n---\ntitle: Fog\n---\n',
      'src/content/blog/fog.md',
      'No post beside src/content/blog/fog.md says how this site marks a draft: mark one, `draft: true` for instance, as its layouts expect it.',
    ],
    [
      'of a folder without a generator marks it as siblings are',
      '-- a.md --\n---\nstatus: draft\n---\n-- b.md --\n---\ntitle: B\n---\n',
      'b.md',
      { 'b.md': '---\ntitle: B\nstatus: draft\n---\n' },
    ],
  ];
  for (const [what, files, path, expected] of cases)
    it(`unpublishing a post ${what}`, async () =>
      assert.deepEqual(await changeFiles(files, path, unpublish, late), expected));
});

describe('renaming a post', () => {
  const cases: readonly [
    what: string,
    files: string,
    path: string,
    title: string,
    expected: Record<string, string | undefined> | string,
  ][] = [
    [
      'changes title and file name, not the day',
      `${config}-- _posts/2025-05-01-fog.md --\n---\ntitle: 'Fog' # short\ndate: 2025-05-01\n---\n`,
      '_posts/2025-05-01-fog.md',
      'Fog: what’s “behind”',
      {
        '_posts/2025-05-01-fog.md': undefined,
        '_posts/2025-05-01-fog-what-s-behind.md': "---\ntitle: 'Fog: what’s “behind”' # short\ndate: 2025-05-01\n---\n",
      },
    ],
    [
      'moves the folder that holds only the post',
      '-- hugo.toml --\n-- content/fog/index.md --\n+++\ntitle = "Fog"\n+++\n-- content/fog/a.png --\nimage\n',
      'content/fog/index.md',
      'Thick "fog"',
      {
        'content/fog/index.md': undefined,
        'content/fog/a.png': undefined,
        'content/thick-fog/index.md': '+++\ntitle = "Thick \\"fog\\""\n+++\n',
        'content/thick-fog/a.png': 'image\n',
      },
    ],
    [
      'keeps the folder of a section',
      '-- hugo.toml --\n-- content/posts/_index.md --\n---\ntitle: Posts\n---\n',
      'content/posts/_index.md',
      'Log',
      { 'content/posts/_index.md': '---\ntitle: Log\n---\n' },
    ],
    [
      'overwrites nothing',
      `${config}${toDraft('title: Fog')}${toDraft('title: Sea', '_drafts/sea.md')}`,
      '_drafts/fog.md',
      'Sea',
      '_drafts/sea.md exists already, so the post stays as it is.',
    ],
    [
      'refuses its present name',
      `${config}${toDraft('title: Fog')}`,
      '_drafts/fog.md',
      ' Fog ',
      '_drafts/fog.md has that name already.',
    ],
  ];
  for (const [what, files, path, title, expected] of cases)
    it(`renaming a post ${what}`, async () =>
      assert.deepEqual(await changeFiles(files, path, { kind: 'rename', title }, late), expected));
});

/** A Hugo post that links to itself, and one that links to it. */
const toOwnPost = (date: string, year: string, more = ''): string =>
  `---\ntitle: Fog\ndate: ${date}\n${more}---\n[here](/${year}/fog/#top)\n`;
const toOtherPost = (address: string): string => `---\ntitle: B\n---\n[a]({{< ref "fog.md" >}}) [b](${address})\n`;

describe('the links to a post', () => {
  it('links to a renamed post lead to its new name', async () => {
    const files = `${config}-- _posts/2025-05-01-fog.md --\n---\ntitle: Fog\n---\n-- _posts/2025-05-02-b.md --\n---\ntitle: B\n---\n[a]({% post_url 2025-05-01-fog %}) [b](/2025/05/01/fog.html#x)\n`;
    assert.deepEqual(
      await changeFiles(files, '_posts/2025-05-01-fog.md', { kind: 'rename', title: 'Thick fog' }, late, 'with links'),
      {
        '_posts/2025-05-01-fog.md': undefined,
        '_posts/2025-05-01-thick-fog.md': '---\ntitle: Thick fog\n---\n',
        '_posts/2025-05-02-b.md':
          '---\ntitle: B\n---\n[a]({% post_url 2025-05-01-thick-fog %}) [b](/2025/05/01/thick-fog.html#x)\n',
      },
    );
  });

  it('links to a draft follow the date that it is published with', async () => {
    const files = `${config}${toPosts('mood: calm')}${toDraft('title: Fog\ndate: 2020-01-01')}-- _posts/2025-05-03-c.md --\n---\ntitle: C\n---\n[a]({% link _drafts/fog.md %}) [b](/2020/01/01/fog.html#x)\n`;
    assert.deepEqual(await changeFiles(files, '_drafts/fog.md', publish, late, 'with links'), {
      '_drafts/fog.md': undefined,
      '_posts/2026-01-16-fog.md': '---\ntitle: Fog\ndate: 2026-01-16\n---\nFog.\n',
      '_posts/2025-05-03-c.md':
        '---\ntitle: C\n---\n[a]({% link _posts/2026-01-16-fog.md %}) [b](/2026/01/16/fog.html#x)\n',
    });
  });

  it('links follow a new date, and a redirect is added where only the URL changes', async () => {
    const site = '-- hugo.toml --\n[permalinks]\nposts = "/:year/:title/"\n';
    const files = `${site}-- content/posts/fog.md --\n${toOwnPost('2025-05-01', '2025')}-- content/posts/b.md --\n${toOtherPost('/2025/fog/')}`;
    assert.deepEqual(
      await changeFiles(files, 'content/posts/fog.md', { kind: 'setDate' }, { ...late, timeZone: 'UTC' }, 'with links'),
      {
        'content/posts/fog.md': toOwnPost('2026-01-15', '2026', 'aliases: [/2025/fog/]\n'),
        'content/posts/b.md': toOtherPost('/2026/fog/'),
      },
    );
  });

  it('links are searched only where the URL changes', async () => {
    const files = `-- hugo.toml --\n-- content/posts/fog.md --\n---\ntitle: Fog\ndraft: true\ndate: 2025-01-01\n---\n-- content/posts/b.md --\n---\ntitle: B\n---\n[a](/posts/fog/)\n`;
    assert.deepEqual(Object.keys(await changeFiles(files, 'content/posts/fog.md', publish, late, 'with links')), [
      'content/posts/fog.md',
    ]);
  });
});

describe('dating a post to now', () => {
  const setDate: PostChange = { kind: 'setDate' };
  const cases: readonly [
    what: string,
    files: string,
    path: string,
    expected: Record<string, string | undefined> | string,
  ][] = [
    [
      'writes it in its own style and follows in the name',
      `${config}-- _posts/2025-05-01-fog.md --\n---\ntitle: Fog\ndate: 2025-05-01 10:00:00 +0200\n---\n`,
      '_posts/2025-05-01-fog.md',
      {
        '_posts/2025-05-01-fog.md': undefined,
        '_posts/2026-01-16-fog.md': '---\ntitle: Fog\ndate: 2026-01-16 00:40:00 +0100\n---\n',
      },
    ],
    [
      'adds one',
      '-- hugo.toml --\n-- content/fog.md --\n---\ntitle: Fog\n---\n',
      'content/fog.md',
      { 'content/fog.md': '---\ntitle: Fog\ndate: 2026-01-16T00:40:00+01:00\n---\n' },
    ],
  ];
  for (const [what, files, path, expected] of cases)
    it(`setting the date of a post to now ${what}`, async () =>
      assert.deepEqual(await changeFiles(files, path, setDate, late), expected));
});

describe('duplicating a post', () => {
  it('duplicates a post of Jekyll as a draft with its text, not with its address', async () => {
    const files = `${config}-- _posts/2025-05-01-fog.md --\n---\ntitle: Fog\npermalink: /fog/\ndate: 2025-05-01\ntags: [x]\n---\nFog.\n`;
    assert.deepEqual(
      await changeFiles(files, '_posts/2025-05-01-fog.md', { kind: 'duplicate', title: 'Fog again' }, late),
      { '_drafts/fog-again.md': '---\ntitle: Fog again\ntags: [x]\n---\nFog.\n' },
    );
  });

  it('duplicates a post of Hugo as a draft', async () => {
    const files =
      '-- hugo.toml --\n-- content/fog.md --\n---\ntitle: Fog\ndate: 2025-05-01T10:00:00+02:00\n---\nFog.\n';
    assert.deepEqual(await changeFiles(files, 'content/fog.md', { kind: 'duplicate', title: 'Sea' }, late), {
      'content/sea.md': '---\ntitle: Sea\ndate: 2026-01-16T00:40:00+01:00\ndraft: true\n---\nFog.\n',
    });
  });

  it('duplicating a post overwrites nothing', async () => {
    assert.equal(
      await changeFiles(
        `${config}${toDraft('title: Fog')}`,
        '_drafts/fog.md',
        { kind: 'duplicate', title: 'Fog' },
        late,
      ),
      '_drafts/fog.md exists already: choose another title.',
    );
  });
});

describe('changing several posts at once', () => {
  it('changing several posts at once updates the links between them and those of other posts', async () => {
    const files = [
      config,
      toPosts('mood: calm'),
      toDraft('title: Fog').replace('Fog.\n', '[Rain]({% link _drafts/rain.md %}) [A]({% post_url 2025-05-01-a %})\n'),
      toDraft('title: Rain', '_drafts/rain.md').replace('Fog.\n', '[Fog]({% link _drafts/fog.md %})\n'),
      '-- about.md --\n---\n---\n[Fog]({% link _drafts/fog.md %}) [Rain]({% link _drafts/rain.md %})\n',
    ].join('');
    assert.deepEqual(await changeFiles(files, ['_drafts/fog.md', '_drafts/rain.md'], publish, late, 'with links'), {
      '_drafts/fog.md': undefined,
      '_drafts/rain.md': undefined,
      '_posts/2026-01-16-fog.md':
        '---\ntitle: Fog\n---\n[Rain]({% link _posts/2026-01-16-rain.md %}) [A]({% post_url 2025-05-01-a %})\n',
      '_posts/2026-01-16-rain.md': '---\ntitle: Rain\n---\n[Fog]({% link _posts/2026-01-16-fog.md %})\n',
      'about.md': '---\n---\n[Fog]({% link _posts/2026-01-16-fog.md %}) [Rain]({% link _posts/2026-01-16-rain.md %})\n',
    });
  });
});
