import assert from 'node:assert/strict';
import type { Problem, Site, Snapshot } from '../../../server/src/service/index.ts';
import * as service from '../../../server/src/service/index.ts';
import { createAnalysis, environment } from '../../support/check.ts';
import { parseTxtar, root, readSites, createWorkspace } from '../../support/site.ts';

const toUri = (path: string): string => `${root}/${path}`;

async function createSnapshot(txtar: string): Promise<Snapshot> {
  return service.withSites(service.emptySnapshot, await readSites(txtar));
}

function openEdited(snapshot: Snapshot, path: string, text: string): Snapshot {
  return service.withDocument(snapshot, new service.Document(toUri(path), 1, text));
}

/** Problems of one rule in an open post of a snapshot. */
function listProblems(snapshot: Snapshot, path: string, rule: string): Problem[] {
  const current = service.withSites(snapshot, snapshot.sites);
  return service.finish(createAnalysis(current).problems(toUri(path))).filter((problem) => problem.rule === rule);
}

/** Problems of one rule in one file of a txtar text. */
async function checkPost(txtar: string, path: string, rule: string): Promise<Problem[]> {
  return listProblems(openEdited(await createSnapshot(txtar), path, parseTxtar(txtar).get(path)!), path, rule);
}

function toPost(path: string, ...entries: readonly string[]): string {
  return `-- ${path} --\n---\n${entries.join('\n')}\n---\nIt came at night.\n`;
}

function toPostWithPermalink(permalink: string): string {
  return `---\npermalink: ${permalink}\n---\n`;
}

/** What `not-published` marks in a post of a site with this configuration file; undefined for nothing. */
async function findMarked(
  configuration: string,
  path: string,
  entries: readonly string[],
): Promise<string | undefined> {
  const txtar = `${configuration}\n${toPost(path, ...entries)}`;
  const [problem] = await checkPost(txtar, path, 'not-published');
  return problem && parseTxtar(txtar).get(path)!.slice(problem.range.start, problem.range.end);
}

