import { getPostName } from '../../../generators/shared/markdownFile.ts';
import { getServedFiles } from '../../../site/resolution/addresses.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import type { Workspace } from '../../../text/workspace.ts';
import { isImageName } from '../../frontMatter/imageFiles.ts';
import { findNewestSiblings } from '../../../site/resolution/newestSiblings.ts';
import { dirname } from '../../../text/paths.ts';

/** A post with its text. */
export interface PostText {
  readonly post: Post;
  readonly text: string;
}

/** How many newer posts are read to learn where images are and how they are written. */
const maxRecentPosts = 20;

/** A post and the newest of its siblings, with their texts. */
export async function readRecentTexts(files: Workspace, site: Site, { post, text }: PostText): Promise<PostText[]> {
  const siblings = findNewestSiblings(site, post.collection, post.uri).slice(0, maxRecentPosts);
  const others = await Promise.all(
    siblings.map(async (each) => ({ post: each, text: (await files.read(each.uri)) ?? '' })),
  );
  return [{ post, text }, ...others];
}

/**
 * The file of the site (relative to its root) that an image's destination, as written in a post, names by its last
 * segments.
 */
export function resolveImageDestination(written: string, site: Site, post: Post): string | undefined {
  const path = written
    .replace(/\{\{\s*["']([^"']*)["'][^{}]*\}\}/g, '$1')
    .replace(/\{[{%][^{}]*[%}]\}/g, '')
    .replace(/[?#].*/s, '');
  if (!isImageName(path) || /^[a-z]+:/i.test(path)) return undefined;
  const folder = dirname(post.path);
  const plainPath = path.replace(/^\.\//, '');
  const near = [
    folder === '' ? plainPath : `${folder}/${plainPath}`,
    `${post.path.replace(/\.[^./]+$/, '')}/${plainPath}`,
  ].find((file) => site.files.has(file));
  if (near !== undefined) return near;
  const below = path.replace(/^\/+/, '');
  if (site.files.has(below)) return below;
  const base = site.generator.linking?.basePath ?? '';
  const url = path.startsWith(`${base}/`) ? path : `${base}/${below}`;
  return getServedFiles(site).get(url);
}

/** A folder as a pattern relative to a post: `assets/{name}`, `img/{year}`, `{folder}`. */
export function toFolderPattern(folder: string, post: Post): string {
  const own = dirname(post.path);
  const [name, bare] = toPostNames(post);
  const below =
    own !== '' && (folder === own || folder.startsWith(`${own}/`)) ? `{folder}${folder.slice(own.length)}` : folder;
  return below
    .split('/')
    .map((segment) =>
      segment === name ? '{name}' : segment === bare ? '{bare}' : segment === toYear(post) ? '{year}' : segment,
    )
    .join('/');
}

/** The folder that a pattern means for a post. */
export function fromFolderPattern(pattern: string, post: Post): string {
  const [name, bare] = toPostNames(post);
  const year = toYear(post) ?? '';
  return pattern
    .replace('{folder}', dirname(post.path))
    .replace('{name}', name)
    .replace('{bare}', bare)
    .replace('{year}', year);
}

/** `2024-05-01-fog` and `fog`. */
export function toPostNames({ path }: Post): [name: string, bare: string] {
  const name = getPostName(path);
  return [name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')];
}

function toYear({ path, frontMatter }: Post): string | undefined {
  const date = frontMatter?.data.date;
  return (/(\d{4})-\d/.exec(path) ?? /^(\d{4})-/.exec(typeof date === 'string' ? date : ''))?.[1];
}
