import {
  commonFootnotes,
  commonMarkBlocks,
  commonMarkHtml,
  commonMarkLinks,
  commonMarkSpans,
  noExtensions,
  commonRendering,
} from './shared/commonMark.ts';
import type { Dialect, HeadingIds } from './dialect.ts';
import { toHeadingSyntax } from './shared/headingIds.ts';
import { defineDialect } from './shared/options.ts';

/** Options of marked by the names of its documentation, and its extensions. */
export interface MarkedOptions {
  /** Tables, check boxes, strikethrough, bare addresses. Default: true. */
  readonly gfm: boolean;
  /** With `gfm`, whether a line break in a paragraph is one in the page. Default: false. */
  readonly breaks: boolean;
  /** marked-footnote. Default: false. */
  readonly footnotes: boolean;
  /** How headings get their ids; `unknown` where an extension may decide, for marked itself makes none since 5.0. Default: `unknown`. */
  readonly headingIds: HeadingIds | 'unknown';
}

/** marked, as Hexo uses it; facts by its source (lib/marked.esm.js). */
export const marked = defineDialect<MarkedOptions>(
  { gfm: true, breaks: false, footnotes: false, headingIds: 'unknown' },
  (options): Dialect => ({
    id: 'marked',
    name: 'marked',
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
    rendering: { ...commonRendering, hardLineBreaks: options.gfm && options.breaks },
  }),
);
