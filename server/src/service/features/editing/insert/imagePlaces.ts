import { isIndexFile } from '../../../generators/shared/markdownFile.ts';
import type { ImagePlace, Refusal } from '../../../../protocol/index.ts';
import { slugify } from '../../../generators/shared/slug.ts';
import { servedAt } from '../../../site/resolution/addresses.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { join } from '../../../text/uri.ts';
import type { Context } from '../../context.ts';
import { imagesOf, isImageName } from '../../frontMatter/imageFiles.ts';
import { dirname } from '../../../text/paths.ts';
import { imageExamples } from './imageExamples.ts';
import type { PostText } from './imageFile.ts';
import { folderFor, folderPattern, imageFile, namesOf, recentTexts } from './imageFile.ts';

/** Names that programs give, not people. */
const nameless =
  /^(?:image|img|dsc[nf]?|pxl|photo|picture|unnamed|untitled|download|clipboard|pasted(?:[ _-]image)?|paste|screen[ _-]?(?:shot|capture)|bildschirmfoto|captura(?: de pantalla)?|capture(?: d.écran)?|cleanshot|snipaste|signal|whatsapp image)?(?:[\s_().,\d-]|at|um|à|from|am|pm|@\dx)*$|^[\da-f-]{32,}$/i;

/**
 * Where images go that are added to a post: the folder in which the posts of the site keep theirs, each under a name that is free. A name
 * says what it is made of; a `chosen` one is taken as the writer typed it and refused where it is taken or cannot be.
 */
export async function imagePlaces(
  { files }: Context,
  { site, post, syntax }: OpenPost,
  names: readonly string[],
  naming: 'proposed' | 'chosen',
): Promise<ImagePlace[] | Refusal> {
  if (!site || !post) return { refusal: 'This document is not a post of a site that Galley knows.' };
  const folder =
    habit(await recentTexts(files, site, { post, text: syntax.text }), site, post) ?? usualFolder(site, post);
  const taken = new Set<string>();
  const places: ImagePlace[] = [];
  for (const name of names) {
    const place =
      naming === 'chosen' ? chosen(name, folder, { site, taken }) : proposed(name, folder, { site, post, taken });
    if ('refusal' in place) return place;
    taken.add(place.path);
    places.push(place);
  }
  return places;
}

function proposed(
  name: string,
  folder: string,
  { site, post, taken }: { readonly site: Site; readonly post: Post; readonly taken: ReadonlySet<string> },
): ImagePlace {
  const ending = isImageName(name) ? name.slice(name.lastIndexOf('.')).toLowerCase() : '.png';
  const bare = name.replace(/\.[^.]+$/, '');
  const isNameless = nameless.test(bare) || slugify(bare) === '';
  const stem = isNameless ? slugify(namesOf(post)[1]) || 'image' : slugify(bare);
  for (let number = 1; ; number++) {
    const path = below(folder, `${stem}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!site.files.has(path) && !taken.has(path))
      return { uri: join(site.root, path), path, ...(isNameless && { isNameless }) };
  }
}

function chosen(
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
  const path = below(folder, name);
  const isTaken = [...site.files, ...taken].some((file) => file.toLowerCase() === path.toLowerCase());
  return isTaken ? { refusal: `${path} exists already.` } : { uri: join(site.root, path), path };
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder that most of the posts' images lie in. */
function habit(posts: readonly PostText[], site: Site, own: Post): string | undefined {
  const counts = new Map<string, number>();
  for (const { post, text } of posts) {
    const sources = imageExamples(text, site.generator.tags).flatMap(({ parts }) =>
      parts.filter(({ name }) => name === 'src'),
    );
    const folders = new Set(
      sources
        .flatMap(({ value }) => imageFile(value.replace(/^<|>$/g, ''), site, post) ?? [])
        .map((file) => folderPattern(dirname(file), post)),
    );
    for (const folder of folders) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const most = [...counts].reduce<readonly [string, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    ['', 0],
  );
  return most[1] === 0 ? undefined : folderFor(most[0], own);
}

/** Where images go on sites whose posts have none yet: beside the post of a bundle, else the folder with most images, else the generator's own. */
function usualFolder(site: Site, post: Post): string {
  if (isIndexFile(post.path)) return dirname(post.path);
  const counts = new Map<string, number>();
  const servedFrom = imagesOf(site).filter(
    (file) => !/favicon|icon|logo/i.test(file) && (!site.generator.linking || servedAt(file, site) !== undefined),
  );
  for (const file of servedFrom) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return most?.[0] ?? site.generator.insertion.imageFolder ?? dirname(post.path);
}
