import type { Dialect } from './dialect.ts';
import { gfm } from './gfm.ts';

/** What a site's own converter may read: GitHub's Markdown is the likeliest guess, and nothing is judged by it. */
export const unknownEngine: Dialect = {
  ...gfm({ headingIds: 'unknown' }),
  name: 'the Markdown engine of this site',
  isKnown: false,
};
