/** A page as an engine writes it. */
export interface BuiltPage {
  /** The file it is made from, relative to the site root. */
  readonly file: string;
  /** With the base path, as the engine prints it. */
  readonly url: string;
  /** The moment of its date in milliseconds since 1970; undefined where it has none, 'unknown' where the engine does not tell. */
  readonly date?: number | 'unknown';
  /** Its HTML, as far as its links are in it. */
  readonly html: string;
}

/** What an engine made of a site: `files` are paths below the folder it writes. */
export type Built =
  | { readonly pages: readonly BuiltPage[]; readonly files: ReadonlySet<string> }
  | { readonly stopped: string };
