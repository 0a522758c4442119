import {
  commonFootnotes,
  commonMarkBlocks,
  commonMarkHtml,
  commonMarkLinks,
  commonMarkSpans,
  commonRendering,
  noExtensions,
} from './shared/commonMark.ts';
import type { Dialect, FootnoteSyntax, HeadingIds } from './dialect.ts';
import { toHeadingSyntax } from './shared/headingIds.ts';
import { foldLabel } from './shared/labels.ts';
import { defineDialect } from './shared/options.ts';

/** Options of pulldown-cmark as Zola sets it up, by the names of its settings below `markdown`. */
export interface PulldownCmarkOptions {
  /** Whether notes are moved to the end of the page, as on GitHub. Default: false, they stay where they are written. */
  readonly bottomFootnotes: boolean;
  /** `term` above `: definition`. Default: false. */
  readonly definitionList: boolean;
  /** Whether `> [!NOTE]` is a box. Default: false. */
  readonly githubAlerts: boolean;
  /** How headings get their ids; `unknown` where that depends on tables that are not here. Default: `unknown`. */
  readonly headingIds: HeadingIds | 'unknown';
}

/** pulldown-cmark, by its source (0.13, pulldown-cmark/src), with the extensions that Zola turns on (components/markdown/src/markdown.rs). */
export const pulldownCmark = defineDialect<PulldownCmarkOptions>(
  { bottomFootnotes: false, definitionList: false, githubAlerts: false, headingIds: 'unknown' },
  (options): Dialect => ({
    id: 'pulldown-cmark',
    name: 'pulldown-cmark',
    isKnown: true,
    /** A marker ends the search for what closes an open bracket (parse.rs, `link_stack.clear()`). */
    links: { ...commonMarkLinks, brokenBy: 'footnote' },
    footnotes: { ...footnotes, ...(options.bottomFootnotes && { dropped: 'uncited' }) },
    headings: { ...toHeadingSyntax(options.headingIds), attributes: true },
    blocks: commonMarkBlocks,
    spans: commonMarkSpans,
    html: commonMarkHtml,
    extensions: {
      ...noExtensions,
      definitionLists: options.definitionList,
      taskLists: true,
      tables: 'with header',
      strikethrough: true,
      alerts: options.githubAlerts,
    },
    rendering: {
      ...commonRendering,
      footnotes: {
        ...commonRendering.footnotes,
        id: (label) => (options.bottomFootnotes ? `fn-${label}` : label),
        referenceId: (label, _number, repetition) => (options.bottomFootnotes ? `fr-${label}-${repetition + 1}` : ''),
      },
    },
  }),
);

const footnotes: FootnoteSyntax = {
  ...commonFootnotes,
  /** scan_link_label_rest in linklabel.rs and UniCase: any white space but a line break, case ignored. */
  normalizeLabel: (label) => (label.trim() === '' || label.includes('\n') ? undefined : foldLabel(label)),
  spacedLabel: 'note',
  /** A destination or a label after the brackets is tried before a footnote (parse.rs). */
  yieldsToLink: true,
  dropped: 'none',
  duplicates: 'printed',
};
