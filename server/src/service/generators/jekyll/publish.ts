import { inferFolder } from '../shared/naming.ts';
import type { Publishing } from '../contract/publishing.ts';
import { draftFlag, publishedFlag } from '../contract/publishing.ts';
import { isDatedName } from './document.ts';
import { dirname } from '../../text/paths.ts';
import { parseJekyllPath } from './file.ts';
import type { JekyllSettings } from './settings.ts';

/** Creates the publishing of drafts, which move between `_drafts` and `_posts` as with jekyll-compose (0.12). */
export function createJekyllPublishing(settings: JekyllSettings): Publishing {
  return {
    flags: [publishedFlag, draftFlag],
    dateKeys: ['date'],
    dateSample: '2000-01-01 00:00 +0000',
    draftDateOnPublish: 'replace',
    folders: {
      getPublishedPath: (path, day, siblings) => getPublishedPath(path, day, siblings, settings),
      getDraftPath: (path) => getDraftPath(path, settings),
    },
  };
}

function getPublishedPath(
  path: string,
  day: string,
  siblings: readonly string[],
  settings: JekyllSettings,
): string | undefined {
  const file = parseJekyllPath(path, settings);
  if (file?.kind !== 'draft' && (file?.kind !== 'post' || isDatedName(file.name))) return undefined;
  const { before, subfolder } = splitPath(path);
  const folder = subfolder === '' ? inferFolder(getFoldersBelow(siblings, `${before}_posts/`), day) : subfolder;
  return `${before}_posts/${folder === '' ? '' : `${folder}/`}${day}-${stripDate(file.name)}`;
}

function getDraftPath(path: string, settings: JekyllSettings): string | undefined {
  const file = parseJekyllPath(path, settings);
  if (file?.kind !== 'post') return undefined;
  const { before, subfolder } = splitPath(path);
  const folder = subfolder.replace(/^\d{4}(?:\/\d{2}){0,2}(?:\/|$)/, '');
  return `${before}_drafts/${folder === '' ? '' : `${folder}/`}${stripDate(file.name)}`;
}

/** Splits a path: `news/` and `2024` for `news/_posts/2024/a.md`. */
function splitPath(path: string): { readonly before: string; readonly subfolder: string } {
  const found = /_(?:posts|drafts)\//.exec(path);
  if (!found) return { before: '', subfolder: '' };
  return { before: path.slice(0, found.index), subfolder: dirname(path.slice(found.index + found[0].length)) };
}

function getFoldersBelow(paths: readonly string[], folder: string): string[] {
  return paths.filter((path) => path.startsWith(folder)).map((path) => dirname(path.slice(folder.length)));
}

function stripDate(name: string): string {
  return isDatedName(name) ? name.replace(/^\d{2,4}-\d{1,2}-\d{1,2}-/, '') : name;
}
