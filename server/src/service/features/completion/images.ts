import type { OpenPost } from '../../site/model/snapshot.ts';
import { getVocabulary } from '../../site/frontMatter/vocabulary/index.ts';
import { basename, dirname, join, relative } from '../../text/uri.ts';
import { findImages, isImageName, inferPathStyle, formatImagePath } from '../frontMatter/imageFiles.ts';
import type { ValueCaret } from '../frontMatter/valueCaret.ts';
import type { Proposal } from './proposal.ts';

const imageKey =
  /(?:^|[._-])(?:image|images|img|cover|thumbnail|thumb|banner|hero|picture|photo|avatar|feature|logo|icon)(?:$|[._-])|(?:Image|Img|Cover|Photo)$/;
/** How many images are proposed, those nearest to the post. */
const maxImages = 200;

/** Images of the site with a small preview, for keys that name one, in the form that the other posts use. */
export function proposeImages({ site, post, document }: OpenPost, { key }: ValueCaret): Proposal[] {
  if (!site || !post) return [];
  const written = [...(getVocabulary(site, post).keys.get(key)?.values.keys() ?? [])].filter(isImageName).slice(0, 20);
  if (written.length === 0 && !imageKey.test(key)) return [];
  const style = written.map((value) => inferPathStyle(value, site)).find((found) => found !== undefined);
  const folder = relative(site.root, dirname(document.uri)) ?? '';
  return selectNearest(findImages(site), folder, basename(document.uri)).map((path) => ({
    value: formatImagePath(path, style, folder, site),
    kind: 'file',
    detail: 'image',
    documentation: `![](${join(site.root, path)}|height=180)`,
  }));
}

/** Images in the post's own folder first, then those whose names share words with the post's, then by path. */
function selectNearest(images: readonly string[], folder: string, name: string): string[] {
  const words = new Set(toWords(name));
  const score = (path: string): number =>
    (folder !== '' && path.startsWith(`${folder}/`) ? 100 : 0) + toWords(path).filter((word) => words.has(word)).length;
  const scored = images.map((path) => ({ path, score: score(path) }));
  return scored
    .sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1))
    .slice(0, maxImages)
    .map(({ path }) => path);
}

function toWords(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
