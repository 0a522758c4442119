import type { BaseUrl } from '../shared/baseUrl.ts';
import { parseBaseUrl } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { ConfiguredExtensions } from '../shared/pythonMarkdown.ts';
import { toExtensions } from '../shared/pythonMarkdown.ts';
import { asNonEmptyString, normalizeFolder } from '../shared/values.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';

type Data = Readonly<Record<string, unknown>>;

/** A blog of Material's plugin; folders are relative to `docs_dir`. */
export interface BlogSettings {
  readonly folder: string;
  readonly postFolder: string;
  /** `{date}/{slug}`. */
  readonly urlFormat: string;
  /** `yyyy/MM/dd`. */
  readonly dateFormat: string;
  /** Whether slugs of titles are those of `pymdownx.slugs.slugify` in lower case; else only code of the site knows them. */
  readonly hasDefaultSlugs: boolean;
  /** Whether a build writes drafts. */
  readonly showsDrafts: boolean;
}

/** Settings of `mkdocs.yml` that decide which files are pages, and their URLs (config/defaults.py). */
export interface MkdocsSettings {
  readonly base: BaseUrl;
  readonly docsFolder: string;
  readonly outputFolder: string;
  /** The folder in which the site changes its theme; undefined for none. */
  readonly themeFolder: string | undefined;
  /** Undefined where only the build knows. */
  readonly usesDirectoryUrls: boolean | undefined;
  /** Whether `exclude_docs` names a path below `docs_dir`. */
  readonly isExcluded: PathTest;
  /** Whether `draft_docs` does. */
  readonly isDraft: PathTest;
  readonly blogs: readonly BlogSettings[];
  readonly extensions: ConfiguredExtensions;
  /** Plugins of which nobody here knows what they write. */
  readonly otherPlugins: readonly string[];
  /** Whether a plugin or another configuration decides where pages are. */
  readonly movesPages: boolean;
  /** Whether a plugin defines labels of references. */
  readonly definesLabels: boolean;
  /** Whether a plugin runs templates in posts. */
  readonly hasTemplates: boolean;
  readonly language: string | undefined;
}

/** Plugins that write no pages and lead no links elsewhere. */
const harmlessPlugins = new Set(
  `search meta tags info offline optimize privacy minify exclude-search glightbox awesome-pages awesome-nav mkdocs-video
  git-revision-date git-revision-date-localized git-authors git-committers table-reader typeset group blog autorefs charts
  macros include-markdown pdf-export with-pdf print-site section-index social redirects markdownextradata
  mkdocstrings`.split(/\s+/),
);
const movingPlugins = new Set(['i18n', 'monorepo', 'multirepo', 'same-dir', 'projects', 'simple']);
const labelPlugins = new Set(['mkdocstrings', 'autorefs']);
const templatePlugins = new Set(['macros', 'include-markdown', 'markdownextradata']);

/** Reads the settings from the data of `mkdocs.yml`, with MkDocs' defaults. */
export function readSettings(data: Data): MkdocsSettings {
  const plugins = readPlugins(data.plugins);
  const names = [...plugins.keys()];
  const theme = isRecord(data.theme) ? data.theme : {};
  const themeFolder = asNonEmptyString(theme.custom_dir);
  const inherits = 'INHERIT' in data;
  return {
    base: parseBaseUrl(data.site_url),
    docsFolder: normalizeFolder(asNonEmptyString(data.docs_dir) ?? 'docs'),
    outputFolder: normalizeFolder(asNonEmptyString(data.site_dir) ?? 'site'),
    themeFolder: themeFolder === undefined ? undefined : normalizeFolder(themeFolder),
    usesDirectoryUrls: toDirectoryUrls(data.use_directory_urls, names),
    isExcluded: createIgnoreTest(data.exclude_docs),
    isDraft: createIgnoreTest(data.draft_docs),
    blogs: [...plugins].filter(([name]) => name === 'blog').map(([, options]) => readBlog(options)),
    extensions: new Map([['toc', {}], ['tables', {}], ['fenced_code', {}], ...toExtensions(data.markdown_extensions)]),
    otherPlugins: [
      ...names.filter((name) => !harmlessPlugins.has(name)),
      ...(data.hooks === undefined ? [] : ['hooks']),
      ...(inherits ? ['INHERIT'] : []),
    ],
    movesPages: inherits || names.some((name) => movingPlugins.has(name)),
    definesLabels: inherits || names.some((name) => labelPlugins.has(name)),
    hasTemplates: names.some((name) => templatePlugins.has(name)),
    language: asNonEmptyString(theme.language) ?? asNonEmptyString(theme.locale),
  };
}

/** `use_directory_urls`; the plugin `offline` turns it off. */
function toDirectoryUrls(value: unknown, plugins: readonly string[]): boolean | undefined {
  if (plugins.includes('offline')) return undefined;
  return value === undefined || value === true ? true : value === false ? false : undefined;
}

/** Plugins by their names without the prefix of the theme, with their options. */
function readPlugins(list: unknown): ReadonlyMap<string, Data> {
  return new Map(
    [...toExtensions(list)]
      .filter(([, options]) => options.enabled !== false)
      .map(([name, options]) => [name.replace(/^.*\//, ''), options]),
  );
}

function readBlog(options: Data): BlogSettings {
  const folder = normalizeFolder(asNonEmptyString(options.blog_dir) ?? 'blog');
  return {
    folder,
    postFolder: normalizeFolder((asNonEmptyString(options.post_dir) ?? '{blog}/posts').replace('{blog}', folder)),
    urlFormat: asNonEmptyString(options.post_url_format) ?? '{date}/{slug}',
    dateFormat: asNonEmptyString(options.post_url_date_format) ?? 'yyyy/MM/dd',
    hasDefaultSlugs: options.post_slugify === undefined && (options.post_slugify_separator ?? '-') === '-',
    showsDrafts: options.draft === true,
  };
}

function removeComment(line: string): string {
  const comment = line.search(/(?:^|\s)#/);
  return comment < 0 ? line : line.slice(0, comment);
}

/** Returns the test of patterns in the format of `.gitignore`; what is named again after `!` is unknown. */
function createIgnoreTest(written: unknown): PathTest {
  const lines = (typeof written === 'string' ? written : '')
    .split('\n')
    .map((line) => removeComment(line).trim())
    .filter((line) => line !== '');
  const tests = lines
    .filter((line) => !line.startsWith('!'))
    .map((line) => {
      const isRooted = line.slice(0, -1).includes('/');
      const pattern = line.replace(/^\/|\/$/g, '');
      return createPathTest(
        isRooted ? [pattern, `${pattern}/**`] : [pattern, `**/${pattern}`, `${pattern}/**`, `**/${pattern}/**`],
      );
    });
  const hasExceptions = lines.some((line) => line.startsWith('!'));
  return (path) => {
    const isNamed = tests.some((test) => test(path) !== false);
    return isNamed && hasExceptions ? undefined : isNamed;
  };
}
