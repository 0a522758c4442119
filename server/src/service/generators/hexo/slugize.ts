import type { HexoSettings } from './settings.ts';
import { trim } from '../../text/scan.ts';

const diacritics = /[\u0300-\u036f]/g;
const separators = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g;

/** Letters without a decomposition that hexo-util transliterates (`escape_diacritic.ts`). */
const transliterations: Readonly<Record<string, string>> = {
  ß: 's',
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
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
};

/** Returns Hexo's slug of a text (`hexo-util/slugize.ts`): without accents, words joined with `-`, its case kept. */
export function slugize(text: string): string {
  const plain = text.replace(
    /[\u00c0-\u024f\u1e00-\u1eff]/g,
    (letter) => transliterations[letter] ?? letter.normalize('NFD').replace(diacritics, ''),
  );
  const slug = [...plain]
    .filter((character) => character > '\x1f')
    .join('')
    .replace(separators, '-');
  return trim(slug, '-');
}

/** Returns the slug in the file name of `hexo new`: in lower case with `filename_case: 1`, in upper case with 2. */
export function toFileSlug(title: string, { filenameCase }: Pick<HexoSettings, 'filenameCase'>): string {
  const slug = slugize(title);
  return filenameCase === 1 ? slug.toLowerCase() : filenameCase === 2 ? slug.toUpperCase() : slug;
}
