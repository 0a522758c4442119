import {
  commonFootnotes,
  commonMarkBlocks,
  commonMarkHtml,
  commonMarkLinks,
  commonMarkSpans,
  noExtensions,
  plainRendering,
} from './shared/commonMark.ts';
import type { Dialect, HeadingIds } from './dialect.ts';
import { gitHubHeadingIds, headingIdsBy } from './shared/headingIds.ts';
import { gfmFootnoteLabel, gfmFootnoteRendering } from './shared/gfmFootnotes.ts';
import { dialectWith } from './shared/options.ts';

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
export const gfm = dialectWith<GfmOptions>(
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
    links: commonMarkLinks,
    /** micromark-extension-gfm-footnote has a document construct, which ends what it is not in, and tries its call before a label start. */
    footnotes: { ...commonFootnotes, isRead: options.footnotes, normalizeLabel: gfmFootnoteLabel },
    headings: {
      ...headingIdsBy(options.headingIds),
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
      bareAddresses: options.autolinks,
      alerts: options.alerts,
    },
    rendering: { ...plainRendering, hardLineBreaks: options.hardLineBreaks, footnotes: gfmFootnoteRendering },
  }),
);
