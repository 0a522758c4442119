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
import { fileUri, outlineIn, postOf, withChanges } from '../model/site.ts';
import { isWanted, placeOf, sorted, walk } from './walk.ts';

export { findSites } from './find.ts';

/** Longer files than this are no data that a page is made of; UTF-16 code units. */
const longestText = 500_000;

/** The site with its files and the front matter of all its posts; with those read so far when it is cancelled. */
export async function readSite(site: Site, workspace: Workspace, scheduler: Scheduler): Promise<Site> {
  const walked = await walk(site, workspace, scheduler);
  const texts = await readTexts(site, walked.texts, workspace, scheduler);
  const posts = await readPosts(site, walked.posts, workspace, scheduler);
  return {
    ...withChanges({ ...site, posts: new Map() }, { files: walked.files, texts, posts }),
    isRead: !scheduler.isCancelled,
  };
}

/**
 * The site after files or folders (URIs) were created, changed or deleted on disk; the same one where that makes no difference
 * to it. A configuration file changes the whole site: one that cannot be read leaves the settings as they were and only brings
 * its errors.
 */
export async function refreshedSite(
  site: Site,
  workspace: Workspace,
  uris: readonly string[],
  scheduler: Scheduler = immediately,
): Promise<Site> {
  const paths = [...new Set(uris)].flatMap((uri) => relative(site.root, uri) || []);
  const isConfigured = paths.some((path) => site.generator.configurationFiles.includes(path));
  const basis = isConfigured ? await reconfigured(site, workspace, scheduler) : site;
  const { present, gone } = await lookedUp(paths, basis, workspace, scheduler);
  const walked = await sorted(present, basis, scheduler);
  const touched = new Set([...gone, ...walked.files]);
  const files =
    gone.size === 0 && [...walked.files].every((path) => basis.files.has(path))
      ? basis.files
      : new Set([...basis.files].filter((path) => !gone.has(path)).concat([...walked.files]));
  const texts = replaced(basis.texts, touched, await readTexts(basis, walked.texts, workspace, scheduler));
  const posts = differing(basis, touched, await readPosts(basis, walked.posts, workspace, scheduler));
  return files === basis.files && texts === basis.texts && posts.size === 0
    ? basis
    : withChanges(basis, { files, texts, posts });
}

/** Whether a file or folder at a URI may matter to the site: not what its generator wrote, and the text of those only that are read. */
export function concerns(site: Site, uri: string, what: 'came or went' | 'changed'): boolean {
  const path = relative(site.root, uri);
  if (!path) return false;
  const { generator } = site;
  if (generator.configurationFiles.includes(path)) return true;
  const place = placeOf(path, site);
  if (place === 'nowhere') return false;
  return (
    what === 'came or went' || isWanted(path, site) || (place === 'posts' && generator.collectionOf(path) !== undefined)
  );
}

/** Which files are at these paths now, those in folders included, and which files the site knew are there no more. */
async function lookedUp(
  paths: readonly string[],
  site: Site,
  workspace: Workspace,
  scheduler: Scheduler,
): Promise<{ readonly present: ReadonlySet<string>; readonly gone: ReadonlySet<string> }> {
  const present = new Set<string>();
  const gone = new Set<string>();
  const kindOf = kinds(site, workspace);
  await runConcurrently(paths, scheduler, async (path) => {
    if (placeOf(path, site) === 'nowhere') return;
    const kind = await kindOf(path);
    if (kind === 'file') return void present.add(path);
    if (site.files.has(path)) return void gone.add(path);
    const inside =
      kind === 'folder' && placeOf(`${path}/`, site) !== 'nowhere'
        ? (await walk(site, workspace, scheduler, path)).files
        : new Set<string>();
    for (const file of inside) present.add(file);
    for (const file of site.files) if (file.startsWith(`${path}/`) && !inside.has(file)) gone.add(file);
  });
  return { present, gone };
}

/** Tells what is at a path; each folder is listed once. */
function kinds(site: Site, workspace: Workspace): (path: string) => Promise<DirectoryEntry['type'] | undefined> {
  const listed = new Map<string, Promise<ReadonlyMap<string, DirectoryEntry['type']>>>();
  const list = async (folder: string) =>
    new Map(
      (await workspace.list(folder === '' ? site.root : fileUri(site, folder))).map(({ name, type }) => [name, type]),
    );
  return async (path) => {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, slash));
    let entries = listed.get(folder);
    if (!entries) listed.set(folder, (entries = list(folder)));
    return (await entries).get(path.slice(slash + 1));
  };
}

/** The texts with those of the touched files read again; the same map where none is another. */
function replaced(before: Site['texts'], touched: ReadonlySet<string>, read: Site['texts']): Site['texts'] {
  if (![...touched].some((path) => before.get(path) !== read.get(path))) return before;
  return new Map([...[...before].filter(([path]) => !touched.has(path)), ...read]);
}

/** Posts of the touched files that are others than before, by URI; undefined for those that are none any more. */
function differing(
  site: Site,
  touched: ReadonlySet<string>,
  read: ReadonlyMap<string, Post>,
): ReadonlyMap<string, Post | undefined> {
  const changes = new Map<string, Post | undefined>();
  for (const path of touched) {
    const uri = fileUri(site, path);
    const post = read.get(uri);
    if (!dequal(post, site.posts.get(uri))) changes.set(uri, post);
  }
  return changes;
}

async function reconfigured(site: Site, workspace: Workspace, scheduler: Scheduler): Promise<Site> {
  const found = (await findSites(workspace, [site.root])).find(({ root }) => root === site.root);
  if (!found) return site;
  const { generator } = found;
  const isSameGenerator = generator.id === site.generator.id;
  if (isSameGenerator && generator.errors.length > 0) return withErrors(site, generator);
  const fresh = { ...site, generator };
  const { files, posts, texts } = await walk(fresh, workspace, scheduler);
  const keepsPosts = isSameGenerator && generator.dialect === site.generator.dialect;
  const known = new Map<string, Post>();
  const unknown: string[] = [];
  for (const path of posts) {
    const uri = fileUri(site, path);
    const before = keepsPosts ? site.posts.get(uri) : undefined;
    const post = before && postOf(fresh, uri, before.frontMatter, () => before.outline);
    if (post) known.set(uri, post);
    else unknown.push(path);
    await scheduler.pause();
  }
  const read = await readPosts(fresh, unknown, workspace, scheduler);
  return withChanges(
    { ...fresh, posts: new Map() },
    { files, texts: await readTexts(fresh, texts, workspace, scheduler), posts: new Map([...known, ...read]) },
  );
}

/** The site with the settings it had and what is wrong with its configuration files now. */
export function withErrors(site: Site, { errors }: Pick<ConfiguredGenerator, 'errors'>): Site {
  return { ...site, generator: { ...site.generator, errors } };
}

function postFrom(site: Site, uri: string, text: string): Post | undefined {
  const frontMatter = parseFrontMatter(text, site.generator.frontMatterFormats);
  return postOf(site, uri, toFrontMatterOutline(frontMatter, text), () =>
    outlineIn(site, text, frontMatter?.closed ? frontMatter.range.end : 0),
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
    const uri = fileUri(site, path);
    const text = await workspace.read(uri);
    const post = text === undefined ? undefined : postFrom(site, uri, text);
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
    const text = await workspace.read(fileUri(site, path));
    if (text !== undefined && text.length <= longestText) texts.set(path, text);
  });
  return texts;
}
