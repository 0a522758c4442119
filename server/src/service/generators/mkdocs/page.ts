import type { Collection, SiteView } from '../contract/model.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename, dirname, joinPath } from '../../text/paths.ts';
import type { BlogSettings, MkdocsSettings } from './settings.ts';

/** Extensions of pages (`markdown_extensions` in utils). */
const pageExtension = /\.(?:markdown|mdown|mkdn|mkd|md)$/;

/** Whether a file is a page by its extension. */
export function isPage(path: string): boolean {
  return pageExtension.test(path);
}

/** Returns the path of a page relative to `docs_dir` (`get_files` in structure/files.py); undefined for a file that is none. */
export function getSourcePath(path: string, { docsFolder, isExcluded }: MkdocsSettings): string | undefined {
  const sourcePath = getPathWithin(docsFolder, path);
  if (sourcePath === undefined || !isPage(sourcePath) || /(?:^|\/)\./.test(sourcePath)) return undefined;
  return sourcePath.startsWith('templates/') || isExcluded(sourcePath) === true ? undefined : sourcePath;
}

/** Whether a page is the README of a folder that has another index. */
export function isHiddenReadme(path: string, siteView: SiteView): boolean {
  return basename(path) === 'README.md' && siteView.hasFile(joinPath(dirname(path), 'index.md'));
}

/** Returns the blog whose post a page is. */
export function findBlog(sourcePath: string, { blogs }: MkdocsSettings): BlogSettings | undefined {
  return blogs.find(({ postFolder }) => getPathWithin(postFolder, sourcePath) !== undefined);
}

/** Returns the collection of a page: posts of a blog, else pages by their first folder. */
export function getCollection(path: string, settings: MkdocsSettings): Collection | undefined {
  const sourcePath = getSourcePath(path, settings);
  if (sourcePath === undefined) return undefined;
  const blog = findBlog(sourcePath, settings);
  if (blog) return { name: 'posts', folder: joinPath(settings.docsFolder, blog.postFolder) };
  const folder = sourcePath.includes('/') ? sourcePath.split('/')[0]! : undefined;
  return { name: folder ?? 'pages', folder: joinPath(settings.docsFolder, folder ?? '') };
}

/** Returns the URL of a page without the base path: `/guide/first/` (`_get_dest_path` and `_get_url`). */
export function toUrl(sourcePath: string, usesDirectoryUrls: boolean): string {
  const folder = dirname(sourcePath);
  const name = basename(sourcePath).replace(pageExtension, '');
  const isIndex = name === 'index' || name === 'README';
  if (!usesDirectoryUrls) return `/${joinPath(folder, `${isIndex ? 'index' : name}.html`)}`;
  const path = isIndex ? folder : joinPath(folder, name);
  return path === '' ? '/' : `/${path}/`;
}
