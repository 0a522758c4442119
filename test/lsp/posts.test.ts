import assert from 'node:assert/strict';
import type { PostListUpdate } from '../../server/src/protocol/index.ts';
import { posts } from '../../server/src/protocol/index.ts';
import type { TemporaryFolder } from '../support/client.ts';
import { createTemporaryFolder, TestServer } from '../support/client.ts';

const toPath = (number: number): string => `_posts/2025-03-${String(number).padStart(2, '0')}-day.md`;
const toPost = (title: string): string => `---\ntitle: ${title}\n---\n`;

describe('the list of posts', () => {
  let site: TemporaryFolder;
  let server: TestServer;

  beforeEach(async () => {
    site = await createTemporaryFolder({
      '_config.yml': '',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [toPath(number), toPost(`Day ${number}`)])),
    });
    server = await TestServer.start({ folders: [site.uri] });
    server.open(site.uriOf(toPath(3)), toPost('Day 3'));
  });

  afterEach(async () => {
    await server.stop();
    await site.remove();
  });

  const askPosts = async (known?: Readonly<Record<string, string>>): Promise<PostListUpdate> =>
    (await server.ask<readonly PostListUpdate[]>(posts.method, known ? { known } : {}))[0]!;

  /** The list once it holds so many posts. */
  async function askWholeList(count: number): Promise<PostListUpdate> {
    for (;;) {
      const list = await askPosts();
      if (list.posts.length === count) return list;
    }
  }

  it('sends the whole list of posts first, and only changed runs of rows afterwards', async () => {
    const first = await askWholeList(5);
    const titles = first.posts.map((each) => ('title' in each ? each.title : each));
    assert.deepEqual(titles, ['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1']);
    const known = { [first.root]: first.revision };
    assert.deepEqual(await askPosts(known), { ...first, posts: [[0, 5]] });
    server.replace(site.uriOf(toPath(3)), toPost('A better title'));
    const second = await askPosts(known);
    assert.notEqual(second.revision, first.revision);
    assert.deepEqual(
      second.posts.map((each) => ('title' in each ? each.title : each)),
      [[0, 2], 'A better title', [3, 2]],
    );
  });

  it('sends the whole list of posts to a client that has another list than the last one', async () => {
    const first = await askWholeList(5);
    server.replace(site.uriOf(toPath(3)), toPost('A better title'));
    await askPosts({ [first.root]: first.revision });
    assert.equal((await askPosts({ [first.root]: first.revision })).posts.length, 5);
    assert.equal((await askPosts({ [first.root]: 'of a server that was restarted' })).posts.length, 5);
  });

  it('removes deleted posts from the list and inserts new ones', async () => {
    let known = await askWholeList(5);
    const askChanges = async (): Promise<unknown[]> => {
      do known = await askPosts({ [known.root]: known.revision });
      while (known.posts.length === 1 && String(known.posts[0]).startsWith('0,'));
      return known.posts.map((each) => ('title' in each ? each.title : each));
    };
    await site.removeFile(toPath(5));
    server.notifyFiles('deleted', site.uriOf(toPath(5)));
    assert.deepEqual(await askChanges(), [[1, 4]]);
    await site.write(toPath(9), toPost('Day 9'));
    server.notifyFiles('created', site.uriOf(toPath(9)));
    assert.deepEqual(await askChanges(), ['Day 9', [0, 4]]);
  });
});
