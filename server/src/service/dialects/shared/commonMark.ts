import type {
  BlockSyntax,
  Extensions,
  FootnoteSyntax,
  HtmlSyntax,
  LinkSyntax,
  Rendering,
  SpanSyntax,
} from '../dialect.ts';
import { foldLabel } from './labels.ts';

/** What engines that follow the CommonMark specification have in common; a dialect names where it differs. */
export const commonMarkLinks: LinkSyntax = {
  normalizeLabel: foldLabel,
  predefined: [],
  definedElsewhere: undefined,
  definitionWins: 'first',
  outerLinkWins: false,
  spacedReferences: 'none',
  spacesInDestination: false,
  brokenBy: 'nothing',
};

export const commonMarkBlocks: BlockSyntax = {
  reading: 'CommonMark',
  fenceMarks: '`~',
  fencePlace: 'block',
  skipsByteOrderMark: true,
  indentedCode: true,
  fencesMustClose: false,
  fenceInfoIsOneWord: false,
  unspacedHeadings: false,
  headingsInterruptParagraphs: true,
  parenthesisItems: true,
};

export const commonMarkSpans: SpanSyntax = { asterisks: 'delimiter runs', codeSpaces: 'both' };

/** Blocks of HTML end by rules of their own (section 4.6), so the elements say nothing. */
export const commonMarkHtml: HtmlSyntax = {
  kind: 'commonmark',
  elements: {
    isVoid: () => false,
    isSpan: () => false,
    isBlock: () => false,
    blockContent: () => 'raw',
    spanContent: () => 'span',
  },
  components: false,
  isPrinted: true,
};

/** Tags are text. */
export const noHtml: HtmlSyntax = { ...commonMarkHtml, kind: 'none', isPrinted: false };

/** CommonMark has none of them. */
export const noExtensions: Extensions = {
  attributeLists: false,
  abbreviations: false,
  math: false,
  definitionLists: false,
  taskLists: false,
  tables: 'none',
  strikethrough: false,
  autolinkLiterals: false,
  alerts: false,
  admonitions: false,
  indentedBoxes: false,
  containers: false,
};

/** Footnotes as most engines read them that know them; `isEnabled` says whether this one does. */
export const commonFootnotes: FootnoteSyntax = {
  isEnabled: true,
  remedy: 'Use an engine or a plugin that reads them.',
  normalizeLabel: (label) => label,
  wins: 'first',
  interruptsParagraph: true,
  allowsLazyContinuation: true,
  interruptsQuote: true,
  spacedLabel: 'definition',
  yieldsToLink: false,
  inline: false,
  dropped: 'uncited',
  duplicates: 'dropped',
};

/** Printed as it is read; what is printed of footnotes are the ids that most engines write. */
export const commonRendering: Rendering = {
  typography: undefined,
  hardLineBreaks: false,
  headingIdSource: 'text',
  tableOfContents: undefined,
  footnotes: {
    id: (_label, number) => `fn${number}`,
    referenceId: (_label, number, repetition) => `fnref${number}${repetition === 0 ? '' : `:${repetition}`}`,
    count: 'in the file',
    firstNumber: 1,
    backlink: '↩︎',
    numbersBacklinks: false,
  },
};
