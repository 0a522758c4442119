import { parseBaseUrl } from '../shared/baseUrl.ts';
import type { BaseUrl } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { GlobSyntax, PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';
import type { SlugStrategy } from './slug.ts';

/** Settings of `zola.toml` that decide which files are pages, and their URLs (`config/mod.rs`). */
export interface ZolaSettings {
  readonly base: BaseUrl;
  readonly defaultLanguage: string;
  /** Codes under `[languages]`, without the default language. */
  readonly languages: readonly string[];
  readonly pathSlugs: SlugStrategy;
  readonly taxonomySlugs: SlugStrategy;
  readonly anchorSlugs: SlugStrategy;
  readonly markdown: ZolaMarkdown;
  /** Whether a date at the start of a file name stays in the URL. */
  readonly keepsDates: boolean;
  readonly outputFolder: string;
  /** `themes/name`; undefined without a theme. */
  readonly themeFolder: string | undefined;
  /** Names under `[[taxonomies]]`, of all languages. */
  readonly taxonomies: readonly string[];
  /** Those outside `[languages]`. */
  readonly defaultLanguageTaxonomies: readonly string[];
  readonly feeds: readonly string[];
  /** Whether a broken `@/` link stops the build. */
  readonly brokenLinksStopBuild: boolean;
  /** Whether a file in `content` (path relative to the site root) is ignored. */
  readonly isIgnored: PathTest;
}

/** What of the table `markdown` changes how a text is read or printed (`config/markup.rs`). */
export interface ZolaMarkdown {
  readonly bottomFootnotes: boolean;
  readonly definitionList: boolean;
  readonly githubAlerts: boolean;
  readonly smartPunctuation: boolean;
  /** `:name:` is a picture. */
  readonly renderEmoji: boolean;
}

/** Reads the settings from the data of `zola.toml`, with Zola's defaults. */
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
    pathSlugs: toSlugStrategy(slugify.paths),
    taxonomySlugs: toSlugStrategy(slugify.taxonomies),
    anchorSlugs: toSlugStrategy(slugify.anchors),
    markdown: readMarkdown(isRecord(data.markdown) ? data.markdown : {}),
    keepsDates: slugify.paths_keep_dates === true,
    outputFolder: normalizeFolder(asNonEmptyString(data.output_dir) ?? 'public'),
    themeFolder: theme === undefined ? undefined : `themes/${theme}`,
    taxonomies: options.flatMap(getTaxonomyNames),
    defaultLanguageTaxonomies: getTaxonomyNames(data),
    feeds: [
      'atom.xml',
      'rss.xml',
      ...options.flatMap((each) => [...asStrings(each.feed_filenames), ...asStrings(each.feed_filename)]),
    ],
    brokenLinksStopBuild: !isRecord(data.link_checker) || data.link_checker.internal_level !== 'warn',
    isIgnored: createPathTest(asStrings(data.ignored_content), globset),
  };
}

function readMarkdown(data: Readonly<Record<string, unknown>>): ZolaMarkdown {
  return {
    bottomFootnotes: data.bottom_footnotes === true,
    definitionList: data.definition_list === true,
    githubAlerts: data.github_alerts === true,
    smartPunctuation: data.smart_punctuation === true,
    renderEmoji: data.render_emoji === true,
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

function toSlugStrategy(value: unknown): SlugStrategy {
  return value === 'safe' || value === 'off' ? value : 'on';
}

function getTaxonomyNames({ taxonomies }: Readonly<Record<string, unknown>>): string[] {
  const list = Array.isArray(taxonomies) ? taxonomies : [];
  return list
    .map((each: unknown) => (isRecord(each) ? asNonEmptyString(each.name) : undefined))
    .filter((name) => name !== undefined);
}
