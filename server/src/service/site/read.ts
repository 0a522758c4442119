import { outlineOf } from '../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../syntax/frontMatter/parseFrontMatter.ts';
import type { Cancel } from '../text/cancel.ts';
import { never } from '../text/cancel.ts';
import { canonical, join, relative } from '../text/uri.ts';
import type { Workspace } from '../text/workspace.ts';
import { findSites, holdsNoSite, nestedSite } from './find.ts';
import type { Post, Site } from './site.ts';
import { postOf, withPosts } from './site.ts';

export { findSites } from './find.ts';

/** How long work goes on: it pauses often, tells how far it is and stops when nobody waits for it any more. */
export interface Pace {
  /** Called after every file; resolves when the work may go on. */
  pause(): Promise<void>;
  /** How many files of how many are read. */
  report?(done: number, total: number): void;
  readonly cancel: Cancel;
}

/** For work nobody watches. */
const unpaced: Pace = { pause: () => Promise.resolve(), cancel: never };

/** Files and folders asked for at one time. */
const atOnce = 16;
/** Names of a folder looked at before work may pause. */
const namesInARow = 50;

/** The site with the front matter of all its posts; with those read so far when it is cancelled. */
export async function readSite(site: Site, workspace: Workspace, pace: Pace): Promise<Site> {
  const files = await postFiles(site, workspace, pace);
  return withPosts({ ...site, posts: new Map() }, await readPosts(site, files, workspace, pace));
}

/**
 * The site after one file changed, was created or deleted on disk. A configuration file changes the whole site: one that
 * cannot be read leaves the settings as they were and only brings its errors.
 */
export async function refreshedSite(site: Site, workspace: Workspace, uri: string): Promise<Site> {
  const path = relative(site.root, uri);
  if (path === undefined || path === '') return site;
  if (site.generator.configurationFiles.includes(path)) return reconfigured(site, workspace);
  const text = await workspace.read(uri);
  const post = text === undefined ? undefined : postOf(site, uri, outline(site, text));
  if (post) return withPosts(site, [post]);
  const gone = [...site.posts.keys()].filter((each) => each === uri || each.startsWith(`${uri}/`));
  return gone.length === 0 ? site : withPosts(site, [], gone);
}

async function reconfigured(site: Site, workspace: Workspace): Promise<Site> {
  const found = (await findSites(workspace, [site.root])).find(({ root }) => root === site.root);
  if (!found) return site;
  const { generator, configuration } = found;
  if (generator === site.generator && configuration.errors.length > 0) {
    return { ...site, configuration: { ...site.configuration, errors: configuration.errors } };
  }
  const fresh = { ...site, generator, configuration };
  const files = await postFiles(fresh, workspace, unpaced);
  const isKnown = (uri: string): boolean => generator === site.generator && site.posts.has(uri);
  const known = files.filter(isKnown).map((uri) => postOf(fresh, uri, site.posts.get(uri)!.frontMatter));
  const read = await readPosts(fresh, files.filter((uri) => !isKnown(uri)), workspace, unpaced);
  return withPosts({ ...fresh, posts: new Map() }, [...known.filter((post) => post !== undefined), ...read]);
}

function outline(site: Site, text: string): Post['frontMatter'] {
  return outlineOf(parseFrontMatter(text, site.generator.frontMatterFormats), text);
}

/** URIs of the files that the generator makes something of; folders of other sites left out. */
async function postFiles({ root, generator, configuration }: Site, workspace: Workspace, pace: Pace): Promise<string[]> {
  const files: string[] = [];
  let folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  while (folders.length > 0) {
    const next: typeof folders = [];
    await inParallel(folders, pace, async ({ path, depth }) => {
      const uri = path === '' ? root : join(root, path);
      const entries = await workspace.list(uri);
      if (depth > 0 && !path.split('/').some(holdsNoSite) && (await nestedSite(workspace, uri, entries, depth))) return;
      for (const [index, { name, type }] of entries.entries()) {
        if (index % namesInARow === namesInARow - 1) await pace.pause();
        const inner = path === '' ? name : `${path}/${name}`;
        if (type === 'folder' && name !== '.git' && name !== 'node_modules' && !generator.skipFolder(inner, configuration)) next.push({ path: inner, depth: depth + 1 });
        if (type === 'file' && generator.collectionOf(inner, configuration)) files.push(canonical(join(root, inner)));
      }
    });
    folders = next;
  }
  return files.sort();
}

async function readPosts(site: Site, files: readonly string[], workspace: Workspace, pace: Pace): Promise<Post[]> {
  const posts: Post[] = [];
  let done = 0;
  await inParallel(files, pace, async (uri) => {
    const text = await workspace.read(uri);
    const post = text === undefined ? undefined : postOf(site, uri, outline(site, text));
    if (post) posts.push(post);
    pace.report?.(++done, files.length);
  });
  return posts.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** Works on several items at a time and pauses between them; leaves the rest when cancelled. */
async function inParallel<T>(items: readonly T[], pace: Pace, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !pace.cancel.isCancelled) {
      await work(items[next++]!);
      await pace.pause();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
