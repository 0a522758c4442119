import type { Collection, Configuration, Generator, PostSource, Surroundings } from '../generators/generator.ts';
import type { FrontMatterOutline } from '../syntax/frontMatter.ts';
import type { AnchorStyle } from '../syntax/anchor.ts';
import type { BodyOutline } from '../syntax/outline.ts';
import { bodyOutline } from '../syntax/outline.ts';
import { canonical, join, relative } from '../text/uri.ts';
import { noteStep } from './steps.ts';
import { surroundings } from './surroundings.ts';

/** A document as its site sees it: front matter and place, never text or tree. */
export interface Post {
  readonly uri: string;
  /** Relative to the site root, with `/`. */
  readonly path: string;
  readonly collection: Collection;
  readonly frontMatter: FrontMatterOutline | undefined;
  /** Of the text on disk, or of an open one when nobody has typed for a moment. */
  readonly outline: BodyOutline;
}

/** Posts of one root with the generator that publishes them; immutable, a changed site shares the unchanged posts. */
export interface Site {
  /** URI of the root folder. */
  readonly root: string;
  readonly generator: Generator;
  readonly configuration: Configuration;
  /** Paths of all files, relative to the root, but for hidden folders, packages and what the generator wrote. */
  readonly files: ReadonlySet<string>;
  /** Texts by path of the files that generator and schemas want: data, includes, authors. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the generator sees beside a post. */
  readonly around: Surroundings;
  /** By URI. */
  readonly posts: ReadonlyMap<string, Post>;
}

/** A site without posts. */
export function emptySite(root: string, generator: Generator, configuration: Configuration): Site {
  return { root, generator, configuration, files: new Set(), texts: new Map(), around: surroundings(new Set(), new Map(), []), posts: new Map() };
}

/** A site of these files and texts with its posts, some of them replaced, added or taken out. */
export function withFiles(site: Site, files: ReadonlySet<string>, texts: ReadonlyMap<string, string>, changed: Iterable<Post> = [], removed: Iterable<string> = []): Site {
  const posts = new Map(site.posts);
  for (const uri of removed) posts.delete(uri);
  for (const post of changed) posts.set(post.uri, post);
  return { ...site, files, texts, posts, around: surroundings(files, texts, shaping(site.generator, posts.values())) };
}

function shaping({ shapes }: Generator, posts: Iterable<Post>): Post[] {
  return shapes ? [...posts].filter(({ path }) => shapes(path)) : [];
}

/** The URI of a file of the site, by its path. */
export function fileUri({ root }: Site, path: string): string {
  return canonical(join(root, path));
}

/** A post as its generator sees it. */
export function sourceOf({ around }: Site, { path, frontMatter }: Pick<Post, 'path' | 'frontMatter'>): PostSource {
  return { path, frontMatter, around };
}

/** What a post of the site with this text, its body beginning at an offset, can be led to. */
export function outlineIn(site: Site, text: string, bodyStart: number): BodyOutline {
  return bodyOutline(text, bodyStart, anchorStyle(site));
}

/** How headings of the site get their ids: as on GitHub where no generator has a say. */
export function anchorStyle({ generator, configuration }: Site): AnchorStyle | undefined {
  return generator.linking ? generator.linking.anchors(configuration) : 'github';
}

/** The post that a file with this front matter is on a site, or undefined when the generator makes no page of it. */
export function postOf(site: Site, uri: string, frontMatter: FrontMatterOutline | undefined, outline: () => BodyOutline): Post | undefined {
  const path = relative(site.root, uri);
  if (!path) return undefined;
  const { generator, configuration } = site;
  const collection = generator.collectionOf(path, configuration);
  if (!collection || (!frontMatter && !generator.isMarkdown(path, configuration))) return undefined;
  return { uri, path, collection, frontMatter, outline: outline() };
}

/** The site with a post added or replaced. */
export function withPost(site: Site, post: Post): Site {
  if (!site.files.has(post.path) || site.generator.shapes?.(post.path)) return withFiles(site, new Set(site.files).add(post.path), site.texts, [post]);
  const posts = new Map(site.posts).set(post.uri, post);
  noteStep(site.posts, posts, post.uri);
  return { ...site, posts };
}

/** Posts of the same collection, the post itself excluded, in the order of their paths. */
export function siblings(site: Site, post: Pick<Post, 'uri' | 'collection'>): Post[] {
  return [...site.posts.values()]
    .filter((other) => other.uri !== post.uri && other.collection.name === post.collection.name)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
