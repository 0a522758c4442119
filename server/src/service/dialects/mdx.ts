import type { Dialect } from './dialect.ts';
import { gfm } from './gfm.ts';

/** MDX with remark-gfm, as Astro and Docusaurus set it up: GFM between JSX (mdxjs.com/docs/what-is-mdx, "Markdown"). */
export const mdx: Dialect = {
  ...gfm,
  id: 'mdx',
  name: 'MDX',
  /** micromark-extension-mdx-md turns indented code, HTML and autolinks off. */
  embeds: 'jsx',
};
