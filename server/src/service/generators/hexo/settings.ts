import type { BaseUrl } from '../shared/baseUrl.ts';
import { parseBaseUrl, joinUrlPath } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import type { DeclaredLanguages } from '../contract/languages.ts';
import { normalizeFolder, asNonEmptyString, asStrings } from '../shared/values.ts';

/** Settings of `_config.yml` that decide which files are posts, when they are published and at which URL (`default_config.ts`). */
export interface HexoSettings {
  readonly base: BaseUrl;
  readonly sourceFolder: string;
  readonly publicFolder: string;
  readonly permalink: string;
  readonly permalinkDefaults: Readonly<Record<string, unknown>>;
  readonly newPostName: string;
  readonly defaultCategory: string;
  readonly categoryMap: Readonly<Record<string, unknown>>;
  /** 1 writes categories in lower case, 2 in upper case. */
  readonly filenameCase: unknown;
  readonly timeZone: string | undefined;
  readonly future: boolean;
  readonly showsDrafts: boolean;
  readonly postAssetFolder: boolean;
  /** Options of hexo-renderer-marked: whether relative images begin at the root, and whether they are looked for in the asset folder first. */
  readonly prependsRoot: boolean;
  readonly findsPostAssets: boolean;
  /** Whether URLs keep `index.html` and `.html`. */
  readonly trailingIndex: boolean;
  readonly trailingHtml: boolean;
  /** First segments of the URLs of lists. */
  readonly listFolders: readonly string[];
  readonly theme: string | undefined;
  /** Whether `skip_render` names a path relative to the source folder. */
  readonly isCopied: PathTest;
  readonly isIncluded: PathTest;
  readonly isExcluded: PathTest;
  readonly languages: DeclaredLanguages;
}

/** Reads the settings from the data of `_config.yml`, with Hexo's defaults. */
export function readSettings(data: Readonly<Record<string, unknown>>): HexoSettings {
  const url = parseBaseUrl(data.url);
  const root = asNonEmptyString(data.root);
  const pretty = isRecord(data.pretty_urls) ? data.pretty_urls : {};
  const marked = isRecord(data.marked) ? data.marked : {};
  const folders = ['tag_dir', 'archive_dir', 'category_dir', 'code_dir', 'pagination_dir'];
  const defaultFolders = ['tags', 'archives', 'categories', 'downloads/code', 'page'];
  return {
    base: { origin: url.origin, path: root === undefined ? url.path : parseBaseUrl(joinUrlPath(root)).path },
    sourceFolder: normalizeFolder(asNonEmptyString(data.source_dir) ?? 'source'),
    publicFolder: normalizeFolder(asNonEmptyString(data.public_dir) ?? 'public'),
    permalink: asNonEmptyString(data.permalink) ?? ':year/:month/:day/:title/',
    permalinkDefaults: isRecord(data.permalink_defaults) ? data.permalink_defaults : {},
    newPostName: asNonEmptyString(data.new_post_name) ?? ':title.md',
    defaultCategory: asNonEmptyString(data.default_category) ?? 'uncategorized',
    categoryMap: isRecord(data.category_map) ? data.category_map : {},
    filenameCase: data.filename_case,
    timeZone: asNonEmptyString(data.timezone),
    future: data.future !== false,
    showsDrafts: data.render_drafts === true,
    postAssetFolder: data.post_asset_folder === true || isRecord(data.post_asset_folder),
    prependsRoot: marked.prependRoot !== false,
    findsPostAssets: marked.postAsset === true,
    trailingIndex: pretty.trailing_index !== false,
    trailingHtml: pretty.trailing_html !== false,
    listFolders: folders
      .map((key, index) => normalizeFolder(asNonEmptyString(data[key]) ?? defaultFolders[index]!))
      .filter((folder) => folder !== ''),
    theme: asNonEmptyString(data.theme),
    isCopied: createPathTest(asStrings(data.skip_render)),
    isIncluded: createPathTest(asStrings(data.include)),
    isExcluded: createPathTest(asStrings(data.exclude)),
    languages: readLanguages(data),
  };
}

/** Reads `language`, one or a list, and `lang` of `permalink_defaults`. */
function readLanguages(data: Readonly<Record<string, unknown>>): DeclaredLanguages {
  const { language, permalink_defaults: defaults, new_post_name: newPostName } = data;
  const listed = Array.isArray(language) ? asStrings(language) : [];
  return {
    defaultCandidates: [isRecord(defaults) ? defaults.lang : undefined, language, ...listed]
      .map(asNonEmptyString)
      .filter((code) => code !== undefined),
    all: listed,
    areInFileNames: typeof newPostName === 'string' && /:lang(?!\w)/.test(newPostName),
  };
}
