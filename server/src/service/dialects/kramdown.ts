import type { Dialect } from './dialect.ts';

/** kramdown with GFM input, as Jekyll uses it. */
export const kramdown: Dialect = {
  id: 'kramdown',
  name: 'kramdown',
  /** parser/kramdown/link.rb, normalize_link_id; Ruby's white space is that of ASCII. */
  normalizeLabel: (label) => label.replace(/[ \t\n\v\f\r]+/g, ' ').toLowerCase(),
  /** ALD_ID_NAME in parser/kramdown/extensions.rb: ASCII word characters, then also hyphens; compared as written. */
  normalizeFootnoteLabel: (label) => (/^\w[\w-]*$/.test(label) ? label : undefined),
  /** add_link_def and the footnote parser overwrite an earlier one with a warning. */
  definitionWins: 'last',
  footnoteWins: 'last',
  footnoteInterruptsParagraph: false,
  footnoteTakesLazyLines: false,
  /** parse_link in parser/kramdown/link.rb looks for the matching bracket first. */
  outerLinkWins: true,
  /** LINK_INLINE_ID_RE allows white space before `[label]`. */
  spacedReferences: true,
  /** LINK_DEFINITION_START takes the line up to a title. */
  spacesInDestination: true,
  attributeLists: true,
  math: true,
  /** The converter prints notes as it meets their markers in the text. */
  orphanNote: 'dropped',
  footnoteEndsQuote: false,
  /** LINK_DEFINITION_START takes the note for a definition, LINK_START in link.rb no marker for a link. */
  spacedFootnoteLabel: 'lost',
  /** `[^` starts a footnote marker before `[` starts a link (SPAN_START order in parser/kramdown.rb). */
  linkBeforeFootnote: false,
  /** LINK_START in link.rb is no bracket with a caret, but LINK_BRACKET_STOP_RE counts it. */
  linkBrokenBy: 'caret',
  /** convert_footnote in converter/html.rb. */
  noteId: (label) => `fn:${label}`,
  inlineNotes: false,
  taskLists: true,
  skipsByteOrderMark: false,
  embeds: 'html',
};
