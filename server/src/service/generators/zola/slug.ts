import { trimEnd } from '../../text/scan.ts';
/** How slugs are made of names (`slugify.paths` in the configuration): ASCII words, without characters that file systems forbid, as written. */
export type SlugStrategy = 'on' | 'safe' | 'off';

/** Returns the slug of a name (`slugs.rs`); undefined for scripts that Zola transliterates by a table of its own. */
export function slugify(name: string, strategy: SlugStrategy): string | undefined {
  if (strategy === 'off') return name;
  if (strategy === 'safe') return trimEnd(name, ' .').replace(/[<>:"/\\|?*]/g, '');
  const ascii = toAscii(name);
  return ascii
    ?.toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Letters that are no ASCII letter with a mark, as the crate deunicode transliterates them. */
const transliterations: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
};

function toAscii(name: string): string | undefined {
  if (!/[^\0-\x7f]/.test(name)) return name;
  let ascii = '';
  for (const letter of name) {
    const plain = letter <= '\x7f' ? letter : (transliterations[letter] ?? stripMarks(letter));
    if (plain === undefined) return undefined;
    ascii += plain;
  }
  return ascii;
}

/** Returns a Latin letter without its marks; a space for punctuation, which ends a word. */
function stripMarks(letter: string): string | undefined {
  if (/[\u00a0\u00a1\u00ab\u00b7\u00bb\u00bf\u2010-\u201f\u2026\u2039\u203a]/.test(letter)) return ' ';
  const [base, ...marks] = letter.normalize('NFD');
  return base !== undefined &&
    /[A-Za-z]/.test(base) &&
    marks.length > 0 &&
    marks.every((mark) => /[\u0300-\u036f]/.test(mark))
    ? base
    : undefined;
}
