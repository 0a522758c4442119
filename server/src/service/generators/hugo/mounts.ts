import { isRecord } from '../shared/configurationFile.ts';
import type { Pattern } from '../../text/pattern.ts';
import { joinPath } from '../../text/paths.ts';
import { compileHugoGlob } from './glob.ts';
import type { Data } from './values.ts';
import { normalizeFolder, toLowerCaseKeys, castToString, castToStrings } from './values.ts';

/** A folder of the project that is mounted below `content` or `static`. */
export interface Mount {
  /** Relative to the site root. */
  readonly source: string;
  /** Below `content` or `static`; '' for all of it. */
  readonly target: string;
  /** Languages of the mount; a content file without a language in its name is in the first one. */
  readonly languages: readonly string[];
  /** Whether a path below the source is excluded. */
  isExcluded(path: string): boolean;
}

/** Reads the mounts of content: `module.mounts` for `content`, else the `contentDir` of each language. */
export function readContentMounts(data: Data, languages: readonly string[]): Mount[] {
  const configured = readConfiguredMounts(data, 'content', languages);
  if (configured.length > 0) return configured;
  const folders = new Map<string, string[]>();
  for (const code of languages) {
    const folder = normalizeFolder(
      castToString(getLanguageData(data, code).contentdir) ?? castToString(data.contentdir) ?? 'content',
    );
    folders.set(folder, [...(folders.get(folder) ?? []), code]);
  }
  const first = castToString(data.defaultcontentlanguage)?.toLowerCase();
  return [...folders].map(([source, codes]) =>
    createMount(
      source,
      codes.toSorted((a, b) => Number(b === first) - Number(a === first)),
    ),
  );
}

/** Reads the mounts of static files: `module.mounts` for `static`, else every `staticDir`, and those of the themes. */
export function readStaticMounts(data: Data, languages: readonly string[]): Mount[] {
  const themes = readThemeFolders(data).map((folder) => createMount(`${folder}/static`, languages));
  const configured = readConfiguredMounts(data, 'static', languages);
  if (configured.length > 0) return [...configured, ...themes];
  const numbered = Array.from({ length: 11 }, (_, index) => data[`staticdir${index}`]);
  const shared = [data.staticdir, ...numbered].flatMap(toFolders);
  const own = languages.flatMap((code) => {
    const { staticdir, staticdir2 } = getLanguageData(data, code);
    return [...toFolders(staticdir), ...toFolders(staticdir2)].map((source) => createMount(source, [code]));
  });
  return [
    ...(shared.length === 0 ? ['static'] : shared).map((source) => createMount(source, languages)),
    ...own,
    ...themes,
  ];
}

/** Returns the folders of the themes that the site names. */
export function readThemeFolders(data: Data): string[] {
  const module = toLowerCaseKeys(data.module);
  const imports = Array.isArray(module.imports)
    ? module.imports.map((each) => castToString(toLowerCaseKeys(each).path) ?? '')
    : [];
  const folder = normalizeFolder(castToString(data.themesdir) ?? 'themes');
  return [...castToStrings(data.theme), ...imports].filter((name) => name !== '').map((name) => `${folder}/${name}`);
}

function toFolders(value: unknown): string[] {
  return (typeof value === 'string' ? [value] : castToStrings(value))
    .map(normalizeFolder)
    .filter((each) => each !== '');
}

function getLanguageData(data: Data, code: string): Data {
  return isRecord(data.languages) ? toLowerCaseKeys(data.languages[code]) : {};
}

function createMount(source: string, languages: readonly string[]): Mount {
  return { source, target: '', languages, isExcluded: () => false };
}

function readConfiguredMounts(data: Data, component: string, languages: readonly string[]): Mount[] {
  const { mounts } = toLowerCaseKeys(data.module);
  return (Array.isArray(mounts) ? mounts : []).map(toLowerCaseKeys).flatMap((mount) => {
    const [first, ...rest] = normalizeFolder(castToString(mount.target) ?? '').split('/');
    if (first !== component) return [];
    const code = castToString(mount.lang)?.toLowerCase();
    const [excluded, included] = [compileGlobs(mount.excludefiles), compileGlobs(mount.includefiles)];
    const isExcluded = (path: string): boolean =>
      isMatch(path, excluded) || (included.length > 0 && !isMatch(path, included));
    return [
      {
        source: normalizeFolder(castToString(mount.source) ?? ''),
        target: joinPath(...rest),
        languages: code === undefined ? languages : [code],
        isExcluded,
      },
    ];
  });
}

function compileGlobs(value: unknown): Pattern[] {
  return (typeof value === 'string' ? [value] : castToStrings(value))
    .map((pattern) => compileHugoGlob(pattern.replace(/^\//, '')))
    .filter((each) => each !== undefined);
}

function isMatch(path: string, patterns: readonly Pattern[]): boolean {
  return patterns.some((pattern) => pattern.test(path.toLowerCase()) === true);
}
