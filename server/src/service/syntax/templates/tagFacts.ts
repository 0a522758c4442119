/** What is known of a tag that a generator or its plugins add to a template language. */
export interface TagFact {
  /** It opens a block that is shown as it is written: `{% highlight ruby %}`. */
  readonly isCode?: true;
  /** It shows an image. */
  readonly isImage?: true;
  /** What its first argument names. */
  readonly names?: TagTarget;
  /** It brings the text of a file that is not looked for, which may define labels. */
  readonly bringsUnseenText?: true;
}

/** Kinds of files that a tag names: a post, any file of the site, one among the includes, one of the post's own. */
export type TagTarget = 'post' | 'any file' | 'include' | 'own file';

/** The tags that a site's posts can use besides those of the language itself, by name. */
export type TagFacts = ReadonlyMap<string, TagFact>;

/** Of a text that belongs to no site. */
export const noTags: ReadonlyMap<string, TagFact> = new Map();
