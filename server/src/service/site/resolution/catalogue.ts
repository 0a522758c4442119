import type { Environment } from '../../generators/contract/model.ts';
import { memoize, memoizeFromPrevious } from '../../text/memo.ts';
import type { Facts } from './addresses.ts';
import { listed } from './addresses.ts';
import type { Post, Site } from '../model/site.ts';

/** A post in a list to choose from; state and address as of the last time the site was read. */
export interface Listed extends Pick<Facts, 'title' | 'date' | 'url' | 'state'> {
  readonly post: Post;
  /** Milliseconds since 1970; -Infinity for none. */
  readonly time: number;
}

/** All posts of a site, the newest first and undated ones last; put in order again when a post's front matter changed. */
export function newestFirst(site: Site, environment: Environment): readonly Listed[] {
  return inOrder(site.posts, site, environment);
}

const inOrder = memoize(
  (posts: Site['posts'], site: Site, environment: Environment): readonly Listed[] =>
    [...posts.values()]
      .map((post) => listedPost(post, site, environment))
      .sort((a, b) => b.time - a.time || (a.post.path < b.post.path ? -1 : 1)),
  (_posts, { siteView }) => [siteView],
);

/** A post as it is listed; the same object as before where nothing of it is otherwise. */
const listedPost = memoizeFromPrevious(
  (previous: Listed | undefined, post: Post, site: Site, environment: Environment): Listed => {
    const { title, date, url, state } = listed(post, site, environment);
    const isSame =
      previous?.url === url && previous?.date === date && previous?.title === title && previous?.state === state;
    if (previous && isSame) return previous;
    return { post, title, date, url, state, time: date === undefined ? -Infinity : Date.parse(date) };
  },
);

/** Title, address and path in lower case: what a writer may type to find a post. */
export const wordsOf = memoize(({ title, url, post }: Listed): string =>
  `${title} ${url ?? ''} ${post.path}`.toLowerCase(),
);
