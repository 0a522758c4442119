import type { Environment, Surroundings } from '../generators/generator.ts';
import type { Pace } from './pace.ts';
import type { Post, Site } from './site.ts';
import { sourceOf } from './site.ts';

/** The address of one post in its surroundings and zone. */
interface Address {
  readonly around: Surroundings;
  readonly timeZone: string;
  /** Undefined where the post goes to no address, or to none that is certain. */
  readonly target: string | undefined;
}

/** Posts by address. */
interface Index {
  readonly timeZone: string;
  /** The posts that it was brought up to date with. */
  posts: Site['posts'];
  readonly byTarget: Map<string, readonly Post[]>;
}

const addresses = new WeakMap<Post, Address>();
const indexes = new WeakMap<Surroundings, Index>();

/** Works out the addresses of all posts ahead of the first question, which would take long on a big site. */
export async function readAddresses(site: Site, environment: Environment, pace: Pace): Promise<void> {
  const index = emptyIndex(environment);
  for (const post of site.posts.values()) {
    if (pace.cancel.isCancelled) return;
    add(post, index, site, environment);
    await pace.pause();
  }
  index.posts = site.posts;
  indexes.set(site.around, index);
}

/** Other posts of the site, kept back ones left out, that the generator writes to the same address as this one. */
export function postsAtAddressOf(post: Post, site: Site, environment: Environment): Post[] {
  const target = targetOf(post, site, environment);
  if (target === undefined) return [];
  const found = indexOf(site, environment).byTarget.get(target) ?? [];
  return found.filter(({ uri }) => uri !== post.uri).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The index of a site's surroundings; what differs from the posts that it was made of is put in order. */
function indexOf(site: Site, environment: Environment): Index {
  const { around, posts } = site;
  let index = indexes.get(around);
  if (index?.timeZone !== environment.timeZone) indexes.set(around, (index = emptyIndex(environment)));
  if (index.posts === posts) return index;
  for (const [uri, post] of index.posts) if (posts.get(uri) !== post) remove(post, index, site, environment);
  for (const [uri, post] of posts) if (index.posts.get(uri) !== post) add(post, index, site, environment);
  index.posts = posts;
  return index;
}

function emptyIndex({ timeZone }: Environment): Index {
  return { timeZone, posts: new Map(), byTarget: new Map() };
}

function add(post: Post, { byTarget }: Index, site: Site, environment: Environment): void {
  const target = targetOf(post, site, environment);
  if (target !== undefined) byTarget.set(target, [...(byTarget.get(target) ?? []), post]);
}

function remove(post: Post, { byTarget }: Index, site: Site, environment: Environment): void {
  const target = targetOf(post, site, environment);
  if (target === undefined) return;
  const left = (byTarget.get(target) ?? []).filter((other) => other !== post);
  if (left.length > 0) byTarget.set(target, left);
  else byTarget.delete(target);
}

function isKnown(post: Post, { around }: Site, { timeZone }: Environment): boolean {
  const known = addresses.get(post);
  return known?.around === around && known.timeZone === timeZone;
}

/** The file that a post is written to, as far as its address says; the moment does not matter, so a scheduled post has one too. */
function targetOf(post: Post, site: Site, environment: Environment): string | undefined {
  if (isKnown(post, site, environment)) return addresses.get(post)!.target;
  const { configuration, generator, around } = site;
  const { state, url } = generator.publication(sourceOf(site, post), configuration, environment);
  const isWritten = state === 'published' || state === 'scheduled';
  const target = url !== undefined && isWritten ? url.replace(/\/$/, '/index.html') : undefined;
  addresses.set(post, { around, timeZone: environment.timeZone, target });
  return target;
}
