import { defListFromMarkdown } from 'mdast-util-definition-list';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { attention } from 'micromark-core-commonmark';
import { defList } from 'micromark-extension-definition-list';
import { directive } from 'micromark-extension-directive';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { codes } from 'micromark-util-symbol';
import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Dialect } from '../../dialects/dialect.ts';
import type { ParseState } from './assumeDefined.ts';
import type { ParserExtensions } from './parserExtensions.ts';
import { typographyFromMarkdown, typographySyntax } from './typography.ts';

/** What a dialect reads that changes no reference and no footnote, but what a reader sees. */
export function pageExtensions(
  { extensions, rendering, spans, html }: Dialect,
  current: ParseState,
): ParserExtensions[] {
  return [
    ...(rendering.typography
      ? [{ micromark: typographySyntax(rendering.typography, current), fromMarkdown: typographyFromMarkdown }]
      : []),
    ...(extensions.definitionLists ? [{ micromark: defList, fromMarkdown: defListFromMarkdown }] : []),
    ...(extensions.autolinkLiterals
      ? [{ micromark: gfmAutolinkLiteral(), fromMarkdown: gfmAutolinkLiteralFromMarkdown() }]
      : []),
    ...(extensions.admonitions
      ? [{ micromark: containersOnly(directive()), fromMarkdown: directiveFromMarkdown() }]
      : []),
    ...(spans.asterisks === 'white space' ? [{ micromark: { text: { [codes.asterisk]: wideEmphasis } } }] : []),
    ...(html.kind === 'content model' ? [{ micromark: onlySpanHtml }] : []),
  ];
}

/** `:::note`, but not `:name` in a sentence, which is text far more often. */
function containersOnly(extension: Extension): Extension {
  const colon = extension.flow?.[codes.colon];
  return { flow: { [codes.colon]: [colon].flat().filter((construct) => construct?.concrete === true) as Construct[] } };
}

/** White space or the end of the text. */
const isGap = (code: number | null): boolean => code === null || code < 0 || code === codes.space;

/** Emphasis that only white space keeps asterisks from opening and closing. */
const wideEmphasis: Construct = {
  ...attention,
  tokenize(this: TokenizeContext, effects, ok) {
    const { previous } = this;
    const inside: State = (code) => {
      if (code === codes.asterisk) {
        effects.consume(code);
        return inside;
      }
      const token = effects.exit('attentionSequence');
      token._open = !isGap(code);
      token._close = !isGap(previous);
      return ok(code);
    };
    return (code) => {
      effects.enter('attentionSequence');
      return inside(code);
    };
  },
};

/** Blocks of HTML are placeholders by then: what is left of HTML is in lines. */
const onlySpanHtml: Extension = { disable: { null: ['htmlFlow'] } };
