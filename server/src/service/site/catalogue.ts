import type { Environment } from '../generators/generator.ts';
import { listed } from './addresses.ts';
import type { Post, Site } from './site.ts';

/** A post in a list to choose from. */
export interface Listed {
  readonly post: Post;
  readonly title: string;
  readonly date: string | undefined;
  readonly url: string | undefined;
  /** Title, address and path in lower case: what a writer may type to find it. */
  readonly words: string;
}

const catalogues = new WeakMap<Site['posts'], { readonly around: Site['around']; readonly posts: readonly Listed[] }>();

/** All posts of a site, the newest first and undated ones last; listed anew when a post's front matter changed. */
export function newestFirst(site: Site, environment: Environment): readonly Listed[] {
  const known = catalogues.get(site.posts);
  if (known?.around === site.around) return known.posts;
  const timed = [...site.posts.values()].map((post) => {
    const { title, date, url } = listed(post, site, environment);
    return { listed: { post, title, date, url, words: `${title} ${url ?? ''} ${post.path}`.toLowerCase() }, time: date === undefined ? -Infinity : Date.parse(date) };
  });
  const posts = timed.sort((a, b) => b.time - a.time || (a.listed.post.path < b.listed.post.path ? -1 : 1)).map((each) => each.listed);
  catalogues.set(site.posts, { around: site.around, posts });
  return posts;
}
