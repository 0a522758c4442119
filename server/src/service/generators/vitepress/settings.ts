import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';
import { parseBaseUrl } from '../shared/address.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { LiteralMap } from '../shared/script/index.ts';
import { resolvePath } from '../../text/paths.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import type { MarkdownOptions } from './dialect.ts';
import { readMarkdownOptions } from './dialect.ts';
import type { Rewrite } from './rewrites.ts';
import { readRewrite } from './rewrites.ts';

/** What of `.vitepress/config` decides where pages are and how they are addressed; folders relative to the site root, '' for it. */
export interface VitepressSettings {
  readonly sourceFolder: string;
  /** Undefined where there is none. */
  readonly publicFolder: string | undefined;
  /** What a build writes: the site, and what it remembers. */
  readonly outputFolders: readonly string[];
  /** `/docs` of `base`; undefined where only running the configuration tells. */
  readonly basePath: string | undefined;
  /** Whether addresses have no `.html`; undefined where only running the configuration tells. */
  readonly cleanUrls: boolean | undefined;
  /** Paths below the source folder that `srcExclude` names; undefined where only running the configuration tells. */
  readonly isExcluded: PathTest;
  readonly rewrite: Rewrite;
  /** Whether the source folder, what is left out of it and the ways to rewrite are all known. */
  readonly knowsPages: boolean;
  readonly deadLinks: DeadLinks;
  /** Whether hooks and plugins may write files into the site. */
  readonly mayAddFiles: boolean;
  /** Whether plugins or aliases may lead images elsewhere. */
  readonly mayMoveImages: boolean;
  readonly locales: readonly Locale[];
  readonly markdown: MarkdownOptions;
}

/** What the build does about links to pages that are not there (`ignoreDeadLinks`): it stops, looks at none, or passes some that only running the configuration tells. */
type DeadLinks = 'stop' | 'pass' | 'unknown';

/** A language of `locales`. */
export interface Locale {
  /** Below the source folder; '' for the root. */
  readonly folder: string;
  readonly code: string;
  readonly label: string | undefined;
}

type Data = LiteralMap;

/** The settings in a configuration's literals, with the defaults of VitePress (`resolveConfig`); undefined for a configuration that nobody can read. */
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
    publicFolder: publicFolderOf(vite, sourceFolder),
    outputFolders: [
      normalizeFolder(asNonEmptyString(data.outDir) ?? '.vitepress/dist'),
      normalizeFolder(asNonEmptyString(data.cacheDir) ?? '.vitepress/cache'),
    ],
    basePath: isKnown('base') ? parseBaseUrl(data.base ?? '/').path : undefined,
    cleanUrls: isKnown('cleanUrls') ? data.cleanUrls === true : undefined,
    isExcluded: createPathTest(asStrings(data.srcExclude ?? []).map((pattern) => pattern.replace(/^\.\//, ''))),
    rewrite: readRewrite(isKnown('rewrites') ? (data.rewrites ?? {}) : undefined),
    knowsPages: isKnown('srcDir') && isKnown('rewrites') && isKnown('srcExclude') && isTexts(data.srcExclude ?? []),
    deadLinks: isKnown('ignoreDeadLinks') ? deadLinksOf(data.ignoreDeadLinks) : 'unknown',
    mayAddFiles: isOpen || hasHooks || hasPlugins,
    mayMoveImages: isOpen || !isRecord(vite) || 'resolve' in vite || '...' in vite,
    locales: localesOf(data),
    markdown: readMarkdownOptions(
      isKnown('markdown') && !mayChangeText(vite) ? (data.markdown ?? {}) : undefined,
      text,
    ),
  };
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Whether a plugin of Vite may write into texts before they are read: only the names of plugins made by calls are known. */
function mayChangeText(vite: unknown): boolean {
  if (!isRecord(vite) || '...' in vite) return true;
  if (!('plugins' in vite)) return false;
  if (!Array.isArray(vite.plugins)) return true;
  return vite.plugins.some(
    (plugin: unknown) =>
      !isRecord(plugin) || 'transform' in plugin || '...' in plugin || /markdown|transform/i.test(String(plugin['()'])),
  );
}

/** `publicDir` of Vite, whose root is the source folder. */
function publicFolderOf(vite: unknown, sourceFolder: string): string | undefined {
  const written = isRecord(vite) && 'publicDir' in vite ? vite.publicDir : 'public';
  return typeof written === 'string' ? resolvePath(written, sourceFolder) : undefined;
}

/** `shouldIgnoreDeadLink`; links to the writer's own computer are not looked at here anyway. */
function deadLinksOf(value: unknown): DeadLinks {
  if (value === true) return 'pass';
  return Array.isArray(value) && value.length > 0 ? 'unknown' : 'stop';
}

/** Whether the pages of a language are on another site. */
function isElsewhere(link: unknown): boolean {
  return typeof link === 'string' && /^[a-z]+:|^\/\//i.test(link);
}

/** Languages by their folders (`getLocaleForPath`), the root's first. */
function localesOf({ locales, lang }: Data): Locale[] {
  const entries = Object.entries(isRecord(locales) ? locales : {}).filter(
    ([folder, locale]) => folder !== '...' && isRecord(locale) && !isElsewhere(locale.link),
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
