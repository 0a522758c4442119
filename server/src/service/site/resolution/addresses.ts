import { stem } from '../../text/paths.ts';
import { memoize } from '../../text/memo.ts';
import { decodeUri } from '../../text/uri.ts';
import { put, take } from './postsByKey.ts';
import type { Environment, PostState, SiteView } from '../../generators/contract/model.ts';
import { slugify } from '../../generators/shared/slug.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import type { Post, Site } from '../model/site.ts';
import { SharedMap } from '../model/sharedMap.ts';
import { toPostSource } from '../model/site.ts';

/** The address of one post under a publication key and in a zone. */
interface Address {
  /** The file it is written to; undefined where the post goes to no address, or to none that is certain. */
  readonly target: string | undefined;
  /** Whether it is written, now or once its date has come: the moment does not matter. */
  readonly isWritten: boolean;
  /** The files of its redirects. */
  readonly aliases: readonly string[];
  readonly title: string;
  /** As its publication gives it. */
  readonly date: string | undefined;
  readonly url: string | undefined;
  readonly collection: string | undefined;
  readonly tags: readonly string[];
  /** As of when it was worked out. */
  readonly state: PostState;
  readonly reasons: readonly string[];
  /** When it was worked out, milliseconds since 1970. */
  readonly judged: number;
}

/** Posts by where readers and writers find them. */
interface Index {
  /** The posts that it was brought up to date with. */
  posts: Site['posts'];
  readonly byTarget: Map<string, readonly Post[]>;
  readonly byAlias: Map<string, readonly Post[]>;
  /** By file name without its extension. */
  readonly byName: Map<string, readonly Post[]>;
  /** Posts that are on the site at an address only its own code knows. */
  readonly unplaced: Set<Post>;
  /** How many targets begin with a folder, `/docs/`, or are at the root. */
  readonly tops: Map<string, number>;
}

/** The files of a site that are no pages, by where they are served and by name. */
interface FileIndex {
  readonly byTarget: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly tops: ReadonlySet<string>;
}

/** Works out the addresses of all posts ahead of the first question, which would take long on a big site. */
export async function readAddresses(site: Site, environment: Environment, scheduler: Scheduler): Promise<void> {
  const index = indexIn(site.siteView.publicationKey, environment.timeZone);
  for (const [, , post] of SharedMap.differences(index.posts, site.posts)) {
    if (scheduler.isCancelled) return;
    if (post) addressOf(post, site, environment);
    await scheduler.pause();
  }
  indexOf(site, environment);
  filesOf(site);
}

