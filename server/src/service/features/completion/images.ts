import type { OpenPost } from '../../site/snapshot.ts';
import type { Site } from '../../site/site.ts';
import { vocabularyOf } from '../../site/vocabulary.ts';
import { basename, dirname, join, relative } from '../../text/uri.ts';
import type { ValueCaret } from '../frontMatter/valueCaret.ts';
import type { Proposal } from './values.ts';

const imageKey = /(?:^|[._-])(?:image|images|img|cover|thumbnail|thumb|banner|hero|picture|photo|avatar|feature|logo|icon)(?:$|[._-])|(?:Image|Img|Cover|Photo)$/;
const imageFile = /\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Folders whose files a site has at its root. */
const roots = /^(?:static|public|source|assets|src\/assets|src)\//;
/** More images than this are too many to choose from; those nearest to the post are kept. */
const mostImages = 200;

const known = new WeakMap<Site['files'], readonly string[]>();

/** How a site writes the path of an image: what is taken off the file's path, and what is put before the rest. */
interface Style {
  readonly off: string;
  readonly before: string;
}

/** Images of the site with a small preview, for keys that name one, written as the posts beside this one write them. */
export function imageProposals({ site, post, document }: OpenPost, { key }: ValueCaret): Proposal[] {
  if (!site || !post) return [];
  const written = [...(vocabularyOf(site, post).keys.get(key)?.values.keys() ?? [])].filter((value) => imageFile.test(value)).slice(0, 20);
  if (written.length === 0 && !imageKey.test(key)) return [];
  const style = written.map((value) => styleOf(value, site)).find((found) => found !== undefined);
  const folder = relative(site.root, dirname(document.uri)) ?? '';
  return nearest(imagesOf(site), folder, basename(document.uri)).map((path) => ({
    value: style ? `${style.before}${path.startsWith(style.off) ? path.slice(style.off.length) : path}` : plainUrl(path, folder),
    kind: 'file',
    detail: 'image',
    documentation: `![](${join(site.root, path)}|height=180)`,
  }));
}

function imagesOf({ files }: Site): readonly string[] {
  let found = known.get(files);
  if (!found) known.set(files, (found = [...files].filter((path) => imageFile.test(path))));
  return found;
}

/** Images in the post's own folder first, then those whose names share words with the post's, then by path. */
function nearest(images: readonly string[], folder: string, name: string): string[] {
  const words = new Set(name.toLowerCase().match(/[\p{L}]{3,}/gu));
  const score = (path: string): number => (folder !== '' && path.startsWith(`${folder}/`) ? 100 : 0) + (path.toLowerCase().match(/[\p{L}]{3,}/gu) ?? []).filter((word) => words.has(word)).length;
  return images.map((path) => ({ path, score: score(path) })).sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1)).slice(0, mostImages).map(({ path }) => path);
}

function styleOf(value: string, { files }: Site): Style | undefined {
  for (let start = 0; start >= 0 && start < value.length; start = value.indexOf('/', start) + 1 || -1) {
    const rest = value.slice(start);
    const before = value.slice(0, start);
    if (files.has(rest)) return { off: '', before };
    for (const off of ['static/', 'public/', 'source/', 'assets/', 'src/assets/', 'src/']) if (files.has(off + rest)) return { off, before };
  }
  return undefined;
}

/** Without an example: beside the post by its name, elsewhere from the site's root. */
function plainUrl(path: string, folder: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `/${path.replace(roots, (root) => (root === 'assets/' ? root : ''))}`;
}
