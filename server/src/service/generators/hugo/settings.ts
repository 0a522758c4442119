import type { Pattern } from '../../text/pattern.ts';
import { compileGoPattern, isRefused } from '../../text/pattern.ts';
import { dialectOf } from './dialect.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { CascadeSet } from './cascade.ts';
import { cascadeSets } from './cascade.ts';
import type { DateKeys } from './dateKeys.ts';
import { dateKeysOf } from './dateKeys.ts';
import type { Mount } from './mounts.ts';
import { contentMounts, staticMounts, themeFolders } from './mounts.ts';
import type { OutputFormats } from './outputs.ts';
import { outputFormatsOf } from './outputs.ts';
import type { Data } from './values.ts';
import { folderPath, isTrue, loweredKeys, textOf, textsOf } from './values.ts';

/** The settings that decide where Hugo finds pages, when it publishes them and at which address. */
export interface HugoSettings {
  readonly defaultLanguage: LanguageSettings;
  /** Those that are built, by code. */
  readonly languages: ReadonlyMap<string, LanguageSettings>;
  /** Codes of all languages, built or not: what they stand for in file names. */
  readonly languageCodes: ReadonlySet<string>;
  readonly content: readonly Mount[];
  readonly static: readonly Mount[];
  readonly publishDir: string;
  /** Patterns of files that are left out, matched against whole paths. */
  readonly ignored: readonly Pattern[];
  readonly cascade: readonly CascadeSet[];
  readonly outputs: OutputFormats;
  readonly disablePathToLower: boolean;
  readonly removePathAccents: boolean;
  readonly refErrorsStop: boolean;
  /** The zone that the settings name; undefined where dates without an offset are in UTC and writers in their own zone. */
  readonly timeZone: string | undefined;
  /** The base URL goes before whatever starts with a slash. */
  readonly canonifyUrls: boolean;
  readonly dialect: Dialect;
  /** Hugo's own render hook for links is on. */
  readonly usesEmbeddedLinkHook: boolean;
  /** Folders of the themes that the site names. */
  readonly themeFolders: readonly string[];
  readonly sitemapFile: string;
  readonly hasRobotsFile: boolean;
  /** What the addresses of later pages of a list have before the number: `page`. */
  readonly paginatePath: string;
  /** Plural names under `taxonomies`. */
  readonly ownTaxonomies: readonly string[];
  /** What archetypes can ask for. */
  readonly title: string;
  readonly languageCode: string;
  readonly parameters: Data;
}

/** The settings of one language, the site's own among them. */
export interface LanguageSettings {
  readonly code: string;
  /** For people, `Français`; undefined where the settings name none. */
  readonly name: string | undefined;
  /** What addresses begin with after the base path: '' or `fr`. */
  readonly prefix: string;
  /** `/blog`, or ''. */
  readonly basePath: string;
  /** `https://example.org`; '' where the base URL names no host. */
  readonly origin: string;
  readonly timeZone: string;
  readonly dates: DateKeys;
  readonly permalinks: Data;
  /** Names in addresses: `tags`. */
  readonly taxonomies: ReadonlySet<string>;
  /** By section where it is a map. */
  readonly uglyUrls: boolean | Data;
  readonly disabledKinds: ReadonlySet<string>;
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
}

