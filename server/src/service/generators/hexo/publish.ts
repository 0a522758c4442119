import type { Publishing } from '../contract/publishing.ts';
import { publishedFlag } from '../contract/publishing.ts';
import { getExtension } from '../shared/values.ts';
import { folderOf, newPostName, partsOfName, placeOf } from './place.ts';
import type { HexoSettings } from './settings.ts';

/** Drafts move between `_drafts` and `_posts` as `hexo publish` moves them, named by `new_post_name`, with their asset folder (`post.ts#publish`). */
export function hexoPublishing(settings: HexoSettings): Publishing {
  return {
    flags: [publishedFlag],
    dateKeys: ['date'],
    dateSample: '2000-01-01 00:00:00',
    draftDateOnPublish: 'keep',
    folders: {
      getPublishedPath: (path, day) => publishedPath(path, day, settings),
      getDraftPath: (path) => draftPath(path, settings),
      hasAssetFolders: true,
    },
  };
}

function publishedPath(path: string, day: string, settings: HexoSettings): string | undefined {
  const place = placeOf(path, settings);
  if (place?.kind !== 'draft') return undefined;
  const { inner } = place;
  return `${folderOf('post', settings)}/${newPostName(inner.slice(0, inner.length - getExtension(inner).length), day, settings)}`;
}

function draftPath(path: string, settings: HexoSettings): string | undefined {
  const place = placeOf(path, settings);
  if (place?.kind !== 'post') return undefined;
  const { inner } = place;
  const title = partsOfName(inner, settings)?.title ?? inner.slice(0, inner.length - getExtension(inner).length);
  return `${folderOf('draft', settings)}/${title}${getExtension(inner)}`;
}
