import { isRecord } from '../shared/configurationFile.ts';
import type { Pattern } from '../../text/pattern.ts';
import { joinPath } from '../../text/paths.ts';
import { globPattern } from './glob.ts';
import type { Data } from './values.ts';
import { folderPath, loweredKeys, textOf, textsOf } from './values.ts';

/** A folder of the project that Hugo sees below `content` or `static`. */
export interface Mount {
  /** Relative to the site root. */
  readonly source: string;
  /** Below `content` or `static`; '' for all of it. */
  readonly target: string;
  /** Languages of files whose name tells none, the first of them where there are several; all for `static`. */
  readonly languages: readonly string[];
  /** Whether a path below the source is left out. */
  leavesOut(path: string): boolean;
}

/** Where content lies: `module.mounts` for `content`, else each language's `contentDir`. */
export function contentMounts(data: Data, languages: readonly string[]): Mount[] {
  const configured = configuredMounts(data, 'content', languages);
  if (configured.length > 0) return configured;
  const folders = new Map<string, string[]>();
  for (const code of languages) {
    const folder = folderPath(textOf(ofLanguage(data, code).contentdir) ?? textOf(data.contentdir) ?? 'content');
    folders.set(folder, [...(folders.get(folder) ?? []), code]);
  }
  const first = textOf(data.defaultcontentlanguage)?.toLowerCase();
  return [...folders].map(([source, codes]) =>
    whole(
      source,
      codes.toSorted((a, b) => Number(b === first) - Number(a === first)),
    ),
  );
}

/** Where files lie that are copied as they are: `module.mounts` for `static`, else every `staticDir`, and those of the themes. */
export function staticMounts(data: Data, languages: readonly string[]): Mount[] {
  const themes = themeFolders(data).map((folder) => whole(`${folder}/static`, languages));
  const configured = configuredMounts(data, 'static', languages);
  if (configured.length > 0) return [...configured, ...themes];
  const numbered = Array.from({ length: 11 }, (_, index) => data[`staticdir${index}`]);
  const shared = [data.staticdir, ...numbered].flatMap(foldersOf);
  const own = languages.flatMap((code) => {
    const { staticdir, staticdir2 } = ofLanguage(data, code);
    return [...foldersOf(staticdir), ...foldersOf(staticdir2)].map((source) => whole(source, [code]));
  });
  return [...(shared.length === 0 ? ['static'] : shared).map((source) => whole(source, languages)), ...own, ...themes];
}

/** Folders of the themes that the site names. */
export function themeFolders(data: Data): string[] {
  const module = loweredKeys(data.module);
  const imports = Array.isArray(module.imports)
    ? module.imports.map((each) => textOf(loweredKeys(each).path) ?? '')
    : [];
  const folder = folderPath(textOf(data.themesdir) ?? 'themes');
  return [...textsOf(data.theme), ...imports].filter((name) => name !== '').map((name) => `${folder}/${name}`);
}

function foldersOf(value: unknown): string[] {
  return (typeof value === 'string' ? [value] : textsOf(value)).map(folderPath).filter((each) => each !== '');
}

function ofLanguage(data: Data, code: string): Data {
  return isRecord(data.languages) ? loweredKeys(data.languages[code]) : {};
}

function whole(source: string, languages: readonly string[]): Mount {
  return { source, target: '', languages, leavesOut: () => false };
}

function configuredMounts(data: Data, component: string, languages: readonly string[]): Mount[] {
  const { mounts } = loweredKeys(data.module);
  return (Array.isArray(mounts) ? mounts : []).map(loweredKeys).flatMap((mount) => {
    const [first, ...rest] = folderPath(textOf(mount.target) ?? '').split('/');
    if (first !== component) return [];
    const code = textOf(mount.lang)?.toLowerCase();
    const [excluded, included] = [globs(mount.excludefiles), globs(mount.includefiles)];
    const leavesOut = (path: string): boolean =>
      isAmong(path, excluded) || (included.length > 0 && !isAmong(path, included));
    return [
      {
        source: folderPath(textOf(mount.source) ?? ''),
        target: joinPath(...rest),
        languages: code === undefined ? languages : [code],
        leavesOut,
      },
    ];
  });
}

function globs(value: unknown): Pattern[] {
  return (typeof value === 'string' ? [value] : textsOf(value))
    .map((pattern) => globPattern(pattern.replace(/^\//, '')))
    .filter((each) => each !== undefined);
}

function isAmong(path: string, patterns: readonly Pattern[]): boolean {
  return patterns.some((pattern) => pattern.test(path.toLowerCase()) === true);
}
