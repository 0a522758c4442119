import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import { gfm } from '../../dialects/gfm.ts';
import { slugize } from './slugize.ts';

/** Heading ids of hexo-renderer-marked. */
const headingIds: HeadingIds = { idOf: slugize, isCertain: () => true };

/** The dialect of Hexo. */
export const hexoDialect: Dialect = gfm({ headingIds });
