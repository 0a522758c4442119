import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import { gfm } from '../../dialects/gfm.ts';
import { slugize } from './slugize.ts';

/** Ids as hexo-renderer-marked makes them. */
const headingIds: HeadingIds = { idOf: slugize, isCertain: () => true };

/** What Hexo reads. */
export const hexoDialect: Dialect = gfm({ headingIds });
