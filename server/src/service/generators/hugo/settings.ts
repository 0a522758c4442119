import type { Pattern } from '../../text/pattern.ts';
import { compileGoPattern, isRefused } from '../../text/pattern.ts';
import { createDialect } from './dialect.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { Cascade } from './cascade.ts';
import { readCascades } from './cascade.ts';
import type { DateKeys } from './dateKeys.ts';
import { readDateKeys } from './dateKeys.ts';
import type { Mount } from './mounts.ts';
import { readContentMounts, readStaticMounts, readThemeFolders } from './mounts.ts';
import type { OutputFormats } from './outputs.ts';
import { readOutputFormats } from './outputs.ts';
import type { Data } from './values.ts';
import { normalizeFolder, isTrue, toLowerCaseKeys, castToString, castToStrings } from './values.ts';

/** The settings that decide which files are pages, when they are published and at which URL. */
export interface HugoSettings {
  readonly defaultLanguage: LanguageSettings;
  /** Languages that are built, by code. */
  readonly languages: ReadonlyMap<string, LanguageSettings>;
  /** Codes of all languages, built or not, which file names can contain. */
  readonly languageCodes: ReadonlySet<string>;
  readonly content: readonly Mount[];
  readonly static: readonly Mount[];
  readonly publishDir: string;
  /** Patterns of ignored files (`ignoreFiles`), matched against `/` and the path. */
  readonly ignored: readonly Pattern[];
  readonly cascade: readonly Cascade[];
  readonly outputs: OutputFormats;
  readonly disablePathToLower: boolean;
  readonly removePathAccents: boolean;
  readonly refErrorsStopBuild: boolean;
  /** The time zone that the settings name (IANA); undefined where dates without an offset are in UTC. */
  readonly timeZone: string | undefined;
  /** Whether the base URL is prepended to URLs that start with a slash. */
  readonly canonifyUrls: boolean;
  readonly dialect: Dialect;
  /** Whether Hugo's embedded render hook for links is enabled. */
  readonly usesEmbeddedLinkHook: boolean;
  /** Returns the folders of the themes that the site names. */
  readonly themeFolders: readonly string[];
  readonly sitemapFile: string;
  readonly hasRobotsFile: boolean;
  /** The path segment before the number in the URLs of pagers: `page`. */
  readonly paginatePath: string;
  /** Plural names under `taxonomies`. */
  readonly customTaxonomies: readonly string[];
  /** Site values that archetypes can use. */
  readonly title: string;
  readonly languageCode: string;
  readonly parameters: Data;
}

/** The settings of one language, merged with those of the site. */
export interface LanguageSettings {
  readonly code: string;
  /** `Français`, as the writer reads it; undefined where the settings name none. */
  readonly name: string | undefined;
  /** The path segment of the language after the base path: '' or `fr`. */
  readonly prefix: string;
  /** `/blog`, or ''. */
  readonly basePath: string;
  /** As written: `https://example.org/blog/`. */
  readonly baseUrl: string;
  /** `https://example.org`; '' where the base URL names no host. */
  readonly origin: string;
  readonly timeZone: string;
  readonly dates: DateKeys;
  readonly permalinks: Data;
  /** Plural names, as in URLs: `tags`. */
  readonly taxonomies: ReadonlySet<string>;
  /** A map is by section. */
  readonly uglyUrls: boolean | Data;
  readonly disabledKinds: ReadonlySet<string>;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
}

