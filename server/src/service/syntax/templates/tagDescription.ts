/** A tag that a generator or its plugins add to a template language. */
export interface TagDescription {
  /** It opens a block that is shown as written: `{% highlight ruby %}`. */
  readonly isCode?: true;
  /** It shows an image. */
  readonly isImage?: true;
  /** What its first argument names; undefined for no file. */
  readonly argumentKind?: TagArgumentKind;
  /** It inserts the text of a file that is not read, which can define labels. */
  readonly insertsUnknownText?: true;
}

/** Kinds of files that a tag names: a post, any file of the site, one among the includes, one of the post's own. */
export type TagArgumentKind = 'post' | 'any file' | 'include' | 'own file';

/** The tags of a site besides those of the template language itself, by name. */
export type TagDescriptions = ReadonlyMap<string, TagDescription>;

/** Tags of a text that belongs to no site. */
export const noTags: ReadonlyMap<string, TagDescription> = new Map();
