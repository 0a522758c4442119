import type { ListedPost, PostListUpdate } from '../../../protocol/index.ts';
import type { SitePosts } from './postList.ts';

interface Sent {
  readonly revision: string;
  readonly posts: readonly ListedPost[];
}

/** The lists of posts that a client was sent last: of thousands of rows that it has already it is sent the places only. */
export class SentPostLists {
  private sent: ReadonlyMap<string, Sent> = new Map();
  private count = 0;
  /** Distinguishes the revisions of a server from those of one that ran before it; in milliseconds since 1970. */
  private started: number | undefined;

  /** Lists as updates of those the client has, by the `known` revision of each root; `now` in milliseconds since 1970. */
  updates(lists: readonly SitePosts[], known: Readonly<Record<string, string>>, now: number): PostListUpdate[] {
    this.started ??= now;
    const previous = this.sent;
    const sent = new Map(lists.map(({ root, posts }) => [root, this.revised(posts, previous.get(root))]));
    this.sent = sent;
    return lists.map((list) => {
      const { root, posts } = list;
      const before = previous.get(root);
      const isKnown = before !== undefined && known[root] === before.revision;
      return { ...list, revision: sent.get(root)!.revision, posts: isKnown ? inRuns(posts, before.posts) : posts };
    });
  }

  private revised(posts: readonly ListedPost[], previous: Sent | undefined): Sent {
    return previous?.posts === posts ? previous : { revision: `${this.started}.${++this.count}`, posts };
  }
}

/** Rows with runs of the previous ones in place of those that are the same objects. */
function inRuns(posts: readonly ListedPost[], previous: readonly ListedPost[]): PostListUpdate['posts'] {
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