/** Reads the settings from merged data with keys in lower case, with Hugo's defaults. */
export function readSettings(data: Data): HugoSettings {
  const all = isRecord(data.languages) ? data.languages : {};
  const disabledCodes = new Set(castToStrings(data.disablelanguages).map((code) => code.toLowerCase()));
  const codes = Object.keys(all).filter(
    (code) => !disabledCodes.has(code) && !isTrue(toLowerCaseKeys(all[code]).disabled),
  );
  const defaultCode = (castToString(data.defaultcontentlanguage) ?? 'en').toLowerCase();
  const builtCodes = codes.length === 0 ? [defaultCode] : codes;
  const hasOwnHosts = builtCodes.some((code) => castToString(toLowerCaseKeys(all[code]).baseurl) !== undefined);
  const isInSubfolder = (code: string): boolean =>
    builtCodes.length > 1 && !hasOwnHosts && (code !== defaultCode || isTrue(data.defaultcontentlanguageinsubdir));
  const languages = new Map(
    builtCodes.map((code) => [
      code,
      createLanguageSettings(code, { ...data, ...toLowerCaseKeys(all[code]) }, isInSubfolder(code) ? code : ''),
    ]),
  );
  const defaultLanguage = languages.get(defaultCode) ?? [...languages.values()][0]!;
  return {
    languages,
    defaultLanguage,
    languageCodes: new Set([...Object.keys(all), defaultCode]),
    content: readContentMounts(data, builtCodes),
    static: readStaticMounts(data, builtCodes),
    publishDir: normalizeFolder(castToString(data.publishdir) ?? 'public'),
    ignored: castToStrings(data.ignorefiles)
      .map(compileGoPattern)
      .filter((pattern): pattern is Pattern => !isRefused(pattern)),
    cascade: readCascades(data.cascade),
    outputs: readOutputFormats(data),
    disablePathToLower: isTrue(data.disablepathtolower),
    removePathAccents: isTrue(data.removepathaccents),
    refErrorsStopBuild: castToString(data.reflinkserrorlevel)?.toUpperCase() !== 'WARNING',
    ...readSite(data),
    ...readMarkup(data),
  };
}

type SiteSettings = Pick<
  HugoSettings,
  'timeZone' | 'canonifyUrls' | 'themeFolders' | 'sitemapFile' | 'hasRobotsFile' | 'paginatePath' | 'customTaxonomies'
> &
  Pick<HugoSettings, 'title' | 'languageCode' | 'parameters'>;

function readSite(data: Data): SiteSettings {
  const taxonomies = isRecord(data.taxonomies) ? Object.values(data.taxonomies) : [];
  return {
    timeZone: castToString(data.timezone),
    canonifyUrls: data.canonifyurls === true,
    themeFolders: readThemeFolders(data),
    sitemapFile: castToString(toLowerCaseKeys(data.sitemap).filename) ?? 'sitemap.xml',
    hasRobotsFile: isTrue(data.enablerobotstxt),
    paginatePath: castToString(data.paginatepath) ?? 'page',
    customTaxonomies: taxonomies.filter((name) => typeof name === 'string'),
    title: typeof data.title === 'string' ? data.title : '',
    languageCode: typeof data.languagecode === 'string' ? data.languagecode : '',
    parameters: isRecord(data.params) ? data.params : {},
  };
}

/** Reads `markup.goldmark`: its options and its render hook for links. */
function readMarkup(data: Data): Pick<HugoSettings, 'dialect' | 'usesEmbeddedLinkHook'> {
  const { goldmark } = toLowerCaseKeys(data.markup);
  const settings = toLowerCaseKeys(goldmark);
  const link = toLowerCaseKeys(toLowerCaseKeys(settings.renderhooks).link);
  return {
    dialect: createDialect(settings, isTrue(data.enableemoji)),
    usesEmbeddedLinkHook:
      link.enabledefault === true || ['always', 'fallback'].includes(castToString(link.useembedded) ?? ''),
  };
}

/** Creates the settings of a language; `data` has the language's settings merged over the site's. */
function createLanguageSettings(code: string, data: Data, prefix: string): LanguageSettings {
  const base = /^(?:(https?:\/\/[^/?#]+)|[a-z]*:?\/\/[^/]*)?([^?#]*)/i.exec(castToString(data.baseurl)?.trim() ?? '')!;
  const basePath = normalizeFolder(base[2]!);
  return {
    code,
    name: castToString(data.languagename),
    prefix,
    baseUrl: castToString(data.baseurl)?.trim() ?? '',
    basePath: basePath === '' ? '' : `/${basePath}`,
    origin: base[1] ?? '',
    timeZone: castToString(data.timezone) || 'UTC',
    dates: readDateKeys(data),
    permalinks: isRecord(data.permalinks) ? data.permalinks : {},
    taxonomies: new Set(
      Object.values(isRecord(data.taxonomies) ? data.taxonomies : { category: 'categories', tag: 'tags' })
        .map(castToString)
        .filter((each) => each !== undefined),
    ),
    uglyUrls: isRecord(data.uglyurls) ? data.uglyurls : isTrue(data.uglyurls),
    disabledKinds: new Set(castToStrings(data.disablekinds).map((kind) => kind.toLowerCase())),
    buildDrafts: isTrue(data.builddrafts),
    buildFuture: isTrue(data.buildfuture),
    buildExpired: isTrue(data.buildexpired),
  };
}
