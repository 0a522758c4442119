import { folderOfPath } from '../../generators/markdownFile.ts';
import type { Site } from '../../site/site.ts';
import type { LinkPlace } from './destination.ts';
import { destinationOf } from './destination.ts';

const images = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** The images of a site (paths relative to its root), those beside a post first. */
export function imagesFor({ files }: Site, path: string): string[] {
  const folder = folderOfPath(path);
  const rank = (file: string): number => (folder !== '' && file.startsWith(`${folder}/`) ? 0 : 1);
  return [...files].filter((file) => images.test(file)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** An image's file, there or about to be, as a post names it: by its name beside a post that has a folder to itself, else as the author writes files. */
export async function imageDestination(file: string, place: LinkPlace): Promise<string> {
  const { site, post } = place.open;
  if (!site || !post) return file;
  const folder = folderOfPath(post.path);
  const isBundle = /(^|\/)_?index\.[^/]+$/.test(post.path);
  if (folder !== '' && isBundle && file.startsWith(`${folder}/`)) return file.slice(folder.length + 1);
  const url = site.generator.linking?.fileUrls(file, site.configuration, site.around)[0];
  return destinationOf({ path: file, url }, 'files', place);
}
