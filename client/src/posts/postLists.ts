import type { ListedPost, PostList, PostListUpdate } from '../../../server/src/protocol/index.ts';
import { posts } from '../../../server/src/protocol/index.ts';
import { ask } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';

/** The lists that the server told last. */
const known = new WeakMap<LanguageServer, readonly PostList[]>();

/** The posts of every site, the newest first and undated ones last; rows that are as before are the same objects. Treat them as read-only. */
export async function fetchPostLists(server: LanguageServer): Promise<readonly PostList[]> {
  const before = known.get(server) ?? [];
  const updates = await ask(server, posts, {
    known: Object.fromEntries(before.map(({ root, revision }) => [root, revision])),
  });
  const lists = updates.map((update) =>
    applyUpdate(
      update,
      before.find(({ root }) => root === update.root),
    ),
  );
  known.set(server, lists);
  return lists;
}

function applyUpdate(update: PostListUpdate, before: PostList | undefined): PostList {
  if (before?.revision === update.revision) return { ...update, posts: before.posts };
  const rows = update.posts.flatMap((part): ListedPost | readonly ListedPost[] =>
    isRun(part) ? (before?.posts.slice(part[0], part[0] + part[1]) ?? []) : part,
  );
  return { ...update, posts: rows };
}

function isRun(part: PostListUpdate['posts'][number]): part is readonly [from: number, count: number] {
  return Array.isArray(part);
}
