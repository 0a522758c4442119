import { commonFootnotes, commonMarkBlocks, noExtensions, commonRendering } from './shared/commonMark.ts';
import type {
  BlockSyntax,
  Dialect,
  Extensions,
  FootnoteRendering,
  FootnoteSyntax,
  HeadingIds,
  HtmlElements,
  LinkSyntax,
  Typography,
} from './dialect.ts';
import { toGitHubId, toLowerCase } from './shared/headingIds.ts';
import { defineDialect } from './shared/options.ts';

/** Options of kramdown by the names of its documentation (options.rb), with Jekyll's defaults. */
export interface KramdownOptions {
  /** `GFM` adds check boxes, strikethrough and GitHub's heading ids to kramdown's own Markdown. Default: `GFM`. */
  readonly input: 'GFM' | 'kramdown';
  /** Whether the content of HTML blocks is read by the element's content model. Default: false, it is raw. */
  readonly parseBlockHtml: boolean;
  /** Whether the content of HTML elements in a line is read. Default: true. */
  readonly parseSpanHtml: boolean;
  /** Whether headings get ids. Default: true. */
  readonly autoIds: boolean;
  /** What those ids begin with. Default: ''. */
  readonly autoIdPrefix: string;
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

/** kramdown 2.4 as Jekyll uses it; facts by its source, paths below lib/kramdown. */
export const kramdown = defineDialect<KramdownOptions>(
  {
    input: 'GFM',
    parseBlockHtml: false,
    parseSpanHtml: true,
    autoIds: true,
    autoIdPrefix: '',
    hardWrap: false,
    smartQuotes: ['‘', '’', '“', '”'],
    typographicSymbols: {},
    autoTypographic: true,
    footnoteNr: 1,
    footnotePrefix: '',
    footnoteBacklink: '↩',
  },
  (options): Dialect => {
    const isGfm = options.input === 'GFM';
    return {
      id: 'kramdown',
      name: 'kramdown',
      links,
      footnotes,
      headings: {
        ids: isGfm ? gfmHeadingIds : ownHeadingIds,
        idPrefix: options.autoIdPrefix,
        autoIds: options.autoIds ? 'always' : 'never',
        attributes: true,
      },
      blocks,
      /** parse_emphasis in parser/kramdown/emphasis.rb, parser/kramdown/codespan.rb. */
      spans: { asterisks: 'white space', codeSpaces: 'each' },
      html: { kind: 'content model', elements: createHtmlElements(options), components: false, isPrinted: true },
      extensions: { ...extensions, taskLists: isGfm, strikethrough: isGfm },
      rendering: {
        ...commonRendering,
        typography: createTypography(options),
        hardLineBreaks: isGfm && options.hardWrap,
        tableOfContents: ['* Contents', '{:toc}'],
        footnotes: createFootnoteRendering(options),
      },
    };
  },
);

const links: LinkSyntax = {
  /** parser/kramdown/link.rb, normalize_link_id; Ruby's white space is that of ASCII. */
  normalizeLabel: (label) => label.replace(/[ \t\n\v\f\r]+/g, ' ').toLowerCase(),
  /** add_link_def and the footnote parser overwrite an earlier one with a warning. */
  definitionWins: 'last',
  /** parse_link in parser/kramdown/link.rb looks for the matching bracket first. */
  outerLinkWins: true,
  /** LINK_INLINE_ID_RE allows white space before `[label]`. */
  spacedReferences: true,
  /** LINK_DEFINITION_START takes the line up to a title. */
  spacesInDestination: true,
  /** LINK_START in link.rb is no bracket with a caret, but LINK_BRACKET_STOP_RE counts it. */
  brokenBy: 'caret',
};

const footnotes: FootnoteSyntax = {
  ...commonFootnotes,
  /** ALD_ID_NAME in parser/kramdown/extensions.rb: ASCII word characters, then also hyphens; compared as written. */
  normalizeLabel: (label) => (/^\w[\w-]*$/.test(label) ? label : undefined),
  wins: 'last',
  interruptsParagraph: false,
  allowsLazyContinuation: false,
  interruptsQuote: false,
  /** LINK_DEFINITION_START takes the note for a definition, LINK_START in link.rb no marker for a link. */
  spacedLabel: 'lost',
  /** The converter prints notes as it meets their markers in the text. */
  dropped: 'unreachable',
};

const blocks: BlockSyntax = {
  ...commonMarkBlocks,
  skipsByteOrderMark: false,
  /** FENCED_CODEBLOCK_MATCH in parser/kramdown/codeblock.rb and the GFM parser's. */
  fencesMustClose: true,
  fenceInfoIsOneWord: true,
  /** LIST_START_OL in parser/kramdown/list.rb. */
  parenthesisItems: false,
};

const extensions: Extensions = {
  ...noExtensions,
  attributeLists: true,
  abbreviations: true,
  math: true,
  definitionLists: true,
  tables: 'any',
};

/** converter/html.rb, convert_footnote and footnote_content. */
function createFootnoteRendering({ footnoteNr, footnotePrefix, footnoteBacklink }: KramdownOptions): FootnoteRendering {
  return {
    id: (label) => `fn:${footnotePrefix}${label}`,
    referenceId: (label, _number, repetition) =>
      `fnref:${footnotePrefix}${label}${repetition === 0 ? '' : `:${repetition}`}`,
    count: 'in the text',
    firstNumber: footnoteNr,
    backlink: footnoteBacklink,
    numbersBacklinks: true,
  };
}

/** generate_gfm_header_id in the GFM parser: GitHub's, but for a tab and a last sigma. */
const gfmHeadingIds: HeadingIds = {
  idOf: (text) => toGitHubId(toLowerCase(text).replaceAll('\t', ' ')),
  isCertain: () => true,
};

/** generate_id and basic_generate_id in converter/base.rb. */
const ownHeadingIds: HeadingIds = {
  idOf: (text) =>
    text
      .replace(/^[^a-zA-Z]+/gm, '')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replaceAll(' ', '-')
      .toLowerCase() || 'section',
  isCertain: () => true,
};

const toWordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** HTML_CONTENT_MODEL_BLOCK, HTML_CONTENT_MODEL_SPAN (any other element is raw), HTML_SPAN_ELEMENTS and HTML_BLOCK_ELEMENTS in parser/html.rb. */
const blockContent = toWordSet(`
  address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup iframe
  li main map menu nav noscript object section summary td`);
const spanContent = toWordSet(`
  a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt
  rtc ruby select small span strong sub sup th tt`);
const spanElements = toWordSet(`
  a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp
  select small span strong sub sup tt u var`);
const blockElements = toWordSet(`
  address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4
  h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td th
  thead tfoot tr ul`);

function contentModel(name: string): 'raw' | 'span' | 'block' {
  return blockContent.has(name) ? 'block' : spanContent.has(name) ? 'span' : 'raw';
}

function createHtmlElements({ parseBlockHtml, parseSpanHtml }: KramdownOptions): HtmlElements {
  return {
    isSpan: (name) => spanElements.has(name),
    isBlock: (name) => blockElements.has(name),
    /** handle_kramdown_html_tag in parser/kramdown/html.rb; any value but those of HTML_MARKDOWN_ATTR_MAP says nothing. */
    blockContent: (name, markdown) =>
      markdown === 'span' || markdown === 'block'
        ? markdown
        : markdown !== '0' && (markdown === '1' || parseBlockHtml)
          ? contentModel(name)
          : 'raw',
    spanContent: (name) => (parseSpanHtml && contentModel(name) !== 'raw' ? 'span' : 'raw'),
  };
}

type SymbolName = 'mdash' | 'ndash' | 'hellip' | 'laquo_space' | 'laquo' | 'raquo';

/** TYPOGRAPHIC_SYMS of parser/kramdown/typographic_symbol.rb, in its order. */
const symbols: readonly (readonly [written: string, shown: string, name: SymbolName])[] = [
  ['---', '—', 'mdash'],
  ['--', '–', 'ndash'],
  ['...', '…', 'hellip'],
  ['<< ', '«\u00A0', 'laquo_space'],
  ['<<', '«', 'laquo'],
  ['>>', '»', 'raquo'],
];

/** Lookaheads as Ruby reads them: `\w` and `\s` are ASCII, `\B` knows all letters. */
const notWord = '(?![\\p{L}\\p{M}\\p{N}\\p{Pc}])';
const punctuation = '[!"#$%\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]';

/** SQ_RULES of parser/kramdown/smart_quotes.rb: a pattern at the character before the quote (`^` where that one is no text), and the side of the quotes it makes. */
const quoteRules: readonly (readonly [RegExp, 'left' | 'right'])[] = [
  [/()(["'])(?=[_*]{1,2}\S)/uy, 'left'],
  [new RegExp(`()(["'])(?=${punctuation}(?!\\.\\.)${notWord})`, 'uy'), 'right'],
  [/(\s?)("')(?=\w)/uy, 'left'],
  [/(\s?)('")(?=\w)/uy, 'left'],
  [/(\s?)(')(?=\d\ds)/uy, 'right'],
  [/(\s)(['"])(?=\w)/uy, 'left'],
  [/([^ \\\t\r\n[{(-])(['"])/uy, 'right'],
  [new RegExp(`()(["'])(?=\\s|s${notWord}|$)`, 'uy'), 'right'],
  [/([^]?)(['"])/uy, 'left'],
];

function createTypography({ input, smartQuotes, typographicSymbols, autoTypographic }: KramdownOptions): Typography {
  /** Characters that a backslash does not escape (ESCAPED_CHARS, ESCAPED_CHARS_GFM) though it does in CommonMark. */
  const notEscaped = new Set(input === 'GFM' ? '/@&%,;?^' : '/@&%,;?^~');
  const [leftSingle, rightSingle, leftDouble, rightDouble] = smartQuotes;
  const quotes = { left: { "'": leftSingle, '"': leftDouble }, right: { "'": rightSingle, '"': rightDouble } };
  return {
    characters: '"\'-.<>\\',
    replacementAt(text, offset, { followsText }) {
      const character = text[offset]!;
      if (character === '\\')
        return notEscaped.has(text[offset + 1] ?? '')
          ? { length: 2, replacement: text.slice(offset, offset + 2) }
          : undefined;
      if (character !== '"' && character !== "'") {
        const found = autoTypographic ? symbols.find(([written]) => text.startsWith(written, offset)) : undefined;
        return found && { length: found[0].length, replacement: typographicSymbols[found[2]] ?? found[1] };
      }
      const isReached = followsText && text[offset - 1] !== '\\';
      const found = matchQuote(text, isReached ? offset - 1 : offset, offset);
      return (
        found && {
          length: found.written.length,
          replacement: found.written.replace(/["']/g, (quote) => quotes[found.side][quote as '"']),
        }
      );
    },
  };
}

/** Tries the rules from where kramdown is: from the character before the quote where that is text. */
function matchQuote(
  text: string,
  from: number,
  offset: number,
): { readonly written: string; readonly side: 'left' | 'right' } | undefined {
  const near = text.slice(Math.max(0, from), offset + 8);
  for (const [pattern, side] of quoteRules) {
    pattern.lastIndex = 0;
    const match = pattern.exec(near);
    if (match && Math.max(0, from) + match[1]!.length === offset) return { written: match[2]!, side };
  }
  return undefined;
}
