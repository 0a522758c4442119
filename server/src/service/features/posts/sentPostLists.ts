import type { ListedPost, PostListUpdate } from '../../../protocol/index.ts';
import type { SitePosts } from './postList.ts';

interface SentList {
  readonly revision: string;
  readonly posts: readonly ListedPost[];
}

/** The lists of posts that a client has: rows in it are sent as runs of indices. */
export class SentPostLists {
  private sent: ReadonlyMap<string, SentList> = new Map();
  private count = 0;
  /** Distinguishes the revisions of a server from those of one that ran before it; in milliseconds since 1970. */
  private started: number | undefined;

  /**
   * Lists as updates of those the client has; `known` has its revision for each root, `now` is in milliseconds since
   * 1970.
   */
  updates(lists: readonly SitePosts[], known: Readonly<Record<string, string>>, now: number): PostListUpdate[] {
    this.started ??= now;
    const previous = this.sent;
    const sent = new Map(lists.map(({ root, posts }) => [root, this.revise(posts, previous.get(root))]));
    this.sent = sent;
    return lists.map((list) => {
      const { root, posts } = list;
      const before = previous.get(root);
      const isKnown = before !== undefined && known[root] === before.revision;
      return {
        ...list,
        revision: sent.get(root)!.revision,
        posts: isKnown ? replaceKnownRows(posts, before.posts) : posts,
      };
    });
  }

  private revise(posts: readonly ListedPost[], previous: SentList | undefined): SentList {
    return previous?.posts === posts ? previous : { revision: `${this.started}.${++this.count}`, posts };
  }
}

/** Rows, where runs `[from, count]` replace those that are the same objects in the previous list. */
function replaceKnownRows(posts: readonly ListedPost[], previous: readonly ListedPost[]): PostListUpdate['posts'] {
  const places = new Map(previous.map((post, index) => [post, index]));
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
