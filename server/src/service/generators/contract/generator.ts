import type { Dialect } from '../../dialects/dialect.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import type { FrontMatterOptions } from '../../syntax/frontMatter/options.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import type { SiteFolders } from './folders.ts';
import type { DeclaredLanguages, Languages } from './languages.ts';
import type { Insertion } from './insertion.ts';
import type { Linking } from './linking.ts';
import type {
  Collection,
  ConfigurationError,
  DefaultValue,
  Environment,
  FrontMatterErrorEffects,
  FrontMatterKey,
  Layouts,
  LocalServer,
  NewPostSource,
  PostSource,
  Publication,
  SiteView,
} from './model.ts';
import type { GeneratorTag, PreviewTemplates } from './preview.ts';
import type { Publishing } from './publishing.ts';
import type { PostTemplates } from './templates.ts';

/** Properties that are the same for every site of a generator. */
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
   * file gives an error and the defaults. Undefined where the files are not those of a site of this generator.
   */
  configure(files: ReadonlyMap<string, string>): ConfiguredGenerator | undefined;
  /** Front matter keys that decide the URL of a page, the most certain first. */
  readonly urlKeys?: readonly string[];
  /** Front matter keys for URLs that redirect to a page, or to which it redirects. */
  readonly redirectKeys?: readonly string[];
  /** Names of folders that are not searched for sites: themes, build output. */
  readonly ignoredFolders?: readonly string[];
  /** Whether a folder (a path that ends with its name) that holds only these files has configuration files of the site above it: `config/production`. */
  isConfigurationFolder?(path: string, files: readonly string[]): boolean;
}

/**
 * A generator as one site configures it: how it finds posts, reads their front matter, and computes their dates, states and URLs.
 * Paths are relative to the site root. The object stays the same as long as the configuration does, so that answers can be cached.
 */
export interface ConfiguredGenerator extends GeneratorIdentity {
  /** How the site's Markdown is read and printed. */
  readonly dialect: Dialect;
  /** Whether code of the site or its theme may make the engine read what the dialect does not, such as footnotes; undefined where none can. */
  mayExtendMarkdown?(siteView: SiteView): boolean;
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
  /** What the generator's parsers of front matter take and refuse; undefined for what most do. */
  readonly frontMatterOptions?: FrontMatterOptions;
  /** What the generator does with front matter that it cannot read; undefined where that is not known. */
  readonly frontMatterErrorEffects?: FrontMatterErrorEffects;
  /** Front matter keys that the generator and the site's plugins read, the most used first. */
  readonly frontMatterKeys: readonly FrontMatterKey[];
  /** Template tags of the generator and its plugins, by name, besides those of the template language itself. */
  readonly tags: ReadonlyMap<string, GeneratorTag>;
  /** Returns the template language of the file at a path; the object stays the same as long as path and site do. */
  getTemplates(path: string, siteView: SiteView): TemplateLanguage;
  /** Whether a tag in a post may write ids or headings, by its name, an include by its name and the name of its file after a space; undefined where every tag but those in `tags` may. */
  mayWriteIds?(tag: string, siteView: SiteView): boolean;
  /**
   * Returns the paths of the templates that print a page, with all that these include; undefined where some of them may be in a
   * theme that is not in the site's folder.
   */
  findPageTemplates?(source: PostSource): ReadonlySet<string> | undefined;
  /** Whether a file is the template of a tag and not of a page. */
  isTagTemplate?(path: string): boolean;
  /** Plural names of taxonomies that the configuration adds to tags and categories. */
  readonly taxonomies?: readonly string[];
  /** Front matter keys whose text is split into terms at spaces. */
  readonly termsSplitAtSpaces?: readonly string[];
  /** Terms that differ only in case, spaces and hyphens are one. */
  readonly areTermsCaseInsensitive?: true;
  /** Keys that differ only in case are one. */
  readonly areKeysCaseInsensitive?: true;
  /** Whether translations share one permalink, and plugins write them to different URLs. */
  readonly translationsShareUrls?: boolean;
  /** Returns the values that the configuration gives a file whose front matter lacks them, by key. */
  getDefaultValues?(path: string): ReadonlyMap<string, DefaultValue>;
  /** Returns the names that the key `layout` can have, from the paths of the site's files. */
  findLayouts?(files: Iterable<string>): Layouts;
  /**
   * Returns the collection of a file, or undefined when the generator makes no page of it. A file that is not Markdown
   * (`index.html`, `feed.xml`) is a page only when it has front matter.
   */
  getCollection(path: string): Collection | undefined;
  /** Whether the generator reads a file as Markdown. */
  isMarkdown(path: string): boolean;
  /** Whether a folder holds no posts, though it may hold files that posts use: `static`, `_data`. */
  isSkippedFolder(path: string): boolean;
  /** Whether a folder holds build output: `_site`, `public`, caches. */
  isOutputFolder(path: string): boolean;
  /** Whether the generator needs the text of a file that is no post: data files, includes, authors. */
  isSupportFile?(path: string): boolean;
  /** Hidden folders whose files are read as well: `.astro`. */
  readonly hiddenFolders?: readonly string[];
  /** Returns the collection whose front matter a file describes, a JSON Schema that the generator writes itself; undefined for any other file. */
  getCollectionOfSchema?(path: string): string | undefined;
  /** Whether files of the site (paths) say which keys its collections must have, so that what is optional cannot be told from posts. */
  declaresKeys?(files: ReadonlySet<string>): boolean;
  /** Returns whether a file holds all authors by the keys that posts use, or one author, whose key is the file's name; undefined for any other file. */
  getAuthorFileKind?(path: string): 'all' | 'one' | undefined;
  /** Where the files are that pages show. */
  readonly folders: SiteFolders;
  /** The folder of the files that `{% include name %}` names; undefined where posts have no such tag. */
  readonly includesFolder?: string;
  /** Whether the publication of other posts depends on this file, its front matter or its existence: `_index.md`. */
  affectsOtherPosts?(path: string): boolean;
  /** Returns title, date, state and URL of a post; never throws: a post that stops the build has the state `skipped`. */
  getPublication(source: PostSource, environment: Environment): Publication;
  /** URLs of pages and files, and what links mean; undefined where only the site's own code knows. */
  readonly linking?: Linking;
  /** How paths tell the language of a file; undefined where front matter alone does. */
  readonly languages?: Languages;
  /** Languages that the configuration names where front matter tells the language of a post. */
  readonly declaredLanguages?: DeclaredLanguages;
  /** Collections in which a writer can begin a post. */
  readonly newPostCollections: readonly Collection[];
  /** Returns the path of a new post, named as its siblings are. */
  createPostPath(post: NewPostSource, environment: Environment): string;
  /** Templates from which the generator's own command begins a post; undefined where it has none. */
  readonly postTemplates?: PostTemplates;
  /** How writers publish a post and unpublish it. */
  readonly publishing: Publishing;
  /** What writers insert into posts besides text. */
  readonly insertion: Insertion;
  /** What a preview approximates of templates inside posts. */
  readonly preview?: PreviewTemplates;
}
