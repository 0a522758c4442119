import { dequal } from 'dequal/lite';
import type { DirectoryEntry } from '../../../protocol/index.ts';
import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import { toFrontMatterOutline } from '../../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../../syntax/frontMatter/parseFrontMatter.ts';
import { relative } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import { findSites } from './find.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import { immediately, runConcurrently } from '../../text/scheduler.ts';
import type { Post, Site } from '../model/site.ts';
import { toUri, parseOutline, createPost, withChanges } from '../model/site.ts';
import { isTextNeeded, classifyPath, classifyFiles, walk } from './walk.ts';

export { findSites } from './find.ts';

/** Longer files are not kept as data, in UTF-16 code units. */
const maxTextLength = 500_000;

/** Returns the site with its files and the front matter of all its posts; when cancelled, with those read so far and `isRead` false. */
export async function readSite(site: Site, workspace: Workspace, scheduler: Scheduler): Promise<Site> {
  const siteFiles = await walk({ ...site, nestedRoots: [] }, workspace, scheduler);
  const texts = await readTexts(site, siteFiles.texts, workspace, scheduler);
  const posts = await readPosts(site, siteFiles.posts, workspace, scheduler);
  return {
    ...withChanges({ ...site, posts: new Map() }, { files: siteFiles.files, texts, posts }),
    nestedRoots: siteFiles.nestedRoots,
    isRead: !scheduler.isCancelled,
  };
}

/**
 * Returns the site after files or folders (URIs) were created, changed or deleted on disk; the same object where nothing
 * differs. After a changed configuration file the whole site is read again; where that file cannot be read, the previous settings
 * stay and its errors are added.
 */
export async function refreshSite(
  site: Site,
  workspace: Workspace,
  uris: readonly string[],
  scheduler: Scheduler = immediately,
): Promise<Site> {
  const paths = [...new Set(uris)].flatMap((uri) => relative(site.root, uri) || []);
  const isConfigurationChanged = paths.some((path) => site.generator.configurationFiles.includes(path));
  const base = isConfigurationChanged ? await reconfigureSite(site, workspace, scheduler) : site;
  const { present, removed } = await lookUpPaths(paths, base, workspace, scheduler);
  const siteFiles = await classifyFiles(present, base, scheduler);
  const changedPaths = new Set([...removed, ...siteFiles.files]);
  const files =
    removed.size === 0 && [...siteFiles.files].every((path) => base.files.has(path))
      ? base.files
      : new Set([...base.files].filter((path) => !removed.has(path)).concat([...siteFiles.files]));
  const texts = replaceTexts(base.texts, changedPaths, await readTexts(base, siteFiles.texts, workspace, scheduler));
  const posts = findChangedPosts(base, changedPaths, await readPosts(base, siteFiles.posts, workspace, scheduler));
  return files === base.files && texts === base.texts && posts.size === 0
    ? base
    : withChanges(base, { files, texts, posts });
}

/** Whether a change of a file or folder (URI) can matter to the site: not in the generator's output, and a changed text only where it is read. */
export function isRelevant(site: Site, uri: string, change: 'created or deleted' | 'changed'): boolean {
  const path = relative(site.root, uri);
  if (!path) return false;
  const { generator } = site;
  if (generator.configurationFiles.includes(path)) return true;
  const pathClass = classifyPath(path, site);
  if (pathClass === 'ignored') return false;
  return (
    change === 'created or deleted' ||
    isTextNeeded(path, site) ||
    (pathClass === 'posts' && generator.getCollection(path) !== undefined)
  );
}

/** Which files are at these paths now, those in folders included, and which files of the site are no longer there. */
async function lookUpPaths(
  paths: readonly string[],
  site: Site,
  workspace: Workspace,
  scheduler: Scheduler,
): Promise<{ readonly present: ReadonlySet<string>; readonly removed: ReadonlySet<string> }> {
  const present = new Set<string>();
  const removed = new Set<string>();
  const findEntryType = createEntryTypeLookup(site, workspace);
  await runConcurrently(paths, scheduler, async (path) => {
    if (classifyPath(path, site) === 'ignored') return;
    const entryType = await findEntryType(path);
    if (entryType === 'file') return void present.add(path);
    if (site.files.has(path)) return void removed.add(path);
    const filesInFolder =
      entryType === 'folder' && classifyPath(`${path}/`, site) !== 'ignored'
        ? (await walk(site, workspace, scheduler, path)).files
        : new Set<string>();
    for (const file of filesInFolder) present.add(file);
    for (const file of site.files) if (file.startsWith(`${path}/`) && !filesInFolder.has(file)) removed.add(file);
  });
  return { present, removed };
}

