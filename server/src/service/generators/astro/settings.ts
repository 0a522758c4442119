import type { BaseUrl } from '../shared/baseUrl.ts';
import { parseBaseUrl, joinUrlPath } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';

/** Settings of `astro.config.mjs` and `src/content.config.ts` that decide which files are entries and pages, and their URLs. */
export interface AstroSettings {
  /** Undefined where code decides. */
  readonly base: BaseUrl | undefined;
  readonly origin: string | undefined;
  /** Whether URLs end with a slash. */
  readonly hasTrailingSlash: boolean;
  readonly sourceFolder: string;
  readonly publicFolder: string;
  readonly outputFolder: string;
  /** Collections that set their folder with `glob`; the others are folders of `src/content`. */
  readonly collections: readonly CollectionSettings[];
  /** URLs that `redirects` redirects. */
  readonly redirects: readonly string[];
  /** Whether plugins change Markdown, such as links between files. */
  readonly hasMarkdownPlugins: boolean;
  /** Folder names of languages, that of the default language first; empty where the configuration has no default language among them. */
  readonly locales: readonly string[];
  /** Starlight makes pages of `src/content/docs`. */
  readonly hasStarlight: boolean;
}

/** A collection of the content layer (`content/loaders/glob.ts`). */
interface CollectionSettings {
  readonly name: string;
  readonly folder: string;
  readonly matches: PathTest;
  /** Whether ids of entries are generated from paths by default. */
  readonly hasDefaultIds: boolean;
}

type Options = Readonly<Record<string, unknown>>;

/** Reads the settings from literals, with Astro's defaults: `astro` is exported by `astro.config`, `collections` by `content.config`. */
export function readSettings(astro: Options, collections: Options): AstroSettings {
  const build = isRecord(astro.build) ? astro.build : {};
  const markdown = isRecord(astro.markdown) ? astro.markdown : {};
  const integrations: readonly unknown[] = Array.isArray(astro.integrations) ? astro.integrations : [];
  const sourceFolder = normalizeFolder(asNonEmptyString(astro.srcDir) ?? 'src');
  return {
    base:
      'base' in astro && typeof astro.base !== 'string'
        ? undefined
        : parseBaseUrl(typeof astro.base === 'string' ? joinUrlPath(astro.base) : undefined),
    origin: parseBaseUrl(astro.site).origin,
    hasTrailingSlash:
      astro.trailingSlash === 'always' ||
      (astro.trailingSlash !== 'never' && (build.format ?? 'directory') === 'directory'),
    sourceFolder,
    publicFolder: normalizeFolder(asNonEmptyString(astro.publicDir) ?? 'public'),
    outputFolder: normalizeFolder(asNonEmptyString(astro.outDir) ?? 'dist'),
    collections: Object.entries(collections).flatMap(([name, value]) => readCollection(name, value)),
    redirects: isRecord(astro.redirects) ? Object.keys(astro.redirects) : [],
    hasMarkdownPlugins:
      markdown.remarkPlugins !== undefined ||
      markdown.rehypePlugins !== undefined ||
      'remarkPlugins' in markdown ||
      'rehypePlugins' in markdown,
    locales: readLocales(astro.i18n),
    hasStarlight: integrations.some((each) => isRecord(each) && each['()'] === 'starlight'),
  };
}

/** Reads the folder names of locales; a locale can be `{ path: 'french', codes: ['fr'] }`, whose `path` is the name. */
function readLocales(value: unknown): string[] {
  const i18n = isRecord(value) ? value : {};
  const locales = (Array.isArray(i18n.locales) ? i18n.locales : [])
    .map((each: unknown) => asNonEmptyString(isRecord(each) ? each.path : each))
    .filter((each) => each !== undefined);
  const own = asNonEmptyString(i18n.defaultLocale);
  return own !== undefined && locales.includes(own) ? [own, ...locales.filter((code) => code !== own)] : [];
}

/** Reads `defineCollection({ loader: glob({ pattern, base }) })`; empty for any other value. */
function readCollection(name: string, value: unknown): CollectionSettings[] {
  const options = getCallArgument(value, 'defineCollection');
  const glob = options && getCallArgument(options.loader, 'glob');
  if (
    !glob ||
    (typeof glob.base !== 'string' && glob.base !== undefined) ||
    (glob.base === undefined && 'base' in glob)
  )
    return [];
  const patterns = asStrings(glob.pattern);
  return [
    {
      name,
      folder: normalizeFolder(glob.base ?? '.'),
      matches: patterns.length === 0 ? () => undefined : createPathTest(patterns),
      hasDefaultIds: !('generateId' in glob) && !('...' in glob),
    },
  ];
}

/** Returns the object that is the first argument of a call of this name; undefined for any other value. */
function getCallArgument(value: unknown, name: string): Options | undefined {
  if (!isRecord(value) || value['()'] !== name) return undefined;
  const first: unknown = Array.isArray(value.arguments) ? value.arguments[0] : undefined;
  return isRecord(first) ? first : undefined;
}
