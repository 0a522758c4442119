import type { Site } from '../../site/site.ts';
import { folderOfPath } from '../../generators/markdownFile.ts';

const images = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** The images of a site (paths relative to its root), those beside a post first, then those in the folder most of its images are in. */
export function imagesFor({ files }: Site, path: string): string[] {
  const folder = folderOfPath(path);
  const rank = (file: string): number => (folder !== '' && file.startsWith(`${folder}/`) ? 0 : 1);
  return [...files].filter((file) => images.test(file)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** An image's file as a post names it: relative where it lies with the post, by its address on the site elsewhere; `habits` are texts that show how the author writes those. */
export function imageDestination(site: Site, path: string, file: string, habits: readonly string[]): string {
  const folder = folderOfPath(path);
  const isBundle = /(^|\/)_?index\.[^/]+$/.test(path);
  if (folder !== '' && file.startsWith(`${folder}/`) && (isBundle || !site.generator.linking)) return file.slice(folder.length + 1);
  const { linking } = site.generator;
  const url = linking?.fileUrls(file, site.configuration, site.around)[0];
  if (url === undefined) return relativePath(folder, file);
  const base = linking!.basePath(site.configuration);
  const below = url.startsWith(`${base}/`) ? url.slice(base.length) : url;
  return habitual(below, url, habits);
}

/** Ways to write the address of a file, each with what shows it in a text; `%` is where the path below the base goes. */
const ways: readonly (readonly [sign: RegExp, written: string])[] = [
  [/\(\{\{ ?['"]\/[^'"]+['"] ?\| ?relative_url ?\}\}/g, "{{ '%' | relative_url }}"],
  [/\(\{\{ ?['"]\/[^'"]+['"] ?\| ?absolute_url ?\}\}/g, "{{ '%' | absolute_url }}"],
  [/\(\{\{ ?site\.baseurl ?\}\}\//g, '{{ site.baseurl }}%'],
  [/\(\{\{ ?site\.url ?\}\}\//g, '{{ site.url }}%'],
  [/!\[[^\]]*\]\(\/(?!\/)/g, ''],
];

function habitual(below: string, url: string, habits: readonly string[]): string {
  const all = habits.join('\n');
  const counts = ways.map(([sign, written]) => ({ written, count: all.match(sign)?.length ?? 0 }));
  const most = counts.reduce((best, each) => (each.count > best.count ? each : best));
  return most.count === 0 || most.written === '' ? url : most.written.replace('%', () => below);
}

/** The relative reference from a folder to a file. */
function relativePath(folder: string, file: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = file.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
