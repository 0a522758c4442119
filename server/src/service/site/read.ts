import { outlineOf } from '../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../syntax/frontMatter/parseFrontMatter.ts';
import { basename, canonical, dirname, join, relative } from '../text/uri.ts';
import type { Workspace } from '../text/workspace.ts';
import { findSites } from './find.ts';
import type { Pace } from './pace.ts';
import { inParallel, unpaced } from './pace.ts';
import type { Post, Site } from './site.ts';
import { outlineIn, postOf, withFiles, withPost } from './site.ts';
import { isWanted, placeOf, urisOf, walk } from './walk.ts';

export { findSites } from './find.ts';
export type { Pace } from './pace.ts';

/** Longer files than this are no data that a page is made of; UTF-16 units. */
const longestText = 500_000;

/** The site with its files and the front matter of all its posts; with those read so far when it is cancelled. */
export async function readSite(site: Site, workspace: Workspace, pace: Pace): Promise<Site> {
  const { files, posts, texts } = await walk(site, workspace, pace);
  const read = await readTexts(site, texts, workspace, pace);
  return withFiles({ ...site, posts: new Map() }, files, read, await readPosts(site, urisOf(site.root, posts), workspace, pace));
}

/**
 * The site after one file changed, was created or deleted on disk. A configuration file changes the whole site: one that
 * cannot be read leaves the settings as they were and only brings its errors.
 */
export async function refreshedSite(site: Site, workspace: Workspace, uri: string): Promise<Site> {
  const path = relative(site.root, uri);
  if (path === undefined || path === '') return site;
  if (site.generator.configurationFiles.includes(path)) return reconfigured(site, workspace);
  const place = placeOf(path, site);
  if (place === 'nowhere') return site;
  if (!(await exists(workspace, uri))) return withoutFile(site, uri, path);
  const text = place === 'posts' || isWanted(path, site) ? await workspace.read(uri) : undefined;
  const post = text === undefined || place === 'files' ? undefined : postFrom(site, uri, text);
  if (post) return withPost(site, post);
  if (text === undefined || !isWanted(path, site)) return site.files.has(path) ? site : withFiles(site, new Set(site.files).add(path), site.texts);
  if (site.texts.get(path) === text) return site;
  return withFiles(site, new Set(site.files).add(path), new Map(site.texts).set(path, text));
}

async function exists(workspace: Workspace, uri: string): Promise<boolean> {
  const name = basename(uri);
  return (await workspace.list(dirname(uri))).some((entry) => entry.name === name && entry.type === 'file');
}

/** The site without a file, or without a folder and all that was in it. */
function withoutFile(site: Site, uri: string, path: string): Site {
  const isGone = (each: string): boolean => each === path || each.startsWith(`${path}/`);
  const files = [...site.files].filter((each) => !isGone(each));
  const posts = [...site.posts.keys()].filter((each) => each === uri || each.startsWith(`${uri}/`));
  if (files.length === site.files.size && posts.length === 0) return site;
  return withFiles(site, new Set(files), new Map([...site.texts].filter(([each]) => !isGone(each))), [], posts);
}

async function reconfigured(site: Site, workspace: Workspace): Promise<Site> {
  const found = (await findSites(workspace, [site.root])).find(({ root }) => root === site.root);
  if (!found) return site;
  const { generator, configuration } = found;
  if (generator === site.generator && configuration.errors.length > 0) {
    return { ...site, configuration: { ...site.configuration, errors: configuration.errors } };
  }
  const fresh = { ...site, generator, configuration };
  const { files, posts, texts } = await walk(fresh, workspace, unpaced);
  const uris = urisOf(site.root, posts);
  const isKnown = (uri: string): boolean => generator === site.generator && site.posts.has(uri);
  const known = uris.filter(isKnown).map((uri) => postOf(fresh, uri, site.posts.get(uri)!.frontMatter, () => site.posts.get(uri)!.outline));
  const read = await readPosts(fresh, uris.filter((uri) => !isKnown(uri)), workspace, unpaced);
  const all = [...known.filter((post) => post !== undefined), ...read];
  return withFiles({ ...fresh, posts: new Map() }, files, await readTexts(fresh, texts, workspace, unpaced), all);
}

function postFrom(site: Site, uri: string, text: string): Post | undefined {
  const frontMatter = parseFrontMatter(text, site.generator.frontMatterFormats);
  return postOf(site, uri, outlineOf(frontMatter, text), () => outlineIn(site, text, frontMatter?.closed ? frontMatter.range.end : 0));
}

async function readPosts(site: Site, files: readonly string[], workspace: Workspace, pace: Pace): Promise<Post[]> {
  const posts: Post[] = [];
  let done = 0;
  await inParallel(files, pace, async (uri) => {
    const text = await workspace.read(uri);
    const post = text === undefined ? undefined : postFrom(site, uri, text);
    if (post) posts.push(post);
    pace.report?.(++done, files.length);
  });
  return posts.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

async function readTexts(site: Site, paths: readonly string[], workspace: Workspace, pace: Pace): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await inParallel(paths, pace, async (path) => {
    const text = await workspace.read(canonical(join(site.root, path)));
    if (text !== undefined && text.length <= longestText) texts.set(path, text);
  });
  return texts;
}
