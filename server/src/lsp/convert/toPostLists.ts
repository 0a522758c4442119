import type { ListedPost, PostListUpdate, PostsParams } from '../../protocol/index.ts';
import type { PostList } from '../../service/index.ts';
import type { Client } from './fromProtocol.ts';

interface Told {
  readonly revision: string;
  readonly posts: PostList['posts'];
}

/** What clients were told last, by root. */
const told = new WeakMap<Client, Map<string, Told>>();
/** Revisions of a server that was started again are others. */
const start = performance.timeOrigin;
let revisions = 0;

/** Lists of posts for a client: of thousands of rows that it has already it is told the places only. */
export function toPostLists(client: Client, lists: readonly PostList[], { known = {} }: PostsParams): PostListUpdate[] {
  const before = told.get(client);
  const now = new Map<string, Told>();
  told.set(client, now);
  return lists.map(({ posts, ...list }) => {
    const { root } = list;
    const last = before?.get(root);
    const same = last?.posts === posts ? last : { revision: `${start}.${++revisions}`, posts };
    now.set(root, same);
    return {
      ...list,
      revision: same.revision,
      posts: last && known[root] === last.revision ? inRuns(posts, last.posts) : posts,
    };
  });
}

function inRuns(posts: PostList['posts'], before: PostList['posts']): PostListUpdate['posts'] {
  const places = new Map(before.map((post, index) => [post, index]));
  const parts: (ListedPost | [from: number, count: number])[] = [];
  for (const post of posts) {
    const place = places.get(post);
    const last = parts.at(-1);
    if (place === undefined) parts.push(post);
    else if (Array.isArray(last) && last[0] + last[1] === place) last[1]++;
    else parts.push([place, 1]);
  }
  return parts;
}
