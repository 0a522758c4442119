import type { Dialect } from './dialect.ts';
import { foldLabel } from './labels.ts';

/** markdown-it with its footnote plugin, as Eleventy and VitePress set it up; facts from markdown-it-footnote's index.mjs. */
export const markdownIt: Dialect = {
  id: 'markdown-it',
  name: 'markdown-it',
  /** common/utils.mjs, normalizeReference: every white space of JavaScript counts, a no-break space too. */
  normalizeLabel: (label) => foldLabel(label.replace(/\s+/g, ' ')),
  /** footnote_ref: compared as written; no space, no line break (a tab may stand), no bracket even if escaped. */
  normalizeFootnoteLabel: (label) => (/[ \n\]]/.test(label) || label === '' ? undefined : label),
  definitionWins: 'first',
  /** footnote_def writes `refs[':' + label]` anew each time. */
  footnoteWins: 'last',
  /** footnote_def is a terminator of paragraphs (alt: paragraph, reference), not of quotes and tables. */
  footnoteInterruptsParagraph: true,
  footnoteTakesLazyLines: true,
  outerLinkWins: false,
  spacedReferences: false,
  spacesInDestination: false,
  attributeLists: false,
  math: false,
  orphanNote: 'printed',
  footnoteEndsQuote: false,
  spacedFootnoteLabel: 'definition',
  /** footnote_ref comes after the rules `link` and `image`. */
  linkBeforeFootnote: true,
  /** parse_link_label with disableNested gives up at anything in brackets. */
  linkBrokenBy: 'footnote',
  /** render_footnote_anchor_name counts. */
  noteId: (_label, number) => `fn${number}`,
  /** footnote_inline. */
  inlineNotes: true,
  /** Only by a plugin of its own. */
  taskLists: false,
  skipsByteOrderMark: false,
  embeds: 'html',
};
