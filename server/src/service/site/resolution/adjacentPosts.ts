import type { Post, Site } from '../model/site.ts';
import type { Aggregation } from '../frontMatter/summary.ts';
import { aggregate } from '../frontMatter/summary.ts';
import { toPublishedCollectionName } from '../frontMatter/vocabulary/index.ts';

/** A post with what it is sorted by. */
interface SortedPost {
  readonly sortKey: string;
  readonly post: Post;
}

const postsByDay: Aggregation<Map<string, SortedPost[]>> = {
  createState: () => new Map(),
  update: (state, post, by) => {
    const collectionName = toPublishedCollectionName(post);
    let posts = state.get(collectionName);
    if (!posts) state.set(collectionName, (posts = []));
    const sortKey = toSortKey(post);
    const at = findInsertionIndex(posts, sortKey);
    if (by === 1) posts.splice(at, 0, { sortKey, post });
    else if (posts[at]?.post === post) posts.splice(at, 1);
  },
};

/** Up to `most` posts of a post's family that were written next before and after it, the nearest first, itself left out. */
export function findAdjacentPosts(site: Site, post: Post, maxCount: number): Post[] {
  const posts = aggregate(postsByDay, site).get(toPublishedCollectionName(post)) ?? [];
  const at = findInsertionIndex(posts, toSortKey(post));
  const found: Post[] = [];
  for (let distance = 0; found.length < maxCount && (at - distance >= 0 || at + distance < posts.length); distance++) {
    for (const each of distance === 0 ? [posts[at]] : [posts[at - distance], posts[at + distance]])
      if (each && each.post.uri !== post.uri) found.push(each.post);
  }
  return found.slice(0, maxCount);
}

/** The first place in the order that is not before `order`. */
function findInsertionIndex(posts: readonly SortedPost[], sortKey: string): number {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (posts[middle]!.sortKey < sortKey) low = middle + 1;
    else high = middle;
  }
  return low;
}

const datePattern = /(?:^|\D)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\D|$)/;

/** The day a post is dated, by its front matter, its address or its path, and its path; posts without one come last, as new ones do. */
function toSortKey({ path, frontMatter }: Post): string {
  const data = frontMatter?.data ?? {};
  const match = [data.date, path, data.path, data.url, data.permalink]
    .map((each) => datePattern.exec(String(each ?? '')))
    .find((found) => found);
  const date = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '~';
  return `${date} ${path}`;
}
