import assert from 'node:assert/strict';
import type { PostListUpdate } from '../../server/src/protocol/index.ts';
import { posts } from '../../server/src/protocol/index.ts';
import type { TemporaryFolder } from '../support/client.ts';
import { temporaryFolder, TestServer } from '../support/client.ts';

const day = (number: number): string => `_posts/2025-03-${String(number).padStart(2, '0')}-day.md`;
const post = (title: string): string => `---\ntitle: ${title}\n---\n`;

describe('the list of posts', () => {
  let site: TemporaryFolder;
  let server: TestServer;

  beforeEach(async () => {
    site = await temporaryFolder({
      '_config.yml': '',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((number) => [day(number), post(`Day ${number}`)])),
    });
    server = await TestServer.start({ folders: [site.uri] });
    server.open(site.uriOf(day(3)), post('Day 3'));
  });

  afterEach(async () => {
    await server.stop();
    await site.remove();
  });

  const ask = async (known?: Readonly<Record<string, string>>): Promise<PostListUpdate> =>
    (await server.ask<readonly PostListUpdate[]>(posts.method, known ? { known } : {}))[0]!;

  /** The list once it holds so many posts. */
  async function whole(count: number): Promise<PostListUpdate> {
    for (;;) {
      const list = await ask();
      if (list.posts.length === count) return list;
    }
  }

  it('sends the whole list of posts first, and only changed runs of rows afterwards', async () => {
    const first = await whole(5);
    const titles = first.posts.map((each) => ('title' in each ? each.title : each));
    assert.deepEqual(titles, ['Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1']);
    const known = { [first.root]: first.revision };
    assert.deepEqual(await ask(known), { ...first, posts: [[0, 5]] });
    server.replace(site.uriOf(day(3)), post('A better title'));
    const second = await ask(known);
    assert.notEqual(second.revision, first.revision);
    assert.deepEqual(
      second.posts.map((each) => ('title' in each ? each.title : each)),
      [[0, 2], 'A better title', [3, 2]],
    );
  });

  it('sends the whole list of posts to a client that has another list than the last one', async () => {
    const first = await whole(5);
    server.replace(site.uriOf(day(3)), post('A better title'));
    await ask({ [first.root]: first.revision });
    assert.equal((await ask({ [first.root]: first.revision })).posts.length, 5);
    assert.equal((await ask({ [first.root]: 'of a server that was restarted' })).posts.length, 5);
  });

  it('removes deleted posts from the list and inserts new ones', async () => {
    let known = await whole(5);
    const news = async (): Promise<unknown[]> => {
      do known = await ask({ [known.root]: known.revision });
      while (known.posts.length === 1 && String(known.posts[0]).startsWith('0,'));
      return known.posts.map((each) => ('title' in each ? each.title : each));
    };
    await site.removeFile(day(5));
    server.notifyFiles('deleted', site.uriOf(day(5)));
    assert.deepEqual(await news(), [[1, 4]]);
    await site.write(day(9), post('Day 9'));
    server.notifyFiles('created', site.uriOf(day(9)));
    assert.deepEqual(await news(), ['Day 9', [0, 4]]);
  });
});
