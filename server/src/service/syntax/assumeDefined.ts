import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import type { Construct, Extension, ParseContext, TokenizeContext } from 'micromark-util-types';
import type { Dialect } from '../dialects/dialect.ts';

/** Says for a label (folded as CommonMark does) whether the parser shall take it as defined. */
export interface Defined {
  link(identifier: string): boolean;
  footnote(identifier: string): boolean;
}

/** micromark's list of defined labels, answered by a function instead. */
class Answered extends Array<string> {
  ask: (identifier: string) => boolean = () => false;

  override includes(identifier: string): boolean {
    return this.ask(identifier);
  }

  override push(): number {
    return this.length;
  }
}

/**
 * micromark extensions that make label look-ups ask `current.defined` instead of what this text happens to define, and
 * that keep a footnote definition from interrupting a paragraph where the dialect forbids it.
 */
export function assumeDefined(dialect: Dialect, current: { defined: Defined }): Extension[] {
  const links = new Answered();
  const footnotes = new Answered();
  links.ask = (identifier) => current.defined.link(identifier);
  footnotes.ask = (identifier) => current.defined.footnote(identifier);
  const install: Construct = {
    tokenize(_effects, _ok, nok) {
      const parser: ParseContext & { gfmFootnotes?: string[] } = this.parser;
      parser.defined = links;
      parser.gfmFootnotes = footnotes;
      return nok;
    },
  };
  return [{ flowInitial: { null: install }, document: { null: install } }, footnoteSyntax(dialect)];
}

function footnoteSyntax(dialect: Dialect): Extension {
  const extension = gfmFootnote();
  if (dialect.footnoteInterruptsParagraph) return extension;
  const document = Object.fromEntries(
    Object.entries(extension.document ?? {}).map(([code, construct]) => [code, [construct].flat().map((each) => each && notInParagraph(each))]),
  );
  return { ...extension, document: document as Extension['document'] };
}

function notInParagraph(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      return this.interrupt ? nok : construct.tokenize.call(this, effects, ok, nok);
    },
  };
}
