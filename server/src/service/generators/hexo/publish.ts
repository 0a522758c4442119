import type { Publishing } from '../contract/publishing.ts';
import { publishedFlag } from '../contract/publishing.ts';
import { getExtension } from '../shared/values.ts';
import { getKindFolder, formatPostName, parsePostName, parseHexoPath } from './file.ts';
import type { HexoSettings } from './settings.ts';

/** Creates the publishing of drafts, which move between `_drafts` and `_posts` as `hexo publish` moves them, named by `new_post_name`, with their asset folder (`post.ts#publish`). */
export function createHexoPublishing(settings: HexoSettings): Publishing {
  return {
    flags: [publishedFlag],
    dateKeys: ['date'],
    dateSample: '2000-01-01 00:00:00',
    draftDateOnPublish: 'keep',
    folders: {
      getPublishedPath: (path, day) => getPublishedPath(path, day, settings),
      getDraftPath: (path) => getDraftPath(path, settings),
      hasAssetFolders: true,
    },
  };
}

function getPublishedPath(path: string, day: string, settings: HexoSettings): string | undefined {
  const file = parseHexoPath(path, settings);
  if (file?.kind !== 'draft') return undefined;
  const { relativePath } = file;
  return `${getKindFolder('post', settings)}/${formatPostName(relativePath.slice(0, relativePath.length - getExtension(relativePath).length), day, settings)}`;
}

function getDraftPath(path: string, settings: HexoSettings): string | undefined {
  const file = parseHexoPath(path, settings);
  if (file?.kind !== 'post') return undefined;
  const { relativePath } = file;
  const title =
    parsePostName(relativePath, settings)?.title ??
    relativePath.slice(0, relativePath.length - getExtension(relativePath).length);
  return `${getKindFolder('draft', settings)}/${title}${getExtension(relativePath)}`;
}
