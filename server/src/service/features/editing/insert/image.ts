import type { Site } from '../../../site/model/site.ts';
import { imagesOf } from '../../frontMatter/imageFiles.ts';
import { snippetText } from '../../frontMatter/writing.ts';
import type { Context } from '../../context.ts';
import { addressedFile } from '../../links/linkForms.ts';
import { basename, dirname } from '../../../text/paths.ts';
import type { LinkPlace } from './destination.ts';
import { destinationOf } from './destination.ts';
import { recentTexts } from './imageFile.ts';
import { imageForm, imageLike, namedAlike } from './imageForm.ts';

/** The images of a site (paths relative to its root), those beside a post first. */
export function imagesFor(site: Site, path: string): string[] {
  const folder = dirname(path);
  const rank = (file: string): number => (folder !== '' && file.startsWith(`${folder}/`) ? 0 : 1);
  return imagesOf(site).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** An image of the site to be written into a post. */
export interface NewImage {
  /** Relative to the site root; the file is there or about to be. */
  readonly path: string;
  /** To begin with; words of the file's name without it. */
  readonly alt?: string;
  /** In pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Images as this author writes them, each on its line, as a snippet that asks for what is to be said of them. */
export async function imageSnippet(context: Context, place: LinkPlace, images: readonly NewImage[]): Promise<string> {
  const { site, post } = place.open;
  const form =
    site &&
    post &&
    imageForm(await recentTexts(context.files, site, { post, text: place.open.syntax.text }), site.generator.tags);
  const lines: string[] = [];
  let stop = 1;
  for (const { path, alt = words(path), size } of images) {
    const alike = form && form.example.family !== 'markdown' ? namedAlike(form, path, site, post) : undefined;
    const destination = alike ?? (await imageDestination(context, place, path));
    const bracketed = /\s/.test(destination) && !destination.includes('{') ? `<${destination}>` : destination;
    const written =
      form &&
      imageLike(form, { destination: form.example.family === 'markdown' ? bracketed : destination, alt, size }, stop);
    lines.push(written?.text ?? `![\${${stop}:${snippetText(alt)}}](${snippetText(bracketed)})`);
    stop = written?.nextStop ?? stop + 1;
  }
  return `${lines.join('\n')}$0`;
}

/** `gannet rock` of `images/gannet-rock.png`. */
function words(path: string): string {
  return basename(path)
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ');
}

/** An image's file, there or about to be, as a post names it: by its name beside a post that has a folder to itself, else as the author writes files. */
async function imageDestination(context: Context, place: LinkPlace, file: string): Promise<string> {
  const { site, post } = place.open;
  if (!site || !post) return file;
  const folder = dirname(post.path);
  const isBundle = /(^|\/)_?index\.[^/]+$/.test(post.path);
  if (folder !== '' && isBundle && file.startsWith(`${folder}/`)) return file.slice(folder.length + 1);
  return destinationOf(context, place, addressedFile(file, site), 'files');
}
