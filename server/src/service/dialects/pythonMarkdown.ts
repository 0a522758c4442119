import { toWordSet } from './shared/words.ts';
import {
  commonFootnotes,
  commonMarkBlocks,
  commonMarkSpans,
  commonRendering,
  noExtensions,
} from './shared/commonMark.ts';
import type {
  BlockSyntax,
  Dialect,
  Extensions,
  FootnoteSyntax,
  HeadingIds,
  HtmlElements,
  LinkSyntax,
  Rendering,
} from './dialect.ts';
import { toHeadingSyntax } from './shared/headingIds.ts';
import { defineDialect } from './shared/options.ts';

/** Extensions of Python-Markdown and of pymdownx that change what a text means, by the ends of their names. */
export type PythonMarkdownExtension =
  | 'abbr'
  | 'admonition'
  | 'attr_list'
  | 'def_list'
  | 'fenced_code'
  | 'footnotes'
  | 'magiclink'
  | 'math'
  | 'md_in_html'
  | 'nl2br'
  | 'superfences'
  | 'tables'
  | 'tasklist'
  | 'tilde'
  | 'toc';

/** Options of Python-Markdown. */
export interface PythonMarkdownOptions {
  /** Default: those of the extension `extra`. */
  readonly extensions: readonly PythonMarkdownExtension[];
  /** How the extension `toc` makes ids; `unknown` where only code of the site knows. Default: `slugify` of the extension. */
  readonly headingIds: HeadingIds | 'unknown';
  /** A post whose text matches may use labels that files or plugins of the site define. Default: undefined, none. */
  readonly definedElsewhere: RegExp | undefined;
}

/** The extension `extra` (extensions/extra.py). */
export const extra: readonly PythonMarkdownExtension[] = [
  'fenced_code',
  'footnotes',
  'attr_list',
  'def_list',
  'tables',
  'abbr',
  'md_in_html',
];

/** `slugify` in extensions/toc.py; with `unicode` letters stay as they are. */
export function createHeadingIds(separator = '-', letters: 'ASCII' | 'unicode' = 'ASCII'): HeadingIds {
  const between = separator === '-' ? /[-\s]+/gu : separator === '_' ? /[_\s]+/gu : undefined;
  return {
    idOf: (text) => {
      const plain = letters === 'ASCII' ? text.normalize('NFKD').replace(/[^\0-\x7f]+/g, '') : text;
      const words = plain
        .replace(/[^\p{L}\p{N}_\s-]+/gu, '')
        .trim()
        .toLowerCase();
      return (between ? words.replace(between, separator) : words) || '_1';
    },
    /** What is left of character references depends on the version, and of names between colons on extensions. */
    isCertain: (text) => between !== undefined && !/&[#\w]+;|:[\w+-]+:|[<>\\{}]/.test(text),
  };
}

/** Python-Markdown 3.4; facts by its source, paths below markdown. */
export const pythonMarkdown = defineDialect<PythonMarkdownOptions>(
  { extensions: extra, headingIds: createHeadingIds(), definedElsewhere: undefined },
  ({ extensions, headingIds, definedElsewhere }): Dialect => {
    const has = (name: PythonMarkdownExtension): boolean => extensions.includes(name);
    return {
      id: 'python-markdown',
      name: 'Python-Markdown',
      isKnown: true,
      links: { ...links, definedElsewhere },
      footnotes: { ...footnotes, isEnabled: has('footnotes') },
      headings: {
        ...toHeadingSyntax(headingIds),
        ...(!has('toc') && { autoIds: 'never' }),
        /** `unique` in extensions/toc.py. */
        numberSeparator: '_',
        /** HEADER_RE in extensions/attr_list.py. */
        attributes: has('attr_list'),
      },
      blocks: createBlocks(has),
      spans: { ...commonMarkSpans, codeSpaces: 'each' },
      html: {
        kind: 'content model',
        elements: has('md_in_html') ? elementsWithMarkdown : rawElements,
        components: false,
        isPrinted: true,
      },
      extensions: createExtensions(has),
      rendering: { ...rendering, hardLineBreaks: has('nl2br'), tableOfContents: has('toc') ? ['[TOC]'] : undefined },
    };
  },
);

type Has = (name: PythonMarkdownExtension) => boolean;

function createBlocks(has: Has): BlockSyntax {
  return {
    ...commonMarkBlocks,
    reading: 'split texts',
    fenceMarks: has('fenced_code') || has('superfences') ? '`~' : '',
    fencePlace: has('superfences') ? 'anywhere' : 'margin',
    fencesMustClose: true,
    fenceInfoIsOneWord: !has('superfences'),
    /** HashHeaderProcessor.RE in blockprocessors.py. */
    unspacedHeadings: true,
    /** OListProcessor.RE. */
    parenthesisItems: false,
  };
}

function createExtensions(has: Has): Extensions {
  return {
    ...noExtensions,
    abbreviations: has('abbr'),
    definitionLists: has('def_list'),
    indentedBoxes: has('admonition'),
    math: has('math'),
    taskLists: has('tasklist'),
    tables: has('tables') ? 'with header' : 'none',
    strikethrough: has('tilde'),
    autolinkLiterals: has('magiclink'),
  };
}

/** makeFootnoteId, makeFootnoteRefId and unique_ref in extensions/footnotes.py. */
const rendering: Rendering = {
  ...commonRendering,
  footnotes: {
    ...commonRendering.footnotes,
    id: (label) => `fn:${label}`,
    referenceId: (label, _number, repetition) => `fnref${repetition === 0 ? '' : repetition + 1}:${label}`,
    count: 'in the text',
    backlink: '↩',
  },
};

/** inlinepatterns.py and ReferenceProcessor in blockprocessors.py. */
const links: Omit<LinkSyntax, 'definedElsewhere'> = {
  normalizeLabel: (label) => label.trim().replace(/\s+/g, ' ').toLowerCase(),
  predefined: [],
  /** `references[id] = …` each time. */
  definitionWins: 'last',
  /** getText of LinkInlineProcessor looks for the matching bracket first. */
  outerLinkWins: true,
  /** RE_LINK of ReferenceInlineProcessor begins with `\s?`. */
  spacedReferences: 'one',
  spacesInDestination: false,
  brokenBy: 'nothing',
};

/** extensions/footnotes.py. */
const footnotes: FootnoteSyntax = {
  ...commonFootnotes,
  remedy: 'Add the extension `footnotes` of Python-Markdown.',
  normalizeLabel: (label) => (label === '' ? undefined : label),
  /** setFootnote overwrites. */
  wins: 'last',
  spacedLabel: 'note',
  /** makeFootnotesDiv prints them all. */
  dropped: 'none',
};

/** block_level_elements in core.py. */
const blockElements = toWordSet(`
  address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr
  main menu nav ol p pre section table ul canvas colgroup dd body dt group iframe li legend math map noscript output object
  option progress script style summary tbody td textarea tfoot th thead tr video`);
/** What Markdown may be read in (extensions/md_in_html.py): neither raw_tags nor empty elements. */
const rawContent = toWordSet('canvas math option pre script style textarea hr');
const voidElements = toWordSet('hr');

const rawElements: HtmlElements = {
  isVoid: (name) => voidElements.has(name),
  isSpan: (name) => !blockElements.has(name),
  isBlock: (name) => blockElements.has(name),
  blockContent: () => 'raw',
  spanContent: () => 'span',
};

const elementsWithMarkdown: HtmlElements = {
  ...rawElements,
  blockContent: (name, markdown) =>
    rawContent.has(name) || markdown === undefined || markdown === '0' ? 'raw' : markdown === 'span' ? 'span' : 'block',
};