/** Other posts of the site, kept back ones left out, that the generator writes to the same address as this one. */
export function postsAtAddressOf(post: Post, site: Site, environment: Environment): Post[] {
  const { target, isWritten } = addressOf(post, site, environment);
  if (target === undefined || !isWritten) return [];
  environment.onDependency?.(target);
  const found = indexOf(site, environment).byTarget.get(target) ?? [];
  return found
    .filter((other) => other.uri !== post.uri && addressOf(other, site, environment).isWritten)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is known of a post without asking the generator. */
export type Facts = Pick<Address, 'title' | 'date' | 'url' | 'collection' | 'tags' | 'state' | 'reasons' | 'judged'>;

/** A post as it was when the site was read, the same object until it or what affects it changes; for lists of many, which may not ask the generator about each. */
export function listed(post: Post, site: Site, environment: Environment): Facts {
  return addressOf(post, site, environment);
}

/** What a reader gets at an address of the site. */
export type Found = { readonly post: Post; readonly isRedirect: boolean } | { readonly path: string };

/**
 * What is at a URL (path with the base path, decoded, without query and fragment), a post that is written before one that is
 * not. Servers find `/about.html` and `/about/index.html` for `/about`.
 */
export function foundAt(url: string, site: Site, environment: Environment): Found | undefined {
  const index = indexOf(site, environment);
  const candidates = url.endsWith('/') ? [`${url}index.html`] : [url, `${url}.html`, `${url}/index.html`];
  for (const about of [...candidates, stem(url)]) environment.onDependency?.(about);
  for (const target of candidates) {
    const posts = index.byTarget.get(target);
    if (posts)
      return {
        post: posts.find((each) => addressOf(each, site, environment).isWritten) ?? posts[0]!,
        isRedirect: false,
      };
    const path = filesOf(site).byTarget.get(target);
    if (path !== undefined) return { path };
  }
  const redirected = candidates.map((target) => index.byAlias.get(target)).find((posts) => posts !== undefined);
  return redirected && { post: redirected[0]!, isRedirect: true };
}

/** The post or file that a tag or path names: among those with these file names (without extension) the first that is accepted. */
export function named(
  names: readonly string[],
  accepts: (path: string) => boolean,
  site: Site,
  environment: Environment,
): Found | undefined {
  for (const name of names) environment.onDependency?.(name);
  const { byName } = indexOf(site, environment);
  for (const name of names) {
    const post = byName.get(name)?.find(({ path }) => accepts(path));
    if (post) return { post, isRedirect: false };
  }
  const path = names.map((name) => filesOf(site).byName.get(name)?.find(accepts)).find((each) => each !== undefined);
  return path === undefined ? undefined : { path };
}

/** Whether anything of the site is served below the first folder of a URL. */
export function hasTopOf(url: string, site: Site, environment: Environment): boolean {
  const top = topOf(url, site);
  environment.onDependency?.(top);
  return indexOf(site, environment).tops.has(top) || filesOf(site).tops.has(top);
}

/** Whether a post whose address only the site's own code knows may be at a URL: its file is named like it, or in letters that may be spelt otherwise. */
export function mayBeUnplaced(url: string, site: Site, environment: Environment): boolean {
  environment.onDependency?.(anyUnplaced);
  const { unplaced } = indexOf(site, environment);
  if (unplaced.size === 0) return false;
  const last = slugify(url.replace(/\/$|\.html?$/, '').replace(/^.*\//, ''));
  for (const { path } of unplaced) {
    const segments = path
      .split('/')
      .slice(-2)
      .map((segment) => stem(segment).replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''));
    if (segments.some((segment) => slugify(segment) === last || /\P{ASCII}/u.test(segment))) return true;
  }
  return false;
}

/** Every URL at which the site serves a post, with the posts; in no order. */
export function addressedPosts(site: Site, environment: Environment): Iterable<readonly [string, readonly Post[]]> {
  return indexOf(site, environment).byTarget;
}

/** Every file that is no page, by where it is served. */
export function servedFiles(site: Site): ReadonlyMap<string, string> {
  return filesOf(site).byTarget;
}

/** Asked for by what depends on the posts whose addresses are not known; no address or name is empty. */
const anyUnplaced = '';

/** All that others may have asked for and found a post by. */
export function namesOf(post: Post, site: Site, environment: Environment): string[] {
  const { target, aliases } = addressOf(post, site, environment);
  return [...(target === undefined ? [anyUnplaced] : [target, topOf(target, site)]), ...aliases, stem(post.path)];
}

/** All that posts may have asked for and found a file by that is no page. */
export function namesOfFile(path: string, site: Site): string[] {
  const urls = site.generator.linking?.fileUrls(path, site.siteView) ?? [];
  return [...urls, ...urls.map((url) => topOf(url, site)), stem(path)];
}

/** The first URL at which a file that is no page is served; undefined where it is not on the site. */
export function servedAt(path: string, { generator, siteView }: Site): string | undefined {
  return generator.linking?.fileUrls(path, siteView)[0];
}

/** The index of a site's posts; what differs from the posts that it was made of is put in order. */
function indexOf(site: Site, environment: Environment): Index {
  const {
    posts,
    siteView: { publicationKey },
  } = site;
  const index = indexIn(publicationKey, environment.timeZone);
  for (const [, before, after] of SharedMap.differences(index.posts, posts)) {
    if (before) remove(before, index, site, environment);
    if (after) add(after, index, site, environment);
  }
  index.posts = posts;
  return index;
}

const indexIn = memoize((_publicationKey: SiteView['publicationKey'], _timeZone: string): Index => ({
  posts: new Map(),
  byTarget: new Map(),
  byAlias: new Map(),
  byName: new Map(),
  unplaced: new Set(),
  tops: new Map(),
}));

function add(post: Post, index: Index, site: Site, environment: Environment): void {
  const { target, aliases, isWritten } = addressOf(post, site, environment);
  if (target === undefined && isWritten) index.unplaced.add(post);
  if (target !== undefined) {
    put(index.byTarget, target, post);
    const top = topOf(target, site);
    index.tops.set(top, (index.tops.get(top) ?? 0) + 1);
  }
  for (const alias of aliases) put(index.byAlias, alias, post);
  put(index.byName, stem(post.path), post);
}

function remove(post: Post, index: Index, site: Site, environment: Environment): void {
  const { target, aliases } = addressOf(post, site, environment);
  index.unplaced.delete(post);
  if (target !== undefined) {
    take(index.byTarget, target, post);
    const top = topOf(target, site);
    const left = (index.tops.get(top) ?? 1) - 1;
    if (left > 0) index.tops.set(top, left);
    else index.tops.delete(top);
  }
  for (const alias of aliases) take(index.byAlias, alias, post);
  take(index.byName, stem(post.path), post);
}

const written: ReadonlySet<PostState> = new Set(['published', 'scheduled']);

const addressOf = memoize(findAddress, (_post, { siteView }, { timeZone }) => [siteView.publicationKey, timeZone]);

function findAddress(post: Post, site: Site, environment: Environment): Address {
  const { generator } = site;
  const source = toPostSource(site, post);
  const { state, url, title, date, collection, tags, reasons } = generator.publication(source, environment);
  const aliases = generator.linking?.aliases(source) ?? [];
  const isWritten = written.has(state);
  return {
    target: url === undefined ? undefined : targetOf(url),
    isWritten,
    aliases: isWritten ? aliases.map(targetOf) : [],
    title,
    date,
    url,
    collection,
    tags,
    state,
    reasons,
    judged: environment.now,
  };
}

function filesOf(site: Site): FileIndex {
  return indexOfFiles(site.siteView, site);
}

const indexOfFiles = memoize(indexFiles, () => []);

function indexFiles(siteView: SiteView, site: Site): FileIndex {
  const byTarget = new Map<string, string>();
  const byName = new Map<string, readonly string[]>();
  const pages = new Set([...site.posts.values()].filter(({ frontMatter }) => frontMatter).map(({ path }) => path));
  for (const path of site.files) {
    if (pages.has(path)) continue;
    for (const url of site.generator.linking?.fileUrls(path, siteView) ?? []) byTarget.set(url, path);
    const name = stem(path);
    byName.set(name, [...(byName.get(name) ?? []), path].sort());
  }
  return { byTarget, byName, tops: new Set([...byTarget.keys()].map((url) => topOf(url, site))) };
}

/** The file that is served at a URL. */
function targetOf(url: string): string {
  return decodeUri(url).replace(/\/$/, '/index.html');
}

/** The first folder of a URL below the base path, `/docs/`; '/' at the root. */
function topOf(url: string, { generator }: Site): string {
  const below = url.slice(generator.linking?.basePath.length ?? 0);
  return below.slice(0, below.indexOf('/', 1) + 1) || '/';
}
