import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Text } from 'mdast';
import type { Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Typography } from '../../dialects/dialect.ts';
import { memoize } from '../../text/memo.ts';
import type { ParseState } from './assumeDefined.ts';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    galleySymbol: 'galleySymbol';
  }
  interface Token {
    /** What is printed for the token's characters. */
    galleyReplacement?: string;
  }
}

/** A micromark extension that reads symbols where Markdown sees text; `current` holds the text that is parsed. */
export function typographySyntax(typography: Typography, current: ParseState): Extension {
  const openQuotes = memoize((_context: TokenizeContext) => ({ single: 0, double: 0 }));
  const construct: Construct = {
    name: 'galleySymbol',
    add: 'after',
    tokenize(this: TokenizeContext, effects, ok, nok) {
      const { offset } = this.now();
      const before = this.events.at(-1)?.[1].type;
      const found = typography.replacementAt(current.text, offset, {
        followsText: before === 'data' || before === 'lineEnding' || before === 'linePrefix',
        open: openQuotes(this),
      });
      if (!found) return nok;
      let left = found.length;
      const consume: State = (code) => {
        if (left-- === 0) {
          effects.exit('galleySymbol');
          return ok(code);
        }
        effects.consume(code);
        return consume;
      };
      return (code) => {
        effects.enter('galleySymbol').galleyReplacement = found.replacement;
        return consume(code);
      };
    },
  };
  const early: Construct = { ...construct, add: 'before' };
  return {
    text: Object.fromEntries(
      [...typography.characters].map((character) => [character.charCodeAt(0), character === '\\' ? early : construct]),
    ),
  };
}

/** Makes text of symbols. */
export const typographyFromMarkdown: FromMarkdownExtension = {
  enter: {
    galleySymbol(token) {
      const parent = this.stack.at(-1)!;
      const last = 'children' in parent ? parent.children.at(-1) : undefined;
      if (last?.type === 'text') {
        last.value += token.galleyReplacement ?? '';
        last.position!.end = { ...token.end };
      } else {
        this.enter({ type: 'text', value: token.galleyReplacement ?? '' } satisfies Text, token);
        this.exit(token);
      }
    },
  },
};
