import { parseBaseUrl } from '../shared/address.ts';
import type { BaseUrl } from '../shared/address.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { GlobSyntax, PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';
import type { SlugStrategy } from './slug.ts';

/** What of `zola.toml` decides where pages are and how they are addressed (`config/mod.rs`). */
export interface ZolaSettings {
  readonly base: BaseUrl;
  readonly defaultLanguage: string;
  /** Codes under `[languages]` besides the default one. */
  readonly languages: readonly string[];
  readonly paths: SlugStrategy;
  readonly taxonomySlugs: SlugStrategy;
  readonly anchors: SlugStrategy;
  /** A date at the start of a file name stays in the address. */
  readonly keepsDates: boolean;
  readonly outputFolder: string;
  /** `themes/name`; undefined without a theme. */
  readonly themeFolder: string | undefined;
  /** Names under `[[taxonomies]]`, of all languages. */
  readonly taxonomies: readonly string[];
  /** Those outside `[languages]`. */
  readonly ownTaxonomies: readonly string[];
  readonly feeds: readonly string[];
  /** Whether a broken `@/` link stops the build. */
  readonly brokenLinksStop: boolean;
  /** Files in `content` that are passed over (path relative to the site root). */
  readonly isIgnored: PathTest;
}

/** The settings in the data of `zola.toml`, with Zola's defaults. */
export function readSettings(data: Readonly<Record<string, unknown>>): ZolaSettings {
  const slugify = isRecord(data.slugify) ? data.slugify : {};
  const languages = isRecord(data.languages) ? data.languages : {};
  const defaultLanguage = asNonEmptyString(data.default_language) ?? 'en';
  const theme = asNonEmptyString(data.theme);
  const options = [data, ...Object.values(languages).filter(isRecord)];
  return {
    base: parseBaseUrl(data.base_url),
    defaultLanguage,
    languages: Object.keys(languages).filter((code) => code !== defaultLanguage),
    paths: strategyOf(slugify.paths),
    taxonomySlugs: strategyOf(slugify.taxonomies),
    anchors: strategyOf(slugify.anchors),
    keepsDates: slugify.paths_keep_dates === true,
    outputFolder: normalizeFolder(asNonEmptyString(data.output_dir) ?? 'public'),
    themeFolder: theme === undefined ? undefined : `themes/${theme}`,
    taxonomies: options.flatMap(taxonomyNames),
    ownTaxonomies: taxonomyNames(data),
    feeds: [
      'atom.xml',
      'rss.xml',
      ...options.flatMap((each) => [...asStrings(each.feed_filenames), ...asStrings(each.feed_filename)]),
    ],
    brokenLinksStop: !isRecord(data.link_checker) || data.link_checker.internal_level !== 'warn',
    isIgnored: createPathTest(asStrings(data.ignored_content), globset),
  };
}

/** Patterns of the crate `globset` as Zola makes them: without `literal_separator`. */
const globset: GlobSyntax = {
  wildcards: 'across folders',
  doubleStar: 'folders',
  hasAlternatives: true,
  negations: '!^',
  hidesDots: false,
};

function strategyOf(value: unknown): SlugStrategy {
  return value === 'safe' || value === 'off' ? value : 'on';
}

function taxonomyNames({ taxonomies }: Readonly<Record<string, unknown>>): string[] {
  const list = Array.isArray(taxonomies) ? taxonomies : [];
  return list
    .map((each: unknown) => (isRecord(each) ? asNonEmptyString(each.name) : undefined))
    .filter((name) => name !== undefined);
}
