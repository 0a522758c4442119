import type { Collection } from '../contract/model.ts';
import { getPathWithin } from '../shared/values.ts';
import { joinPath } from '../../text/paths.ts';
import type { PelicanSettings } from './settings.ts';

/** A file that Pelican reads as Markdown. */
export interface PelicanFile {
  readonly kind: 'article' | 'page';
  /** Relative to the content folder. */
  readonly sourcePath: string;
}

/** `file_extensions` of MarkdownReader in readers.py. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mkd|mdown)$/.test(path);
}

/** Returns what a file is (`get_files` and `generate_context` in generators.py); undefined for a file that is neither article nor page. */
export function parsePath(path: string, settings: PelicanSettings): PelicanFile | undefined {
  const sourcePath = getPathWithin(settings.contentFolder, path);
  if (sourcePath === undefined || !isMarkdown(path) || /(?:^|\/)\.#?/.test(sourcePath)) return undefined;
  if (settings.contentFolder === '' && getPathWithin(settings.outputFolder, path) !== undefined) return undefined;
  const isIn = (folder: string): boolean => folder === sourcePath || getPathWithin(folder, sourcePath) !== undefined;
  if (settings.pageFolders.some(isIn)) return { kind: 'page', sourcePath };
  return settings.articleFolders.some(isIn) && !settings.excludedFolders.some(isIn)
    ? { kind: 'article', sourcePath }
    : undefined;
}

/** Returns the collection of a file. */
export function getCollection(path: string, settings: PelicanSettings): Collection | undefined {
  const file = parsePath(path, settings);
  if (!file) return undefined;
  const isPage = file.kind === 'page';
  const folders = isPage ? settings.pageFolders : settings.articleFolders;
  const folder = folders.find((each) => getPathWithin(each, file.sourcePath) !== undefined) ?? '';
  return { name: isPage ? 'pages' : 'articles', folder: joinPath(settings.contentFolder, folder) };
}
