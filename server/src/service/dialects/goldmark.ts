import {
  commonFootnotes,
  commonMarkBlocks,
  commonMarkHtml,
  commonMarkLinks,
  commonMarkSpans,
  noExtensions,
  commonRendering,
} from './shared/commonMark.ts';
import type { Dialect, FootnoteSyntax, HeadingIds, Typography, TypographyContext } from './dialect.ts';
import { skipForward } from '../text/scan.ts';
import { toLowerCase } from './shared/headingIds.ts';
import { defineDialect } from './shared/options.ts';

/** Options of goldmark by the names of Hugo's settings below `markup.goldmark`, with Hugo's defaults (markup/goldmark/goldmark_config/config.go). */
export interface GoldmarkOptions {
  /** `extensions.footnote`. Default: true. */
  readonly footnote: boolean;
  /** `extensions.taskList`. Default: true. */
  readonly taskList: boolean;
  /** `extensions.table`. Default: true. */
  readonly table: boolean;
  /** `extensions.strikethrough`. Default: true. */
  readonly strikethrough: boolean;
  /** `extensions.definitionList`. Default: true. */
  readonly definitionList: boolean;
  /** `extensions.linkify`. Default: true. */
  readonly linkify: boolean;
  /** `extensions.typographer`. Default: true. */
  readonly typographer: boolean;
  /** `parser.attribute.title`: attributes in headings. Default: true. */
  readonly attributeTitle: boolean;
  /** `parser.autoHeadingID`. Default: true. */
  readonly autoHeadingId: boolean;
  /** `parser.autoHeadingIDType`. Default: `github`. */
  readonly autoHeadingIdType: 'github' | 'github-ascii' | 'blackfriday';
  /** `renderer.hardWraps`. Default: false. */
  readonly hardWraps: boolean;
  /** `renderer.unsafe`: whether HTML comes into the page. Default: false. */
  readonly unsafe: boolean;
  /** `enableEmoji`: `:name:` is a picture. Default: false. */
  readonly emoji: boolean;
  /** Whether `> [!NOTE]` is a box: Hugo reads it since 0.134. Default: true. */
  readonly alerts: boolean;
}

/** goldmark as Hugo configures it; facts by its source. */
export const goldmark = defineDialect<GoldmarkOptions>(
  {
    footnote: true,
    taskList: true,
    table: true,
    strikethrough: true,
    definitionList: true,
    linkify: true,
    typographer: true,
    attributeTitle: true,
    autoHeadingId: true,
    autoHeadingIdType: 'github',
    hardWraps: false,
    unsafe: false,
    emoji: false,
    alerts: true,
  },
  (options): Dialect => ({
    id: 'goldmark',
    name: 'goldmark',
    isKnown: true,
    links: commonMarkLinks,
    footnotes: { ...footnotes, isEnabled: options.footnote },
    headings: {
      ids: options.emoji ? withEmoji(headingIds[options.autoHeadingIdType]) : headingIds[options.autoHeadingIdType],
      idsInHtml: undefined,
      idPrefix: '',
      numberSeparator: '-',
      areHtmlHeadingsIncluded: false,
      autoIds: options.autoHeadingId ? 'always' : 'never',
      attributes: options.attributeTitle,
    },
    /** Hugo's own page parser drops a byte order mark (parser/pageparser). */
    blocks: commonMarkBlocks,
    spans: commonMarkSpans,
    html: { ...commonMarkHtml, isPrinted: options.unsafe },
    extensions: {
      ...noExtensions,
      definitionLists: options.definitionList,
      taskLists: options.taskList,
      tables: options.table ? 'with header' : 'none',
      strikethrough: options.strikethrough,
      autolinkLiterals: options.linkify,
      alerts: options.alerts,
    },
    rendering: {
      ...commonRendering,
      typography: options.typographer ? typographer : undefined,
      hardLineBreaks: options.hardWraps,
      /** generateAutoHeadingID in parser/atx_heading.go; since Hugo 0.144 textHeadingID in its extension for attributes. */
      headingIdSource: 'source',
      /** FootnoteHTMLRenderer in extension/footnote.go counts. */
      footnotes: {
        ...commonRendering.footnotes,
        id: (_label, number) => `fn:${number}`,
        referenceId: (_label, number, repetition) => `fnref${repetition === 0 ? '' : repetition}:${number}`,
      },
    },
  }),
);

