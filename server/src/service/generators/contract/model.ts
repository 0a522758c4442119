import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';

/** A generator's development server. */
export interface LocalServer {
  /** The port on which it listens by default. */
  readonly port: number;
  /** Returns the shell command that starts it in the site root. */
  getCommand(siteView: SiteView): string;
}

/** The values by which a generator names a new post. */
export interface NewPostSource {
  readonly collection: Collection;
  readonly title: string;
  /** The language code as the site writes it: `fr`; undefined on a site with one language. */
  readonly language?: string;
  /** Paths of the posts in the same collection relative to the site root, the newest first. */
  readonly siblings: readonly string[];
}

/** What a generator does with front matter that it cannot read, in sentences for the writer; observed by running it. */
export interface FrontMatterErrorEffects {
  /** The text between the fences is no valid YAML, TOML or JSON. */
  readonly invalid: string;
  /** The closing fence is missing. */
  readonly unclosed: string;
  /** Whether front matter counts only at the first character of a file. */
  readonly mustStartAtFirstCharacter: boolean;
}

/** The time and time zone for which a publication is computed; the service has no clock. */
export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name of the computer's time zone, for generators that use it. */
  readonly timeZone: string;
  /** Called with each URL and each file name that an answer depends on, so that the answer can be cached until one of them changes. */
  readonly onDependency?: (name: string) => void;
}

/** A syntax error in a configuration file. */
export interface ConfigurationError {
  /** Path relative to the site root. */
  readonly file: string;
  /** In that file, in UTF-16 code units. */
  readonly offset: number;
  /** One sentence for the writer. */
  readonly message: string;
}

/** Posts of one kind and the folder they are in. */
export interface Collection {
  /** `posts`, `drafts`, `news`, `pages`. */
  readonly name: string;
  /** Folder relative to the site root. */
  readonly folder: string;
}

/** A front matter key that a generator or its plugins read. */
export interface FrontMatterKey {
  readonly key: string;
  readonly type: 'string' | 'boolean' | 'date' | 'list' | 'number' | 'map';
  /** One sentence: what the generator does with it. */
  readonly description: string;
  /** The page of the generator's documentation. */
  readonly url?: string;
  /** Values that the key accepts on every site; a site may accept others. */
  readonly values?: readonly string[];
  /** A value of another type, such as a quoted `"false"`, has another effect. */
  readonly isStrict?: true;
  /** Collections in which the key counts; undefined for all. */
  readonly collections?: readonly string[];
}

/** A value that the configuration gives a front matter key. */
export interface DefaultValue {
  readonly value: unknown;
  /** Where the configuration sets it, for the writer: `_config.yml, defaults for "_posts"`. */
  readonly source: string;
}

/** Layouts that a page can name. */
export interface Layouts {
  readonly names: readonly string[];
  /** False where others may come from a theme that is not in the site's folder. */
  readonly isComplete: boolean;
  /** Values without a layout file that are no mistake: they mean no layout, or one that the host adds. */
  readonly acceptedNames?: ReadonlySet<string>;
}

/** What a generator sees of a post. */
export interface PostSource {
  /** Relative to the site root. */
  readonly path: string;
  /** Undefined when the file has none in a format that this generator reads. */
  readonly frontMatter: FrontMatterOutline | undefined;
  readonly siteView: SiteView;
}

/**
 * What a generator sees of a site besides the post in question; paths are relative to the site root. It is immutable: when
 * files are created, deleted or changed, a new object replaces it, so that answers can be cached by it.
 */
export interface SiteView {
  /** The same object as long as no change affects the publication of other posts. */
  readonly publicationKey: object;
  /** Whether the site has a file at a path. */
  hasFile(path: string): boolean;
  /** Whether there are files in a folder or below it. */
  hasFolder(path: string): boolean;
  /** Returns the text of a support file (`ConfiguredGenerator.isSupportFile`); undefined for any other file. */
  getText(path: string): string | undefined;
  /** Returns the texts of the support files whose path is wanted, by path. */
  getTexts(isWanted: (path: string) => boolean): ReadonlyMap<string, string>;
  /** Returns the front matter of a file for which `affectsOtherPosts` holds; undefined for any other file. */
  getFrontMatter(path: string): FrontMatterOutline | undefined;
}

/** Whether a build today writes the page of a post; `skipped` posts are no pages to the generator, or stop the build. */
export type PostState = 'published' | 'draft' | 'scheduled' | 'expired' | 'unpublished' | 'skipped';

/** What a generator makes of a post: title, date, state and URL. */
export interface Publication {
  readonly title: string;
  /** ISO 8601 with offset, `2024-05-01T00:00:00+02:00`. */
  readonly date?: string;
  readonly collection?: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly state: PostState;
  /** The URL path as the generator writes it, base path included: `/blog/2024/05/01/title.html`; undefined where it is not certain. */
  readonly url?: string;
  /** Sentences for the writer that explain the state. */
  readonly reasons: readonly string[];
  /** The generator passes the file by as none of the site's: an ignore file names it. */
  readonly isIgnored?: true;
  /** Causes in the post itself of which the generator is certain; undefined where there are none. */
  readonly causes?: readonly Cause[];
}

/**
 * What a cause concerns: the state of the post, its file name, something that stops the build, a date that cannot be read, one
 * that falls on another day in the site's time zone, or one that does so only in this computer's because the site sets none.
 */
export type CauseSubject = 'state' | 'file name' | 'build' | 'unreadable date' | 'moved date' | 'moved date here';

/** Something in a post that decides whether, when and where it appears. */
export interface Cause {
  readonly subject: CauseSubject;
  /** Sentences for the writer. */
  readonly reason: string;
  /** The front matter key that is the cause, as written in the post. */
  readonly key?: string;
  /** The value to write after the key instead, in the format of the front matter; undefined where it is not certain. */
  readonly value?: string;
}
