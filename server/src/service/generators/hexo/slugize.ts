import type { HexoSettings } from './settings.ts';
import { trim } from '../../text/scan.ts';

const diacritics = /[\u0300-\u036f]/g;
const special = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g;

/** Letters without a decomposition that hexo-util writes in ASCII all the same (`escape_diacritic.ts`). */
const spelt: Readonly<Record<string, string>> = {
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

/** Hexo's slug of a text with its case kept (`hexo-util/slugize.ts`): without accents, words joined with `-`. */
export function slugize(text: string): string {
  const plain = text.replace(
    /[\u00c0-\u024f\u1e00-\u1eff]/g,
    (letter) => spelt[letter] ?? letter.normalize('NFD').replace(diacritics, ''),
  );
  const slug = [...plain]
    .filter((unit) => unit > '\x1f')
    .join('')
    .replace(special, '-');
  return trim(slug, '-');
}

/** The slug that `hexo new` names a file with: in lower case with `filename_case: 1`, in upper case with 2. */
export function fileSlug(title: string, { filenameCase }: Pick<HexoSettings, 'filenameCase'>): string {
  const slug = slugize(title);
  return filenameCase === 1 ? slug.toLowerCase() : filenameCase === 2 ? slug.toUpperCase() : slug;
}