describe('two posts with one URL', () => {
  const first = '_posts/2024-05-01-fog.md';
  const second = '_posts/2024-05-02-rain.md';
  const blog = toPost(first, 'permalink: /weather/') + toPost(second, 'permalink: /rain/');

  it('reports two posts with one URL in both while the URL is typed', async () => {
    let snapshot = openEdited(await createSnapshot(blog), first, toPostWithPermalink('/weather/'));
    assert.deepEqual(listProblems(snapshot, first, 'duplicate-url'), []);
    snapshot = openEdited(snapshot, second, toPostWithPermalink('/weather/'));
    assert.match(listProblems(snapshot, first, 'duplicate-url')[0]!.message, /2024-05-02-rain\.md/);
    assert.match(listProblems(snapshot, second, 'duplicate-url')[0]!.message, /2024-05-01-fog\.md/);
    snapshot = openEdited(snapshot, second, toPostWithPermalink('/weathers/'));
    assert.deepEqual(listProblems(snapshot, first, 'duplicate-url'), []);
  });

  it('stops reporting a shared URL when the other file is deleted', async () => {
    const files = parseTxtar(blog);
    files.set(second, toPostWithPermalink('/weather/'));
    const workspace = createWorkspace(files);
    const [site] = await Promise.all(
      (await service.findSites(workspace, [root])).map((each) =>
        service.readSite(each, workspace, service.immediately),
      ),
    );
    const before = openEdited(service.withSites(service.emptySnapshot, [site!]), first, files.get(first)!);
    assert.equal(listProblems(before, first, 'duplicate-url').length, 1);
    files.delete(second);
    const after = service.withSites(before, [await service.refreshSite(site!, workspace, [toUri(second)])]);
    assert.deepEqual(listProblems(after, first, 'duplicate-url'), []);
  });

  it('allows two posts with one URL while one of them is not published', async () => {
    for (const held of ['published: false', 'date: soon']) {
      const txtar = toPost(first, 'permalink: /weather/') + toPost(second, 'permalink: /weather/', held);
      assert.deepEqual(await checkPost(txtar, first, 'duplicate-url'), [], held);
    }
    const scheduled =
      toPost(first, 'permalink: /weather/') + toPost('_posts/2030-01-01-rain.md', 'permalink: /weather/');
    assert.equal(
      (await checkPost(scheduled, first, 'duplicate-url')).length,
      1,
      'a scheduled post will take the place',
    );
  });

  it('allows two posts with one URL where a plugin writes each language to a folder of its own', async () => {
    const txtar = `-- _config.yml --\nlanguages: [de, en]\n${toPost(first, 'permalink: /weather/')}${toPost(second, 'permalink: /weather/')}`;
    assert.deepEqual(await checkPost(txtar, first, 'duplicate-url'), []);
  });

  it('counts the posts that share one URL', async () => {
    const txtar = [first, second, '_posts/2024-05-03-snow.md']
      .map((path) => toPost(path, 'permalink: /weather/'))
      .join('');
    assert.match(
      (await checkPost(txtar, first, 'duplicate-url'))[0]!.message,
      /^`_posts\/2024-05-02-rain\.md` and 1 more goes/,
    );
  });

  it('finds shared URLs without computing every URL again at each edit', async () => {
    const [site] = await readSites(
      Array.from({ length: 200 }, (_, index) => toPost(`_posts/2024-05-01-post-${index}.md`, 'title: Fog')).join(''),
    );
    let asked = 0;
    const generator: Site['generator'] = {
      ...site!.generator,
      getPublication: (...source) => (asked++, site!.generator.getPublication(...source)),
    };
    let snapshot = service.withSites(service.emptySnapshot, [{ ...site!, generator }]);
    await service.computeAddresses(snapshot.sites[0]!, environment, service.immediately);
    assert.equal(asked, 200);
    asked = 0;
    for (const title of ['F', 'Fo', 'Fog!']) {
      snapshot = openEdited(snapshot, '_posts/2024-05-01-post-7.md', `---\ntitle: ${title}\n---\n`);
      listProblems(snapshot, '_posts/2024-05-01-post-7.md', 'duplicate-url');
    }
    assert.ok(asked > 0 && asked < 20, `asked ${asked} times for three keystrokes`);
  });
});

describe('how much a problem of the site matters', () => {
  const cases: readonly [what: string, config: string, path: string, entry: string, rule: string, severity: string][] =
    [
      ['a date that stops the build', '', '_posts/2024-05-01-a.md', 'date: soon', 'invalid-date', 'error'],
      [
        'a day that moves in the zone of the site',
        'timezone: Asia/Tokyo',
        '_posts/2024-05-01-a.md',
        'date: 2024-05-01 20:00:00',
        'invalid-date',
        'warning',
      ],
      [
        'a day that moves on this computer',
        '',
        '_posts/2024-05-01-a.md',
        'date: 2024-05-01 20:00:00 -0700',
        'invalid-date',
        'info',
      ],
      ['a post that is kept back', '', '_posts/2024-05-01-a.md', 'published: false', 'not-published', 'info'],
      ['a slug that stops the build', '', '_posts/2024-05-01-a.md', 'slug: 7', 'not-published', 'error'],
      [
        'a permalink that stops the build',
        '',
        '_posts/2024-05-01-a.md',
        'permalink: /:author/',
        'not-published',
        'error',
      ],
      ['a page with an empty permalink', '', 'about.md', 'permalink: ""', 'not-published', 'error'],
      ['a file name without a date', '', '_posts/a.md', 'title: A', 'misnamed-post', 'warning'],
    ];
  for (const [what, config, path, entry, rule, severity] of cases) {
    it(`grades a problem of the site by what it breaks: ${what}`, async () => {
      const [problem, ...more] = await checkPost(`-- _config.yml --\n${config}\n${toPost(path, entry)}`, path, rule);
      assert.deepEqual([problem?.severity, more], [severity, []]);
    });
  }
});

