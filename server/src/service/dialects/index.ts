import type { Dialect, DialectId } from './dialect.ts';
import { gfm } from './gfm.ts';
import { goldmark } from './goldmark.ts';
import { kramdown } from './kramdown.ts';
import { markdownIt } from './markdownIt.ts';
import { mdx } from './mdx.ts';

/** Every dialect by its id. */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  kramdown,
  goldmark,
  gfm,
  'markdown-it': markdownIt,
  mdx,
};
