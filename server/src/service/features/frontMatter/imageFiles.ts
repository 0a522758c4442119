import type { Site } from '../../site/model/site.ts';
import { memoize } from '../../text/memo.ts';

const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/**
 * How a site writes the path of an image: which prefix of the file's path is removed, and which is added to the rest.
 */
export interface PathStyle {
  readonly removedPrefix: string;
  readonly addedPrefix: string;
}

/** Whether a text ends as the name of an image does. */
export function isImageName(text: string): boolean {
  return imageFile.test(text);
}

/** Paths of all images of a site. */
export function findImages({ files }: Site): readonly string[] {
  return filterImages(files);
}

const filterImages = memoize((files: Site['files']): readonly string[] => [...files].filter(isImageName));

/** How a value that names an image is made of its file's path; undefined where there is no such file. */
export function inferPathStyle(value: string, { files, generator }: Site): PathStyle | undefined {
  const { static: published, processed = [] } = generator.folders;
  const folders = ['', ...[...published, ...processed].filter((folder) => folder !== '').map((folder) => `${folder}/`)];
  for (let start = 0; start >= 0 && start < value.length; start = value.indexOf('/', start) + 1 || -1) {
    const rest = value.slice(start);
    const removedPrefix = folders.find((folder) => files.has(folder + rest));
    if (removedPrefix !== undefined) return { removedPrefix, addedPrefix: value.slice(0, start) };
  }
  return undefined;
}

/** The file of an image that a value names, from the folder of its post or from the site's root; undefined for none. */
export function resolveImageFile(value: string, site: Site, folder: string): string | undefined {
  if (!isImageName(value) || value.length > 300) return undefined;
  const nextToPost = folder === '' ? value : `${folder}/${value.replace(/^\.\//, '')}`;
  if (site.files.has(nextToPost)) return nextToPost;
  const style = inferPathStyle(value, site);
  return style && style.removedPrefix + value.slice(style.addedPrefix.length);
}

/** The path of an image in a style; without one, relative in the post's folder and elsewhere from the site's root. */
export function formatImagePath(path: string, style: PathStyle | undefined, folder: string, site: Site): string {
  if (style)
    return `${style.addedPrefix}${path.startsWith(style.removedPrefix) ? path.slice(style.removedPrefix.length) : path}`;
  if (folder !== '' && path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  const root = site.generator.folders.static.find((each) => each !== '' && path.startsWith(`${each}/`)) ?? '';
  return `/${root === '' ? path : path.slice(root.length + 1)}`;
}
