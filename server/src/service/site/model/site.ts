import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Collection, PostSource, SiteView } from '../../generators/contract/model.ts';
import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';
import type { BodyOutline } from '../../syntax/structure/outline.ts';
import { toBodyOutline } from '../../syntax/structure/outline.ts';
import { toCanonical, join, relative } from '../../text/uri.ts';
import { SharedMap } from './sharedMap.ts';
import { createSiteView } from './siteView.ts';

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
  readonly generator: ConfiguredGenerator;
  /** Paths of all files, relative to the root, but for hidden folders, packages and what the generator wrote. */
  readonly files: ReadonlySet<string>;
  /** Texts by path of the files that generator and schemas want: data, includes, authors. */
  readonly texts: ReadonlyMap<string, string>;
  /** What the generator sees beside a post. */
  readonly siteView: SiteView;
  /** By URI. */
  readonly posts: ReadonlyMap<string, Post>;
  /** Whether all files are known: before that, nothing can be called missing. */
  readonly isRead: boolean;
}

/** A site of which no file is read yet. */
export function createEmptySite(root: string, generator: ConfiguredGenerator): Site {
  return {
    root,
    generator,
    files: new Set(),
    texts: new Map(),
    siteView: createSiteView(new Set(), new Map(), []),
    posts: SharedMap.from(new Map()),
    isRead: false,
  };
}

/** What is different in the files of a site. */
export interface SiteChanges {
  /** All files there are now. */
  readonly files?: ReadonlySet<string>;
  /** All texts there are now. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Posts that came or changed by URI; undefined for those that went. */
  readonly posts?: ReadonlyMap<string, Post | undefined>;
}

/** The site after files came, went or changed. */
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

/** Files on which no address depends. */
const mediaFilePattern = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|pdf|mp[34]|webm)$/i;

/** Whether other posts may be published otherwise: a file that affects them changed, or one came or went that is neither a post nor an image. */
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

/** Whether a generator that Galley knows makes a website of these files. */
export function isBuiltByGenerator({ generator }: Site): boolean {
  return generator.linking !== undefined;
}

/** The URI of a file of the site, by its path. */
export function toUri({ root }: Site, path: string): string {
  return toCanonical(join(root, path));
}

/** A post as its generator sees it. */
export function toPostSource(
  { siteView }: Site,
  { path, frontMatter }: Pick<Post, 'path' | 'frontMatter'>,
): PostSource {
  return { path, frontMatter, siteView };
}

/** What a post of the site with this text, its body beginning at an offset, can be led to. */
export function parseOutline(site: Site, text: string, bodyStart: number): BodyOutline {
  return toBodyOutline(text, bodyStart, site.generator.dialect);
}

/** The post that a file with this front matter is on a site, or undefined when the generator makes no page of it. */
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

/** The site with a post added or replaced. */
export function withPost(site: Site, post: Post): Site {
  const files = site.files.has(post.path) ? site.files : new Set(site.files).add(post.path);
  return withChanges(site, { files, posts: new Map([[post.uri, post]]) });
}

/** Posts of the same collection, the post itself excluded, in the order of their paths. */
export function findSiblings(site: Site, post: Pick<Post, 'uri' | 'collection'>): Post[] {
  return [...site.posts.values()]
    .filter((other) => other.uri !== post.uri && other.collection.name === post.collection.name)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
