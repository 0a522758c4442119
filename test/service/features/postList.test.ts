import assert from 'node:assert/strict';
import type { PostList } from '../../../server/src/protocol/index.ts';
import type { Environment, Snapshot } from '../../../server/src/service/index.ts';
import { Document, emptySnapshot, SentPostLists, withDocument, withSites } from '../../../server/src/service/index.ts';
import { environment } from '../../support/check.ts';
import { createAnalysisAt, readSites } from '../../support/site.ts';

/** The lists that a client gets which has none. */
async function listPostLists(snapshot: Snapshot, at: Environment = environment): Promise<readonly PostList[]> {
  return (await createAnalysisAt(at, snapshot).postLists(new SentPostLists(), {})) as readonly PostList[];
}

describe('the posts of all sites', () => {
  const files =
    '-- _config.yml --\ntitle: x\n-- README.md --\n---\n---\n-- _posts/2024-05-01-older.md --\n---\ntitle: Older\ntags: [fog, sea]\n---\n-- _posts/2027-05-02-newer.md --\n---\ntitle: Newer\n---\n-- _drafts/idea.md --\n---\ntitle: Idea\n---\n-- index.html --\n---\n---\n';

  it('lists the posts of all sites with state, day and URL, the newest first, and nothing that is no post', async () => {
    const [list, ...others] = await listPostLists(withSites(emptySnapshot, await readSites(files)));
    assert.deepEqual([list?.name, list?.generator, others.length], ['site', 'Jekyll', 0]);
    assert.deepEqual(
      list?.posts.map(({ path, state }) => [path, state]),
      [
        ['_posts/2027-05-02-newer.md', 'scheduled'],
        ['_posts/2024-05-01-older.md', 'published'],
        ['_drafts/idea.md', 'draft'],
      ],
    );
    assert.deepEqual(list?.posts[1], {
      uri: 'file:///site/_posts/2024-05-01-older.md',
      path: '_posts/2024-05-01-older.md',
      title: 'Older',
      date: '2024-05-01T00:00:00+00:00',
      collection: 'posts',
      state: 'published',
      url: '/2024/05/01/older.html',
      tags: ['fog', 'sea'],
      reasons: [],
    });
  });

  it('the list of posts says what is known about the sites', async () => {
    const [list] = await listPostLists(
      withSites(
        emptySnapshot,
        await readSites('-- _config.yml --\ntitle: [\n-- _posts/2024-05-01-older.md --\n---\n---\n'),
      ),
    );
    assert.deepEqual(
      [list?.isSite, list?.isRead, list?.unreadable, list?.posts.length],
      [true, true, '_config.yml', 1],
    );
    const [folder] = await listPostLists(withSites(emptySnapshot, await readSites('-- notes.txt --\n')));
    assert.deepEqual([folder?.isSite, folder?.unreadable, folder?.posts], [false, null, []]);
  });

  it('lists the posts on the disk, whatever is open', async () => {
    const unsaved = withDocument(
      withSites(emptySnapshot, await readSites(files)),
      new Document('file:///site/_drafts/unsaved.md', 1, '---\ntitle: Unsaved\n---\n'),
    );
    assert.equal(unsaved.open.get('file:///site/_drafts/unsaved.md')?.post?.path, '_drafts/unsaved.md');
    assert.deepEqual((await listPostLists(unsaved))[0]?.posts.length, 3);
    const edited = withDocument(
      unsaved,
      new Document('file:///site/_drafts/idea.md', 1, '---\ntitle: A better idea\n---\n'),
    );
    assert.deepEqual(
      (await listPostLists(edited))[0]?.posts.map(({ title }) => title),
      ['Newer', 'Older', 'A better idea'],
    );
  });

  it('lists a scheduled post as published once its day has come', async () => {
    const snapshot = withSites(emptySnapshot, await readSites(files));
    assert.equal((await listPostLists(snapshot))[0]?.posts[0]?.state, 'scheduled');
    assert.equal(
      (await listPostLists(snapshot, { ...environment, now: Date.UTC(2027, 5, 1) }))[0]?.posts[0]?.state,
      'published',
    );
  });
});
