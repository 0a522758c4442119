/**
 * One Markdown engine with its options, as facts: how it reads and how it prints. Nothing here parses: `syntax/` turns
 * facts into a parser, `rules/` into verdicts, `render/` into a page. Facts carry their source: a section of a
 * specification or a file of the engine.
 */
export interface Dialect {
  /** The engine, as settings and comments name it. Dialects of one engine with other options share it: never a key of a cache. */
  readonly id: DialectId;
  /** For people: `kramdown`. */
  readonly name: string;
  /** Whether this is how the site's engine reads; else nobody knows that, and the facts are a guess for colours and lists. */
  readonly isKnown: boolean;
  readonly links: LinkSyntax;
  readonly footnotes: FootnoteSyntax;
  readonly headings: HeadingSyntax;
  readonly blocks: BlockSyntax;
  readonly spans: SpanSyntax;
  readonly html: HtmlSyntax;
  readonly extensions: Extensions;
  readonly rendering: Rendering;
  /** Returns the same engine with options that a post sets for itself, as written; undefined where posts can set none. */
  readonly withOptions?: (written: Readonly<Record<string, string>>) => Dialect;
}

export type DialectId =
  | 'kramdown'
  | 'goldmark'
  | 'gfm'
  | 'markdown-it'
  | 'marked'
  | 'mdx'
  | 'pulldown-cmark'
  | 'python-markdown';

/** Links, images and their definitions. */
export interface LinkSyntax {
  /** Returns the identifier of a link label: the key that a reference shares with its definition. */
  normalizeLabel(label: string): string;
  /** Labels that the site's configuration defines for all posts. */
  readonly predefined: readonly string[];
  /** A post whose text matches may use labels, and have ids, that files or plugins of the site define; undefined where only the post does. */
  readonly definedElsewhere: RegExp | undefined;
  /** Which of several definitions with one key counts. */
  readonly definitionWins: 'first' | 'last';
  /** Whether of nested links the outer one is the link; else the inner one is. */
  readonly outerLinkWins: boolean;
  /** How much white space may stand in `[text] [label]` for it to be one full reference. */
  readonly spacedReferences: 'none' | 'one' | 'any';
  /** Whether a definition's destination may hold spaces: it ends with the line or before a title. */
  readonly spacesInDestination: boolean;
  /** What in the text of a link, or of an image, keeps it from being one: nothing, the marker of a footnote, or anything that looks like one. */
  readonly brokenBy: 'nothing' | 'footnote' | 'caret';
}

/** `[^label]` and `[^label]: note`. */
export interface FootnoteSyntax {
  /** Whether the engine reads footnotes; where it does not, markers and notes are what CommonMark makes of them. */
  readonly isEnabled: boolean;
  /** What a site does to have footnotes where they are not read, a sentence for the writer. */
  readonly remedy: string;
  /** Returns the identifier of a footnote label; undefined where the engine does not read it as one. */
  normalizeLabel(label: string): string | undefined;
  /** Which of several notes with one key counts. */
  readonly wins: 'first' | 'last';
  /** Whether a footnote definition may follow a paragraph's line directly. */
  readonly interruptsParagraph: boolean;
  /** Whether an unindented line after a note's text still belongs to the note (a lazy continuation line, CommonMark 5.1). */
  readonly allowsLazyContinuation: boolean;
  /** Whether a footnote definition may follow a quote's or a table's line directly; else it is one more line of them. */
  readonly interruptsQuote: boolean;
  /** What a note is whose label holds spaces, `[^a b]: …`: a note, no note and no text, or the definition of a link. */
  readonly spacedLabel: 'note' | 'lost' | 'definition';
  /** Whether `[^1](url)` and `[^1][label]` are links, even where the footnote exists. */
  readonly yieldsToLink: boolean;
  /** Whether `^[text]` is a note. */
  readonly inline: boolean;
  /** Which notes that no text reaches readers never see: all, those that no other note cites either, or none. */
  readonly dropped: 'unreachable' | 'uncited' | 'none';
  /** Whether readers see the other copies of several notes with one key; markers lead to the one that counts. */
  readonly duplicates: 'dropped' | 'printed';
}

