/**
 * How one Markdown engine reads references and footnotes, as facts. Nothing here parses: `syntax/` turns facts into a
 * parser, `rules/` into verdicts. DIALECT facts carry their source (specification section or engine file).
 */
export interface Dialect {
  readonly id: DialectId;
  /** For people: `kramdown`. */
  readonly name: string;
  /** The key under which a link label and its definition meet. */
  normalizeLabel(label: string): string;
  /** The key of a footnote label, or undefined where the engine does not read it as one. */
  normalizeFootnoteLabel(label: string): string | undefined;
  /** Which of several definitions with one key counts. */
  readonly definitionWins: 'first' | 'last';
  readonly footnoteWins: 'first' | 'last';
  /** Whether a footnote definition may follow a paragraph's line directly. */
  readonly footnoteInterruptsParagraph: boolean;
  /** Whether an unindented line after a note's text still belongs to the note. */
  readonly footnoteTakesLazyLines: boolean;
  /** Whether of links in one another the outer one is the link; else the inner one is. */
  readonly outerLinkWins: boolean;
  /** Whether `[text] [label]` is one full reference. */
  readonly spacedReferences: boolean;
  /** Whether a definition's destination may hold spaces: it ends with the line or before a title. */
  readonly spacesInDestination: boolean;
  /** `{: .class}` attribute lists and `*[HTML]: …` abbreviations. */
  readonly attributeLists: boolean;
  /** `$$ … $$` holds mathematics, not Markdown. */
  readonly math: boolean;
  /** What an unreachable note that another note cites becomes for the reader; one that nothing cites is dropped everywhere. */
  readonly orphanNote: 'dropped' | 'printed';
  /** Whether a footnote definition may follow a quote's or a table's line directly; else it is one more line of them. */
  readonly footnoteEndsQuote: boolean;
  /** What a note is whose label holds spaces, `[^a b]: …`: a note, no note and no text, or the definition of a link. */
  readonly spacedFootnoteLabel: 'note' | 'lost' | 'definition';
  /** Whether `[^1](url)` and `[^1][label]` are links, even where the footnote exists. */
  readonly linkBeforeFootnote: boolean;
  /** What in the text of a link makes it no link: nothing, the marker of a footnote, or all that looks like one (in an image, too). */
  readonly linkBrokenBy: 'nothing' | 'footnote' | 'caret';
  /** The id in the page of a note with this label, the number-th that is cited; the id of its marker has `fnref` for `fn`. */
  noteId(label: string, number: number): string;
  /** Whether `^[text]` is a note. */
  readonly inlineNotes: boolean;
  /** Whether `[x]` at the start of a list item is a check box. */
  readonly taskLists: boolean;
  /** Whether a byte order mark before the first line is nothing; else it is a character of that line, so that no definition can stand there. */
  readonly skipsByteOrderMark: boolean;
  /** What stands between the Markdown: HTML, or JSX with `{expressions}` and without indented code. */
  readonly embeds: 'html' | 'jsx';
}

export type DialectId = 'kramdown' | 'goldmark' | 'gfm' | 'markdown-it' | 'mdx';
