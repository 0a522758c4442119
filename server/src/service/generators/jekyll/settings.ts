import { isRecord } from '../shared/configurationFile.ts';
import type { DeclaredLanguages } from '../contract/languages.ts';
import { globPath, PatternList } from './patterns.ts';
import { trimEnd } from '../../text/scan.ts';

type Data = Readonly<Record<string, unknown>>;

/** The settings of `_config.yml` that decide where posts are, when they are published and at which address; paths are relative to the site root. */
export interface JekyllSettings {
  /** '' or `docs`, as all folders here without slashes at the ends. */
  readonly source: string;
  readonly destination: string;
  /** Relative to the source. */
  readonly collectionsDir: string;
  readonly includesDir: string;
  readonly dataDir: string;
  /** Relative to the site root. */
  readonly layoutsFolder: string;
  /** Layouts may come from a gem or another repository. */
  readonly hasTheme: boolean;
  /** All but `posts`, by label. */
  readonly collections: ReadonlyMap<string, CollectionSettings>;
  readonly postsPermalink: string;
  /** The site's `permalink` as written, a style or a template. */
  readonly permalinkStyle: string;
  readonly baseurl: string;
  /** `https://example.org`, or nothing. */
  readonly url: string | undefined;
  readonly pluginsDirs: readonly string[];
  readonly layoutsDir: string;
  /** With `:num`. */
  readonly paginatePath: string | undefined;
  readonly timeZone: string | undefined;
  readonly future: boolean;
  readonly unpublished: boolean;
  readonly showDrafts: boolean;
  readonly strictFrontMatter: boolean;
  /** Gems under `plugins`, or `gems` as older sites say. */
  readonly plugins: readonly string[];
  readonly include: PatternList;
  readonly exclude: PatternList;
  readonly defaults: readonly DefaultSet[];
  /** With the dot, in lower case. */
  readonly markdownExtensions: ReadonlySet<string>;
  readonly isKramdown: boolean;
  /** A theme is named, which brings files of its own. */
  readonly namesTheme: boolean;
  /** Settings of jekyll-compose; undefined where the site does not use it. */
  readonly compose: ComposeSettings | undefined;
  readonly excerptSeparator: string | undefined;
  readonly languages: DeclaredLanguages & {
    /** There is a list of them, as the plugins jekyll-polyglot and jekyll-multiple-languages-plugin want it. */
    readonly hasList: boolean;
  };
  /** All keys as written, which templates read as `site.title`. */
  readonly variables: Data;
}

/** What jekyll-compose writes into posts and drafts, `default_front_matter`, by collection; undefined where it is left as it is. */
interface ComposeSettings {
  readonly defaults: Data | undefined;
}

interface CollectionSettings {
  readonly output: boolean;
  readonly permalink: string;
}

/** One entry of `defaults:`. */
export interface DefaultSet {
  /** As compared for precedence. */
  readonly path: string;
  readonly type: string | undefined;
  readonly hasType: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether the scope's path takes a file, its path relative to the source and, but for pages, without `collections_dir`. */
  matches(path: string, type: string): boolean;
}

const styles: Readonly<Record<string, string>> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
};

const alwaysExcluded = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle/',
  'vendor/cache/',
  'vendor/gems/',
  'vendor/ruby/',
];

/** The settings in the data of `_config.yml`, with Jekyll's defaults (`configuration.rb`). */
export function readSettings(data: Data): JekyllSettings {
  const permalinkStyle = text(data.permalink) ?? 'date';
  const collections = isRecord(data.collections) ? data.collections : {};
  return {
    ...readFilter(data),
    ...readFolders(data),
    hasTheme:
      truthy(data.theme) || truthy(data.remote_theme) || (strings(data.plugins) ?? []).includes('jekyll-remote-theme'),
    collections: readCollections(data.collections, permalinkStyle),
    postsPermalink: permalinkOf(collections.posts) ?? styles[permalinkStyle] ?? permalinkStyle,
    permalinkStyle,
    baseurl: readBase(text(data.baseurl) ?? ''),
    url: text(data.url)?.replace(/(^|[^/])\/+$/, '$1'),
    paginatePath: truthy(data.paginate) ? (text(data.paginate_path) ?? '/page:num') : undefined,
    timeZone: text(data.timezone),
    future: truthy(data.future),
    unpublished: truthy(data.unpublished),
    showDrafts: truthy(data.show_drafts),
    strictFrontMatter: truthy(data.strict_front_matter),
    plugins: strings(data.plugins) ?? strings(data.gems) ?? [],
    defaults: readDefaults(data.defaults, folder(text(data.collections_dir) ?? '')),
    markdownExtensions: new Set(
      (text(data.markdown_ext) ?? 'markdown,mkdown,mkdn,mkd,md').split(',').map((each) => `.${each.toLowerCase()}`),
    ),
    isKramdown: typeof data.markdown !== 'string' || data.markdown.toLowerCase() === 'kramdown',
    namesTheme: data.theme !== undefined || data.remote_theme !== undefined,
    compose: readCompose(data),
    excerptSeparator: typeof data.excerpt_separator === 'string' ? data.excerpt_separator : undefined,
    languages: readLanguages(data),
    variables: data,
  };
}

