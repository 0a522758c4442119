import type { KramdownOptions } from '../../dialects/kramdown/options.ts';
import { parseKramdownOptions } from '../../dialects/kramdown/options.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { DeclaredLanguages } from '../contract/languages.ts';
import { compileDirGlob, PatternList } from './patterns.ts';
import { listAncestors } from '../../text/paths.ts';
import { trimEnd } from '../../text/scan.ts';

type Data = Readonly<Record<string, unknown>>;

/** Settings of `_config.yml` that decide which files are posts, when they are published and at which URL; paths are relative to the site root. */
export interface JekyllSettings {
  /** '' or `docs`; folders have no slashes at their ends. */
  readonly source: string;
  readonly destination: string;
  /** Relative to the source. */
  readonly collectionsDir: string;
  readonly includesDir: string;
  readonly dataDir: string;
  /** Relative to the site root. */
  readonly layoutsFolder: string;
  /** Whether a theme adds layouts from a gem or another repository. */
  readonly hasTheme: boolean;
  /** Collections by label, without `posts`. */
  readonly collections: ReadonlyMap<string, CollectionSettings>;
  readonly postsPermalink: string;
  /** `permalink` of the configuration as written, a style or a template. */
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
  /** How Markdown becomes HTML: Jekyll knows kramdown, gems bring two that read CommonMark; what any other reads, only its own code says. */
  readonly markdownProcessor: 'kramdown' | 'CommonMark' | 'CommonMarkGhPages' | 'other';
  /** The options of kramdown that the site sets. */
  readonly kramdown: Partial<KramdownOptions>;
  /** Whether the configuration names a theme, which adds files. */
  readonly hasNamedTheme: boolean;
  /** Settings of jekyll-compose; undefined where the site does not use it. */
  readonly compose: ComposeSettings | undefined;
  readonly excerptSeparator: string | undefined;
  readonly languages: DeclaredLanguages & {
    /** Whether `languages` is a list, which the plugins jekyll-polyglot and jekyll-multiple-languages-plugin read. */
    readonly hasList: boolean;
  };
  /** All keys as written, which templates read as `site.title`. */
  readonly variables: Data;
}

/** `default_front_matter` of jekyll-compose by collection; undefined where the configuration does not set it. */
interface ComposeSettings {
  readonly defaults: Data | undefined;
}

interface CollectionSettings {
  readonly output: boolean;
  readonly permalink: string;
}

/** One entry of `defaults:`. */
export interface DefaultSet {
  /** The path of the scope, by whose length precedence is decided. */
  readonly path: string;
  readonly type: string | undefined;
  readonly hasType: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether the scope includes a file; its path is relative to the source and, except for pages, without `collections_dir`. */
  matches(path: string, type: string): boolean;
}

