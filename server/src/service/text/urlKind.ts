/** What is expected at a URL by its extension: a page where it has none. */
export type UrlKind = 'page' | 'image' | 'file';

const image = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)$/i;
const file = /\.(?!html?$)[a-z\d]{1,11}$/i;

/** Returns what is expected at a URL (path without query and fragment). */
export function getUrlKind(url: string): UrlKind {
  return image.test(url) ? 'image' : file.test(url) ? 'file' : 'page';
}
