import type { Site } from '../../site/model/site.ts';
import { join } from '../../text/uri.ts';
import type { Workspace } from '../../text/workspace.ts';
import { styleFolders } from './siteFolders.ts';

/** The most style sheets that a page is shown with. */
const maxSheets = 5;

/** URIs of the site's style sheets, built or as sources: those of the first folder that has some. */
export async function siteStyles({ root }: Site, files: Workspace): Promise<string[]> {
  for (const folder of styleFolders) {
    const uri = folder === '' ? root : join(root, folder);
    const names = (await files.list(uri)).filter(({ name, type }) => type === 'file' && name.endsWith('.css'));
    if (names.length > 0)
      return names
        .map(({ name }) => join(uri, name))
        .sort()
        .slice(0, maxSheets);
  }
  return [];
}
