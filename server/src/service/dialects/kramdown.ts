import { commonFootnotes, commonMarkBlocks, noExtensions, commonRendering } from './shared/commonMark.ts';
import type {
  BlockSyntax,
  Dialect,
  Extensions,
  FootnoteRendering,
  FootnoteSyntax,
  HeadingIds,
  LinkSyntax,
} from './dialect.ts';
import { createHtmlElements } from './kramdown/html.ts';
import type { KramdownOptions } from './kramdown/options.ts';
import { parseKramdownOptions } from './kramdown/options.ts';
import { createTypography } from './kramdown/typography.ts';
import { toGitHubId, toLowerCase } from './shared/headingIds.ts';
import type { CreateDialect } from './shared/options.ts';
import { defineDialect } from './shared/options.ts';

/** kramdown 2.4 as Jekyll uses it; facts by its source, paths below lib/kramdown. */
export const kramdown: CreateDialect<KramdownOptions> = defineDialect<KramdownOptions>(
  {
    input: 'GFM',
    paragraphEnd: true,
    parseBlockHtml: false,
    parseSpanHtml: true,
    htmlToNative: false,
    autoIds: true,
    autoIdPrefix: '',
    autoIdStripping: false,
    transliteratedHeaderIds: false,
    linkDefs: [],
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
      isKnown: true,
      links: { ...links, predefined: options.linkDefs },
      footnotes,
      headings: {
        ids: isGfm
          ? gfmHeadingIds
          : { ...ownHeadingIds, isCertain: (text) => isAscii(text) || !options.transliteratedHeaderIds },
        /** update_elements in the GFM parser leaves elements of HTML to the converter. */
        idsInHtml: isGfm ? ownHeadingIds : undefined,
        idPrefix: options.autoIdPrefix,
        numberSeparator: '-',
        autoIds: options.autoIds ? 'always' : 'never',
        areHtmlHeadingsIncluded: options.htmlToNative,
        attributes: true,
      },
      /** ATX_HEADER_START in parser/kramdown/header.rb and, with a space, in the GFM parser. */
      blocks: {
        ...blocks,
        unspacedHeadings: !isGfm,
        headingsInterruptParagraphs: isGfm && options.paragraphEnd,
        fenceMarks: isGfm ? '`~' : '~',
      },
      /** parse_emphasis in parser/kramdown/emphasis.rb, parser/kramdown/codespan.rb. */
      spans: { asterisks: 'white space', codeSpaces: 'each' },
      html: { kind: 'content model', elements: createHtmlElements(options), components: false, isPrinted: true },
      extensions: { ...extensions, taskLists: isGfm, strikethrough: isGfm },
      rendering: {
        ...commonRendering,
        typography: createTypography(options),
        hardLineBreaks: isGfm && options.hardWrap,
        headingIdSource: isGfm || options.autoIdStripping ? 'text' : 'Markdown',
        tableOfContents: ['* Contents', '{:toc}'],
        footnotes: createFootnoteRendering(options),
      },
      /** handle_extension in parser/kramdown/extensions.rb. */
      withOptions: (written) => kramdown({ ...options, ...parseKramdownOptions(written) }),
    };
  },
);

const links: Omit<LinkSyntax, 'predefined'> = {
  /** parser/kramdown/link.rb, normalize_link_id; Ruby's white space is that of ASCII. */
  normalizeLabel: (label) => label.replace(/[ \t\n\v\f\r]+/g, ' ').toLowerCase(),
  definedElsewhere: undefined,
  /** add_link_def and the footnote parser overwrite an earlier one with a warning. */
  definitionWins: 'last',
  /** parse_link in parser/kramdown/link.rb looks for the matching bracket first. */
  outerLinkWins: true,
  /** LINK_INLINE_ID_RE allows white space before `[label]`. */
  spacedReferences: 'any',
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
  reading: 'nested texts',
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

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
