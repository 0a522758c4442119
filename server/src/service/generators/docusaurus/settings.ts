import type { BaseUrl } from '../shared/baseUrl.ts';
import { parseBaseUrl } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';
import { trim } from '../../text/scan.ts';

/** Settings of `docusaurus.config.js` that decide which files are pages, and their URLs. */
export interface DocusaurusSettings {
  readonly base: BaseUrl;
  /** Whether URLs end with a slash; undefined where the plugins decide. */
  readonly trailingSlash: boolean | undefined;
  readonly staticFolders: readonly string[];
  /** Ordered by length of the folder, the longest first, so that the first one whose folder contains a file reads it. */
  readonly contentPlugins: readonly ContentPlugin[];
  /** Whether Markdown files are parsed as MDX. */
  readonly isMdx: boolean;
  readonly defaultLocale: string;
  /** Labels of locales by code, where the configuration sets them. */
  readonly localeLabels: ReadonlyMap<string, string>;
  /** Codes, without the default locale. */
  readonly locales: readonly string[];
  /** Whether there are other plugins, which can add pages, such as redirects. */
  readonly hasOtherPlugins: boolean;
  /** Whether a broken link stops the build. */
  readonly brokenLinksStopBuild: boolean;
}

/** An instance of a content plugin with the folder it reads. */
export interface ContentPlugin {
  readonly kind: 'blog' | 'docs' | 'pages';
  /** The locale of translated content; undefined for the default locale. */
  readonly locale?: string;
  /** The collection: `blog`, or the plugin's `id`. */
  readonly name: string;
  readonly folder: string;
  /** `routeBasePath` without slashes, with the locale before it; undefined where code decides. */
  readonly route: string | undefined;
  readonly isExcluded: PathTest;
  /** Whether URLs leave out a number prefix (`01-intro`); undefined where code decides. */
  readonly stripsNumberPrefixes: boolean | undefined;
  /** Whether the folder is the newest version even where there are others. */
  readonly isLastVersion: boolean;
}

type Options = Readonly<Record<string, unknown>>;
type Kind = ContentPlugin['kind'];

const pluginDefaults: Readonly<Record<Kind, { readonly path: string; readonly route: string }>> = {
  blog: { path: 'blog', route: 'blog' },
  docs: { path: 'docs', route: 'docs' },
  pages: { path: 'src/pages', route: '' },
};
/** `GlobExcludeDefault` in `globUtils.ts`. */
const defaultExcluded = ['**/_*.{js,jsx,ts,tsx,md,mdx}', '**/_*/**', '**/*.test.{js,jsx,ts,tsx}', '**/__tests__/**'];

/** Reads the settings from a configuration's literals, with the defaults of Docusaurus and its classic preset. */
export function readSettings(data: Options): DocusaurusSettings {
  const base = parseBaseUrl(data.baseUrl);
  const i18n = isRecord(data.i18n) ? data.i18n : {};
  const defaultLocale = asNonEmptyString(i18n.defaultLocale) ?? 'en';
  const locales = asStrings(i18n.locales).filter((locale) => locale !== defaultLocale);
  const plugins = readPluginEntries(data.plugins);
  const own = [...readPresetPlugins(data), ...plugins.flatMap(({ name, options }) => readContentPlugin(name, options))];
  const translated = locales.flatMap((locale) => own.map((plugin) => createTranslation(plugin, locale)));
  return {
    base: { origin: parseBaseUrl(data.url).origin, path: base.path },
    trailingSlash: typeof data.trailingSlash === 'boolean' ? data.trailingSlash : undefined,
    staticFolders: 'staticDirectories' in data ? asStrings(data.staticDirectories).map(normalizeFolder) : ['static'],
    contentPlugins: [...own, ...translated].sort((a, b) => b.folder.length - a.folder.length),
    isMdx: !isRecord(data.markdown) || (data.markdown.format !== 'md' && data.markdown.format !== 'detect'),
    defaultLocale,
    localeLabels: readLabels(i18n.localeConfigs),
    locales,
    hasOtherPlugins:
      ('plugins' in data && !Array.isArray(data.plugins)) ||
      plugins.some(({ name, options }) => readContentPlugin(name, options).length === 0) ||
      readPluginEntries(data.presets).length > 1,
    brokenLinksStopBuild: data.onBrokenLinks === undefined || data.onBrokenLinks === 'throw',
  };
}

function readLabels(configs: unknown): ReadonlyMap<string, string> {
  const labels = Object.entries(isRecord(configs) ? configs : {}).map(
    ([code, config]) => [code, isRecord(config) ? asNonEmptyString(config.label) : undefined] as const,
  );
  return new Map(labels.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Returns the content plugins of the classic preset, which nearly every site has even where the configuration's literals show none. */
function readPresetPlugins(data: Options): ContentPlugin[] {
  const presets = readPluginEntries(data.presets);
  const classic = presets.find(({ name }) => name === undefined || /(?:^|\/)(?:preset-)?classic$/.test(name));
  if (!classic && 'presets' in data) return [];
  const options: Options = classic?.options ?? {};
  return (['blog', 'docs', 'pages'] as const).flatMap((kind) =>
    options[kind] === false ? [] : createContentPlugin(kind, isRecord(options[kind]) ? options[kind] : {}),
  );
}

function readContentPlugin(name: string | undefined, options: Options): ContentPlugin[] {
  const kind = /(?:^|\/)(?:plugin-)?content-(blog|docs|pages)$/.exec(name ?? '')?.[1];
  return kind === undefined ? [] : [createContentPlugin(kind as Kind, options)];
}

function createContentPlugin(kind: Kind, options: Options): ContentPlugin {
  const path =
    'path' in options ? (asNonEmptyString(options.path) ?? pluginDefaults[kind].path) : pluginDefaults[kind].path;
  const route = 'routeBasePath' in options ? options.routeBasePath : pluginDefaults[kind].route;
  const versions = isRecord(options.versions) && isRecord(options.versions.current) ? options.versions.current : {};
  return {
    kind,
    name: asNonEmptyString(options.id) ?? kind,
    folder: normalizeFolder(path),
    route: typeof route === 'string' ? trim(route, '/') : undefined,
    isExcluded: createPathTest(Array.isArray(options.exclude) ? asStrings(options.exclude) : defaultExcluded),
    stripsNumberPrefixes: !('numberPrefixParser' in options)
      ? true
      : options.numberPrefixParser === false
        ? false
        : undefined,
    isLastVersion: options.lastVersion === 'current' && versions.path === undefined,
  };
}

/** Returns the content plugin for the translations of a folder: `i18n/fr/docusaurus-plugin-content-blog`. */
function createTranslation(plugin: ContentPlugin, locale: string): ContentPlugin {
  const id = plugin.name === plugin.kind ? '' : `-${plugin.name}`;
  const folder = `i18n/${locale}/docusaurus-plugin-content-${plugin.kind}${id}${plugin.kind === 'docs' ? '/current' : ''}`;
  return { ...plugin, locale, folder, route: plugin.route === undefined ? undefined : `${locale}/${plugin.route}` };
}

interface PluginEntry {
  /** Undefined where code computes it: `require.resolve(…)`. */
  readonly name: string | undefined;
  readonly options: Options;
}

/** Reads a list of plugins or presets: `'name'` and `['name', { options }]`. */
function readPluginEntries(list: unknown): PluginEntry[] {
  return (Array.isArray(list) ? list : []).map((entry: unknown) => {
    const [name, options] = Array.isArray(entry) ? entry : [entry];
    return { name: asNonEmptyString(name), options: isRecord(options) ? options : {} };
  });
}
