import type { DialectId } from '../../dialects/dialect.ts';
import type { FrontMatterFormat, FrontMatterOutline } from '../../syntax/frontMatter/index.ts';
import type { Languages } from './languages.ts';
import type { Linking } from './linking.ts';
import type { Publishing } from './publishing.ts';
import type { Templates } from './templates.ts';

/** A static-site generator: how it finds posts, reads their front matter, dates, publishes and addresses them. */
export interface Generator {
  readonly id: string;
  /** For people: `Jekyll`. */
  readonly name: string;
  /** Its own server for writers. */
  readonly localServer?: LocalServer;
  /** Whether a folder with these names is a site of this generator. */
  detect(names: readonly string[]): boolean;
  /** Configuration files in the site's root, in the order they are merged. */
  readonly configurationFiles: readonly string[];
  /** The configuration from those files' texts (by name, missing ones absent); a broken file gives an error and the defaults. Undefined where a site of this generator has files that are not there. */
  configure(files: ReadonlyMap<string, string>): Configuration | undefined;
  /** Front matter formats this generator reads. */
  readonly frontMatterFormats: readonly FrontMatterFormat[];
  /** What becomes of front matter it cannot use, where that is known. */
  readonly frontMatterDefects?: FrontMatterDefects;
  /** Keys that the generator and the site's plugins give a meaning, the most used first. */
  keys(configuration: Configuration): readonly KeyFact[];
  /** What the configuration gives a file (path relative to the site root) that does not say it itself, by key. */
  defaultValues?(path: string, configuration: Configuration): ReadonlyMap<string, DefaultValue>;
  /** Names that the key `layout` can have, by the files (paths relative to the site root) there are. */
  layouts?(files: Iterable<string>, configuration: Configuration): Layouts;
  /** Keys whose text is several terms with spaces between them. */
  readonly termsSplitAtSpaces?: readonly string[];
  /** Terms that differ only in case, spaces and hyphens are one. */
  readonly areTermsCaseInsensitive?: true;
  /** Keys that differ only in case are one. */
  readonly areKeysCaseInsensitive?: true;
  /**
   * The collection of a file (path relative to the site root), or undefined when the generator does not make a page of it.
   * What is not Markdown (`index.html`, `feed.xml`) is a page only when it has front matter.
   */
  collectionOf(path: string, configuration: Configuration): Collection | undefined;
  /** Whether the generator reads a file as Markdown. */
  isMarkdown(path: string, configuration: Configuration): boolean;
  /** Whether no posts are in a folder, though files for them may be: `static`, `_data`. */
  skipFolder(path: string, configuration: Configuration): boolean;
  /** Whether a folder holds what the generator wrote itself: `_site`, `public`, caches. */
  isOutput(path: string, configuration: Configuration): boolean;
  /** Whether the text of a file that is no post is wanted: data files, includes, authors. */
  reads?(path: string, configuration: Configuration): boolean;
  /** The file, relative to the site root, that `{% include name %}` stands for. */
  includePath?(name: string, configuration: Configuration): string;
  /** How pages and files are addressed and linked; undefined where only the site's own code knows. */
  readonly linking?: Linking;
  /** Whether the publication of other posts depends on this file, its front matter or its existence: `_index.md`. */
  affectsOtherPosts?(path: string): boolean;
  /** How the generator's own command begins a post; undefined where it has none. */
  readonly templates?: Templates;
  /** How writers publish a post and take it back. */
  readonly publishing: Publishing;
  /** Date, state and URL of a post. */
  publication(source: PostSource, configuration: Configuration, environment: Environment): Publication;
  /** How files tell their language; undefined where front matter alone does. */
  readonly languages?: Languages;
  /** Collections one can start a post in. */
  places(configuration: Configuration): readonly Collection[];
  /** The file, relative to the site root, of a new post, named as its siblings are. */
  newPostPath(post: NewPostSource, environment: Environment, configuration: Configuration): string;
  /** IANA name of the zone the configuration sets for dates; undefined where the computer's own counts. */
  timeZone(configuration: Configuration): string | undefined;
}

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

export interface Configuration {
  readonly data: Readonly<Record<string, unknown>>;
  readonly dialect: DialectId;
  /** Problems of the configuration files themselves; offsets into that file. */
  readonly errors: readonly ConfigurationError[];
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
  /** The texts of those files whose path is wanted. */
  texts(isWanted: (path: string) => boolean): readonly string[];
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
  /** What to write behind the key instead, where that is plain. */
  readonly value?: string;
}
