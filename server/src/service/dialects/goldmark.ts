import type { Dialect } from './dialect.ts';
import { foldLabel } from './labels.ts';

/** goldmark as Hugo configures it; facts from its extension/footnote.go. */
export const goldmark: Dialect = {
  id: 'goldmark',
  name: 'goldmark',
  normalizeLabel: foldLabel,
  /** Compared byte by byte (bytes.Equal); anything that is not blank (extension/footnote.go, footnoteBlockParser.Open). */
  normalizeFootnoteLabel: (label) => (label.trim() === '' ? undefined : label),
  definitionWins: 'first',
  footnoteWins: 'first',
  footnoteInterruptsParagraph: true,
  footnoteTakesLazyLines: true,
  outerLinkWins: false,
  spacedReferences: false,
  spacesInDestination: false,
  attributeLists: false,
  math: false,
  /** Every note with a reference is kept (footnoteASTTransformer drops those of Index < 0), wherever the reference stands. */
  orphanNote: 'printed',
  footnoteEndsQuote: true,
  spacedFootnoteLabel: 'note',
  /** footnoteParser has priority 101, the link parser 200. */
  linkBeforeFootnote: false,
  linkBrokenBy: 'nothing',
  /** FootnoteHTMLRenderer in extension/footnote.go counts. */
  noteId: (_label, number) => `fn:${number}`,
  inlineNotes: false,
  taskLists: true,
  /** Hugo's own page parser drops it (parser/pageparser). */
  skipsByteOrderMark: true,
  embeds: 'html',
};
