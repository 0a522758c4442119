import type { Configuration, Generator, Collection } from '../generators/generator.ts';
import type { FrontMatterOutline } from '../syntax/frontMatter.ts';
import { relative } from '../text/uri.ts';

/** A document as its site sees it: front matter and place, never text or tree. */
export interface Post {
  readonly uri: string;
  /** Relative to the site root, with `/`. */
  readonly path: string;
  readonly collection: Collection;
  readonly frontMatter: FrontMatterOutline | undefined;
}

/** Posts of one root with the generator that publishes them; immutable, a changed site shares the unchanged posts. */
export interface Site {
  /** URI of the root folder. */
  readonly root: string;
  readonly generator: Generator;
  readonly configuration: Configuration;
  /** By URI. */
  readonly posts: ReadonlyMap<string, Post>;
}

/** A site without posts. */
export function emptySite(root: string, generator: Generator, configuration: Configuration): Site {
  return { root, generator, configuration, posts: new Map() };
}

/** The post that a file with this front matter is on a site, or undefined when the generator makes no page of it. */
export function postOf(site: Site, uri: string, frontMatter: FrontMatterOutline | undefined): Post | undefined {
  const path = relative(site.root, uri);
  if (!path) return undefined;
  const collection = site.generator.collectionOf(path, site.configuration);
  return collection && { uri, path, collection, frontMatter };
}

/** The site with posts added or replaced, and those of `removed` taken out. */
export function withPosts(site: Site, changed: Iterable<Post>, removed: Iterable<string> = []): Site {
  const posts = new Map(site.posts);
  for (const uri of removed) posts.delete(uri);
  for (const post of changed) posts.set(post.uri, post);
  return { ...site, posts };
}

/** Posts of the same collection, the post itself excluded, in the order of their paths. */
export function siblings(site: Site, post: Pick<Post, 'uri' | 'collection'>): Post[] {
  return [...site.posts.values()]
    .filter((other) => other.uri !== post.uri && other.collection.name === post.collection.name)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
