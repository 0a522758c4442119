import type { BaseUrl } from '../shared/address.ts';
import { parseBaseUrl } from '../shared/address.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';
import { trim } from '../../text/scan.ts';

/** What of `docusaurus.config.js` decides where pages are and how they are addressed. */
export interface DocusaurusSettings {
  readonly base: BaseUrl;
  /** Whether addresses end with a slash; undefined for as the plugins make them. */
  readonly trailingSlash: boolean | undefined;
  readonly staticFolders: readonly string[];
  /** The longest folder first, so that the first that holds a file is its own. */
  readonly sources: readonly Source[];
  /** Files of Markdown are MDX. */
  readonly isMdx: boolean;
  readonly defaultLocale: string;
  /** What locales are called, by code, where the configuration says so. */
  readonly localeLabels: ReadonlyMap<string, string>;
  /** Besides the default one. */
  readonly locales: readonly string[];
  /** Whether plugins are used that may add pages of their own, such as redirects. */
  readonly hasOtherPlugins: boolean;
  /** Whether a broken link stops the build. */
  readonly brokenLinksStop: boolean;
}

/** A folder that one of the content plugins reads. */
export interface Source {
  readonly kind: 'blog' | 'docs' | 'pages';
  /** Of a translation. */
  readonly locale?: string;
  /** The collection: `blog`, or the plugin's `id`. */
  readonly name: string;
  readonly folder: string;
  /** `routeBasePath` without slashes, with the locale before it; undefined where code decides. */
  readonly route: string | undefined;
  readonly isExcluded: PathTest;
  /** Whether a number before a name (`01-intro`) is left out of addresses; undefined where code decides. */
  readonly stripsNumbers: boolean | undefined;
  /** Whether the folder is the newest version even where there are others. */
  readonly isLastVersion: boolean;
}

type Options = Readonly<Record<string, unknown>>;
type Kind = Source['kind'];

const defaults: Readonly<Record<Kind, { readonly path: string; readonly route: string }>> = {
  blog: { path: 'blog', route: 'blog' },
  docs: { path: 'docs', route: 'docs' },
  pages: { path: 'src/pages', route: '' },
};
/** `GlobExcludeDefault` in `globUtils.ts`. */
const excluded = ['**/_*.{js,jsx,ts,tsx,md,mdx}', '**/_*/**', '**/*.test.{js,jsx,ts,tsx}', '**/__tests__/**'];

/** The settings in a configuration's literals, with the defaults of Docusaurus and its classic preset. */
export function readSettings(data: Options): DocusaurusSettings {
  const base = parseBaseUrl(data.baseUrl);
  const i18n = isRecord(data.i18n) ? data.i18n : {};
  const defaultLocale = asNonEmptyString(i18n.defaultLocale) ?? 'en';
  const locales = asStrings(i18n.locales).filter((locale) => locale !== defaultLocale);
  const plugins = entriesOf(data.plugins);
  const own = [...presetSources(data), ...plugins.flatMap(({ name, options }) => pluginSource(name, options))];
  const translated = locales.flatMap((locale) => own.map((source) => inLocale(source, locale)));
  return {
    base: { origin: parseBaseUrl(data.url).origin, path: base.path },
    trailingSlash: typeof data.trailingSlash === 'boolean' ? data.trailingSlash : undefined,
    staticFolders: 'staticDirectories' in data ? asStrings(data.staticDirectories).map(normalizeFolder) : ['static'],
    sources: [...own, ...translated].sort((a, b) => b.folder.length - a.folder.length),
    isMdx: !isRecord(data.markdown) || (data.markdown.format !== 'md' && data.markdown.format !== 'detect'),
    defaultLocale,
    localeLabels: readLabels(i18n.localeConfigs),
    locales,
    hasOtherPlugins:
      ('plugins' in data && !Array.isArray(data.plugins)) ||
      plugins.some(({ name, options }) => pluginSource(name, options).length === 0) ||
      entriesOf(data.presets).length > 1,
    brokenLinksStop: data.onBrokenLinks === undefined || data.onBrokenLinks === 'throw',
  };
}

function readLabels(configs: unknown): ReadonlyMap<string, string> {
  const labels = Object.entries(isRecord(configs) ? configs : {}).map(
    ([code, config]) => [code, isRecord(config) ? asNonEmptyString(config.label) : undefined] as const,
  );
  return new Map(labels.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The content plugins of the classic preset; where no preset is to be seen, nearly every site has it all the same. */
function presetSources(data: Options): Source[] {
  const presets = entriesOf(data.presets);
  const classic = presets.find(({ name }) => name === undefined || /(?:^|\/)(?:preset-)?classic$/.test(name));
  if (!classic && 'presets' in data) return [];
  const options: Options = classic?.options ?? {};
  return (['blog', 'docs', 'pages'] as const).flatMap((kind) =>
    options[kind] === false ? [] : sourceOf(kind, isRecord(options[kind]) ? options[kind] : {}),
  );
}

function pluginSource(name: string | undefined, options: Options): Source[] {
  const kind = /(?:^|\/)(?:plugin-)?content-(blog|docs|pages)$/.exec(name ?? '')?.[1];
  return kind === undefined ? [] : [sourceOf(kind as Kind, options)];
}

function sourceOf(kind: Kind, options: Options): Source {
  const path = 'path' in options ? (asNonEmptyString(options.path) ?? defaults[kind].path) : defaults[kind].path;
  const route = 'routeBasePath' in options ? options.routeBasePath : defaults[kind].route;
  const versions = isRecord(options.versions) && isRecord(options.versions.current) ? options.versions.current : {};
  return {
    kind,
    name: asNonEmptyString(options.id) ?? kind,
    folder: normalizeFolder(path),
    route: typeof route === 'string' ? trim(route, '/') : undefined,
    isExcluded: createPathTest(Array.isArray(options.exclude) ? asStrings(options.exclude) : excluded),
    stripsNumbers: !('numberPrefixParser' in options) ? true : options.numberPrefixParser === false ? false : undefined,
    isLastVersion: options.lastVersion === 'current' && versions.path === undefined,
  };
}

/** Translations of a folder: `i18n/fr/docusaurus-plugin-content-blog`. */
function inLocale(source: Source, locale: string): Source {
  const id = source.name === source.kind ? '' : `-${source.name}`;
  const folder = `i18n/${locale}/docusaurus-plugin-content-${source.kind}${id}${source.kind === 'docs' ? '/current' : ''}`;
  return { ...source, locale, folder, route: source.route === undefined ? undefined : `${locale}/${source.route}` };
}

interface Entry {
  /** Undefined where code gives it: `require.resolve(…)`. */
  readonly name: string | undefined;
  readonly options: Options;
}

/** `'name'` and `['name', { options }]` of a list of plugins or presets. */
function entriesOf(list: unknown): Entry[] {
  return (Array.isArray(list) ? list : []).map((entry: unknown) => {
    const [name, options] = Array.isArray(entry) ? entry : [entry];
    return { name: asNonEmptyString(name), options: isRecord(options) ? options : {} };
  });
}
