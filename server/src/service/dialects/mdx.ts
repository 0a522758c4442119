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

/** The remark plugins that sites use MDX with. */
export interface MdxOptions {
  /** remark-gfm: footnotes, check boxes, tables, strikethrough, bare addresses. Default: true, as Astro and Docusaurus set it up. */
  readonly gfm: boolean;
  /** `:::note` is a box: remark-directive with Docusaurus' admonitions. Default: true. */
  readonly admonitions: boolean;
  /** How headings get their ids; `unknown` where a plugin decides. Default: as on GitHub. */
  readonly headingIds: HeadingIds | 'unknown';
}

/** MDX: Markdown between JSX (mdxjs.com/docs/what-is-mdx, "Markdown"). */
export const mdx = defineDialect<MdxOptions>(
  { gfm: true, admonitions: true, headingIds: gitHubHeadingIds },
  (options): Dialect => ({
    id: 'mdx',
    name: 'MDX',
    isKnown: true,
    links: commonMarkLinks,
    footnotes: {
      ...commonFootnotes,
      isEnabled: options.gfm,
      normalizeLabel: normalizeGfmFootnoteLabel,
      /** mdast-util-to-hast writes the notes whose markers it met in the text. */
      dropped: 'unreachable',
    },
    headings: {
      ...toHeadingSyntax(options.headingIds),
      /** Docusaurus reads them before MDX takes the braces for an expression. */
      attributes: true,
    },
    /** micromark-extension-mdx-md turns indented code, HTML and autolinks off. */
    blocks: { ...commonMarkBlocks, indentedCode: false },
    spans: commonMarkSpans,
    html: { ...commonMarkHtml, kind: 'jsx', components: true },
    extensions: {
      ...noExtensions,
      taskLists: options.gfm,
      tables: options.gfm ? 'with header' : 'none',
      strikethrough: options.gfm,
      autolinkLiterals: options.gfm,
      admonitions: options.admonitions,
    },
    rendering: { ...commonRendering, footnotes: gfmFootnoteRendering },
  }),
);
