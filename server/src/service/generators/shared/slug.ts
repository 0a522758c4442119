/** Jekyll's slug modes for URLs (`utils.rb#slugify`): `default` keeps letters, marks and digits, `pretty` also `._~!$&'()+,;=@`. */
export type SlugMode = 'default' | 'pretty';

const separators: Readonly<Record<SlugMode, RegExp>> = {
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
};

/** Returns the words of a text joined with `-`, their case kept. */
export function slugifyKeepingCase(text: string, mode: SlugMode): string {
  return text.replace(separators[mode], '-').replace(/^-|-$/g, '');
}

/** Returns the words of a text in lower case, joined with `-`; '' when it has none. */
export function slugify(text: string, mode: SlugMode = 'default'): string {
  return toLowerCase(slugifyKeepingCase(text, mode));
}

/** Returns a text in lower case as Ruby's `downcase` does, without a final sigma. */
export function toLowerCase(text: string): string {
  return text.replaceAll('Σ', 'σ').toLowerCase();
}

/** Returns `Some Thing` for `some-THING`: the title of a Jekyll post without one (`utils.rb#titleize_slug`). */
export function toTitle(slug: string): string {
  return slug.split('-').map(capitalize).join(' ').trimEnd();
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
