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
import { gitHubHeadingIds, toHeadingSyntax } from './shared/headingIds.ts';
import { normalizeGfmFootnoteLabel, gfmFootnoteRendering } from './shared/gfmFootnotes.ts';
import { defineDialect } from './shared/options.ts';

/** The extensions of CommonMark that GitHub Flavored Markdown is made of, each of which an engine may leave out. */
export interface GfmOptions {
  /** Default: true. */
  readonly footnotes: boolean;
  /** Default: true. */
  readonly taskLists: boolean;
  /** Default: true. */
  readonly tables: boolean;
  /** Default: true. */
  readonly strikethrough: boolean;
  /** Whether addresses without brackets are links. Default: true. */
  readonly autolinks: boolean;
  /** Whether `> [!NOTE]` is a box. Default: true. */
  readonly alerts: boolean;
  /** Whether a line break in a paragraph is one in the page. Default: false. */
  readonly hardLineBreaks: boolean;
  /** How headings get their ids; `unknown` where a plugin decides. Default: as on GitHub. */
  readonly headingIds: HeadingIds | 'unknown';
}

/** GitHub Flavored Markdown as micromark and cmark-gfm read it. */
export const gfm = defineDialect<GfmOptions>(
  {
    footnotes: true,
    taskLists: true,
    tables: true,
    strikethrough: true,
    autolinks: true,
    alerts: true,
    hardLineBreaks: false,
    headingIds: gitHubHeadingIds,
  },
  (options): Dialect => ({
    id: 'gfm',
    name: 'GitHub Flavored Markdown',
    isKnown: true,
    links: commonMarkLinks,
    /** micromark-extension-gfm-footnote has a document construct, which ends what it is not in, and tries its call before a label start. */
    footnotes: { ...commonFootnotes, isEnabled: options.footnotes, normalizeLabel: normalizeGfmFootnoteLabel },
    headings: {
      ...toHeadingSyntax(options.headingIds),
      attributes: false,
    },
    /** micromark's preprocess.js drops a byte order mark. */
    blocks: commonMarkBlocks,
    spans: commonMarkSpans,
    html: commonMarkHtml,
    extensions: {
      ...noExtensions,
      taskLists: options.taskLists,
      tables: options.tables ? 'with header' : 'none',
      strikethrough: options.strikethrough,
      autolinkLiterals: options.autolinks,
      alerts: options.alerts,
    },
    rendering: { ...commonRendering, hardLineBreaks: options.hardLineBreaks, footnotes: gfmFootnoteRendering },
  }),
);

/** What a site's own converter may read: GitHub's Markdown is the likeliest guess, and nothing is judged by it. */
export const unknownEngine: Dialect = {
  ...gfm({ headingIds: 'unknown' }),
  name: 'the Markdown engine of this site',
  isKnown: false,
};
