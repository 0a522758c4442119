import type { Site } from '../../../site/model/site.ts';
import { findImages } from '../../frontMatter/imageFiles.ts';
import { escapeSnippet } from '../../frontMatter/keySnippet.ts';
import type { Context } from '../../context.ts';
import { toFileEndpoint } from '../../links/linkForms.ts';
import { basename, dirname } from '../../../text/paths.ts';
import type { InsertionPoint } from './destination.ts';
import { formatDestination } from './destination.ts';
import { readRecentTexts } from './imageFile.ts';
import { inferImageForm, createSnippetLike, formatPathLike } from './imageForm.ts';

/** The images of a site (paths relative to its root), those in the folder of a post (its path) first. */
export function listImages(site: Site, path: string): string[] {
  const folder = dirname(path);
  const rank = (file: string): number => (folder !== '' && file.startsWith(`${folder}/`) ? 0 : 1);
  return findImages(site).toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
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

/** Images as this author writes them, one per line, as a snippet with tab stops for their texts. */
export async function createImageSnippet(
  context: Context,
  place: InsertionPoint,
  images: readonly NewImage[],
): Promise<string> {
  const { site, post } = place.open;
  const form =
    site &&
    post &&
    inferImageForm(
      await readRecentTexts(context.files, site, { post, text: place.open.syntax.text }),
      site.generator.tags,
    );
  const lines: string[] = [];
  let stop = 1;
  for (const { path, alt = toAltText(path), size } of images) {
    const matching = form && form.example.family !== 'markdown' ? formatPathLike(form, path, site, post) : undefined;
    const destination = matching ?? (await formatImageDestination(context, place, path));
    const bracketed = /\s/.test(destination) && !destination.includes('{') ? `<${destination}>` : destination;
    const written =
      form &&
      createSnippetLike(
        form,
        { destination: form.example.family === 'markdown' ? bracketed : destination, alt, size },
        stop,
      );
    lines.push(written?.text ?? `![\${${stop}:${escapeSnippet(alt)}}](${escapeSnippet(bracketed)})`);
    stop = written?.nextStop ?? stop + 1;
  }
  return `${lines.join('\n')}$0`;
}

/** `gannet rock` of `images/gannet-rock.png`. */
function toAltText(path: string): string {
  return basename(path)
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ');
}

/**
 * The destination of an image file, existing or not: relative in a bundle (a post with its own folder), else as the
 * author writes links to files.
 */
async function formatImageDestination(context: Context, place: InsertionPoint, file: string): Promise<string> {
  const { site, post } = place.open;
  if (!site || !post) return file;
  const folder = dirname(post.path);
  const isBundle = /(^|\/)_?index\.[^/]+$/.test(post.path);
  if (folder !== '' && isBundle && file.startsWith(`${folder}/`)) return file.slice(folder.length + 1);
  return formatDestination(context, place, toFileEndpoint(file, site), 'files');
}
