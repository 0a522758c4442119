import {
  commonFootnotes,
  commonMarkBlocks,
  commonMarkHtml,
  commonMarkLinks,
  commonMarkSpans,
  noExtensions,
  noHtml,
  commonRendering,
} from './shared/commonMark.ts';
import type { Dialect, HeadingIds } from './dialect.ts';
import { toHeadingSyntax } from './shared/headingIds.ts';
import { foldLabel } from './shared/labels.ts';
import { defineDialect } from './shared/options.ts';

/** markdown-it's plugins that change what a text means, by the ends of their packages' names. */
type MarkdownItPlugin = 'footnote' | 'attrs' | 'deflist' | 'abbr' | 'task-lists';

/** Options of markdown-it by the names of its documentation, with those that Eleventy sets. */
export interface MarkdownItOptions {
  /** Whether HTML is HTML; else tags are text. Default: true. */
  readonly html: boolean;
  /** Whether addresses without brackets are links. Default: false. */
  readonly linkify: boolean;
  /** Whether a line break in a paragraph is one in the page. Default: false. */
  readonly breaks: boolean;
  /** Whether four spaces begin code: Eleventy turns that off since 2.0. Default: true. */
  readonly indentedCode: boolean;
  /** Default: `footnote`, and `attrs` for headings. */
  readonly plugins: readonly MarkdownItPlugin[];
  /** How headings get their ids; `unknown` where a plugin may decide, for markdown-it itself makes none. Default: `unknown`. */
  readonly headingIds: HeadingIds | 'unknown';
}

/** markdown-it with plugins, as Eleventy and VitePress set it up; facts by its source and that of markdown-it-footnote (index.mjs). */
export const markdownIt = defineDialect<MarkdownItOptions>(
  {
    html: true,
    linkify: false,
    breaks: false,
    indentedCode: true,
    plugins: ['footnote', 'attrs'],
    headingIds: 'unknown',
  },
  (options): Dialect => ({
    id: 'markdown-it',
    name: 'markdown-it',
    /** common/utils.mjs, normalizeReference: every white space of JavaScript counts, a no-break space too. */
    links: {
      ...commonMarkLinks,
      normalizeLabel: (label) => foldLabel(label.replace(/\s+/g, ' ')),
      /** parse_link_label with disableNested gives up at anything in brackets. */
      brokenBy: options.plugins.includes('footnote') ? 'footnote' : 'nothing',
    },
    footnotes: {
      ...commonFootnotes,
      isEnabled: options.plugins.includes('footnote'),
      /** footnote_ref: compared as written; no space, no line break (a tab may stand), no bracket even if escaped. */
      normalizeLabel: (label) => (/[ \n\]]/.test(label) || label === '' ? undefined : label),
      /** footnote_def writes `refs[':' + label]` again each time. */
      wins: 'last',
      /** footnote_def is a terminator of paragraphs (alt: paragraph, reference), not of quotes and tables. */
      interruptsQuote: false,
      /** footnote_ref comes after the rules `link` and `image`. */
      yieldsToLink: true,
      /** footnote_inline. */
      inline: options.plugins.includes('footnote'),
    },
    headings: {
      ...toHeadingSyntax(options.headingIds),
      attributes: options.plugins.includes('attrs'),
    },
    blocks: { ...commonMarkBlocks, skipsByteOrderMark: false, indentedCode: options.indentedCode },
    spans: commonMarkSpans,
    html: options.html ? commonMarkHtml : noHtml,
    extensions: {
      ...noExtensions,
      abbreviations: options.plugins.includes('abbr'),
      definitionLists: options.plugins.includes('deflist'),
      taskLists: options.plugins.includes('task-lists'),
      tables: 'with header',
      strikethrough: true,
      autolinkLiterals: options.linkify,
    },
    /** render_footnote_anchor_name counts. */
    rendering: { ...commonRendering, hardLineBreaks: options.breaks },
  }),
);