/** Headings and their ids. */
export interface HeadingSyntax {
  /** How a heading gets an id that its author did not give it; where `autoIds` is not `always`, a guess. */
  readonly ids: HeadingIds;
  /** How a heading within an HTML element gets its id, where that is another way; undefined where it is not. */
  readonly idsInHtml: HeadingIds | undefined;
  /** What those ids begin with. */
  readonly idPrefix: string;
  /** What stands before the number of the second and later headings with one id. */
  readonly numberSeparator: '-' | '_';
  /** Whether headings without an id of their author's get one; `perhaps` where a plugin may give it. */
  readonly autoIds: 'always' | 'perhaps' | 'never';
  /** Whether `<h2>` without an id gets one as well. */
  readonly areHtmlHeadingsIncluded: boolean;
  /** `## Heading {#id}`. */
  readonly attributes: boolean;
}

/** How an engine makes the id of a heading. */
export interface HeadingIds {
  /** The id of a heading with this plain text, before those that are taken get a number. */
  idOf(text: string): string;
  /** Whether the engine gives a heading with this text just that id: it may transliterate letters in a way of its own. */
  isCertain(text: string): boolean;
}

/** Where blocks of CommonMark read otherwise. */
export interface BlockSyntax {
  /**
   * How blocks are found: by CommonMark's rules, line by line; as the oldest Markdown and kramdown do it, where the text of a
   * list item, a quote or a note is cut out and read by itself; or as Python-Markdown does it, where such a text is split at
   * blank lines and each kind of block is looked for in all lines of a piece.
   */
  readonly reading: 'CommonMark' | 'nested texts' | 'split texts';
  /** What a fence is made of; none where the engine knows no fences. */
  readonly fenceMarks: '`~' | '~' | '';
  /** Where a fence may stand: before three spaces at most, at the margin only, or anywhere, in quotes too. */
  readonly fencePlace: 'block' | 'margin' | 'anywhere';
  /** Whether a byte order mark before the first line is nothing; else it is a character of that line, so that no definition can stand there. */
  readonly skipsByteOrderMark: boolean;
  /** Whether four spaces begin code. */
  readonly indentedCode: boolean;
  /** Whether a fence that nothing closes is text. */
  readonly fencesMustClose: boolean;
  /** Whether the text after a fence is one word at most. */
  readonly fenceInfoIsOneWord: boolean;
  /** Whether `#Text` without a space is a heading. */
  readonly unspacedHeadings: boolean;
  /** Whether `## Text` right below a line of text is a heading. */
  readonly headingsInterruptParagraphs: boolean;
  /** Whether `1)` begins a list item. */
  readonly parenthesisItems: boolean;
}

/** Where text in lines reads otherwise than in CommonMark. */
export interface SpanSyntax {
  /** What keeps asterisks from opening and closing emphasis: CommonMark's rules for delimiter runs, or white space only. */
  readonly asterisks: 'delimiter runs' | 'white space';
  /** Which spaces a code span of several backticks loses: one at both sides together, or one at each that has any. */
  readonly codeSpaces: 'both' | 'each';
}

/** How HTML in Markdown is read. */
export interface HtmlSyntax {
  /** HTML by CommonMark's rules, by the element's content model, JSX with `{expressions}`, or text. */
  readonly kind: 'commonmark' | 'content model' | 'jsx' | 'none';
  /** Facts of each element, where `kind` is `content model`. */
  readonly elements: HtmlElements;
  /** Whether a tag with a capital letter is a component, which writes what its own code says. */
  readonly components: boolean;
  /** Whether HTML comes into the page; else the engine leaves it out. */
  readonly isPrinted: boolean;
}

