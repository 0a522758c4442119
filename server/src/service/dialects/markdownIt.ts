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
import type { Dialect, Extensions, HeadingIds, Rendering } from './dialect.ts';
import { toHeadingSyntax } from './shared/headingIds.ts';
import { foldLabel } from './shared/labels.ts';
import { defineDialect } from './shared/options.ts';

/** markdown-it's plugins that change what a text means, by the ends of their packages' names. */
export type MarkdownItPlugin =
  | 'footnote'
  | 'attrs'
  | 'deflist'
  | 'abbr'
  | 'task-lists'
  | 'component'
  | 'container'
  | 'alerts'
  | 'math'
  | 'toc';

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
    isKnown: true,
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
      remedy: 'Add the plugin `markdown-it-footnote`.',
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
    /** @mdit-vue/plugin-component lets Vue's components be blocks of HTML. */
    html: options.html ? { ...commonMarkHtml, components: options.plugins.includes('component') } : noHtml,
    extensions: createExtensions(options),
    rendering: createRendering(options),
  }),
);

function createExtensions({ plugins, linkify }: MarkdownItOptions): Extensions {
  return {
    ...noExtensions,
    abbreviations: plugins.includes('abbr'),
    definitionLists: plugins.includes('deflist'),
    taskLists: plugins.includes('task-lists'),
    tables: 'with header',
    strikethrough: true,
    autolinkLiterals: linkify,
    /** markdown-it-texmath, markdown-it-mathjax3: what stands between `$$` is no Markdown. */
    math: plugins.includes('math'),
    /** markdown-it-github-alerts. */
    alerts: plugins.includes('alerts'),
    /** markdown-it-container (index.mjs): a rule before `fence` that ends paragraphs, quotes and lists. */
    containers: plugins.includes('container'),
  };
}

function createRendering({ plugins, breaks }: MarkdownItOptions): Rendering {
  return {
    /** render_footnote_anchor_name counts. */
    ...commonRendering,
    hardLineBreaks: breaks,
    /** @mdit-vue/plugin-toc, markdown-it-table-of-contents. */
    tableOfContents: plugins.includes('toc') ? ['[[toc]]'] : undefined,
  };
}