/** The settings in merged data with keys in lower case, with Hugo's defaults. */
export function readSettings(data: Data): HugoSettings {
  const all = isRecord(data.languages) ? data.languages : {};
  const off = new Set(textsOf(data.disablelanguages).map((code) => code.toLowerCase()));
  const codes = Object.keys(all).filter((code) => !off.has(code) && !isTrue(loweredKeys(all[code]).disabled));
  const first = (textOf(data.defaultcontentlanguage) ?? 'en').toLowerCase();
  const built = codes.length === 0 ? [first] : codes;
  const hosts = built.some((code) => textOf(loweredKeys(all[code]).baseurl) !== undefined);
  const inSubfolder = (code: string): boolean =>
    built.length > 1 && !hosts && (code !== first || isTrue(data.defaultcontentlanguageinsubdir));
  const languages = new Map(
    built.map((code) => [
      code,
      languageOf(code, { ...data, ...loweredKeys(all[code]) }, inSubfolder(code) ? code : ''),
    ]),
  );
  const defaultLanguage = languages.get(first) ?? [...languages.values()][0]!;
  return {
    languages,
    defaultLanguage,
    languageCodes: new Set([...Object.keys(all), first]),
    content: contentMounts(data, built),
    static: staticMounts(data, built),
    publishDir: folderPath(textOf(data.publishdir) ?? 'public'),
    ignored: textsOf(data.ignorefiles)
      .map(compileGoPattern)
      .filter((pattern): pattern is Pattern => !isRefused(pattern)),
    cascade: cascadeSets(data.cascade),
    outputs: outputFormatsOf(data),
    disablePathToLower: isTrue(data.disablepathtolower),
    removePathAccents: isTrue(data.removepathaccents),
    refErrorsStop: textOf(data.reflinkserrorlevel)?.toUpperCase() !== 'WARNING',
    ...readSite(data),
    ...readMarkup(data),
  };
}

type SiteSettings = Pick<
  HugoSettings,
  'timeZone' | 'canonifyUrls' | 'themeFolders' | 'sitemapFile' | 'hasRobotsFile' | 'paginatePath' | 'ownTaxonomies'
> &
  Pick<HugoSettings, 'title' | 'languageCode' | 'parameters'>;

function readSite(data: Data): SiteSettings {
  const taxonomies = isRecord(data.taxonomies) ? Object.values(data.taxonomies) : [];
  return {
    timeZone: textOf(data.timezone),
    canonifyUrls: data.canonifyurls === true,
    themeFolders: themeFolders(data),
    sitemapFile: textOf(loweredKeys(data.sitemap).filename) ?? 'sitemap.xml',
    hasRobotsFile: isTrue(data.enablerobotstxt),
    paginatePath: textOf(data.paginatepath) ?? 'page',
    ownTaxonomies: taxonomies.filter((name) => typeof name === 'string'),
    title: typeof data.title === 'string' ? data.title : '',
    languageCode: typeof data.languagecode === 'string' ? data.languagecode : '',
    parameters: isRecord(data.params) ? data.params : {},
  };
}

/** `markup.goldmark`: its options and its render hook for links. */
function readMarkup(data: Data): Pick<HugoSettings, 'dialect' | 'usesEmbeddedLinkHook'> {
  const { goldmark } = loweredKeys(data.markup);
  const settings = loweredKeys(goldmark);
  const link = loweredKeys(loweredKeys(settings.renderhooks).link);
  return {
    dialect: dialectOf(settings),
    usesEmbeddedLinkHook:
      link.enabledefault === true || ['always', 'fallback'].includes(textOf(link.useembedded) ?? ''),
  };
}

/** The language's own settings win over the site's. */
function languageOf(code: string, data: Data, prefix: string): LanguageSettings {
  const base = /^(?:(https?:\/\/[^/?#]+)|[a-z]*:?\/\/[^/]*)?([^?#]*)/i.exec(textOf(data.baseurl)?.trim() ?? '')!;
  const basePath = folderPath(base[2]!);
  return {
    code,
    name: textOf(data.languagename),
    prefix,
    basePath: basePath === '' ? '' : `/${basePath}`,
    origin: base[1] ?? '',
    timeZone: textOf(data.timezone) || 'UTC',
    dates: dateKeysOf(data),
    permalinks: isRecord(data.permalinks) ? data.permalinks : {},
    taxonomies: new Set(
      Object.values(isRecord(data.taxonomies) ? data.taxonomies : { category: 'categories', tag: 'tags' })
        .map(textOf)
        .filter((each) => each !== undefined),
    ),
    uglyUrls: isRecord(data.uglyurls) ? data.uglyurls : isTrue(data.uglyurls),
    disabledKinds: new Set(textsOf(data.disablekinds).map((kind) => kind.toLowerCase())),
    buildDrafts: isTrue(data.builddrafts),
    buildFuture: isTrue(data.buildfuture),
    buildExpired: isTrue(data.buildexpired),
  };
}
