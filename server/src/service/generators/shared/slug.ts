/** Jekyll's slug modes that addresses use (`utils.rb`): `default` keeps letters, marks and digits, `pretty` also `._~!$&'()+,;=@`. */
export type SlugMode = 'default' | 'pretty';

const separators: Readonly<Record<SlugMode, RegExp>> = {
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
};

/** The words of a text joined with `-`, with their case kept. */
export function slugifyKeepingCase(text: string, mode: SlugMode): string {
  return text.replace(separators[mode], '-').replace(/^-|-$/g, '');
}

/** The words of a text in lower case, joined with `-`; '' when it has none. */
export function slugify(text: string, mode: SlugMode = 'default'): string {
  return toLowerCase(slugifyKeepingCase(text, mode));
}

/** A text in lower case as Ruby has it, which knows no final sigma. */
export function toLowerCase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

/** `Some Thing` from `some-THING`: the title Jekyll gives a post without one (`titleize_slug`). */
export function toTitle(slug: string): string {
  return slug.split('-').map(capitalize).join(' ').trimEnd();
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
