import { slug } from 'github-slugger';

/** Whose rules make a heading's id from its text. */
export type AnchorStyle = 'github' | 'kramdown' | 'goldmark' | 'goldmark-ascii' | 'blackfriday' | 'zola' | 'hexo';

/**
 * The id of a heading's plain text: as GitHub makes it, kramdown's GFM parser (`generate_gfm_header_id`), Hugo's goldmark
 * (`markup/goldmark/autoid.go`), Zola (`slug` crate) or Hexo (`hexo-util/slugize`).
 */
export function anchor(text: string, style: AnchorStyle = 'github'): string {
  return makers[style](text);
}

const makers: Readonly<Record<AnchorStyle, (text: string) => string>> = {
  github: (text) => slug(text),
  kramdown: (text) => slug(lowerCase(text).replaceAll('\t', ' ')),
  goldmark: (text) =>
    lowerCase(text)
      .trim()
      .replace(/[^\p{L}\p{Nd}_\- ]/gu, '')
      .replace(/ /g, '-') || 'heading',
  'goldmark-ascii': (text) =>
    lowerCase(text.normalize('NFD').replace(/\p{Mn}+/gu, ''))
      .trim()
      .replace(/[^\w\- ]/g, '')
      .replace(/ /g, '-') || 'heading',
  blackfriday: (text) =>
    lowerCase(text)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'heading',
  zola: (text) =>
    withoutAccents(text)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  hexo: (text) =>
    withoutAccents(text)
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-')
      .replace(/^-+|-+$/g, ''),
};

/** In lower case letter by letter, as Go and Ruby do it, so that a word's last sigma is one like any other. */
function lowerCase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}

/** An anchor no heading before has: the second of a name gets `-1`; `taken` counts those given so far by name. */
export function freeAnchor(name: string, taken: Map<string, number>): string {
  const count = taken.get(name) ?? 0;
  taken.set(name, count + 1);
  return count === 0 ? name : `${name}-${count}`;
}