describe('posts that are not on the site', () => {
  it('marks the front matter key that keeps a post unpublished', async () => {
    const hugo = '-- hugo.toml --\n';
    assert.equal(
      await findMarked(hugo, 'content/posts/a.md', ['title: A', 'date: 2024-05-01', 'PublishDate: 2030-01-01']),
      'PublishDate: 2030-01-01',
    );
    assert.equal(await findMarked(hugo, 'content/posts/a.md', ['title: A', 'date: 2030-01-01']), 'date: 2030-01-01');
    assert.equal(await findMarked('-- zola.toml --\n', 'content/a.md', ['title: A', 'draft: true']), 'draft: true');
  });

  it('marks the title where the configuration keeps a post unpublished', async () => {
    const config = '-- _config.yml --\ndefaults: [{scope: {path: ""}, values: {published: false}}]\n';
    assert.equal(await findMarked(config, '_posts/2024-05-01-a.md', ['title: A']), 'title: A');
  });

  it('reports no draft and no later post that the site shows', async () => {
    assert.equal(
      await findMarked('-- _config.yml --\nfuture: true\n', '_posts/2030-05-01-a.md', ['title: A']),
      undefined,
    );
    assert.equal(
      await findMarked('-- hugo.toml --\nbuildDrafts = true\n', 'content/posts/a.md', ['draft: true']),
      undefined,
    );
    assert.equal(await findMarked('-- notes.md --\n', 'a.md', ['draft: true']), undefined);
  });

  it('suggests a file name with the day of today for a post without a date', async () => {
    const [problem] = await checkPost(
      toPost('_posts/some-news.md', 'title: Some news'),
      '_posts/some-news.md',
      'misnamed-post',
    );
    assert.match(problem!.message, /Rename it to `2026-01-15-some-news\.md`/);
  });

  it('reports an empty file with a wrong name at its start', async () => {
    const [problem] = await checkPost('-- _posts/fog.md --\n', '_posts/fog.md', 'misnamed-post');
    assert.deepEqual(problem?.range, { start: 0, end: 0 });
  });
});

/** Posts of May 2024, each with a tag of its own. */
function toLog(count: number): string {
  const days = Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));
  return days
    .map((day) => toPost(`_posts/2024-05-${day}-log.md`, 'title: Log', 'layout: post', `tags: [t${day}]`))
    .join('');
}

async function findMissingKeys(txtar: string, path: string): Promise<string[]> {
  return (await checkPost(txtar, path, 'missing-key')).map(({ message, severity }) => `${severity}: ${message}`);
}

describe('what other posts have', () => {
  const odd = '_posts/2024-06-01-odd.md';

  it('is a hint where every comparable post has the key', async () => {
    const [found] = await findMissingKeys(toLog(9) + toPost(odd, 'title: Odd', 'layout: post'), odd);
    assert.match(found ?? '', /^hint: "tags" is missing/);
  });

  it('is nothing where the post says it in another spelling, has another layout or lies in another folder', async () => {
    assert.deepEqual(await findMissingKeys(toLog(9) + toPost(odd, 'title: Odd', 'layout: post', 'tag: fog'), odd), []);
    assert.deepEqual(await findMissingKeys(toLog(9) + toPost(odd, 'title: Odd', 'layout: photo'), odd), []);
    const elsewhere = 'harbour/_posts/2024-06-01-odd.md';
    assert.deepEqual(await findMissingKeys(toLog(9) + toPost(elsewhere, 'title: Odd', 'layout: post'), elsewhere), []);
  });
});

