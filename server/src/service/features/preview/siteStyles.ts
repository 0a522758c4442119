import type { OpenPost } from '../../site/model/snapshot.ts';
import { join } from '../../text/uri.ts';
import type { Context } from '../context.ts';

/** How many style sheets a page gets. */
const maxSheets = 5;

/** URIs of the site's style sheets, built or as sources: those of the first folder that has some. */
export async function siteStyles({ files }: Context, { site }: OpenPost): Promise<string[]> {
  if (!site) return [];
  const { root, generator } = site;
  for (const folder of generator.folders.styleSheets) {
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
