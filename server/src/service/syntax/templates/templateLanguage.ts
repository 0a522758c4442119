/** How a site's template engine reads a post before its Markdown is read. */
export interface TemplateLanguage {
  /** In the order in which they are tried. */
  readonly delimiters: readonly TagDelimiter[];
  /** The blocks of the language itself that are no Markdown of the page, by the name of the tag that opens them. */
  readonly blocks: ReadonlyMap<string, BlockContent>;
  /** Names of the tags that open blocks in which tags are text. */
  readonly rawBlocks: ReadonlySet<string>;
  /** Tags besides those of the language itself, by name. */
  readonly tags: TagDescriptions;
  /** Whether tags in code and in comments of HTML are text. */
  readonly ignoresCode?: true;
  /** Returns the language of a post with this front matter, which may turn templates off; undefined where front matter changes nothing. */
  forFrontMatter?(data: Readonly<Record<string, unknown>>): TemplateLanguage;
}

/** Braces between which tags stand. */
export interface TagDelimiter {
  readonly open: string;
  readonly close: string;
  /** `output` writes a value, `comment` nothing. */
  readonly kind: 'tag' | 'output' | 'comment';
  /** What the name of a tag that closes a block begins with. */
  readonly closingPrefix: 'end' | '/';
  /** What has to stand between the braces for them to be a tag; undefined for anything. */
  readonly requires?: RegExp;
  /** What blocks of tags are of which nothing is known; undefined for Markdown of the page. */
  readonly content?: BlockContent;
  /** Whether what is between the tags goes through the page's Markdown, printed as it is. */
  readonly printsMarkdown: boolean;
  /** Whether tags of which nothing is known may insert the text of a file into the page's Markdown. */
  readonly mayInsertFiles?: true;
}

/** A tag that a generator, its plugins or the site itself add to a template language. */
export interface TagDescription {
  /** What readers get to see of the block that it opens; undefined where its language says. */
  readonly content?: BlockContent;
  /** The same where the block goes through the page's Markdown; undefined for what is printed as it is. */
  readonly contentInMarkdown?: BlockContent;
  /** It shows an image. */
  readonly isImage?: true;
  /** What its first argument names; undefined for no file. */
  readonly argumentKind?: TagArgumentKind;
  /** It inserts the text of a file that is not read, which can define labels. */
  readonly insertsUnknownText?: true;
  /** The file whose text it inserts before Markdown is read. */
  readonly insertsFile?: InsertedFile;
  /** It writes neither ids nor headings. */
  readonly writesNoIds?: true;
}

/**
 * What stands between a tag and the one that closes it, where that is no Markdown of the page: shown as written, printed
 * without Markdown, up to a blank line part of a block of HTML, kept from the page, never read, or Markdown by itself,
 * which sees no definitions of the page.
 */
export type BlockContent = 'code' | 'verbatim' | 'html' | 'hidden' | 'comment' | 'separate';

/** A file that a tag inserts. */
export interface InsertedFile {
  /** Relative to the site root. */
  readonly path: string;
  readonly templates: TemplateLanguage;
}

/** Kinds of files that a tag names: a post, any file of the site, one among the includes, one of the post's own. */
export type TagArgumentKind = 'post' | 'any file' | 'include' | 'own file';

/** The tags of a site besides those of the template language itself, by name. */
export type TagDescriptions = ReadonlyMap<string, TagDescription>;

/** Tags of a text that belongs to no site. */
export const noTags: ReadonlyMap<string, TagDescription> = new Map();
