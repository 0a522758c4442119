import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';

/** A generator's server on the writer's own computer. */
export interface LocalServer {
  /** Where it listens unless told otherwise. */
  readonly port: number;
  /** What starts it in the site's root. */
  command(siteView: SiteView): string;
}

/** What a generator needs to name a new post. */
export interface NewPostSource {
  readonly collection: Collection;
  readonly title: string;
  /** Where the site has several, as it writes it: `fr`. */
  readonly language?: string;
  /** Paths of the posts in the same collection relative to the site root, the newest first. */
  readonly siblings: readonly string[];
}

/** What an engine does with front matter it cannot use, in sentences; seen by running it. */
export interface FrontMatterDefects {
  readonly unreadable: string;
  readonly unclosed: string;
  /** It looks for front matter at the first character of a file only. */
  readonly wantsFirstCharacter: boolean;
}

/** The moment and the zone for which dates are judged; the service has no clock. */
export interface Environment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA name, for generators that use the computer's own zone. */
  readonly timeZone: string;
  /** Called with each address and each name of the site that an answer depends on, so that the answer can be cached until something there changes. */
  readonly onDependency?: (name: string) => void;
}

export interface ConfigurationError {
  readonly file: string;
  readonly offset: number;
  readonly message: string;
}

/** Where posts of one kind live. */
export interface Collection {
  /** `posts`, `drafts`, `news`, `pages`. */
  readonly name: string;
  /** Folder relative to the site root. */
  readonly folder: string;
}

export interface KeyFact {
  readonly key: string;
  readonly type: 'string' | 'boolean' | 'date' | 'list' | 'number' | 'map';
  /** One sentence: what the generator does with it. */
  readonly description: string;
  /** Documentation page. */
  readonly url?: string;
  /** Values that are always possible. */
  readonly values?: readonly string[];
  /** Another kind of value, such as a quoted `"false"`, has another effect. */
  readonly isStrict?: true;
  /** Only in these collections. */
  readonly collections?: readonly string[];
}

/** A value that the configuration gives a key. */
export interface DefaultValue {
  readonly value: unknown;
  /** Where it is written, for people: `_config.yml, defaults for "_posts"`. */
  readonly from: string;
}

export interface Layouts {
  readonly names: readonly string[];
  /** False where others may come from a theme that is not in the site's folder. */
  readonly isComplete: boolean;
  /** Values that stand for no layout, or for one that a host of sites adds. */
  readonly unlisted?: ReadonlySet<string>;
}

/** What a generator sees of a post: path relative to the site root. */
export interface PostSource {
  readonly path: string;
  /** Undefined when the file has none that this generator reads. */
  readonly frontMatter: FrontMatterOutline | undefined;
  readonly siteView: SiteView;
}

/**
 * What a generator can see of a site next to the post it is asked about; paths are relative to the site root. Another one takes
 * its place when files come, go or change, so that answers can be kept as long as it stays.
 */
export interface SiteView {
  /** The same object as long as nothing changes that affects other posts: publications stay what they were. */
  readonly publicationKey: object;
  /** Whether there is such a file. */
  has(path: string): boolean;
  /** Whether there are files in such a folder or below it. */
  hasFolder(path: string): boolean;
  /** The text of a file that the generator `reads`. */
  text(path: string): string | undefined;
  /** The texts of those files whose path is wanted, by path. */
  texts(isWanted: (path: string) => boolean): ReadonlyMap<string, string>;
  /** The front matter of a file that `affectsOtherPosts`. */
  frontMatter(path: string): FrontMatterOutline | undefined;
}

export type PostState = 'published' | 'draft' | 'scheduled' | 'expired' | 'unpublished' | 'skipped';

export interface Publication {
  readonly title: string;
  /** ISO 8601 with offset, `2024-05-01T00:00:00+02:00`. */
  readonly date?: string;
  readonly collection?: string;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly state: PostState;
  /** Path with base URL as the generator writes it, `/blog/2024/05/01/title.html`; undefined where it is not certain. */
  readonly url?: string;
  /** Sentences: why the state is what it is. */
  readonly reasons: readonly string[];
  /** Those of the reasons that lie in the post itself and that the generator is sure of. */
  readonly causes?: readonly Cause[];
}

/**
 * What of a post a cause is about: its state, its file name, something that stops the build, a date that cannot be read, one
 * that falls on another day in the site's zone, or one that does so only in this computer's zone because the site sets none.
 */
export type CauseSubject = 'state' | 'file name' | 'build' | 'unreadable date' | 'moved date' | 'moved date here';

/** Something in a post that decides whether, when and where it appears. */
export interface Cause {
  readonly about: CauseSubject;
  /** Sentences, for the writer. */
  readonly reason: string;
  /** The front matter key that brings it about, as the author spelt it. */
  readonly key?: string;
  /** What to write after the key instead, where that is plain. */
  readonly value?: string;
}
