import type { Environment } from '../../generators/contract/model.ts';
import { memoize, memoizeFromPrevious } from '../../text/memo.ts';
import type { PostSummary } from './addresses.ts';
import { getPostSummary } from './addresses.ts';
import type { Post, Site } from '../model/site.ts';

/** A post in a list to choose from; state and URL as of the last time the site was read. */
export interface CatalogueEntry extends Pick<PostSummary, 'title' | 'date' | 'url' | 'state'> {
  readonly post: Post;
  /** Milliseconds since 1970; -Infinity for none. */
  readonly time: number;
}

/** Returns all posts of a site, the newest first and undated ones last; sorted again after a post's front matter changed. */
export function listNewestFirst(site: Site, environment: Environment): readonly CatalogueEntry[] {
  return sortPosts(site.posts, site, environment);
}

const sortPosts = memoize(
  (posts: Site['posts'], site: Site, environment: Environment): readonly CatalogueEntry[] =>
    [...posts.values()]
      .map((post) => createEntry(post, site, environment))
      .sort((a, b) => b.time - a.time || (a.post.path < b.post.path ? -1 : 1)),
  (_posts, { siteView }) => [siteView],
);

/** Returns the entry of a post; the previous object where nothing differs. */
const createEntry = memoizeFromPrevious(
  (previous: CatalogueEntry | undefined, post: Post, site: Site, environment: Environment): CatalogueEntry => {
    const { title, date, url, state } = getPostSummary(post, site, environment);
    const isSame =
      previous?.url === url && previous?.date === date && previous?.title === title && previous?.state === state;
    if (previous && isSame) return previous;
    return { post, title, date, url, state, time: date === undefined ? -Infinity : Date.parse(date) };
  },
);

/** Returns title, URL and path in lower case, in which typed words are searched. */
export const getSearchText = memoize(({ title, url, post }: CatalogueEntry): string =>
  `${title} ${url ?? ''} ${post.path}`.toLowerCase(),
);
