import type { Post, Site } from '../model/site.ts';
import type { Summary } from '../frontMatter/summary.ts';
import { summaryOf } from '../frontMatter/summary.ts';
import { familyOf } from '../frontMatter/vocabulary/index.ts';

/** A post with what it is sorted by. */
interface Placed {
  readonly order: string;
  readonly post: Post;
}

const byTime: Summary<Map<string, Placed[]>> = {
  start: () => new Map(),
  count: (state, post, by) => {
    const family = familyOf(post);
    let posts = state.get(family);
    if (!posts) state.set(family, (posts = []));
    const order = orderOf(post);
    const at = placeOf(posts, order);
    if (by === 1) posts.splice(at, 0, { order, post });
    else if (posts[at]?.post === post) posts.splice(at, 1);
  },
};

/** Up to `most` posts of a post's family that were written next before and after it, the nearest first, itself left out. */
export function neighboursOf(site: Site, post: Post, most: number): Post[] {
  const posts = summaryOf(byTime, site).get(familyOf(post)) ?? [];
  const at = placeOf(posts, orderOf(post));
  const found: Post[] = [];
  for (let distance = 0; found.length < most && (at - distance >= 0 || at + distance < posts.length); distance++) {
    for (const each of distance === 0 ? [posts[at]] : [posts[at - distance], posts[at + distance]])
      if (each && each.post.uri !== post.uri) found.push(each.post);
  }
  return found.slice(0, most);
}

/** The first place in the order that is not before `order`. */
function placeOf(posts: readonly Placed[], order: string): number {
  let low = 0;
  let high = posts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (posts[middle]!.order < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

const day = /(?:^|\D)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:\D|$)/;

/** The day a post is dated, by its front matter, its address or its path, and its path; posts without one come last, as new ones do. */
function orderOf({ path, frontMatter }: Post): string {
  const data = frontMatter?.data ?? {};
  const written = [data.date, path, data.path, data.url, data.permalink]
    .map((each) => day.exec(String(each ?? '')))
    .find((found) => found);
  const date = written ? `${written[1]}-${written[2]!.padStart(2, '0')}-${written[3]!.padStart(2, '0')}` : '~';
  return `${date} ${path}`;
}