/** An engine's HTML elements. */
export interface HtmlElements {
  /** Whether an element has no content and no tag that closes it. */
  isVoid(name: string): boolean;
  /** Whether an element begins no block and closes none. */
  isSpan(name: string): boolean;
  /** Whether the tag of an element is text where it is in a line. */
  isBlock(name: string): boolean;
  /** What the content of a block element is read as; `markdown` is the value of its attribute of that name. */
  blockContent(name: string, markdown: string | undefined): 'raw' | 'span' | 'block';
  /** What the content of an element in a line is read as; `markdown` is the value of its attribute of that name. */
  spanContent(name: string, markdown?: string): 'raw' | 'span';
}

/** What an engine reads and CommonMark does not. */
export interface Extensions {
  /** `{: .class}` attribute lists and `{::comment}` blocks. */
  readonly attributeLists: boolean;
  /** `*[HTML]: Hyper Text Markup Language`. */
  readonly abbreviations: boolean;
  /** `$$ … $$` holds mathematics, not Markdown. */
  readonly math: boolean;
  /** `term` above `: definition`. */
  readonly definitionLists: boolean;
  /** Whether `[x]` at the start of a list item is a check box. */
  readonly taskLists: boolean;
  /** GFM's tables, or also those without a header. */
  readonly tables: 'none' | 'with header' | 'any';
  /** `~~text~~`. */
  readonly strikethrough: boolean;
  /** Whether URLs without brackets are links (GFM, autolinks extension). */
  readonly autolinkLiterals: boolean;
  /** `> [!NOTE]` is a box. */
  readonly alerts: boolean;
  /** `:::note` is a box. */
  readonly admonitions: boolean;
  /** Lines of `!!!`, `???` and `===` begin boxes that hold what is indented below them. */
  readonly indentedBoxes: boolean;
  /** Lines of `:::` begin and end boxes, and whatever stands before them ends: `::: tip Title`. */
  readonly containers: boolean;
}

/** How an engine prints what it has read. */
export interface Rendering {
  /** What makes quotes, dashes and ellipses of plain characters; undefined where they stay. */
  readonly typography: Typography | undefined;
  /** Whether a line break in a paragraph is one in the page. */
  readonly hardLineBreaks: boolean;
  /**
   * What the id of a heading is made of: its plain text as typed, that text with the typography of the page, its last line as
   * written, which later versions replace by the text of the page, or its Markdown.
   */
  readonly headingIdSource: 'text' | 'page text' | 'source' | 'Markdown';
  /** The lines that the engine replaces by a table of contents; undefined where it makes none. */
  readonly tableOfContents: readonly string[] | undefined;
  readonly footnotes: FootnoteRendering;
}

/** How footnotes are printed. */
export interface FootnoteRendering {
  /** The id in the page of a note with this label, the number-th that is cited. */
  id(label: string, number: number): string;
  /** The id of its marker; `repetition` counts the markers of the same note before this one. */
  referenceId(label: string, number: number, repetition: number): string;
  /** Whether a marker inside a note counts where the note stands in the file, or after those of the text. */
  readonly count: 'in the file' | 'in the text';
  readonly firstNumber: number;
  /** The link from a note back to its marker; '' for none. */
  readonly backlink: string;
  /** Whether the second and later links back of a note carry their number. */
  readonly numbersBacklinks: boolean;
}

/** What an engine prints instead of plain characters. */
export interface Typography {
  /** Characters at which a replaced sequence may start. */
  readonly characters: string;
  /** Returns how many characters at an offset are replaced, and by what; undefined where they stay. */
  replacementAt(
    text: string,
    offset: number,
    context: TypographyContext,
  ): { readonly length: number; readonly replacement: string } | undefined;
}

/** What the replacement of a character depends on besides the text. */
export interface TypographyContext {
  /** Whether the character before is plain text of the same element. */
  readonly followsText: boolean;
  /** Quotes open in this paragraph, to be counted by the engine's rules. */
  readonly open: { single: number; double: number };
}
