import type { Dialect } from './dialect.ts';
import { foldLabel } from './labels.ts';

/** goldmark as Hugo configures it; facts from its extension/footnote.go. */
export const goldmark: Dialect = {
  id: 'goldmark',
  name: 'goldmark',
  normalizeLabel: foldLabel,
  /** Compared byte by byte (bytes.Equal). */
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
  orphanNote: 'printed',
};
