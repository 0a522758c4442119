import { hasPrettyUrls } from '../../generators/shared/hostRules.ts';
import { stem } from '../../text/paths.ts';
import { toLinkedFolder } from '../../syntax/structure/linkedFolders.ts';
import { memoize } from '../../text/memo.ts';
import { decodeUri } from '../../text/uri.ts';
import { getFileIndex, toTopLevelFolder } from './fileIndex.ts';
import { addPost, removePost } from './postsByKey.ts';
import type { Environment, PostState, SiteView } from '../../generators/contract/model.ts';
import { createNameTest } from '../../generators/shared/unknownUrl.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import type { Post, Site } from '../model/site.ts';
import { SharedMap } from '../model/sharedMap.ts';
import { toPostSource } from '../model/site.ts';

/** Where a post is published, for a publication key and a time zone. */
interface PostAddress {
  /** The path of the file it is written to, from the root of the host; undefined where it is not published or its URL is not known. */
  readonly outputPath: string | undefined;
  /** Whether it is written, now or once its date has come. */
  readonly isWritten: boolean;
  /** The output paths of its redirects. */
  readonly aliases: readonly string[];
  /** The URLs of the lists of its terms, where it is written. */
  readonly termUrls: readonly string[];
  readonly title: string;
  /** As in its publication. */
  readonly date: string | undefined;
  readonly url: string | undefined;
  readonly collection: string | undefined;
  readonly tags: readonly string[];
  /** The test of a URL (path on the host) at which it may be, where it is written and its own is not known. */
  readonly isPossibleUrl: ((url: string) => boolean) | undefined;
  /** At `evaluatedAt`. */
  readonly state: PostState;
  readonly reasons: readonly string[];
  /** Whether its date falls on another day in this computer's zone. */
  readonly isMovedHere: boolean;
  /** When it was computed, milliseconds since 1970. */
  readonly evaluatedAt: number;
}

/** Posts by output path, redirect and file name. */
interface PostIndex {
  /** The posts that are indexed. */
  posts: Site['posts'];
  readonly byOutputPath: Map<string, readonly Post[]>;
  readonly byAlias: Map<string, readonly Post[]>;
  readonly byTermUrl: Map<string, readonly Post[]>;
  /** By file name without its extension. */
  readonly byName: Map<string, readonly Post[]>;
  /** Posts that are published at a URL that only the site's own code determines. */
  readonly withUnknownUrl: Set<Post>;
  /** The number of output paths below each first folder, `/docs/`, or at the root. */
  readonly topLevelFolders: Map<string, number>;
}

/** Computes the addresses of all posts ahead of the first request, which would take long on a large site; stops when cancelled. */
export async function computeAddresses(site: Site, environment: Environment, scheduler: Scheduler): Promise<void> {
  const index = getStoredIndex(site.siteView.publicationKey, environment.timeZone);
  for (const [, , post] of SharedMap.differences(index.posts, site.posts)) {
    if (scheduler.isCancelled) return;
    if (post) getAddress(post, site, environment);
    await scheduler.pause();
  }
  getUpdatedIndex(site, environment);
  getFileIndex(site);
}

