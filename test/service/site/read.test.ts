import assert from 'node:assert/strict';
import type { Site, Workspace } from '../../../server/src/service/index.ts';
import { findSites, immediately, readSite, refreshSite } from '../../../server/src/service/index.ts';
import { parseTxtar, listPosts, root, readSites, createWorkspace } from '../../support/site.ts';

const toSortedPaths = (site: Site): string[] => [...site.posts.values()].map(({ path }) => path).sort();

describe('finding and reading sites', () => {
  it('files of a nested site belong to the inner site only', async () => {
    const sites = await readSites(
      '-- _config.yml --\n-- a.md --\n-- docs/guide/_config.yml --\n-- docs/guide/b.md --\n-- docs/c.md --\n',
    );
    assert.deepEqual(
      sites.map((site) => [site.root, toSortedPaths(site)]),
      [
        [root, ['a.md', 'docs/c.md']],
        [`${root}/docs/guide`, ['docs/guide/b.md'.slice(11)]],
      ],
    );
  });

  it('finds a site in a folder that is none itself', async () => {
    const sites = await readSites(
      '-- package.json --\n-- notes.md --\n-- apps/blog/_config.yml --\n-- apps/blog/_posts/2024-05-01-a.md --\n-- node_modules/x/_config.yml --\n',
    );
    assert.deepEqual(
      sites.map((site) => [site.generator.id, toSortedPaths(site)]),
      [
        ['plain', ['notes.md']],
        ['jekyll', ['_posts/2024-05-01-a.md']],
      ],
    );
  });

  it('reads an empty site from a folder that does not exist', async () => {
    const sites = await readSites('');
    assert.deepEqual(
      sites.map((site) => [site.generator.id, site.posts.size]),
      [['plain', 0]],
    );
  });

  it('reading a site stops when it is cancelled, and reports its progress', async () => {
    const files = parseTxtar(Array.from({ length: 100 }, (_, index) => `-- n${index}.md --\n`).join(''));
    const workspace = createWorkspace(files);
    const [found] = await findSites(workspace, [root]);
    const seen: number[] = [];
    const scheduler = {
      ...immediately,
      isCancelled: false,
      report: (done: number, total: number): void => {
        seen.push(done);
        assert.equal(total, 100);
        scheduler.isCancelled = done >= 10;
      },
    };
    const site = await readSite(found!, workspace, scheduler);
    assert.ok(site.posts.size >= 10 && site.posts.size < 40, `${site.posts.size} read`);
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    );
  });

  it('reading a site pauses after every file', async () => {
    const workspace = createWorkspace(parseTxtar('-- a.md --\n-- b.md --\n-- c/d.md --\n'));
    const [found] = await findSites(workspace, [root]);
    let pauses = 0;
    const site = await readSite(found!, workspace, { ...immediately, pause: async () => void pauses++ });
    assert.ok(pauses >= site.posts.size);
  });

  it('reading a site continues when a file disappears meanwhile', async () => {
    const files = parseTxtar('-- a.md --\n-- b.md --\n');
    const workspace: Workspace = {
      ...createWorkspace(files),
      read: async (uri) => (uri.endsWith('a.md') ? undefined : 'text'),
    };
    const [found] = await findSites(workspace, [root]);
    assert.deepEqual(toSortedPaths(await readSite(found!, workspace, immediately)), ['b.md']);
  });
});

describe('following files on disk', () => {
  const start =
    '-- _config.yml --\npermalink: /:title\n-- _posts/2024-05-01-a.md --\n---\ntitle: A\n---\n-- page.md --\n---\ntitle: P\n---\n';

  /** The site after the file at `path` was given this text, or deleted; it must equal the site read from scratch. */
  async function readAfter(path: string, text: string | undefined): Promise<Site> {
    const files = parseTxtar(start);
    const workspace = createWorkspace(files);
    const [found] = await findSites(workspace, [root]);
    const before = await readSite(found!, workspace, immediately);
    if (text === undefined) files.delete(path);
    else files.set(path, text);
    const refreshed = await refreshSite(before, workspace, [`${root}/${path}`]);
    const [anew] = await findSites(workspace, [root]);
    if (anew!.generator.errors.length === 0)
      assert.deepEqual(listPosts(refreshed), listPosts(await readSite(anew!, workspace, immediately)));
    return refreshed;
  }

  it('follows the change of a post on disk', async () => {
    const site = await readAfter('_posts/2024-05-01-a.md', '---\ntitle: B\n---\n');
    assert.equal(site.posts.get(`${root}/_posts/2024-05-01-a.md`)?.frontMatter?.data.title, 'B');
  });
  it('follows the creation of a post on disk', async () =>
    assert.equal((await readAfter('_posts/2024-05-02-b.md', 'text')).posts.size, 3));
  it('follows the deletion of a post on disk', async () =>
    assert.deepEqual(toSortedPaths(await readAfter('_posts/2024-05-01-a.md', undefined)), ['page.md']));
  it('ignores the change of a file that is no post', async () =>
    assert.equal((await readAfter('style.css', 'a {}')).posts.size, 2));
  it('follows the change of the configuration on disk', async () => {
    const site = await readAfter('_config.yml', 'exclude: [page.md]\npermalink: /new/:title\n');
    assert.deepEqual(
      listPosts(site).map(({ url }) => url),
      ['/new/a'],
    );
  });
  it('keeps the previous settings when the configuration breaks, and reports its error', async () => {
    const site = await readAfter('_config.yml', 'permalink: "/x\n');
    assert.equal(listPosts(site)[0]!.url, '/a');
    assert.equal(site.generator.errors.length, 1);
  });
  it('uses the defaults when the configuration is deleted', async () => {
    assert.equal(listPosts(await readAfter('_config.yml', undefined))[0]!.url, '/2024/05/01/a.html');
  });
});
