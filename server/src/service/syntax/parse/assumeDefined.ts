import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { codes } from 'micromark-util-symbol';
import type { Construct, Extension, ParseContext, TokenizeContext } from 'micromark-util-types';
import type { Dialect } from '../../dialects/dialect.ts';

/** Whether the parser takes a label (folded as CommonMark does) as defined. */
export interface DefinedLabels {
  link(identifier: string): boolean;
  footnote(identifier: string): boolean;
}

/** What the parser's extensions know of the parse in progress. */
export interface ParseState {
  text: string;
  defined: DefinedLabels;
}

/** micromark's list of defined labels, with a function in place of its content. */
class LabelList extends Array<string> {
  isDefined: (identifier: string) => boolean = () => false;

  override includes(identifier: string): boolean {
    return this.isDefined(identifier);
  }

  override push(): number {
    return this.length;
  }
}

/**
 * micromark extensions that make label look-ups ask `current.defined` instead of what this text happens to define, and
 * that keep footnotes from starting where the dialect forbids it.
 */
export function assumeDefined(dialect: Dialect, current: ParseState): Extension[] {
  const links = new LabelList();
  const footnotes = new LabelList();
  links.isDefined = (identifier) => !/(^|[^\\])[[\]]/.test(identifier) && current.defined.link(identifier);
  footnotes.isDefined = (identifier) => current.defined.footnote(identifier);
  const install: Construct = {
    tokenize(_effects, _ok, nok) {
      const parser: ParseContext & { gfmFootnotes?: string[] } = this.parser;
      parser.defined = links;
      parser.gfmFootnotes = footnotes;
      return nok;
    },
  };
  const extensions: Extension[] = [
    { flowInitial: { null: install }, document: { null: install } },
    ...(dialect.footnotes.isEnabled ? [createFootnoteSyntax(dialect, current)] : []),
  ];
  return dialect.links.outerLinkWins
    ? [...extensions, { text: { [codes.rightSquareBracket]: outerLink } }]
    : extensions;
}

/** Before a bracket closes, forgets that there is a link inside: micromark would make text of the outer brackets. */
const outerLink: Construct = {
  tokenize(_effects, _ok, nok) {
    for (const start of this._labelStarts ?? []) start._inactive = false;
    return nok;
  },
};

function createFootnoteSyntax(dialect: Dialect, current: ParseState): Extension {
  const { document, text, ...others } = gfmFootnote();
  const isSuppressed = dialect.footnotes.interruptsParagraph
    ? dialect.footnotes.interruptsQuote
      ? undefined
      : followsQuoteOrTable
    : followsText;
  return {
    ...others,
    document: isSuppressed
      ? wrapConstructs(document, (construct) => suppressWhere(construct, current, isSuppressed))
      : document,
    text: dialect.footnotes.yieldsToLink
      ? wrapConstructs(text, (construct, code) =>
          code === codes.leftSquareBracket ? suppressWhere(construct, current, isLinkText) : construct,
        )
      : text,
  };
}

type Constructs = NonNullable<Extension['text']>;

function wrapConstructs(
  constructs: Constructs | undefined,
  wrap: (construct: Construct, code: number) => Construct,
): Constructs {
  return Object.fromEntries(
    Object.entries(constructs ?? {}).map(([code, construct]) => [
      code,
      [construct].flat().flatMap((each) => (each ? [wrap(each, Number(code))] : [])),
    ]),
  ) as Constructs;
}

/** Keeps a construct from starting at an offset of the text where `isBarred` says so. */
function suppressWhere(
  construct: Construct,
  current: ParseState,
  isSuppressed: (context: TokenizeContext, text: string) => boolean,
): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      return isSuppressed(this, current.text) ? nok : construct.tokenize.call(this, effects, ok, nok);
    },
  };
}

/** Where a paragraph is open: in this container, or in a list, quote or table of the line before. */
function followsText(context: TokenizeContext, text: string): boolean {
  const line = previousLine(text, context.now().offset);
  return context.interrupt === true || isInContainer(line) || isTableRow(line);
}

function followsQuoteOrTable(context: TokenizeContext, text: string): boolean {
  const { offset } = context.now();
  const inQuote = /^ {0,3}>/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
  return !inQuote && /^ {0,3}(>\s*\S|\|)/.test(previousLine(text, offset));
}

/** Whether `[^1]` has a destination or a label after it. */
function isLinkText(context: TokenizeContext, text: string): boolean {
  const { offset } = context.now();
  return /^\[\^[^\]\n]*\](\([^()\s]*\)|\[[^\]\s^][^\]\n]*\])/.test(text.slice(offset, offset + 400));
}

function previousLine(text: string, offset: number): string {
  const end = text.lastIndexOf('\n', offset - 1);
  return end < 0 ? '' : text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

/** A line of a table: micromark takes what follows for no interruption. */
function isTableRow(line: string): boolean {
  return line.includes('|') && !/^ {0,3}#/.test(line);
}

function isInContainer(line: string): boolean {
  return /^\s*([-+*]|\d{1,9}[.)]|>)\s*\S/.test(line);
}
