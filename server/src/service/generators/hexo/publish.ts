import type { Configuration } from '../contract/generator.ts';
import type { Publishing } from '../contract/publishing.ts';
import { publishedFlag } from '../contract/publishing.ts';
import { extensionOf } from '../shared/values.ts';
import { folderOf, newPostName, partsOfName, placeOf } from './place.ts';
import { settingsOf } from './settings.ts';

/** Drafts move between `_drafts` and `_posts` as `hexo publish` moves them, named by `new_post_name`, with their asset folder (`post.ts#publish`). */
export const hexoPublishing: Publishing = {
  flags: [publishedFlag],
  dateKeys: ['date'],
  dateSample: '2000-01-01 00:00:00',
  draftDate: 'stays',
  folders: { published, draft, ownFolders: true },
};

function published(
  path: string,
  day: string,
  _siblings: readonly string[],
  configuration: Configuration,
): string | undefined {
  const settings = settingsOf(configuration);
  const place = placeOf(path, settings);
  if (place?.kind !== 'draft') return undefined;
  const { inner } = place;
  return `${folderOf('post', settings)}/${newPostName(inner.slice(0, inner.length - extensionOf(inner).length), day, settings)}`;
}

function draft(path: string, configuration: Configuration): string | undefined {
  const settings = settingsOf(configuration);
  const place = placeOf(path, settings);
  if (place?.kind !== 'post') return undefined;
  const { inner } = place;
  const title = partsOfName(inner, settings)?.title ?? inner.slice(0, inner.length - extensionOf(inner).length);
  return `${folderOf('draft', settings)}/${title}${extensionOf(inner)}`;
}