const footnotes: FootnoteSyntax = {
  ...commonFootnotes,
  remedy: 'Set `footnote` of `markup.goldmark.extensions` to true.',
  /** Compared byte by byte (bytes.Equal); anything that is not blank (extension/footnote.go, footnoteBlockParser.Open). */
  normalizeLabel: (label) => (label.trim() === '' ? undefined : label),
  spacedLabel: 'note',
  /** Every note with a reference is kept (footnoteASTTransformer drops those of Index < 0), wherever the reference stands. */
  dropped: 'uncited',
  /** footnoteParser has priority 101, the link parser 200. */
  yieldsToLink: false,
};

/** Hugo's markup/goldmark/autoid.go. */
const headingIds: Readonly<Record<GoldmarkOptions['autoHeadingIdType'], HeadingIds>> = {
  github: {
    idOf: (text) =>
      toLowerCase(text)
        .trim()
        .replace(/[^\p{L}\p{Nd}_\- ]/gu, '')
        .replace(/ /g, '-') || 'heading',
    isCertain: () => true,
  },
  'github-ascii': {
    idOf: (text) =>
      toLowerCase(text.normalize('NFD').replace(/\p{Mn}+/gu, ''))
        .trim()
        .replace(/[^\w\- ]/g, '')
        .replace(/ /g, '-') || 'heading',
    isCertain: () => true,
  },
  blackfriday: {
    idOf: (text) =>
      toLowerCase(text)
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'heading',
    isCertain: () => true,
  },
};

/** Hugo before 0.120 puts pictures into the text before goldmark reads it, so that ids are made without their names. */
function withEmoji({ idOf, isCertain }: HeadingIds): HeadingIds {
  return { idOf: (text) => idOf(text.replace(/:[\w+-]+:/g, '\u{1f600}')), isCertain };
}

const symbols: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['<<', '«'],
  ['>>', '»'],
];

/** typographerParser.Parse in extension/typographer.go. */
const typographer: Typography = {
  characters: '"\'-.<>',
  replacementAt(text, offset, { open }) {
    const character = text[offset]!;
    if (character !== '"' && character !== "'") {
      const found = symbols.find(([written]) => text.startsWith(written, offset));
      return found && { length: found[0].length, replacement: found[1] };
    }
    const lineEnd = text.indexOf('\n', offset);
    const line = text.slice(offset, lineEnd < 0 ? text.length : lineEnd + 1);
    const shown =
      character === "'"
        ? replaceSingleQuote(line, text[offset - 1] ?? '\n', open)
        : replaceDoubleQuote(line, text[offset - 1] ?? '\n', open);
    return shown === undefined ? undefined : { length: 1, replacement: shown };
  },
};

const isSpace = (character: string): boolean => character === '' || /\s/.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/** parser.ScanDelimiter: whether a run of quotes can open and close. */
function scanDelimiter(line: string, before: string): { readonly canOpen: boolean; readonly canClose: boolean } {
  const after = line[skipForward(line, 0, line[0]!)] ?? '';
  const opens = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const closes = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  return { canOpen: opens, canClose: closes };
}

function replaceSingleQuote(line: string, before: string, open: TypographyContext['open']): string | undefined {
  const { canOpen, canClose } = scanDelimiter(line, before);
  const followsGap = isSpace(before) || isPunctuation(before);
  if (canOpen && !canClose && /^'\d\ds(?![\p{L}\p{N}])/u.test(line)) return '’';
  if (followsGap && /^'[tenl]/.test(line)) return '’';
  if (/[\p{L}\p{Nd}]/u.test(before) && /^'\p{L}/u.test(line)) return '’';
  if (canOpen && !canClose) {
    if (/^'([smtd]|ve|ll|re)([\p{P}\s]|$)/u.test(line)) return '’';
    open.single++;
    return '‘';
  }
  if (line.length > 2 && !/^'\d/.test(line)) return '’';
  if (open.single > 0 && isClosing(line, { opens: canOpen, closes: canClose })) {
    open.single--;
    return '’';
  }
  return undefined;
}

function replaceDoubleQuote(line: string, before: string, open: TypographyContext['open']): string | undefined {
  const { canOpen, canClose } = scanDelimiter(line, before);
  if (canOpen && !canClose) {
    open.double++;
    return '“';
  }
  if (
    open.double === 0 ||
    !isClosing(line, { opens: canOpen, closes: canClose }) ||
    (line[1] === '"' && /\d/.test(before))
  )
    return undefined;
  open.double--;
  return '”';
}

function isClosing(line: string, { opens, closes }: { readonly opens: boolean; readonly closes: boolean }): boolean {
  return (
    closes &&
    (!opens ||
      (isPunctuation(line[1] ?? '') && (line.length === 2 || isPunctuation(line[2] ?? '') || isSpace(line[2] ?? ''))))
  );
}