/** Returns a function that finds out what is at a path; each folder is listed once. */
function createEntryTypeLookup(
  site: Site,
  workspace: Workspace,
): (path: string) => Promise<DirectoryEntry['type'] | undefined> {
  const cache = new Map<string, Promise<ReadonlyMap<string, DirectoryEntry['type']>>>();
  const listTypes = async (folder: string) =>
    new Map(
      (await workspace.list(folder === '' ? site.root : toUri(site, folder))).map(({ name, type }) => [name, type]),
    );
  return async (path) => {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, slash));
    let entries = cache.get(folder);
    if (!entries) cache.set(folder, (entries = listTypes(folder)));
    return (await entries).get(path.slice(slash + 1));
  };
}

/** Returns the texts with those of the changed files replaced; the same map where none differs. */
function replaceTexts(
  previous: Site['texts'],
  changedPaths: ReadonlySet<string>,
  currentTexts: Site['texts'],
): Site['texts'] {
  if (![...changedPaths].some((path) => previous.get(path) !== currentTexts.get(path))) return previous;
  return new Map([...[...previous].filter(([path]) => !changedPaths.has(path)), ...currentTexts]);
}

/** Returns the posts of the changed files that differ from the previous ones, by URI; undefined for removed posts. */
function findChangedPosts(
  site: Site,
  changedPaths: ReadonlySet<string>,
  currentPosts: ReadonlyMap<string, Post>,
): ReadonlyMap<string, Post | undefined> {
  const changes = new Map<string, Post | undefined>();
  for (const path of changedPaths) {
    const uri = toUri(site, path);
    const post = currentPosts.get(uri);
    if (!dequal(post, site.posts.get(uri))) changes.set(uri, post);
  }
  return changes;
}

async function reconfigureSite(site: Site, workspace: Workspace, scheduler: Scheduler): Promise<Site> {
  const foundSite = (await findSites(workspace, [site.root])).find(({ root }) => root === site.root);
  if (!foundSite) return site;
  const { generator } = foundSite;
  const isSameGenerator = generator.id === site.generator.id;
  if (isSameGenerator && generator.errors.length > 0) return withConfigurationErrors(site, generator);
  const { files, posts, texts, nestedRoots } = await walk(
    { ...site, generator, nestedRoots: [] },
    workspace,
    scheduler,
  );
  const reconfiguredSite = { ...site, generator, nestedRoots };
  const canKeepPosts = isSameGenerator && generator.dialect === site.generator.dialect;
  const keptPosts = new Map<string, Post>();
  const pathsToRead: string[] = [];
  for (const path of posts) {
    const uri = toUri(site, path);
    const previous = canKeepPosts ? site.posts.get(uri) : undefined;
    const post = previous && createPost(reconfiguredSite, uri, previous.frontMatter, () => previous.outline);
    if (post) keptPosts.set(uri, post);
    else pathsToRead.push(path);
    await scheduler.pause();
  }
  const otherPosts = await readPosts(reconfiguredSite, pathsToRead, workspace, scheduler);
  return withChanges(
    { ...reconfiguredSite, posts: new Map() },
    {
      files,
      texts: await readTexts(reconfiguredSite, texts, workspace, scheduler),
      posts: new Map([...keptPosts, ...otherPosts]),
    },
  );
}

/** Returns the site with its previous settings and the current errors of its configuration files. */
export function withConfigurationErrors(site: Site, { errors }: Pick<ConfiguredGenerator, 'errors'>): Site {
  return { ...site, generator: { ...site.generator, errors } };
}

function parsePost(site: Site, uri: string, text: string): Post | undefined {
  const frontMatter = parseFrontMatter(text, site.generator.frontMatterFormats, site.generator.frontMatterOptions);
  return createPost(site, uri, toFrontMatterOutline(frontMatter, text), () =>
    parseOutline(site, text, frontMatter?.closed ? frontMatter.range.end : 0),
  );
}

async function readPosts(
  site: Site,
  paths: readonly string[],
  workspace: Workspace,
  scheduler: Scheduler,
): Promise<ReadonlyMap<string, Post>> {
  const posts = new Map<string, Post>();
  let done = 0;
  await runConcurrently(paths, scheduler, async (path) => {
    const uri = toUri(site, path);
    const text = await workspace.read(uri);
    const post = text === undefined ? undefined : parsePost(site, uri, text);
    if (post) posts.set(uri, post);
    scheduler.report?.(++done, paths.length);
  });
  return new Map([...posts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readTexts(
  site: Site,
  paths: readonly string[],
  workspace: Workspace,
  scheduler: Scheduler,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await runConcurrently(paths, scheduler, async (path) => {
    const text = await workspace.read(toUri(site, path));
    if (text !== undefined && text.length <= maxTextLength) texts.set(path, text);
  });
  return texts;
}
