import type { BaseUrl } from '../shared/baseUrl.ts';
import { parseBaseUrl } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PythonSettings, PythonValue } from '../shared/python/index.ts';
import { readPython } from '../shared/python/index.ts';
import type { ConfiguredExtensions } from '../shared/pythonMarkdown.ts';
import { toExtensions } from '../shared/pythonMarkdown.ts';
import { asNonEmptyString, asStrings, normalizeFolder } from '../shared/values.ts';

/** Settings of `pelicanconf.py` that decide which files are articles and pages, and their URLs (settings.py); undefined is what only running it gives. */
export interface PelicanSettings {
  readonly base: BaseUrl;
  readonly contentFolder: string;
  readonly outputFolder: string;
  /** Below the content folder; '' is all of it. */
  readonly articleFolders: readonly string[];
  readonly pageFolders: readonly string[];
  readonly excludedFolders: readonly string[];
  readonly staticFolders: readonly string[];
  /** `ARTICLE_URL` and the like, by the name of the setting. */
  readonly urls: Readonly<Record<UrlSetting, string | undefined>>;
  readonly slugSource: 'title' | 'basename' | undefined;
  /** Whether slugs of titles are made in Pelican's own way. */
  readonly hasDefaultSlugs: boolean;
  readonly defaultLanguage: string | undefined;
  readonly defaultCategory: string | undefined;
  readonly usesFolderAsCategory: boolean;
  /** Whether articles without a date have one. */
  readonly hasDefaultDate: boolean;
  readonly showsFuture: boolean;
  readonly readsYaml: boolean;
  /** Whether metadata may come from paths or from defaults that change addresses or states. */
  readonly hasOtherMetadata: boolean;
  readonly timeZone: string | undefined;
  readonly extensions: ConfiguredExtensions;
  /** Plugins of which nobody here knows what they write; a name that says so where there may be any. */
  readonly otherPlugins: readonly string[];
  readonly hasTemplates: boolean;
}

type UrlSetting = keyof typeof defaultUrls;

const defaultUrls = {
  ARTICLE_URL: '{slug}.html',
  ARTICLE_LANG_URL: '{slug}-{lang}.html',
  DRAFT_URL: 'drafts/{slug}.html',
  DRAFT_LANG_URL: 'drafts/{slug}-{lang}.html',
  PAGE_URL: 'pages/{slug}.html',
  PAGE_LANG_URL: 'pages/{slug}-{lang}.html',
  DRAFT_PAGE_URL: 'drafts/pages/{slug}.html',
  DRAFT_PAGE_LANG_URL: 'drafts/pages/{slug}-{lang}.html',
};

/** Plugins that write no pages and change no addresses or links. */
const harmlessPlugins = new Set(
  `sitemap neighbors related_posts similar_posts render_math series summary tag_cloud readtime post_stats liquid_tags
  image_process jinja2content webassets yaml_metadata extract_toc tipue_search search seo share_post more_categories`.split(
    /\s+/,
  ),
);

/** Reads the settings from the texts of `pelicanconf.py` and of `publishconf.py`. */
export function readSettings(text: string, publishText: string | undefined): PelicanSettings {
  const python = readPython(text);
  const publish = publishText === undefined ? undefined : readPython(publishText);
  const known = (name: string): PythonValue | undefined => {
    const found = python.get(name);
    return found === undefined || found === 'unknown' ? undefined : found.value;
  };
  const isUnknown = (name: string): boolean => python.get(name) === 'unknown';
  const readText = (name: string, usual: string): string | undefined =>
    isUnknown(name) ? undefined : (asNonEmptyString(known(name)) ?? usual);
  const plugins = isUnknown('PLUGINS')
    ? ['PLUGINS']
    : asStrings(known('PLUGINS') ?? []).map((name) => name.replace(/^.*\./, ''));
  return {
    base: parseBaseUrl(readSiteUrl(publish) ?? readSiteUrl(python)),
    ...readRoots(known),
    articleFolders: toFolders(known('ARTICLE_PATHS'), ['']),
    pageFolders: toFolders(known('PAGE_PATHS'), ['pages']),
    excludedFolders: toFolders(known('ARTICLE_EXCLUDES'), []),
    staticFolders: toFolders(known('STATIC_PATHS'), ['images']),
    urls: readUrls(readText),
    slugSource: isUnknown('SLUGIFY_SOURCE') ? undefined : known('SLUGIFY_SOURCE') === 'basename' ? 'basename' : 'title',
    hasDefaultSlugs: !['SLUG_REGEX_SUBSTITUTIONS', 'SLUGIFY_USE_UNICODE', 'SLUGIFY_PRESERVE_CASE'].some(
      (name) => python.get(name) !== undefined,
    ),
    defaultLanguage: readText('DEFAULT_LANG', 'en'),
    defaultCategory: readText('DEFAULT_CATEGORY', 'misc'),
    usesFolderAsCategory: known('USE_FOLDER_AS_CATEGORY') !== false,
    hasDefaultDate: python.get('DEFAULT_DATE') !== undefined && known('DEFAULT_DATE') !== null,
    showsFuture: known('WITH_FUTURE_DATES') !== false,
    readsYaml: plugins.includes('yaml_metadata'),
    hasOtherMetadata: ['PATH_METADATA', 'FILENAME_METADATA', 'DEFAULT_METADATA'].some(
      (name) => python.get(name) !== undefined,
    ),
    timeZone: asNonEmptyString(known('TIMEZONE')),
    extensions: readExtensions(python),
    otherPlugins: plugins.filter((name) => !harmlessPlugins.has(name)),
    hasTemplates: plugins.some((name) => name === 'jinja2content' || name === 'liquid_tags'),
  };
}

function readRoots(
  known: (name: string) => PythonValue | undefined,
): Pick<PelicanSettings, 'contentFolder' | 'outputFolder'> {
  return {
    contentFolder: normalizeFolder(asNonEmptyString(known('PATH')) ?? '.'),
    outputFolder: normalizeFolder(asNonEmptyString(known('OUTPUT_PATH')) ?? 'output'),
  };
}

function readUrls(read: (name: string, usual: string) => string | undefined): PelicanSettings['urls'] {
  return Object.fromEntries(
    Object.entries(defaultUrls).map(([name, usual]) => [name, read(name, usual)]),
  ) as PelicanSettings['urls'];
}

function readSiteUrl(python: PythonSettings | undefined): string | undefined {
  const found = python?.get('SITEURL');
  return found === undefined || found === 'unknown' ? undefined : asNonEmptyString(found.value);
}

function toFolders(value: PythonValue | undefined, usual: readonly string[]): readonly string[] {
  return value === undefined || value === null ? usual : asStrings(value).map(normalizeFolder);
}

const defaultExtensions = ['markdown.extensions.codehilite', 'markdown.extensions.extra', 'markdown.extensions.meta'];

/** `MARKDOWN`, whose `extensions` come with those that `extension_configs` names. */
function readExtensions(python: PythonSettings): ConfiguredExtensions {
  const found = python.get('MARKDOWN');
  if (found === undefined) return toExtensions(defaultExtensions);
  const markdown = found === 'unknown' || !isRecord(found.value) ? {} : found.value;
  const configured = isRecord(markdown.extension_configs) ? markdown.extension_configs : {};
  return found === 'unknown'
    ? new Map([...toExtensions(defaultExtensions), ['unknown', {}]])
    : new Map([...toExtensions(markdown.extensions), ...toExtensions(configured)]);
}
