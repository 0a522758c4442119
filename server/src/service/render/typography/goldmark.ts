import type { SymbolContext, Symbols } from './symbols.ts';

const dashes: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['...', '…'],
  ['<<', '«'],
  ['>>', '»'],
];

/** What goldmark prints for the characters at an offset: typographerParser.Parse in extension/typographer.go. */
export const goldmarkSymbols: Symbols = {
  characters: '"\'-.<>',
  at(text, offset, { open }) {
    const character = text[offset]!;
    if (character !== '"' && character !== "'") {
      const found = dashes.find(([written]) => text.startsWith(written, offset));
      return found && { length: found[0].length, shown: found[1] };
    }
    const lineEnd = text.indexOf('\n', offset);
    const line = text.slice(offset, lineEnd < 0 ? text.length : lineEnd + 1);
    const shown =
      character === "'" ? single(line, text[offset - 1] ?? '\n', open) : double(line, text[offset - 1] ?? '\n', open);
    return shown === undefined ? undefined : { length: 1, shown };
  },
};

const isSpace = (character: string): boolean => character === '' || /\s/.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/** parser.ScanDelimiter: whether a run of quotes can open and close. */
function flanks(line: string, before: string): { readonly opens: boolean; readonly closes: boolean } {
  const after = line.replace(new RegExp(`^${line[0]}+`), '')[0] ?? '';
  const opens = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const closes = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  return { opens, closes };
}

function single(line: string, before: string, open: SymbolContext['open']): string | undefined {
  const { opens, closes } = flanks(line, before);
  const behindGap = isSpace(before) || isPunctuation(before);
  if (opens && !closes && /^'\d\ds(?![\p{L}\p{N}])/u.test(line)) return '’';
  if (behindGap && /^'[tenl]/.test(line)) return '’';
  if (/[\p{L}\p{Nd}]/u.test(before) && /^'\p{L}/u.test(line)) return '’';
  if (opens && !closes) {
    if (/^'([smtd]|ve|ll|re)([\p{P}\s]|$)/u.test(line)) return '’';
    open.single++;
    return '‘';
  }
  if (line.length > 2 && !/^'\d/.test(line)) return '’';
  if (open.single > 0 && isClosing(line, { opens, closes })) {
    open.single--;
    return '’';
  }
  return undefined;
}

function double(line: string, before: string, open: SymbolContext['open']): string | undefined {
  const { opens, closes } = flanks(line, before);
  if (opens && !closes) {
    open.double++;
    return '“';
  }
  if (open.double === 0 || !isClosing(line, { opens, closes }) || (line[1] === '"' && /\d/.test(before)))
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
