import type { Environment } from '../../generators/contract/model.ts';
import type { Facts } from './addresses.ts';
import { listed } from './addresses.ts';
import type { Post, Site } from '../model/site.ts';

/** A post in a list to choose from; state and address as of the last time the site was read. */
export interface Listed extends Pick<Facts, 'title' | 'date' | 'url' | 'state'> {
  readonly post: Post;
  /** Milliseconds since 1970; -Infinity for none. */
  readonly time: number;
}

interface Catalogue {
  readonly siteView: Site['siteView'];
  readonly posts: readonly Listed[];
}

const catalogues = new WeakMap<Site['posts'], Catalogue>();
const known = new WeakMap<Post, Listed>();
const words = new WeakMap<Listed, string>();

/** All posts of a site, the newest first and undated ones last; put in order anew when a post's front matter changed. */
export function newestFirst(site: Site, environment: Environment): readonly Listed[] {
  const before = catalogues.get(site.posts);
  if (before?.siteView === site.siteView) return before.posts;
  const posts = [...site.posts.values()].map((post) => listedPost(post, site, environment));
  posts.sort((a, b) => b.time - a.time || (a.post.path < b.post.path ? -1 : 1));
  catalogues.set(site.posts, { siteView: site.siteView, posts });
  return posts;
}

function listedPost(post: Post, site: Site, environment: Environment): Listed {
  const facts = listed(post, site, environment);
  const before = known.get(post);
  if (
    before &&
    before.url === facts.url &&
    before.date === facts.date &&
    before.title === facts.title &&
    before.state === facts.state
  )
    return before;
  const { title, date, url, state } = facts;
  const fresh = { post, title, date, url, state, time: date === undefined ? -Infinity : Date.parse(date) };
  known.set(post, fresh);
  return fresh;
}

/** Title, address and path in lower case: what a writer may type to find a post. */
export function wordsOf(each: Listed): string {
  const before = words.get(each);
  if (before !== undefined) return before;
  const made = `${each.title} ${each.url ?? ''} ${each.post.path}`.toLowerCase();
  words.set(each, made);
  return made;
}
