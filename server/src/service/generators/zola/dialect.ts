import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import { gfm } from '../../dialects/gfm.ts';
import { toGitHubId } from '../../dialects/shared/headingIds.ts';
import type { SlugStrategy } from './slug.ts';
import { slugify } from './slug.ts';

/** Ids as the crate slug makes them. */
const headingIds: HeadingIds = {
  idOf: (text) => slugify(text, 'on') ?? toGitHubId(text),
  isCertain: (text) => slugify(text, 'on') !== undefined,
};

/** Creates the dialect, by the setting `slugify.anchors`. */
export function createDialect(anchors: SlugStrategy): Dialect {
  return gfm({ headingIds: anchors === 'on' ? headingIds : 'unknown' });
}
