import type { Dialect, DialectId } from '../dialects/dialect.ts';

/** How an engine prints what others leave alone, as facts. */
export interface Printing {
  /** Whose rules make quotes, dashes and ellipses of plain characters. */
  readonly typography: 'kramdown' | 'goldmark' | 'none';
  /** `term` above `: definition`. */
  readonly definitionLists: boolean;
  /** `## Heading {#id}`. */
  readonly headingAttributes: boolean;
  /** Addresses without brackets are links. */
  readonly linksBareAddresses: boolean;
  /** `> [!NOTE]` is a box. */
  readonly alerts: boolean;
  /** `:::note` is a box. */
  readonly admonitions: boolean;
  /** What the id of a mark and a note is made of: the label, or the number a reader sees. */
  readonly noteIds: 'label' | 'number';
  /** Whether a mark inside a note counts where the note stands in the file, or after those of the text. */
  readonly notesCount: 'in the file' | 'in the text';
  /** What the id of a heading is made of: its last line as written, or the text a reader sees. */
  readonly headingIds: 'source' | 'text';
}

const plain: Printing = {
  typography: 'none',
  definitionLists: false,
  headingAttributes: false,
  linksBareAddresses: true,
  alerts: true,
  admonitions: false,
  noteIds: 'label',
  notesCount: 'in the text',
  headingIds: 'text',
};

const printings: Readonly<Record<DialectId, Printing>> = {
  /** kramdown 2.4: smart_quotes.rb, typographic_symbol.rb, list.rb, header.rb; converter/html.rb, convert_footnote. */
  kramdown: {
    typography: 'kramdown',
    definitionLists: true,
    headingAttributes: true,
    linksBareAddresses: false,
    alerts: false,
    admonitions: false,
    noteIds: 'label',
    notesCount: 'in the text',
    headingIds: 'text',
  },
  /** Hugo's defaults in markup/goldmark/goldmark_config/config.go; alerts are read since 0.134. Heading ids: goldmark's generateAutoHeadingID in parser/atx_heading.go. */
  goldmark: {
    typography: 'goldmark',
    definitionLists: true,
    headingAttributes: true,
    linksBareAddresses: true,
    alerts: true,
    admonitions: false,
    noteIds: 'number',
    notesCount: 'in the file',
    headingIds: 'source',
  },
  gfm: plain,
  'markdown-it': { ...plain, linksBareAddresses: false, alerts: false, noteIds: 'number', notesCount: 'in the file' },
  mdx: { ...plain, alerts: false, admonitions: true },
};

/** The facts for the engine of a dialect. */
export function printingOf(dialect: Dialect): Printing {
  return printings[dialect.id];
}
