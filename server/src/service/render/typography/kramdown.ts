import type { Symbols } from './symbols.ts';

/** Lookaheads as Ruby reads them: `\w` and `\s` are ASCII, `\B` knows all letters. */
const noWord = '(?![\\p{L}\\p{M}\\p{N}\\p{Pc}])';
const punctuation = '[!"#$%\'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]';

const left = { '"': '“', "'": '‘' } as const;
const right = { '"': '”', "'": '’' } as const;

/** SQ_RULES of parser/kramdown/smart_quotes.rb: a pattern at the character before the quote (`^` where that one is no text), and the quotes it makes. */
const rules: readonly (readonly [RegExp, (quotes: string) => string])[] = [
  [/()(["'])(?=[_*]{1,2}\S)/uy, opening],
  [new RegExp(`()(["'])(?=${punctuation}(?!\\.\\.)${noWord})`, 'uy'), closing],
  [/(\s?)("')(?=\w)/uy, opening],
  [/(\s?)('")(?=\w)/uy, opening],
  [/(\s?)(')(?=\d\ds)/uy, closing],
  [/(\s)(['"])(?=\w)/uy, opening],
  [/([^ \\\t\r\n[{(-])(['"])/uy, closing],
  [new RegExp(`()(["'])(?=\\s|s${noWord}|$)`, 'uy'), closing],
  [/([^]?)(['"])/uy, opening],
];

function opening(quotes: string): string {
  return quotes.replace(/["']/g, (quote) => left[quote as '"']);
}

function closing(quotes: string): string {
  return quotes.replace(/["']/g, (quote) => right[quote as '"']);
}

/** TYPOGRAPHIC_SYMS of parser/kramdown/typographic_symbol.rb, in its order. */
const symbols: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['<< ', '«\u00A0'],
  ['<<', '«'],
  ['>>', '»'],
];

/** Characters that a backslash does not escape in kramdown (ESCAPED_CHARS_GFM) though it does in CommonMark. */
const notEscaped = new Set('/@&%,;?^'.split(''));

/** What kramdown prints for the characters at an offset. */
export const kramdownSymbols: Symbols = {
  characters: '"\'-.<>\\',
  at(text, offset, { followsText }) {
    const character = text[offset]!;
    if (character === '\\')
      return notEscaped.has(text[offset + 1] ?? '') ? { length: 2, shown: text.slice(offset, offset + 2) } : undefined;
    if (character !== '"' && character !== "'") {
      const found = symbols.find(([written]) => text.startsWith(written, offset));
      return found && { length: found[0].length, shown: found[1] };
    }
    const isReached = followsText && text[offset - 1] !== '\\';
    return quote(text, isReached ? offset - 1 : offset, offset);
  },
};

/** Rules are tried where kramdown stands: at the character before the quote when that is text. */
function quote(text: string, from: number, offset: number): { length: number; shown: string } | undefined {
  const around = text.slice(Math.max(0, from), offset + 8);
  for (const [pattern, made] of rules) {
    pattern.lastIndex = 0;
    const match = pattern.exec(around);
    if (match && Math.max(0, from) + match[1]!.length === offset)
      return { length: match[2]!.length, shown: made(match[2]!) };
  }
  return undefined;
}
