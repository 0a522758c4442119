import type { Site } from '../../../site/model/site.ts';
import { toUri, createPost, withChanges } from '../../../site/model/site.ts';
import { classifyPath } from '../../../site/reading/walk.ts';
import type { FrontMatterOutline } from '../../../syntax/frontMatter/index.ts';
import { relative } from '../../../text/uri.ts';

/** A file or folder that gets another name or place; URIs. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** Front matter that posts have afterwards, by their URI before: it changes along with the renames, or by itself. */
export type FrontMatterChanges = ReadonlyMap<string, FrontMatterOutline | undefined>;

/** Changes of names and addresses within one site, and the site as it will be. */
export interface MovePlan {
  readonly before: Site;
  readonly after: Site;
  /** Old paths of the files that move, and of the reworded posts. */
  readonly paths: readonly string[];
  /** The path that a file has afterwards. */
  pathAfter(path: string): string;
}

/**
 * What renames and reworded posts do to a site; undefined where none of its files stays in it under another path and
 * none is reworded.
 */
export function planMoves(
  site: Site,
  renames: readonly FileRename[],
  frontMatterChanges: FrontMatterChanges,
): MovePlan | undefined {
  const inner = renames.flatMap(({ from, to }) => {
    const [old, next] = [relative(site.root, from), relative(site.root, to)];
    return old && next ? [{ old, next }] : [];
  });
  const pathAfter = (path: string): string => {
    const rename = inner.find(({ old }) => path === old || path.startsWith(`${old}/`));
    return rename ? rename.next + path.slice(rename.old.length) : path;
  };
  const changedPaths = new Set([...frontMatterChanges.keys()].map((uri) => site.posts.get(uri)?.path));
  const paths = [...site.files].filter((path) => pathAfter(path) !== path || changedPaths.has(path));
  return paths.length === 0
    ? undefined
    : { before: site, after: applyMoves(site, paths, pathAfter, frontMatterChanges), paths, pathAfter };
}

function applyMoves(
  site: Site,
  paths: readonly string[],
  pathAfter: (path: string) => string,
  frontMatterChanges: FrontMatterChanges,
): Site {
  const files = new Set([...site.files].map(pathAfter));
  const texts = new Map([...site.texts].map(([path, text]) => [pathAfter(path), text]));
  const posts = paths.flatMap((path) => site.posts.get(toUri(site, path)) ?? []);
  const moved = posts.flatMap((post) => {
    const path = pathAfter(post.path);
    const isPostPath = classifyPath(path, site) === 'posts';
    return (
      (isPostPath &&
        createPost(
          site,
          toUri(site, path),
          frontMatterChanges.has(post.uri) ? frontMatterChanges.get(post.uri) : post.frontMatter,
          () => post.outline,
        )) ||
      []
    );
  });
  return withChanges(site, {
    files,
    texts,
    posts: new Map([
      ...posts.map(({ uri }) => [uri, undefined] as const),
      ...moved.map((post) => [post.uri, post] as const),
    ]),
  });
}
