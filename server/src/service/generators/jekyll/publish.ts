import { inferFolder } from '../shared/naming.ts';
import type { Publishing } from '../contract/publishing.ts';
import { draftFlag, publishedFlag } from '../contract/publishing.ts';
import { isDatedName } from './document.ts';
import { dirname } from '../../text/paths.ts';
import { placeOf } from './place.ts';
import type { JekyllSettings } from './settings.ts';

/** Drafts move between `_drafts` and `_posts` as with jekyll-compose (0.12), the date in front matter where siblings have one. */
export function jekyllPublishing(settings: JekyllSettings): Publishing {
  return {
    flags: [publishedFlag, draftFlag],
    dateKeys: ['date'],
    dateSample: '2000-01-01 00:00 +0000',
    draftDateOnPublish: 'replace',
    folders: {
      getPublishedPath: (path, day, siblings) => publishedPath(path, day, siblings, settings),
      getDraftPath: (path) => draftPath(path, settings),
    },
  };
}

function publishedPath(
  path: string,
  day: string,
  siblings: readonly string[],
  settings: JekyllSettings,
): string | undefined {
  const place = placeOf(path, settings);
  if (place?.kind !== 'draft' && (place?.kind !== 'post' || isDatedName(place.name))) return undefined;
  const { before, inner } = partsOf(path);
  const folder = inner === '' ? inferFolder(foldersBelow(siblings, `${before}_posts/`), day) : inner;
  return `${before}_posts/${folder === '' ? '' : `${folder}/`}${day}-${undated(place.name)}`;
}

function draftPath(path: string, settings: JekyllSettings): string | undefined {
  const place = placeOf(path, settings);
  if (place?.kind !== 'post') return undefined;
  const { before, inner } = partsOf(path);
  const folder = inner.replace(/^\d{4}(?:\/\d{2}){0,2}(?:\/|$)/, '');
  return `${before}_drafts/${folder === '' ? '' : `${folder}/`}${undated(place.name)}`;
}

/** `news/`, `2024` of `news/_posts/2024/a.md`. */
function partsOf(path: string): { readonly before: string; readonly inner: string } {
  const found = /_(?:posts|drafts)\//.exec(path);
  if (!found) return { before: '', inner: '' };
  return { before: path.slice(0, found.index), inner: dirname(path.slice(found.index + found[0].length)) };
}

function foldersBelow(paths: readonly string[], folder: string): string[] {
  return paths.filter((path) => path.startsWith(folder)).map((path) => dirname(path.slice(folder.length)));
}

function undated(name: string): string {
  return isDatedName(name) ? name.replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '') : name;
}
