import type { Typography } from '../dialect.ts';
import type { KramdownOptions, SymbolName } from './options.ts';

/** TYPOGRAPHIC_SYMS of parser/kramdown/typographic_symbol.rb, in its order. */
const symbols: readonly (readonly [written: string, shown: string, name: SymbolName])[] = [
  ['---', '—', 'mdash'],
  ['--', '–', 'ndash'],
  ['...', '…', 'hellip'],
  ['<< ', '«\u00A0', 'laquo_space'],
  ['<<', '«', 'laquo'],
  ['>>', '»', 'raquo'],
];

/** Lookaheads as Ruby reads them: `\w` and `\s` are ASCII, `\B` knows all letters. */
const notWord = '(?![\\p{L}\\p{M}\\p{N}\\p{Pc}])';
const punctuation = '[!"#$%\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]';

/** SQ_RULES of parser/kramdown/smart_quotes.rb: a pattern at the character before the quote (`^` where that one is no text), and the side of the quotes it makes. */
const quoteRules: readonly (readonly [RegExp, 'left' | 'right'])[] = [
  [/()(["'])(?=[_*]{1,2}\S)/uy, 'left'],
  [new RegExp(`()(["'])(?=${punctuation}(?!\\.\\.)${notWord})`, 'uy'), 'right'],
  [/(\s?)("')(?=\w)/uy, 'left'],
  [/(\s?)('")(?=\w)/uy, 'left'],
  [/(\s?)(')(?=\d\ds)/uy, 'right'],
  [/(\s)(['"])(?=\w)/uy, 'left'],
  [/([^ \\\t\r\n[{(-])(['"])/uy, 'right'],
  [new RegExp(`()(["'])(?=\\s|s${notWord}|$)`, 'uy'), 'right'],
  [/([^]?)(['"])/uy, 'left'],
];

/** Returns what kramdown prints for plain characters. */
export function createTypography({
  input,
  smartQuotes,
  typographicSymbols,
  autoTypographic,
}: KramdownOptions): Typography {
  /** Characters that a backslash does not escape (ESCAPED_CHARS, ESCAPED_CHARS_GFM) though it does in CommonMark. */
  const notEscaped = new Set(input === 'GFM' ? '/@&%,;?^' : '/@&%,;?^~');
  const [leftSingle, rightSingle, leftDouble, rightDouble] = smartQuotes;
  const quotes = { left: { "'": leftSingle, '"': leftDouble }, right: { "'": rightSingle, '"': rightDouble } };
  return {
    characters: '"\'-.<>\\',
    replacementAt(text, offset, { followsText }) {
      const character = text[offset]!;
      if (character === '\\')
        return notEscaped.has(text[offset + 1] ?? '')
          ? { length: 2, replacement: text.slice(offset, offset + 2) }
          : undefined;
      if (character !== '"' && character !== "'") {
        const found = autoTypographic ? symbols.find(([written]) => text.startsWith(written, offset)) : undefined;
        return found && { length: found[0].length, replacement: typographicSymbols[found[2]] ?? found[1] };
      }
      const isReached = followsText && text[offset - 1] !== '\\';
      const found = matchQuote(text, isReached ? offset - 1 : offset, offset);
      return (
        found && {
          length: found.written.length,
          replacement: found.written.replace(/["']/g, (quote) => quotes[found.side][quote as '"']),
        }
      );
    },
  };
}

/** Tries the rules from where kramdown is: from the character before the quote where that is text. */
function matchQuote(
  text: string,
  from: number,
  offset: number,
): { readonly written: string; readonly side: 'left' | 'right' } | undefined {
  const near = text.slice(Math.max(0, from), offset + 8);
  for (const [pattern, side] of quoteRules) {
    pattern.lastIndex = 0;
    const match = pattern.exec(near);
    if (match && Math.max(0, from) + match[1]!.length === offset) return { written: match[2]!, side };
  }
  return undefined;
}
