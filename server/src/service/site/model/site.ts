import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Collection, PostSource, SiteView } from '../../generators/contract/model.ts';
import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';
import type { BodyOutline } from '../../syntax/structure/outline.ts';
import { toBodyOutline } from '../../syntax/structure/outline.ts';
import { toCanonical, join, relative } from '../../text/uri.ts';
import { SharedMap } from './sharedMap.ts';
import { createSiteView } from './siteView.ts';

/** A document as its site sees it: front matter, path and outline, never text or tree. */
export interface Post {
  readonly uri: string;
  /** Relative to the site root, with `/`. */
  readonly path: string;
  readonly collection: Collection;
  readonly frontMatter: FrontMatterOutline | undefined;
  /** Of the text on disk, or of an open document after `withOutline`. */
  readonly outline: BodyOutline;
}

/** The posts of one root folder and the generator that publishes them. Immutable; a changed site shares the unchanged posts. */
export interface Site {
  /** URI of the root folder. */
  readonly root: string;
  readonly generator: ConfiguredGenerator;
  /** Paths of all files, relative to the root, but for hidden folders, packages and what the generator wrote. */
  readonly files: ReadonlySet<string>;
  /** Folders of other sites whose files a folder without a generator knows too, paths relative to the root. */
  readonly nestedRoots: readonly string[];
  /** Texts by path of the files that the generator and schemas need: data, includes, authors. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the generator sees of the site next to one post. */
  readonly siteView: SiteView;
  /** By URI. */
  readonly posts: ReadonlyMap<string, Post>;
  /** Whether all files are known; until then nothing can be reported as missing. */
  readonly isRead: boolean;
}

/** Returns a site of which no file is read yet; `root` is a canonical URI. */
export function createEmptySite(root: string, generator: ConfiguredGenerator): Site {
  return {
    root,
    generator,
    files: new Set(),
    nestedRoots: [],
    texts: new Map(),
    siteView: createSiteView(new Set(), new Map(), []),
    posts: SharedMap.from(new Map()),
    isRead: false,
  };
}

/** Changes of the files of a site; what is absent stays as it is. */
export interface SiteChanges {
  /** All files after the change, paths relative to the root. */
  readonly files?: ReadonlySet<string>;
  /** All texts after the change, by path. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Added and changed posts by URI; undefined for removed ones. */
  readonly posts?: ReadonlyMap<string, Post | undefined>;
}

/** Returns the site after a change; its `publicationKey` is a new object only where other posts may be published otherwise. */
export function withChanges(
  site: Site,
  { files = site.files, texts = site.texts, posts = new Map<string, Post | undefined>() }: SiteChanges,
): Site {
  const changed = { ...site, files, texts, posts: SharedMap.from(site.posts).with(posts) };
  const affectedPosts = [...posts].flatMap(([uri, post]) =>
    [site.posts.get(uri), post].filter((each) => each !== undefined),
  );
  const arePublicationsAffected = texts !== site.texts || affectsPublications(site, files, affectedPosts);
  if (!arePublicationsAffected && files === site.files && !affectsPages(site, posts)) return changed;
  const affectingPosts = site.generator.affectsOtherPosts
    ? [...changed.posts.values()].filter(({ path }) => site.generator.affectsOtherPosts!(path))
    : [];
  return {
    ...changed,
    siteView: createSiteView(files, texts, affectingPosts, arePublicationsAffected ? {} : site.siteView.publicationKey),
  };
}

/** Names of files on which no address depends. */
const mediaFilePattern = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|pdf|mp[34]|webm)$/i;

/** Whether other posts may be published otherwise: a file that affects them changed, or one was added or removed that is neither a post nor an image. */
function affectsPublications(
  { generator, files: before }: Site,
  files: ReadonlySet<string>,
  posts: readonly Post[],
): boolean {
  const changedPaths = new Set(posts.map(({ path }) => path));
  if (generator.affectsOtherPosts && [...changedPaths].some(generator.affectsOtherPosts)) return true;
  if (files === before) return false;
  const isIrrelevant = (path: string): boolean => changedPaths.has(path) || mediaFilePattern.test(path);
  return (
    [...files].some((path) => !before.has(path) && !isIrrelevant(path)) ||
    [...before].some((path) => !files.has(path) && !isIrrelevant(path))
  );
}

/** Whether a file that was a page is copied as it is from now on, or the other way round. */
function affectsPages(site: Site, posts: ReadonlyMap<string, Post | undefined>): boolean {
  return [...posts].some(
    ([uri, post]) => (site.posts.get(uri)?.frontMatter === undefined) !== (post?.frontMatter === undefined),
  );
}

/** Whether a generator that Galley knows makes a website of these files; a plain folder of Markdown has none. */
export function isBuiltByGenerator({ generator }: Site): boolean {
  return generator.linking !== undefined;
}

/** Returns the canonical URI of a file of the site; `path` is relative to the root. */
export function toUri({ root }: Site, path: string): string {
  return toCanonical(join(root, path));
}

/** Returns a post as its generator sees it. */
export function toPostSource(
  { siteView }: Site,
  { path, frontMatter }: Pick<Post, 'path' | 'frontMatter'>,
): PostSource {
  return { path, frontMatter, siteView };
}

/** Returns the ids in a text that links can lead to, as the dialect of the site makes them; `bodyStart` is a UTF-16 offset. */
export function parseOutline(site: Site, text: string, bodyStart: number): BodyOutline {
  const { dialect, linking } = site.generator;
  return toBodyOutline(text, bodyStart, dialect, linking?.basePath ?? '');
}

/** Returns the post that a file with this front matter is on a site; undefined where the generator makes no page of it. `outline` is called only for a post. */
export function createPost(
  site: Site,
  uri: string,
  frontMatter: FrontMatterOutline | undefined,
  outline: () => BodyOutline,
): Post | undefined {
  const path = relative(site.root, uri);
  if (!path) return undefined;
  const { generator } = site;
  const collection = generator.getCollection(path);
  if (!collection || (!frontMatter && !generator.isMarkdown(path))) return undefined;
  return { uri, path, collection, frontMatter, outline: outline() };
}

/** Returns the site with a post added or replaced, and its file known. */
export function withPost(site: Site, post: Post): Site {
  const files = site.files.has(post.path) ? site.files : new Set(site.files).add(post.path);
  return withChanges(site, { files, posts: new Map([[post.uri, post]]) });
}

/** Returns the other posts of the same collection, sorted by path. */
export function findSiblings(site: Site, post: Pick<Post, 'uri' | 'collection'>): Post[] {
  return [...site.posts.values()]
    .filter((other) => other.uri !== post.uri && other.collection.name === post.collection.name)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
