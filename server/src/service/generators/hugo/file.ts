import { basename, dirname, joinPath } from '../../text/paths.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import type { Mount } from './mounts.ts';

/** A content file; Hugo's template object `.File`. */
export interface HugoFile {
  readonly language: LanguageSettings;
  /** The path below `content`, mounts applied: `posts/a.fr.md`. */
  readonly contentPath: string;
  /** The folder of `contentPath`: `posts`; '' at the top. */
  readonly folder: string;
  /** The file name without extension and language: `a`, `index`, `_index`. */
  readonly baseName: string;
  /** The mount's folder in the project. */
  readonly source: string;
}

/** Extensions of content (`hugofs/files/classifier.go`), Markdown first. */
export const contentExtensions = [
  'md',
  'markdown',
  'mdown',
  'html',
  'htm',
  'org',
  'adoc',
  'asciidoc',
  'ad',
  'rst',
  'rest',
  'pandoc',
  'pdc',
];

/** Whether Hugo reads a file as Markdown, by its extension. */
export function isMarkdownFile(path: string): boolean {
  return /\.(?:md|markdown|mdown)$/.test(path);
}

/** Parses the path of a content file, relative to the site root; undefined for a file outside content mounts, or one that Hugo ignores. */
export function parseHugoPath(path: string, settings: HugoSettings): HugoFile | undefined {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  if (dot < 0 || !contentExtensions.includes(name.slice(dot + 1))) return undefined;
  const mount = findMount(path, settings.content);
  if (!mount || isIgnored(path, settings)) return undefined;
  const stem = name.slice(0, dot);
  const suffix = /\.([^.]+)$/.exec(stem)?.[1];
  const isTranslated = suffix !== undefined && settings.languageCodes.has(suffix);
  const language = settings.languages.get(isTranslated ? suffix : (mount.languages[0] ?? ''));
  if (!language) return undefined;
  const contentPath = toContentPath(path, mount);
  return {
    language,
    contentPath,
    folder: dirname(contentPath),
    baseName: isTranslated ? stem.slice(0, -suffix.length - 1) : stem,
    source: mount.source,
  };
}

/** Whether Hugo ignores a file: names that start with a dot or `#` (`sourceSpec.go`) or end like backup files of editors, and `ignoreFiles`. */
export function isIgnored(path: string, { ignored }: HugoSettings): boolean {
  const name = basename(path);
  return (
    /^[.#]|~$|\.(?:swp|swx|tmp)$|^4913$/.test(name) || ignored.some((pattern) => pattern.test(`/${path}`) === true)
  );
}

/** Returns the innermost mount that contains a path; undefined for none. */
export function findMount(path: string, mounts: readonly Mount[]): Mount | undefined {
  return findMounts(path, mounts)[0];
}

/** Returns the mounts that contain a path, the innermost first. */
export function findMounts(path: string, mounts: readonly Mount[]): Mount[] {
  return mounts
    .filter(
      ({ source, isExcluded }) =>
        (path.startsWith(`${source}/`) || source === '') &&
        !isExcluded(path.slice(source === '' ? 0 : source.length + 1)),
    )
    .sort((a, b) => b.source.length - a.source.length);
}

/** Returns the path of a file below the component of its mount: `posts/a.md`. */
export function toContentPath(path: string, { source, target }: Mount): string {
  return joinPath(target, source === '' ? path : path.slice(source.length + 1));
}
