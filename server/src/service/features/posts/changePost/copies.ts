import { isIndexFile } from '../../../generators/shared/markdownFile.ts';
import type { FileCopy } from '../../../../protocol/index.ts';
import { toUri, toPostSource } from '../../../site/model/site.ts';
import { join } from '../../../text/uri.ts';
import { dirname } from '../../../text/paths.ts';
import type { PostChangeContext } from './changeContext.ts';

/**
 * Copies of a post's own files for its copy at another path (relative to the site root): those of its bundle, or of the
 * folder with its name.
 */
export function planCopies(changeContext: PostChangeContext, path: string): FileCopy[] {
  const { site, post } = changeContext;
  const isBundle = isIndexFile(post.path);
  const hasFolder = site.generator.publishing.folders?.hasAssetFolders === true && !isBundle;
  if (!isBundle && !hasFolder) return [];
  const [from, to] = [post.path, path].map((each) => (isBundle ? dirname(each) : each.replace(/\.[^./]+$/, ''))) as [
    string,
    string,
  ];
  if (from === '' || from === to) return [];
  const files = [...site.files].filter((file) => file.startsWith(`${from}/`) && file !== post.path);
  const pages = files.filter((file) => isPage(changeContext, file));
  if (pages.some((page) => dirname(page) === from && !isTranslation(page, post.path))) return [];
  const otherFolders = [...new Set(pages.map(dirname))].filter((folder) => folder !== from);
  return files
    .filter((file) => !pages.includes(file) && !isTranslation(file, post.path) && !/\/\.[^/]*$/.test(file))
    .filter((file) => !otherFolders.some((folder) => file.startsWith(`${folder}/`)))
    .map((file) => ({ from: join(site.root, file), uri: join(site.root, to + file.slice(from.length)) }));
}

/** Whether a file is a page of its own, not a resource of the post. */
function isPage({ site, environment, publication }: PostChangeContext, file: string): boolean {
  const found = site.posts.get(toUri(site, file));
  if (found === undefined || publication.state === 'skipped') return found !== undefined;
  return site.generator.getPublication(toPostSource(site, found), environment).state !== 'skipped';
}

/** `index.fr.md` next to `index.md`. */
function isTranslation(file: string, post: string): boolean {
  const [one, other] = [file, post].map((path) => path.replace(/(\/index)\.(?:[^/]+\.)?([^./]+)$/, '$1.$2'));
  return file !== post && one === other;
}
