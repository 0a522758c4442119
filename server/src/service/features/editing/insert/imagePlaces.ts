import { isIndexFile } from '../../../generators/shared/markdownFile.ts';
import type { ImagePlace, Refusal } from '../../../../protocol/index.ts';
import { slugify } from '../../../generators/shared/slug.ts';
import { findFileUrl } from '../../../site/resolution/addresses.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { join } from '../../../text/uri.ts';
import type { Context } from '../../context.ts';
import { findImages, isImageName } from '../../frontMatter/imageFiles.ts';
import { dirname } from '../../../text/paths.ts';
import { findImageExamples } from './imageExamples.ts';
import type { PostText } from './imageFile.ts';
import {
  fromFolderPattern,
  toFolderPattern,
  resolveImageDestination,
  toPostNames,
  readRecentTexts,
} from './imageFile.ts';

/** What names begin with that cameras and programs generate. */
const programPattern =
  /^(?:image|img|dsc[nf]?|pxl|photo|picture|unnamed|untitled|download|clipboard|pasted(?:[ _-]image)?|paste|screen[ _-]?(?:shot|capture)|bildschirmfoto|captura(?: de pantalla)?|capture(?: d.écran)?|cleanshot|snipaste|signal|whatsapp image)/i;

/** Whether cameras and programs generate such a name (without its extension): theirs with a number or time, or a hash. */
function isGeneratedName(name: string): boolean {
  const isHash = name.length >= 32 && /^[\da-f-]+$/i.test(name);
  return isHash || /^(?:[\s_().,\d-]|at|um|à|from|am|pm|@\dx)*$/i.test(name.replace(programPattern, ''));
}

/**
 * The places of images that are added to a post: in the folder where the posts of the site have theirs, each with a
 * free name. A name describes the image; a `chosen` one is used as the writer typed it, and refused where it exists or
 * is not valid.
 */
export async function imagePlaces(
  { files }: Context,
  { site, post, syntax }: OpenPost,
  names: readonly string[],
  naming: 'proposed' | 'chosen',
): Promise<ImagePlace[] | Refusal> {
  if (!site || !post) return { refusal: 'This document is not a post of a site that Galley knows.' };
  const folder =
    inferFolder(await readRecentTexts(files, site, { post, text: syntax.text }), site, post) ??
    chooseDefaultFolder(site, post);
  const taken = new Set<string>();
  const places: ImagePlace[] = [];
  for (const name of names) {
    const place =
      naming === 'chosen'
        ? checkChosenPlace(name, folder, { site, taken })
        : proposePlace(name, folder, { site, post, taken });
    if ('refusal' in place) return place;
    taken.add(place.path);
    places.push(place);
  }
  return places;
}

function proposePlace(
  name: string,
  folder: string,
  { site, post, taken }: { readonly site: Site; readonly post: Post; readonly taken: ReadonlySet<string> },
): ImagePlace {
  const ending = isImageName(name) ? name.slice(name.lastIndexOf('.')).toLowerCase() : '.png';
  const bare = name.replace(/\.[^.]+$/, '');
  const isNameless = isGeneratedName(bare) || slugify(bare) === '';
  const stem = isNameless ? slugify(toPostNames(post)[1]) || 'image' : slugify(bare);
  for (let number = 1; ; number++) {
    const path = joinFolder(folder, `${stem}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!site.files.has(path) && !taken.has(path))
      return { uri: join(site.root, path), path, ...(isNameless && { isNameless }) };
  }
}

function checkChosenPlace(
  name: string,
  folder: string,
  { site, taken }: { readonly site: Site; readonly taken: ReadonlySet<string> },
): ImagePlace | Refusal {
  if (/[\\/:*?"<>|#%]|^\.|^\s|\s$/.test(name))
    return {
      refusal: `"${name}" cannot be the name of a file that is served on the web: leave out \\ / : * ? " < > | # %.`,
    };
  if (!isImageName(name))
    return { refusal: `"${name}" does not end like an image: .png, .jpg, .gif, .svg, .webp or .avif.` };
  const path = joinFolder(folder, name);
  const isTaken = [...site.files, ...taken].some((file) => file.toLowerCase() === path.toLowerCase());
  return isTaken ? { refusal: `${path} exists already.` } : { uri: join(site.root, path), path };
}

function joinFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of most of the posts' images; undefined where there are none. */
function inferFolder(posts: readonly PostText[], site: Site, own: Post): string | undefined {
  const counts = new Map<string, number>();
  for (const { post, text } of posts) {
    const sources = findImageExamples(text, site.generator.tags).flatMap(({ parts }) =>
      parts.filter(({ name }) => name === 'src'),
    );
    const folders = new Set(
      sources
        .flatMap(({ value }) => resolveImageDestination(value.replace(/^<|>$/g, ''), site, post) ?? [])
        .map((file) => toFolderPattern(dirname(file), post)),
    );
    for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const most = [...counts].reduce<readonly [string, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    ['', 0],
  );
  return most[1] === 0 ? undefined : fromFolderPattern(most[0], own);
}

/**
 * The folder for images on sites whose posts have none yet: that of a bundle's post, else the folder with most images,
 * else the generator's.
 */
function chooseDefaultFolder(site: Site, post: Post): string {
  if (isIndexFile(post.path)) return dirname(post.path);
  const counts = new Map<string, number>();
  const servedFrom = findImages(site).filter(
    (file) => !/favicon|icon|logo/i.test(file) && (!site.generator.linking || findFileUrl(file, site) !== undefined),
  );
  for (const file of servedFrom) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return most?.[0] ?? site.generator.insertion.imageFolder ?? dirname(post.path);
}
