import type { Dialect } from '../../dialects/dialect.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import type { SiteFolders } from './folders.ts';
import type { DeclaredLanguages, Languages } from './languages.ts';
import type { Insertion } from './insertion.ts';
import type { Linking } from './linking.ts';
import type {
  Collection,
  ConfigurationError,
  DefaultValue,
  Environment,
  FrontMatterDefects,
  KeyFact,
  Layouts,
  LocalServer,
  NewPostSource,
  PostSource,
  Publication,
} from './model.ts';
import type { GeneratorTag, PreviewTemplates } from './preview.ts';
import type { Publishing } from './publishing.ts';
import type { Templates } from './templates.ts';

/** What is the same for every site of a generator. */
interface GeneratorIdentity {
  readonly id: string;
  /** For people: `Jekyll`. */
  readonly name: string;
  /** Paths of configuration files relative to the site root, in the order they are merged. */
  readonly configurationFiles: readonly string[];
}

/** A static-site generator: how its sites are recognized and configured. */
export interface Generator extends GeneratorIdentity {
  /** Whether a folder with these names is a site of this generator. */
  detect(names: readonly string[]): boolean;
  /**
   * The generator as a site configures it, from the texts of its configuration files (by path, missing ones absent); a broken
   * file gives an error and the defaults. Undefined where a site of this generator has files that are not there.
   */
  configure(files: ReadonlyMap<string, string>): ConfiguredGenerator | undefined;
  /** Front matter keys that give a page its address, the surest first. */
  readonly addressKeys?: readonly string[];
  /** Front matter keys for other addresses that lead to a page, or from it. */
  readonly redirectKeys?: readonly string[];
  /** Names of folders in which no site is looked for: themes, what a build wrote. */
  readonly foldersWithoutSites?: readonly string[];
  /** Whether a folder (a path that ends with its name) of these files alone holds settings of the site above it: `config/production`. */
  isSettingsFolder?(path: string, files: readonly string[]): boolean;
}

/**
 * A generator as one site configures it: how it finds posts, reads their front matter, dates, publishes and addresses them.
 * Paths are relative to the site root. The object stays the same as long as the configuration does, so that answers can be cached.
 */
export interface ConfiguredGenerator extends GeneratorIdentity {
  /** How the site's Markdown is read and printed. */
  readonly dialect: Dialect;
  /** Problems of the configuration files themselves; offsets into that file. */
  readonly errors: readonly ConfigurationError[];
  /** IANA name of the zone the configuration sets for dates; undefined where the computer's own counts. */
  readonly timeZone?: string;
  /** Code of the language that the configuration names as the site's own, as the site writes it: `en-us`. */
  readonly locale?: string;
  /** Its own server for writers. */
  readonly localServer?: LocalServer;
  /** Front matter formats this generator reads. */
  readonly frontMatterFormats: readonly FrontMatterFormat[];
  /** What becomes of front matter it cannot use, where that is known. */
  readonly frontMatterDefects?: FrontMatterDefects;
  /** Keys that the generator and the site's plugins give a meaning, the most used first. */
  readonly keys: readonly KeyFact[];
  /** Template tags in posts that mean something, by name, besides those of the template language itself. */
  readonly tags: ReadonlyMap<string, GeneratorTag>;
  /** Plural names of taxonomies that the configuration adds to tags and categories. */
  readonly taxonomies?: readonly string[];
  /** Keys whose text is several terms with spaces between them. */
  readonly termsSplitAtSpaces?: readonly string[];
  /** Terms that differ only in case, spaces and hyphens are one. */
  readonly areTermsCaseInsensitive?: true;
  /** Keys that differ only in case are one. */
  readonly areKeysCaseInsensitive?: true;
  /** Plugins write translations with one permalink to addresses of their own. */
  readonly translationsShareUrls?: boolean;
  /** What the configuration gives a file that does not say it itself, by key. */
  defaultValues?(path: string): ReadonlyMap<string, DefaultValue>;
  /** Names that the key `layout` can have, by the files there are. */
  layouts?(files: Iterable<string>): Layouts;
  /**
   * The collection of a file, or undefined when the generator does not make a page of it. What is not Markdown (`index.html`,
   * `feed.xml`) is a page only when it has front matter.
   */
  collectionOf(path: string): Collection | undefined;
  /** Whether the generator reads a file as Markdown. */
  isMarkdown(path: string): boolean;
  /** Whether no posts are in a folder, though files for them may be: `static`, `_data`. */
  skipFolder(path: string): boolean;
  /** Whether a folder holds what the generator wrote itself: `_site`, `public`, caches. */
  isOutput(path: string): boolean;
  /** Whether the text of a file that is no post is wanted: data files, includes, authors. */
  reads?(path: string): boolean;
  /** Hidden folders whose files are wanted: `.astro`. */
  readonly hiddenFolders?: readonly string[];
  /** The collection whose posts a file describes, a JSON Schema that the generator writes itself; undefined for any other file. */
  collectionDescribedBy?(path: string): string | undefined;
  /** Whether a file holds authors by the keys that posts give: all of them, or one whose key is the file's name. */
  authorsIn?(path: string): 'all' | 'one' | undefined;
  /** Where files are that pages show. */
  readonly folders: SiteFolders;
  /** The folder of the files that `{% include name %}` names; undefined where posts have no such tag. */
  readonly includesFolder?: string;
  /** Whether the publication of other posts depends on this file, its front matter or its existence: `_index.md`. */
  affectsOtherPosts?(path: string): boolean;
  /** Date, state and URL of a post. */
  publication(source: PostSource, environment: Environment): Publication;
  /** How pages and files are addressed and linked; undefined where only the site's own code knows. */
  readonly linking?: Linking;
  /** How files tell their language; undefined where front matter alone does. */
  readonly languages?: Languages;
  /** Languages that the configuration names where front matter tells the language of a post. */
  readonly declaredLanguages?: DeclaredLanguages;
  /** Collections one can start a post in. */
  readonly places: readonly Collection[];
  /** The file of a new post, named as its siblings are. */
  newPostPath(post: NewPostSource, environment: Environment): string;
  /** How the generator's own command begins a post; undefined where it has none. */
  readonly templates?: Templates;
  /** How writers publish a post and take it back. */
  readonly publishing: Publishing;
  /** What writers put into posts besides text. */
  readonly insertion: Insertion;
  /** What a preview approximates of templates inside posts. */
  readonly preview?: PreviewTemplates;
}
