import type { Dialect } from './dialect.ts';
import { foldLabel, gfmFootnoteLabel } from './labels.ts';

/** GitHub Flavored Markdown as micromark and cmark-gfm read it. */
export const gfm: Dialect = {
  id: 'gfm',
  name: 'GitHub Flavored Markdown',
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
  orphanNote: 'printed',
  /** micromark-extension-gfm-footnote has a document construct, which ends what it is not in. */
  footnoteEndsQuote: true,
  spacedFootnoteLabel: 'definition',
  /** The footnote call is tried before a label start. */
  linkBeforeFootnote: false,
  linkBrokenBy: 'nothing',
  /** micromark-extension-gfm-footnote, lib/html.js, with its default prefix. */
  noteId: (label) => `user-content-fn-${label.toLowerCase()}`,
  inlineNotes: false,
  taskLists: true,
  /** micromark's preprocess.js drops it. */
  skipsByteOrderMark: true,
  embeds: 'html',
};
