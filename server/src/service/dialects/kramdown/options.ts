/** The symbols that kramdown makes of plain characters, by its names of them. */
export type SymbolName = 'mdash' | 'ndash' | 'hellip' | 'laquo_space' | 'laquo' | 'raquo';

/** Options of kramdown by the names of its documentation (options.rb), with Jekyll's defaults. */
export interface KramdownOptions {
  /** `GFM` adds check boxes, strikethrough and GitHub's heading ids to kramdown's own Markdown. Default: `GFM`. */
  readonly input: 'GFM' | 'kramdown';
  /** With GFM input, whether lists, headings, quotes and fences end a paragraph (`gfm_quirks: paragraph_end`). Default: true. */
  readonly paragraphEnd: boolean;
  /** Whether the content of HTML blocks is read by the element's content model. Default: false, it is raw. */
  readonly parseBlockHtml: boolean;
  /** Whether the content of HTML elements in a line is read. Default: true. */
  readonly parseSpanHtml: boolean;
  /** Whether HTML elements become kramdown's own where it has them: headings get ids then. Default: false. */
  readonly htmlToNative: boolean;
  /** Whether headings get ids. Default: true. */
  readonly autoIds: boolean;
  /** What those ids begin with. Default: ''. */
  readonly autoIdPrefix: string;
  /** Whether those ids are made of what a reader sees instead of the Markdown; GFM input always does. Default: false. */
  readonly autoIdStripping: boolean;
  /** Without GFM input, whether letters outside of ASCII become some of ASCII in those ids. Default: false, they are left out. */
  readonly transliteratedHeaderIds: boolean;
  /** Labels that the site defines for all its posts. Default: none. */
  readonly linkDefs: readonly string[];
  /** With GFM input, whether a line break in a paragraph is one in the page. Default: false. */
  readonly hardWrap: boolean;
  /** What is printed for quotes: left and right single, left and right double. Default: `‘`, `’`, `“`, `”`. */
  readonly smartQuotes: readonly [string, string, string, string];
  /** What is printed for symbols, by kramdown's names of them. Default: dashes, an ellipsis and guillemets. */
  readonly typographicSymbols: Readonly<Partial<Record<SymbolName, string>>>;
  /** `gfm_quirks: no_auto_typographic` turns symbols off, but not quotes. Default: true. */
  readonly autoTypographic: boolean;
  /** The number of the first footnote. Default: 1. */
  readonly footnoteNr: number;
  /** What stands before the label in ids of footnotes. Default: ''. */
  readonly footnotePrefix: string;
  /** The link from a note back to its marker; '' for none. Default: `↩`. */
  readonly footnoteBacklink: string;
}

type Written = Readonly<Record<string, unknown>>;

/**
 * Returns the options of a configuration, or of `{::options}` in a post, by kramdown's names and rules for values (Options.parse);
 * those that it does not name, or with a value that kramdown refuses, are left out.
 */
export function parseKramdownOptions(written: Written): Partial<KramdownOptions> {
  const quirks = written['gfm_quirks'] === undefined ? undefined : toList(written['gfm_quirks']);
  const options = {
    input: written['input'] === undefined ? undefined : String(written['input']) === 'GFM' ? 'GFM' : 'kramdown',
    paragraphEnd: quirks?.includes('paragraph_end'),
    autoTypographic: quirks && !quirks.includes('no_auto_typographic'),
    parseBlockHtml: toBoolean(written['parse_block_html']),
    parseSpanHtml: toBoolean(written['parse_span_html']),
    htmlToNative: toBoolean(written['html_to_native']),
    autoIds: toBoolean(written['auto_ids']),
    autoIdPrefix: toText(written['auto_id_prefix']),
    autoIdStripping: toBoolean(written['auto_id_stripping']),
    transliteratedHeaderIds: toBoolean(written['transliterated_header_ids']),
    linkDefs: toLabels(written['link_defs']),
    hardWrap: toBoolean(written['hard_wrap']),
    smartQuotes: toQuotes(written['smart_quotes']),
    typographicSymbols: toSymbols(written['typographic_symbols']),
    footnoteNr: toInteger(written['footnote_nr']),
    footnotePrefix: toText(written['footnote_prefix']),
    footnoteBacklink: toBacklink(written['footnote_backlink']),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function toBoolean(value: unknown): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  const text = String(value ?? '').trim();
  return text !== '' && text.toLowerCase() !== 'false';
}

function toText(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value ?? '');
}

function toInteger(value: unknown): number | undefined {
  const number = value === undefined || value === null || value === '' ? NaN : Number(value);
  return Number.isInteger(number) ? number : undefined;
}

/** A list, or a text with commas. */
function toList(value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
  return entries.map((each) => String(each).trim().replace(/^:/, ''));
}

function toLabels(value: unknown): string[] | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : undefined;
}

const quotes: Readonly<Record<string, string>> = {
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  sbquo: '‚',
  bdquo: '„',
  apos: "'",
  quot: '"',
};

/** Four names of characters, or their numbers. */
function toQuotes(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const shown = toList(value).map((name) =>
    /^\d{1,7}$/.test(name) && Number(name) <= 0x10ffff ? String.fromCodePoint(Number(name)) : quotes[name],
  );
  return shown.length === 4 && shown.every((each) => each !== undefined) ? (shown as string[]) : undefined;
}

function toSymbols(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).map(([name, shown]) => {
      const written = String(shown ?? '');
      return [name.replace(/^:/, ''), quotes[written] ?? written];
    }),
  );
}

/** HTML, in which kramdown's own default is a character reference. */
function toBacklink(value: unknown): string | undefined {
  return toText(value)?.replace(/&#(\d{1,7});/g, (written, number: string) =>
    Number(number) <= 0x10ffff ? String.fromCodePoint(Number(number)) : written,
  );
}
