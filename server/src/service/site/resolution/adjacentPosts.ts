import type { Post, Site } from '../model/site.ts';
import type { Aggregation } from '../frontMatter/aggregation.ts';
import { aggregate } from '../frontMatter/aggregation.ts';
import { toPublishedCollectionName } from '../frontMatter/vocabulary/index.ts';

/** A post with the key that it is sorted by. */
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

/** Returns up to `maxCount` other posts of the collection that were published right before and after a post, the nearest first. */
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

/** Returns the first index whose key is not less than `sortKey`. */
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

/** Returns the day of a post, by its front matter, address or path, followed by its path; posts without a date sort last, as new ones do. */
function toSortKey({ path, frontMatter }: Post): string {
  const data = frontMatter?.data ?? {};
  const match = [data.date, path, data.path, data.url, data.permalink]
    .map((each) => datePattern.exec(String(each ?? '')))
    .find((found) => found);
  const date = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '~';
  return `${date} ${path}`;
}