/** Returns the other posts of the site that the generator writes to the same path, sorted by path; drafts and others that are not written are left out. */
export function findPostsAtSameAddress(post: Post, site: Site, environment: Environment): Post[] {
  const { outputPath, isWritten } = getAddress(post, site, environment);
  if (outputPath === undefined || !isWritten) return [];
  environment.onDependency?.(outputPath);
  const found = getUpdatedIndex(site, environment).byOutputPath.get(outputPath) ?? [];
  return found
    .filter((other) => other.uri !== post.uri && getAddress(other, site, environment).isWritten)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is known of a post without a new call of the generator. */
export type PostSummary = Pick<
  PostAddress,
  'title' | 'date' | 'url' | 'collection' | 'tags' | 'state' | 'reasons' | 'isMovedHere' | 'evaluatedAt'
>;

/** Returns the summary of a post as of `evaluatedAt`, the same object until it or what affects it changes; for lists of many posts, where a call of the generator for each would take too long. */
export function getPostSummary(post: Post, site: Site, environment: Environment): PostSummary {
  return getAddress(post, site, environment);
}

/** What is served at a URL of the site: a post, or the path of another file. */
export type SiteResource = { readonly post: Post; readonly isRedirect: boolean } | { readonly path: string };

/** Returns the paths of the files that servers look for at a URL, in their order. */
function listServedPaths(url: string, isPretty: boolean): string[] {
  if (!url.endsWith('/')) return [url, `${url}.html`, `${url}/index.html`];
  return isPretty && url !== '/' ? [`${url}index.html`, `${url.slice(0, -1)}.html`] : [`${url}index.html`];
}

/**
 * Returns what is at a URL (path with the base path, decoded, without query and fragment); a post that is written has precedence
 * over a redirect, and that over one that is not. Servers find `/about.html` and `/about/index.html` for `/about`, Netlify the former for
 * `/about/` too. Undefined for nothing.
 */
export function findAtUrl(url: string, site: Site, environment: Environment): SiteResource | undefined {
  const index = getUpdatedIndex(site, environment);
  const candidates = listServedPaths(url, hasPrettyUrls(site.siteView));
  for (const key of [...candidates, stem(url)]) environment.onDependency?.(key);
  const redirected = candidates.map((target) => index.byAlias.get(target)).find((posts) => posts !== undefined);
  const redirect = redirected && ({ post: redirected[0]!, isRedirect: true } as const);
  for (const outputPath of candidates) {
    const posts = index.byOutputPath.get(outputPath);
    const written = posts && findWritten(posts, site, environment);
    if (posts)
      return written ? { post: written, isRedirect: false } : (redirect ?? { post: posts[0]!, isRedirect: false });
    const path = getFileIndex(site).byUrl.get(outputPath);
    if (path !== undefined) return { path };
  }
  return redirect;
}

/** Returns the post that is at an address that several have: what is published now comes before what will be. */
function findWritten(posts: readonly Post[], site: Site, environment: Environment): Post | undefined {
  const written = posts.filter((each) => getAddress(each, site, environment).isWritten);
  return written.find((each) => getAddress(each, site, environment).state === 'published') ?? written[0];
}

/** Returns the post or file that a tag or path names: among those with these file names (without extension) the first that is accepted. */
export function findByName(
  names: readonly string[],
  accepts: (path: string) => boolean,
  site: Site,
  environment: Environment,
): SiteResource | undefined {
  for (const name of names) environment.onDependency?.(name);
  const { byName } = getUpdatedIndex(site, environment);
  for (const name of names) {
    const post = byName.get(name)?.find(({ path }) => accepts(path));
    if (post) return { post, isRedirect: false };
  }
  const path = names
    .map((name) => getFileIndex(site).byName.get(name)?.find(accepts))
    .find((each) => each !== undefined);
  return path === undefined ? undefined : { path };
}

/** Whether a term has a page, because a post has it; undefined where no post has any term of the same folder, so that other content may have. */
export function hasTermPage(termUrl: string, site: Site, environment: Environment): boolean | undefined {
  environment.onDependency?.(termUrl);
  const { byTermUrl } = getUpdatedIndex(site, environment);
  if (byTermUrl.has(termUrl)) return true;
  const folder = termUrl.slice(0, termUrl.lastIndexOf('/') + 1);
  return [...byTermUrl.keys()].some((url) => url.startsWith(folder)) ? false : undefined;
}

/** Whether anything of the site is served below the first folder of a URL. */
export function hasTopLevelFolder(url: string, site: Site, environment: Environment): boolean {
  const folder = toTopLevelFolder(url, site);
  environment.onDependency?.(folder);
  return (
    getUpdatedIndex(site, environment).topLevelFolders.has(folder) || getFileIndex(site).topLevelFolders.has(folder)
  );
}

/** Whether a post whose URL only the site's own code determines can be at a URL (path on the host). */
export function canBePostOfUnknownUrl(url: string, site: Site, environment: Environment): boolean {
  environment.onDependency?.(unknownUrlKey);
  for (const post of getUpdatedIndex(site, environment).withUnknownUrl)
    if (getAddress(post, site, environment).isPossibleUrl?.(url)) return true;
  return false;
}

/** Returns the output path of every published post with its posts; in no order. */
export function getPostsByUrl(site: Site, environment: Environment): Iterable<readonly [string, readonly Post[]]> {
  return getUpdatedIndex(site, environment).byOutputPath;
}

/** Returns the path of every file that is no page, by URL. */
export function getServedFiles(site: Site): ReadonlyMap<string, string> {
  return getFileIndex(site).byUrl;
}

/** The dependency on posts whose URLs are not known; no other key is empty. */
const unknownUrlKey = '';

/** Returns the keys by which other posts can depend on a post, as reported to `onDependency`. */
export function getPostDependencyKeys(post: Post, site: Site, environment: Environment): string[] {
  const { outputPath, aliases, termUrls } = getAddress(post, site, environment);
  return [
    ...termUrls,
    ...(outputPath === undefined ? [unknownUrlKey] : [outputPath, toTopLevelFolder(outputPath, site)]),
    ...aliases,
    stem(post.path),
  ];
}

/** Returns the keys by which posts can depend on a file that is no page, as reported to `onDependency`. */
export function getFileDependencyKeys(path: string, site: Site): string[] {
  const urls = site.generator.linking?.getFileUrls(path, site.siteView) ?? [];
  const basePath = site.generator.linking?.basePath ?? '';
  const folders = urls.flatMap((url) => [toTopLevelFolder(url, site), toLinkedFolder(url.slice(basePath.length))]);
  return [...urls, ...folders, stem(path)];
}

/** Returns the first URL at which a file that is no page is served; undefined where it is not served. */
export function findFileUrl(path: string, { generator, siteView }: Site): string | undefined {
  return generator.linking?.getFileUrls(path, siteView)[0];
}

/** Returns the index of a site's posts after indexing those that changed since the last call. */
function getUpdatedIndex(site: Site, environment: Environment): PostIndex {
  const {
    posts,
    siteView: { publicationKey },
  } = site;
  const index = getStoredIndex(publicationKey, environment.timeZone);
  for (const [, before, after] of SharedMap.differences(index.posts, posts)) {
    if (before) removeFromIndex(before, index, site, environment);
    if (after) addToIndex(after, index, site, environment);
  }
  index.posts = posts;
  return index;
}

const getStoredIndex = memoize((_publicationKey: SiteView['publicationKey'], _timeZone: string): PostIndex => ({
  posts: new Map(),
  byOutputPath: new Map(),
  byAlias: new Map(),
  byTermUrl: new Map(),
  byName: new Map(),
  withUnknownUrl: new Set(),
  topLevelFolders: new Map(),
}));

function addToIndex(post: Post, index: PostIndex, site: Site, environment: Environment): void {
  const { outputPath, aliases, termUrls, isWritten } = getAddress(post, site, environment);
  for (const url of termUrls) addPost(index.byTermUrl, url, post);
  if (outputPath === undefined && isWritten) index.withUnknownUrl.add(post);
  if (outputPath !== undefined) {
    addPost(index.byOutputPath, outputPath, post);
    const folder = toTopLevelFolder(outputPath, site);
    index.topLevelFolders.set(folder, (index.topLevelFolders.get(folder) ?? 0) + 1);
  }
  for (const alias of aliases) addPost(index.byAlias, alias, post);
  addPost(index.byName, stem(post.path), post);
}

function removeFromIndex(post: Post, index: PostIndex, site: Site, environment: Environment): void {
  const { outputPath, aliases, termUrls } = getAddress(post, site, environment);
  for (const url of termUrls) removePost(index.byTermUrl, url, post);
  index.withUnknownUrl.delete(post);
  if (outputPath !== undefined) {
    removePost(index.byOutputPath, outputPath, post);
    const folder = toTopLevelFolder(outputPath, site);
    const remaining = (index.topLevelFolders.get(folder) ?? 1) - 1;
    if (remaining > 0) index.topLevelFolders.set(folder, remaining);
    else index.topLevelFolders.delete(folder);
  }
  for (const alias of aliases) removePost(index.byAlias, alias, post);
  removePost(index.byName, stem(post.path), post);
}

const writtenStates: ReadonlySet<PostState> = new Set(['published', 'scheduled']);

const getAddress = memoize(computeAddress, (_post, { siteView }, { timeZone }) => [siteView.publicationKey, timeZone]);

function computeAddress(post: Post, site: Site, environment: Environment): PostAddress {
  const { generator } = site;
  const source = toPostSource(site, post);
  const { state, url, title, date, collection, tags, reasons, causes } = generator.getPublication(source, environment);
  const aliases = generator.linking?.getAliases(source) ?? [];
  const isWritten = writtenStates.has(state);
  return {
    outputPath:
      url === undefined ? undefined : (generator.linking?.getOutputPath?.(decodeUri(url)) ?? toOutputPath(url)),
    isWritten,
    isPossibleUrl:
      isWritten && url === undefined
        ? (generator.linking?.createUrlTest?.(source) ?? createNameTest(post.path))
        : undefined,
    aliases: isWritten ? aliases.map(toOutputPath) : [],
    termUrls: (isWritten && generator.linking?.getTermUrls?.(source)) || [],
    title,
    date,
    url,
    collection,
    tags,
    state,
    reasons,
    isMovedHere: causes?.some(({ subject }) => subject === 'moved date here') === true,
    evaluatedAt: environment.now,
  };
}

/** Returns the path of the file that is served at a URL. */
function toOutputPath(url: string): string {
  return decodeUri(url).replace(/\/$/, '/index.html');
}
