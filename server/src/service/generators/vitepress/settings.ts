import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';
import { parseBaseUrl } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { LiteralMap } from '../shared/script/index.ts';
import { resolvePath } from '../../text/paths.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import type { MarkdownOptions } from './dialect.ts';
import { readMarkdownOptions } from './dialect.ts';
import type { Rewrites } from './rewrites.ts';
import { readRewrites } from './rewrites.ts';

/** Settings of `.vitepress/config` that decide which files are pages, and their URLs; folders are relative to the site root, '' is the root. */
export interface VitepressSettings {
  readonly sourceFolder: string;
  /** Undefined where there is none. */
  readonly publicFolder: string | undefined;
  /** Folders that a build writes: the site and the cache. */
  readonly outputFolders: readonly string[];
  /** `/docs` of `base`; undefined where only running the configuration tells. */
  readonly basePath: string | undefined;
  /** Whether addresses have no `.html`; undefined where only running the configuration tells. */
  readonly cleanUrls: boolean | undefined;
  /** Paths below the source folder that `srcExclude` names; undefined where only running the configuration tells. */
  readonly isExcluded: PathTest;
  readonly rewrites: Rewrites;
  /** Whether the source folder, excluded files and rewrites are all known. */
  readonly arePagesKnown: boolean;
  readonly deadLinks: DeadLinks;
  /** Whether hooks and plugins can write files into the site. */
  readonly canAddFiles: boolean;
  /** Whether plugins or aliases can resolve images to other files. */
  readonly canMoveImages: boolean;
  readonly locales: readonly Locale[];
  readonly markdown: MarkdownOptions;
}

/** What the build does about links to missing pages (`ignoreDeadLinks`): it stops, ignores them all, or ignores some that only running the configuration tells. */
type DeadLinks = 'stop' | 'pass' | 'unknown';

/** A language of `locales`. */
export interface Locale {
  /** Below the source folder; '' for the root. */
  readonly folder: string;
  readonly code: string;
  readonly label: string | undefined;
}

type Data = LiteralMap;

/** Reads the settings from a configuration's default export, undefined where that is no literal, with the defaults of VitePress (`resolveConfig`). */
export function readSettings(exported: LiteralMap | undefined, text: string): VitepressSettings {
  const data: Data = exported ?? { '...': undefined };
  const isOpen = '...' in data || 'extends' in data;
  const isKnown = (key: string): boolean => (key in data ? data[key] !== undefined : !isOpen);
  const sourceFolder = normalizeFolder(asNonEmptyString(data.srcDir) ?? '');
  const vite = 'vite' in data ? data.vite : {};
  const hasHooks = ['buildEnd', 'postRender', 'transformHtml', 'sitemap'].some((key) => key in data);
  const hasPlugins = !isRecord(vite) || 'plugins' in vite || '...' in vite;
  return {
    sourceFolder,
    publicFolder: getPublicFolder(vite, sourceFolder),
    outputFolders: [
      normalizeFolder(asNonEmptyString(data.outDir) ?? '.vitepress/dist'),
      normalizeFolder(asNonEmptyString(data.cacheDir) ?? '.vitepress/cache'),
    ],
    basePath: isKnown('base') ? parseBaseUrl(data.base ?? '/').path : undefined,
    cleanUrls: isKnown('cleanUrls') ? data.cleanUrls === true : undefined,
    isExcluded: createPathTest(asStrings(data.srcExclude ?? []).map((pattern) => pattern.replace(/^\.\//, ''))),
    rewrites: readRewrites(isKnown('rewrites') ? (data.rewrites ?? {}) : undefined),
    arePagesKnown:
      isKnown('srcDir') && isKnown('rewrites') && isKnown('srcExclude') && isStringList(data.srcExclude ?? []),
    deadLinks: isKnown('ignoreDeadLinks') ? readDeadLinks(data.ignoreDeadLinks) : 'unknown',
    canAddFiles: isOpen || hasHooks || hasPlugins,
    canMoveImages: isOpen || !isRecord(vite) || 'resolve' in vite || '...' in vite,
    locales: readLocales(data),
    markdown: readMarkdownOptions(
      isKnown('markdown') && !canChangeText(vite) ? (data.markdown ?? {}) : undefined,
      text,
    ),
  };
}

function isStringList(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Whether a Vite plugin can change texts before they are parsed; of plugins that calls create, only the names are known. */
function canChangeText(vite: unknown): boolean {
  if (!isRecord(vite) || '...' in vite) return true;
  if (!('plugins' in vite)) return false;
  if (!Array.isArray(vite.plugins)) return true;
  return vite.plugins.some(
    (plugin: unknown) =>
      !isRecord(plugin) || 'transform' in plugin || '...' in plugin || /markdown|transform/i.test(String(plugin['()'])),
  );
}

/** `publicDir` of Vite, whose root is the source folder. */
function getPublicFolder(vite: unknown, sourceFolder: string): string | undefined {
  const written = isRecord(vite) && 'publicDir' in vite ? vite.publicDir : 'public';
  return typeof written === 'string' ? resolvePath(written, sourceFolder) : undefined;
}

/** `shouldIgnoreDeadLink`; links to localhost are not checked. */
function readDeadLinks(value: unknown): DeadLinks {
  if (value === true) return 'pass';
  return Array.isArray(value) && value.length > 0 ? 'unknown' : 'stop';
}

/** Whether the pages of a language are on another site. */
function isExternal(link: unknown): boolean {
  return typeof link === 'string' && /^[a-z]+:|^\/\//i.test(link);
}

/** Languages by their folders (`getLocaleForPath`), the root's first. */
function readLocales({ locales, lang }: Data): Locale[] {
  const entries = Object.entries(isRecord(locales) ? locales : {}).filter(
    ([folder, locale]) => folder !== '...' && isRecord(locale) && !isExternal(locale.link),
  );
  const all = entries.map(([folder, locale]): Locale => {
    const { label, lang: own } = locale as Readonly<Record<string, unknown>>;
    return folder === 'root'
      ? { folder: '', code: asNonEmptyString(own) ?? asNonEmptyString(lang) ?? 'en-US', label: asNonEmptyString(label) }
      : { folder, code: folder, label: asNonEmptyString(label) };
  });
  const sorted = [...all.filter(({ folder }) => folder === ''), ...all.filter(({ folder }) => folder !== '')];
  return sorted.length > 1 ? sorted : [];
}
