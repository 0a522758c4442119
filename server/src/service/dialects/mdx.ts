import type { Dialect } from './dialect.ts';
import { foldLabel, gfmFootnoteLabel } from './labels.ts';

/** MDX with remark-gfm, as Astro and Docusaurus set it up: GFM between JSX (mdxjs.com/docs/what-is-mdx, "Markdown"). */
export const mdx: Dialect = {
  id: 'mdx',
  name: 'MDX',
  normalizeLabel: foldLabel,
  normalizeFootnoteLabel: gfmFootnoteLabel,
  definitionWins: 'first',
  footnoteWins: 'first',
  footnoteInterruptsParagraph: true,
  footnoteTakesLazyLines: true,
  outerLinkWins: false,
  spacedReferences: false,
  spacesInDestination: false,
  attributeLists: false,
  math: false,
  /** mdast-util-to-hast writes the notes whose markers it met in the text. */
  orphanNote: 'dropped',
  footnoteEndsQuote: true,
  spacedFootnoteLabel: 'definition',
  linkBeforeFootnote: false,
  linkBrokenBy: 'nothing',
  /** mdast-util-to-hast, lib/footer.js, with its default prefix. */
  noteId: (label) => `user-content-fn-${label.toLowerCase()}`,
  inlineNotes: false,
  taskLists: true,
  skipsByteOrderMark: true,
  /** micromark-extension-mdx-md turns indented code, HTML and autolinks off. */
  embeds: 'jsx',
};
