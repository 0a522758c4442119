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
import type { Parse } from '../../syntax/parse/assumeDefined.ts';
import type { Further, MarkdownParser } from '../../syntax/parse/parser.ts';
import { createParser } from '../../syntax/parse/parser.ts';
import { symbolsFromMarkdown, symbolSyntax } from '../typography/symbols.ts';
import { memoize } from '../../text/memo.ts';

/** The parser for what a reader sees, which knows more than references; made once for a dialect. */
export const readerOf = memoize((dialect: Dialect): MarkdownParser =>
  createParser(dialect, (current) => further(dialect, current)),
);

function further(dialect: Dialect, current: Parse): Further {
  const { extensions, rendering } = dialect;
  const micromark: Extension[] = [];
  const fromMarkdown: unknown[] = [];
  if (rendering.typography) {
    micromark.push(symbolSyntax(rendering.typography, current));
    fromMarkdown.push(symbolsFromMarkdown);
  }
  if (extensions.definitionLists) {
    micromark.push(defList);
    fromMarkdown.push(defListFromMarkdown);
  }
  if (extensions.bareAddresses) {
    micromark.push(gfmAutolinkLiteral());
    fromMarkdown.push(gfmAutolinkLiteralFromMarkdown());
  }
  if (extensions.admonitions) {
    micromark.push(containersOnly(directive()));
    fromMarkdown.push(directiveFromMarkdown());
  }
  if (dialect.spans.asterisks === 'white space') micromark.push({ text: { [codes.asterisk]: wideEmphasis } });
  if (dialect.html.kind === 'content model') micromark.push(onlySpanHtml);
  return { micromark, fromMarkdown };
}

/** `:::note`, but not `:name` in a sentence, which is text far more often. */
function containersOnly(extension: Extension): Extension {
  const colon = extension.flow?.[codes.colon];
  return { flow: { [codes.colon]: [colon].flat().filter((construct) => construct?.concrete === true) as Construct[] } };
}

/** White space or the end of the text. */
const isGap = (code: number | null): boolean => code === null || code < 0 || code === codes.space;

/** parse_emphasis in parser/kramdown/emphasis.rb: only white space keeps asterisks from opening and closing. */
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

/** HTML blocks are stand-ins by now: what is left of HTML stands in a line. */
const onlySpanHtml: Extension = { disable: { null: ['htmlFlow'] } };
