import type { BaseUrl } from '../shared/address.ts';
import { parseBaseUrl, joinUrlPath } from '../shared/address.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';

/** What of `astro.config.mjs` and `src/content.config.ts` decides where entries and pages are and how they are addressed. */
export interface AstroSettings {
  /** Undefined where code decides. */
  readonly base: BaseUrl | undefined;
  readonly origin: string | undefined;
  /** Whether addresses end with a slash. */
  readonly endsWithSlash: boolean;
  readonly sourceFolder: string;
  readonly publicFolder: string;
  readonly outputFolder: string;
  /** Those that name their own folder, by `glob`; the others are named as folders of `src/content`. */
  readonly collections: readonly CollectionSettings[];
  /** Addresses that `redirects` names. */
  readonly redirects: readonly string[];
  /** Whether plugins change Markdown: links among files, for example. */
  readonly hasMarkdownPlugins: boolean;
  /** Names of folders for languages, the default one's first; empty where the configuration names no default among them. */
  readonly locales: readonly string[];
  /** Starlight makes pages of `src/content/docs`. */
  readonly hasStarlight: boolean;
}

/** A collection of the content layer (`content/loaders/glob.ts`). */
interface CollectionSettings {
  readonly name: string;
  readonly folder: string;
  readonly matches: PathTest;
  /** Whether ids are made of paths in the usual way. */
  readonly hasUsualIds: boolean;
}

type Options = Readonly<Record<string, unknown>>;

/** The settings in a configuration's literals, with Astro's defaults; `astro` is what `astro.config` exports, `collections` what `content.config` does. */
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
    endsWithSlash:
      astro.trailingSlash === 'always' ||
      (astro.trailingSlash !== 'never' && (build.format ?? 'directory') === 'directory'),
    sourceFolder,
    publicFolder: normalizeFolder(asNonEmptyString(astro.publicDir) ?? 'public'),
    outputFolder: normalizeFolder(asNonEmptyString(astro.outDir) ?? 'dist'),
    collections: Object.entries(collections).flatMap(([name, value]) => collectionOf(name, value)),
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

/** Locales may be `{ path: 'french', codes: ['fr'] }`, whose path is what folders are named. */
function readLocales(value: unknown): string[] {
  const i18n = isRecord(value) ? value : {};
  const locales = (Array.isArray(i18n.locales) ? i18n.locales : [])
    .map((each: unknown) => asNonEmptyString(isRecord(each) ? each.path : each))
    .filter((each) => each !== undefined);
  const own = asNonEmptyString(i18n.defaultLocale);
  return own !== undefined && locales.includes(own) ? [own, ...locales.filter((code) => code !== own)] : [];
}

/** `defineCollection({ loader: glob({ pattern, base }) })`. */
function collectionOf(name: string, value: unknown): CollectionSettings[] {
  const options = argumentOf(value, 'defineCollection');
  const glob = options && argumentOf(options.loader, 'glob');
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
      hasUsualIds: !('generateId' in glob) && !('...' in glob),
    },
  ];
}

/** The object that is the first argument of a call of this name. */
function argumentOf(value: unknown, name: string): Options | undefined {
  if (!isRecord(value) || value['()'] !== name) return undefined;
  const first: unknown = Array.isArray(value.arguments) ? value.arguments[0] : undefined;
  return isRecord(first) ? first : undefined;
}
