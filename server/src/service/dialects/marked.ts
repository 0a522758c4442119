import {
  commonFootnotes,
  commonMarkBlocks,
  commonMarkHtml,
  commonMarkLinks,
  commonMarkSpans,
  noExtensions,
  commonRendering,
} from './shared/commonMark.ts';
import type { Dialect, HeadingIds, Typography } from './dialect.ts';
import { toHeadingSyntax } from './shared/headingIds.ts';
import { defineDialect } from './shared/options.ts';

/** Options of marked by the names of its documentation, and its extensions. */
export interface MarkedOptions {
  /** Tables, check boxes, strikethrough, bare addresses. Default: true. */
  readonly gfm: boolean;
  /** With `gfm`, whether a line break in a paragraph is one in the page. Default: false. */
  readonly breaks: boolean;
  /** Typographic quotes, dashes and ellipses, as marked itself made them before 5.0 and hexo-renderer-marked does. Default: false. */
  readonly smartypants: boolean;
  /** marked-footnote. Default: false. */
  readonly footnotes: boolean;
  /** How headings get their ids; `unknown` where an extension may decide, for marked itself makes none since 5.0. Default: `unknown`. */
  readonly headingIds: HeadingIds | 'unknown';
}

/** marked, as Hexo uses it; facts by its source (lib/marked.esm.js). */
export const marked = defineDialect<MarkedOptions>(
  { gfm: true, breaks: false, smartypants: false, footnotes: false, headingIds: 'unknown' },
  (options): Dialect => ({
    id: 'marked',
    name: 'marked',
    isKnown: true,
    /** Tokenizer.def: lower case, white space collapsed; no case is folded further. */
    links: { ...commonMarkLinks, normalizeLabel: (label) => label.toLowerCase().replace(/\s+/g, ' ') },
    footnotes: {
      ...commonFootnotes,
      isEnabled: options.footnotes,
      remedy: 'Add an extension that reads them, or write them as HTML.',
    },
    headings: {
      ...toHeadingSyntax(options.headingIds),
      attributes: false,
    },
    blocks: { ...commonMarkBlocks, skipsByteOrderMark: false },
    spans: commonMarkSpans,
    html: commonMarkHtml,
    extensions: {
      ...noExtensions,
      taskLists: options.gfm,
      tables: options.gfm ? 'with header' : 'none',
      strikethrough: options.gfm,
      autolinkLiterals: options.gfm,
    },
    rendering: {
      ...commonRendering,
      typography: options.smartypants ? smartypants : undefined,
      headingIdSource: options.smartypants ? 'page text' : 'text',
      hardLineBreaks: options.gfm && options.breaks,
    },
  }),
);

const symbols: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
];

/** `smartypants` in lib/renderer.js of hexo-renderer-marked: a quote opens at the start of a text and after these characters. */
const smartypants: Typography = {
  characters: '"\'-.',
  replacementAt(text, offset, { followsText }) {
    const character = text[offset]!;
    if (character !== '"' && character !== "'") {
      const found = symbols.find(([written]) => text.startsWith(written, offset));
      return found && { length: found[0].length, replacement: found[1] };
    }
    const opens = isOpeningQuote(text, offset, followsText);
    const quotes = character === "'" ? '‘’' : '“”';
    return { length: 1, replacement: quotes[opens ? 0 : 1]! };
  },
};

function isOpeningQuote(text: string, offset: number, followsText: boolean): boolean {
  if (!followsText) return true;
  const before = text[offset - 1]!;
  if (before === '-') return !/(?:^|[^-])--$/.test(text.slice(Math.max(0, offset - 3), offset));
  if (/[/([{\s]/.test(before)) return true;
  if (text[offset] === "'") return before === '"';
  return before === "'" && (offset < 2 || /[-/([{"\s]/.test(text[offset - 2]!));
}