describe('a post that readers cannot reach', () => {
  const site = `-- hugo.toml --\nbaseURL = 'https://example.org/'\n`;
  const old = 'content/old.md';
  const expired = toPost(old, 'title: Old', 'expiryDate: 2021-01-01').replace('It came', '[It][gone] came');

  it('has no warning, only an info, once it has expired', async () => {
    const [problem] = await checkPost(site + expired, old, 'undefined-reference');
    assert.equal(problem?.severity, 'info');
  });

  it('is named once a site with the number of the others', async () => {
    const others =
      toPost('content/older.md', 'expiryDate: 2020-01-01') + toPost('content/p.md', 'expiryDate: 2020-01-01');
    const first = await checkPost(site + expired + others, old, 'not-published');
    assert.match(first.map(({ message }) => message).join(), /passed\..* 2 other posts\.$/);
    assert.deepEqual(await checkPost(site + expired + others, 'content/older.md', 'not-published'), []);
  });

  it('is no dead end where an alias of a published post answers at its address', async () => {
    const link = toPost('content/a.md', 'title: A').replace('It came', '[It](/old/) came');
    const live = toPost('content/new.md', 'title: New', 'aliases: [/old/]');
    const [dead] = await checkPost(site + expired + link, 'content/a.md', 'link-to-unpublished');
    assert.match(dead?.message ?? '', /has expired/);
    assert.deepEqual(await checkPost(site + expired + live + link, 'content/a.md', 'link-to-unpublished'), []);
  });

  it('has nothing to report where an ignore file of Eleventy names it, also in the input folder', async () => {
    const page = toPost('src/readme.md', 'title: Notes').replace('It came', '[It][gone] came');
    const eleventy = `-- eleventy.config.js --\nexport default () => ({ dir: { input: 'src' } });\n`;
    assert.equal((await checkPost(eleventy + page, 'src/readme.md', 'undefined-reference')).length, 1);
    for (const list of [
      '.eleventyignore --\nsrc/readme.md',
      '.gitignore --\nsrc',
      'src/.eleventyignore --\n./readme.md',
    ])
      assert.deepEqual(
        await checkPost(`${eleventy}-- ${list}\n${page}`, 'src/readme.md', 'undefined-reference'),
        [],
        list,
      );
  });
});

describe('links from a folder of no generator', () => {
  it('lead into the folder of a site in it, whose posts are not its own', async () => {
    const readme = '-- README.md --\n[a](blog/content/a.md) [b](blog/content/b.md) [c](blog/public/c.html)\n';
    const blog = `-- blog/hugo.toml --\n${toPost('blog/content/a.md', 'title: A')}-- blog/public/c.html --\nc\n`;
    const found = await checkPost(readme + blog, 'README.md', 'broken-link');
    assert.deepEqual(
      found.map(({ message }) => /`([^`]*)`/.exec(message)?.[1]),
      ['blog/content/b.md', 'blog/public/c.html'],
    );
    const sites = await readSites(readme + blog);
    assert.deepEqual(
      sites.map(({ posts }) => [...posts.values()].map(({ path }) => path)),
      [['README.md'], ['content/a.md']],
    );
  });

  it('may leave out the ending of a file whose name has a dot', async () => {
    const notes = '-- doc/go1.10.md --\n[old](go1.9) [older](go1.8)\n-- doc/go1.9.md --\nOld.\n';
    const found = await checkPost(notes, 'doc/go1.10.md', 'broken-link');
    assert.match(found.map(({ message }) => message).join(), /^[^,]*go1\.8/);
  });
});

describe('front matter that is a program', () => {
  it('remarks that a program in front matter is not run, and does not say that the build stops', async () => {
    const txtar = "-- .eleventy.js --\n\n-- posts/a.md --\n---js\nconst title = 'A';\n---\nIt rained.\n";
    const found = await checkPost(txtar, 'posts/a.md', 'front-matter-syntax');
    assert.deepEqual(
      found.map(({ severity, message }) => `${severity}: ${message}`),
      ['info: This front matter is a program; Galley does not run programs of a post.'],
    );
  });
});
