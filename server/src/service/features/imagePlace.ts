import type { Environment } from '../generators/generator.ts';
import { bareName, folderOfPath } from '../generators/markdownFile.ts';
import { slugify } from '../generators/slug.ts';
import type { Post, Site } from '../site/site.ts';
import type { OpenPost, Snapshot } from '../site/snapshot.ts';
import { join } from '../text/uri.ts';
import type { Workspace } from '../text/workspace.ts';
import { imageDestination } from './insert/image.ts';
import { newestSiblings } from './newPost/siblings.ts';
import type { ImagePlace } from './results.ts';

/** So many newer posts show where their images lie. */
const shown = 20;

const image = /!\[[^\]]*\]\(\s*<?(\{\{[^}]*\}\}[^)\s]*|[^)\s>"']+)|<img[^>]+src=["']([^"']+)["']|\bsrc=["']([^"']+\.(?:avif|gif|jpe?g|png|svg|webp))["']/gi;
const extension = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Names that programs give, not people. */
const nameless = /^(?:image|img|unnamed|untitled|screenshot|screen[ _-]?shot|bildschirmfoto|clipboard|pasted|paste|\d+)[\s_().\d-]*(?:at[\s\d._-]*)?$/i;

/** Where an image goes that is added to a post: the folder in which the posts of the site keep theirs, under a name that is free. */
export async function imagePlace(snapshot: Snapshot, open: OpenPost, name: string, environment: Environment, files: Workspace): Promise<ImagePlace | undefined> {
  const { site, post, syntax } = open;
  if (!site || !post) return undefined;
  const siblings = newestSiblings(site, post.collection, post.uri).slice(0, shown);
  const texts = await Promise.all(siblings.map(async (each) => ({ post: each, text: (await files.read(each.uri)) ?? '' })));
  const folder = habit([{ post, text: syntax.text }, ...texts], site, post) ?? usualFolder(site, post);
  const ending = extension.exec(name)?.[0].toLowerCase() ?? '.png';
  const bare = name.replace(/\.[^.]+$/, '');
  const path = freePath(site, folder, nameless.test(bare) ? slugOf(post) : slugify(bare) || slugOf(post), ending);
  return { uri: join(site.root, path), path, destination: await imageDestination(path, { snapshot, open, at: -1, environment, files }) };
}

/** The folder that most of the posts' images lie in, told relative to the post: `assets/{name}`, `{folder}`. */
function habit(posts: readonly { readonly post: Post; readonly text: string }[], site: Site, own: Post): string | undefined {
  const counts = new Map<string, number>();
  for (const { post, text } of posts) {
    const folders = new Set([...text.matchAll(image)].flatMap((match) => fileOf(match[1] ?? match[2] ?? match[3]!, site, post) ?? []).map((file) => pattern(folderOfPath(file), post)));
    for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const most = [...counts].reduce<readonly [string, number]>((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
  return most[1] === 0 ? undefined : filled(most[0], own);
}

/** The file of the site that an image's destination names, by its last segments. */
function fileOf(written: string, site: Site, post: Post): string | undefined {
  const path = written.replace(/\{\{\s*["']([^"']*)["'][^}]*\}\}/g, '$1').replace(/\{[{%][^}]*[%}]\}/g, '').replace(/[?#].*$/, '');
  if (!extension.test(path) || /^[a-z]+:/i.test(path)) return undefined;
  const folder = folderOfPath(post.path);
  const beside = folder === '' ? path : `${folder}/${path.replace(/^\.\//, '')}`;
  if (site.files.has(beside)) return beside;
  const below = path.replace(/^\/+/, '');
  if (site.files.has(below)) return below;
  const base = site.generator.linking?.basePath(site.configuration) ?? '';
  const url = path.startsWith(`${base}/`) ? path : `${base}/${below}`;
  return [...site.files].find((file) => file.endsWith(below.slice(below.lastIndexOf('/') + 1)) && site.generator.linking?.fileUrls(file, site.configuration, site.around).includes(url));
}

function pattern(folder: string, post: Post): string {
  const own = folderOfPath(post.path);
  const [name, bare] = namesOf(post);
  const below = own !== '' && (folder === own || folder.startsWith(`${own}/`)) ? `{folder}${folder.slice(own.length)}` : folder;
  return below.split('/').map((segment) => (segment === name ? '{name}' : segment === bare ? '{bare}' : segment === yearOf(post) ? '{year}' : segment)).join('/');
}

function filled(folder: string, post: Post): string {
  const [name, bare] = namesOf(post);
  const year = yearOf(post) ?? '';
  return folder.replace('{folder}', folderOfPath(post.path)).replace('{name}', name).replace('{bare}', bare).replace('{year}', year);
}

/** `2024-05-01-fog` and `fog`. */
function namesOf({ path }: Post): [name: string, bare: string] {
  const name = bareName(path);
  return [name, name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')];
}

function yearOf({ path, frontMatter }: Post): string | undefined {
  const date = frontMatter?.data.date;
  return (/(\d{4})-\d/.exec(path) ?? /^(\d{4})-/.exec(typeof date === 'string' ? date : ''))?.[1];
}

function slugOf(post: Post): string {
  return slugify(namesOf(post)[1]) || 'image';
}

/** Where images go on sites whose posts have none yet: beside the post of a bundle, else the folder with most images, else the generator's own. */
function usualFolder(site: Site, post: Post): string {
  if (/(^|\/)index\.[^/]+$/.test(post.path)) return folderOfPath(post.path);
  const counts = new Map<string, number>();
  const servedFrom = [...site.files].filter((file) => extension.test(file) && !/favicon|icon|logo/i.test(file) && isServed(file, site));
  for (const file of servedFrom) counts.set(folderOfPath(file), (counts.get(folderOfPath(file)) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return most?.[0] ?? defaults[site.generator.id] ?? folderOfPath(post.path);
}

function isServed(file: string, { generator, configuration, around }: Site): boolean {
  return !generator.linking || generator.linking.fileUrls(file, configuration, around).length > 0;
}

const defaults: Readonly<Record<string, string>> = { jekyll: 'assets/images', hugo: 'static/images', zola: 'static/images', hexo: 'source/images', astro: 'public/images', docusaurus: 'static/img', eleventy: 'images' };

function freePath({ files }: Site, folder: string, name: string, ending: string): string {
  const before = folder === '' ? '' : `${folder}/`;
  for (let number = 1; ; number++) {
    const path = `${before}${name}${number === 1 ? '' : `-${number}`}${ending}`;
    if (!files.has(path)) return path;
  }
}
