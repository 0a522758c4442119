/** Letters that `unidecode` spells otherwise than by leaving off their marks. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '--',
  '…': '...',
};

/** Returns the slug of a text (`slugify` in utils.py with the default substitutions); undefined where it holds letters that only a table spells. */
export function slugify(text: string): string | undefined {
  if (/[<>]|&#?\w+;/.test(text)) return undefined;
  const plain = text.replace(/\P{ASCII}/gu, (letter) => {
    const small = spelled[letter.toLowerCase()];
    return small ?? letter.normalize('NFKD').replace(/\p{M}+/gu, '');
  });
  if (/\P{ASCII}/u.test(plain)) return undefined;
  return plain
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/[-\s]+/g, '-')
    .toLowerCase();
}
