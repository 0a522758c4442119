import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import { gfm } from '../../dialects/gfm.ts';
import { toGitHubId } from '../../dialects/shared/headingIds.ts';
import type { SlugStrategy } from './slug.ts';
import { zolaSlug } from './slug.ts';

/** Ids as the crate slug makes them. */
const headingIds: HeadingIds = {
  idOf: (text) => zolaSlug(text, 'on') ?? toGitHubId(text),
  isCertain: (text) => zolaSlug(text, 'on') !== undefined,
};

/** What Zola reads, by the settings' `slugify.anchors`. */
export function dialectOf(anchors: SlugStrategy): Dialect {
  return gfm({ headingIds: anchors === 'on' ? headingIds : 'unknown' });
}