const permalinkStyles: Readonly<Record<string, string>> = {
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

/** Reads the settings from the data of `_config.yml`, with Jekyll's defaults (`configuration.rb`). */
export function readSettings(data: Data): JekyllSettings {
  const permalinkStyle = asText(data.permalink) ?? 'date';
  const collections = isRecord(data.collections) ? data.collections : {};
  return {
    ...readFilter(data),
    ...readFolders(data),
    hasTheme:
      isTruthy(data.theme) ||
      isTruthy(data.remote_theme) ||
      (asStrings(data.plugins) ?? []).includes('jekyll-remote-theme'),
    collections: readCollections(data.collections, permalinkStyle),
    postsPermalink: getPermalink(collections.posts) ?? permalinkStyles[permalinkStyle] ?? permalinkStyle,
    permalinkStyle,
    baseurl: readBaseUrl(asText(data.baseurl) ?? ''),
    url: asText(data.url)?.replace(/(^|[^/])\/+$/, '$1'),
    paginatePath: isTruthy(data.paginate) ? (asText(data.paginate_path) ?? '/page:num') : undefined,
    timeZone: asText(data.timezone),
    future: isTruthy(data.future),
    unpublished: isTruthy(data.unpublished),
    showDrafts: isTruthy(data.show_drafts),
    strictFrontMatter: isTruthy(data.strict_front_matter),
    plugins: asStrings(data.plugins) ?? asStrings(data.gems) ?? [],
    defaults: readDefaults(data.defaults, normalizeFolder(asText(data.collections_dir) ?? '')),
    markdownExtensions: new Set(
      (asText(data.markdown_ext) ?? 'markdown,mkdown,mkdn,mkd,md').split(',').map((each) => `.${each.toLowerCase()}`),
    ),
    markdownProcessor: readProcessor(data.markdown),
    kramdown: isRecord(data.kramdown) ? parseKramdownOptions(data.kramdown) : {},
    hasNamedTheme: data.theme !== undefined || data.remote_theme !== undefined,
    compose: readCompose(data),
    excerptSeparator: typeof data.excerpt_separator === 'string' ? data.excerpt_separator : undefined,
    languages: readLanguages(data),
    variables: data,
  };
}

/** `get_processor` in converters/markdown.rb, and what jekyll-commonmark and its variant for GitHub Pages add to it. */
function readProcessor(markdown: unknown): JekyllSettings['markdownProcessor'] {
  if (typeof markdown !== 'string' || markdown.toLowerCase() === 'kramdown') return 'kramdown';
  return /^CommonMark(GhPages)?$/.test(markdown) ? (markdown as 'CommonMark' | 'CommonMarkGhPages') : 'other';
}

function readCompose(data: Data): ComposeSettings | undefined {
  const { jekyll_compose: own, plugins } = data;
  if (!('jekyll_compose' in data) && ![plugins].flat().includes('jekyll-compose')) return undefined;
  return { defaults: isRecord(own) && isRecord(own.default_front_matter) ? own.default_front_matter : undefined };
}

function readLanguages({ languages, language, lang, locale, default_lang: own }: Data): JekyllSettings['languages'] {
  return {
    defaultCandidates: [own, lang, locale, language].map(asText).filter((code) => code !== undefined),
    all: [...(asStrings(languages) ?? []), ...(asStrings(language) ?? [])],
    areInFileNames: false,
    hasList: Array.isArray(languages),
  };
}

type Folders = 'source' | 'destination' | 'collectionsDir' | 'includesDir' | 'dataDir' | 'pluginsDirs' | 'layoutsDir';

function readFolders(data: Data): Pick<JekyllSettings, Folders | 'layoutsFolder'> {
  const layouts = asText(data.layouts_dir) ?? '_layouts';
  return {
    source: normalizeFolder(asText(data.source) ?? ''),
    destination: normalizeFolder(asText(data.destination) ?? '_site'),
    collectionsDir: normalizeFolder(asText(data.collections_dir) ?? ''),
    includesDir: normalizeFolder(asText(data.includes_dir) ?? '_includes'),
    dataDir: normalizeFolder(asText(data.data_dir) ?? '_data'),
    pluginsDirs: (asStrings(data.plugins_dir) ?? [asText(data.plugins_dir) ?? '_plugins']).map(normalizeFolder),
    layoutsDir: normalizeFolder(layouts),
    layoutsFolder: normalizeFolder(`${asText(data.source) ?? ''}/${layouts}`),
  };
}

/** Reads `include` and `exclude`, with the files that Jekyll always excludes. */
function readFilter(data: Data): Pick<JekyllSettings, 'include' | 'exclude'> {
  const include = asStrings(data.include) ?? ['.htaccess'];
  const exclude = [...(asStrings(data.exclude) ?? []), ...alwaysExcluded].filter(
    (pattern) => !include.includes(pattern),
  );
  return { include: new PatternList(include), exclude: new PatternList(exclude) };
}

function readCollections(value: unknown, style: string): Map<string, CollectionSettings> {
  const names = isRecord(value) ? Object.keys(value) : Array.isArray(value) ? value.map(String) : [];
  const found = new Map<string, CollectionSettings>();
  for (const name of names) {
    const label = name.replace(/[^a-z0-9_\-.]/gi, '');
    if (label === 'posts' || label === 'data') continue;
    const metadata = isRecord(value) ? value[label] : {};
    const output = isRecord(metadata) && isTruthy(metadata.output);
    found.set(label, { output, permalink: getPermalink(metadata) ?? addPermalinkSuffix('/:collection/:path', style) });
  }
  return found;
}

function getPermalink(metadata: unknown): string | undefined {
  return isRecord(metadata) ? asText(metadata.permalink) : undefined;
}

/** Adds the suffix of the site's permalink style to a template (`add_permalink_suffix`). */
export function addPermalinkSuffix(template: string, style: string): string {
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
    const type = asText(scope.type)?.replace(/^(page|post|draft)$/, '$1s');
    return [
      {
        path: sanitizePath(asText(scope.path) ?? ''),
        type,
        hasType: 'type' in scope,
        values: set.values,
        matches: createScopeTest(asText(scope.path) ?? '', collectionsDir),
      },
    ];
  });
}

/** Creates the path test of a scope (`frontmatter_defaults.rb#applies_path?`); patterns match files in `collections_dir` too. */
function createScopeTest(path: string, collectionsDir: string): DefaultSet['matches'] {
  if (path === '') return () => true;
  const inside = path.startsWith(`${collectionsDir}/`) && collectionsDir ? path.slice(collectionsDir.length + 1) : path;
  if (!path.includes('*')) return (tested) => tested.startsWith(inside);
  const matches = compileDirGlob(path.replace(/^\.?\/|\/$/g, ''));
  return (tested, type) => {
    const isMoved = type !== 'pages' && collectionsDir !== '';
    return [...listAncestors(tested), tested].some((each) => matches(isMoved ? `${collectionsDir}/${each}` : each));
  };
}

/** Removes a slash at the start (`frontmatter_defaults.rb#sanitize_path`). */
function sanitizePath(path: string): string {
  return path.startsWith('/') ? path.replace(/^\//, '') : path;
}

function readBaseUrl(base: string): string {
  const trimmed = trimEnd(base.trim(), '/');
  return trimmed === '' || trimmed.startsWith('/') ? trimmed : `/${trimmed}`;
}

function normalizeFolder(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function asStrings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
}

/** Whether a value is truthy in Ruby: anything but nil and false. */
export function isTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