function readCompose(data: Data): ComposeSettings | undefined {
  const { jekyll_compose: own, plugins } = data;
  if (!('jekyll_compose' in data) && ![plugins].flat().includes('jekyll-compose')) return undefined;
  return { defaults: isRecord(own) && isRecord(own.default_front_matter) ? own.default_front_matter : undefined };
}

function readLanguages({ languages, language, lang, locale, default_lang: own }: Data): JekyllSettings['languages'] {
  return {
    defaultCandidates: [own, lang, locale, language].map(text).filter((code) => code !== undefined),
    all: [...(strings(languages) ?? []), ...(strings(language) ?? [])],
    areInFileNames: false,
    hasList: Array.isArray(languages),
  };
}

type Folders = 'source' | 'destination' | 'collectionsDir' | 'includesDir' | 'dataDir' | 'pluginsDirs' | 'layoutsDir';

function readFolders(data: Data): Pick<JekyllSettings, Folders | 'layoutsFolder'> {
  const layouts = text(data.layouts_dir) ?? '_layouts';
  return {
    source: folder(text(data.source) ?? ''),
    destination: folder(text(data.destination) ?? '_site'),
    collectionsDir: folder(text(data.collections_dir) ?? ''),
    includesDir: folder(text(data.includes_dir) ?? '_includes'),
    dataDir: folder(text(data.data_dir) ?? '_data'),
    pluginsDirs: (strings(data.plugins_dir) ?? [text(data.plugins_dir) ?? '_plugins']).map(folder),
    layoutsDir: folder(layouts),
    layoutsFolder: folder(`${text(data.source) ?? ''}/${layouts}`),
  };
}

/** `include` and `exclude`, with what Jekyll always leaves out. */
function readFilter(data: Data): Pick<JekyllSettings, 'include' | 'exclude'> {
  const include = strings(data.include) ?? ['.htaccess'];
  const exclude = [...(strings(data.exclude) ?? []), ...alwaysExcluded].filter((pattern) => !include.includes(pattern));
  return { include: new PatternList(include), exclude: new PatternList(exclude) };
}

function readCollections(value: unknown, style: string): Map<string, CollectionSettings> {
  const names = isRecord(value) ? Object.keys(value) : Array.isArray(value) ? value.map(String) : [];
  const found = new Map<string, CollectionSettings>();
  for (const name of names) {
    const label = name.replace(/[^a-z0-9_\-.]/gi, '');
    if (label === 'posts' || label === 'data') continue;
    const metadata = isRecord(value) ? value[label] : {};
    const output = isRecord(metadata) && truthy(metadata.output);
    found.set(label, { output, permalink: permalinkOf(metadata) ?? withSuffix('/:collection/:path', style) });
  }
  return found;
}

function permalinkOf(metadata: unknown): string | undefined {
  return isRecord(metadata) ? text(metadata.permalink) : undefined;
}

/** A template with the ending that the site's permalink style asks for (`add_permalink_suffix`). */
export function withSuffix(template: string, style: string): string {
  if (style === 'pretty') return `${template}/`;
  if (style === 'date' || style === 'ordinal' || style === 'none') return `${template}:output_ext`;
  if (style.endsWith('/')) return `${template}/`;
  return style.endsWith(':output_ext') ? `${template}:output_ext` : template;
}

function readDefaults(value: unknown, collectionsDir: string): DefaultSet[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((set) => {
    if (!isRecord(set.values)) return [];
    const scope = isRecord(set.scope) ? set.scope : {};
    const type = text(scope.type)?.replace(/^(page|post|draft)$/, '$1s');
    return [
      {
        path: clean(text(scope.path) ?? ''),
        type,
        hasType: 'type' in scope,
        values: set.values,
        matches: pathTest(text(scope.path) ?? '', collectionsDir),
      },
    ];
  });
}

/** `frontmatter_defaults.rb#applies_path?`; patterns are matched with the files there are, in `collections_dir` too. */
function pathTest(path: string, collectionsDir: string): DefaultSet['matches'] {
  if (path === '') return () => true;
  const inside = path.startsWith(`${collectionsDir}/`) && collectionsDir ? path.slice(collectionsDir.length + 1) : path;
  if (!path.includes('*')) return (tested) => tested.startsWith(inside);
  const matches = globPath(path.replace(/^\.?\/|\/$/g, ''));
  return (tested, type) => {
    const isMoved = type !== 'pages' && collectionsDir !== '';
    return ancestors(tested).some((each) => matches(isMoved ? `${collectionsDir}/${each}` : each));
  };
}

function ancestors(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** `frontmatter_defaults.rb#sanitize_path`. */
function clean(path: string): string {
  return path.startsWith('/') ? path.replace(/^\//, '') : path;
}

function readBase(base: string): string {
  const trimmed = trimEnd(base.trim(), '/');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function folder(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function strings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
}

/** Ruby's truth: everything but nil and false. */
export function truthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
