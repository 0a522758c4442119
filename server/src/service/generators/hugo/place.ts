import { basename, dirname, joinPath } from '../../text/paths.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import type { Mount } from './mounts.ts';

/** Where Hugo finds a content file. */
export interface Place {
  readonly language: LanguageSettings;
  /** Below `content`, mounts counted in: `posts/a.fr.md`. */
  readonly inner: string;
  /** Folder of the same: `posts`; '' at the top. */
  readonly folder: string;
  /** Name without extension and language: `a`, `index`, `_index`. */
  readonly base: string;
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

/** The place of a content file (path relative to the site root), or undefined where Hugo does not look for content or leaves the file out. */
export function placeOf(path: string, settings: HugoSettings): Place | undefined {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  if (dot < 0 || !contentExtensions.includes(name.slice(dot + 1))) return undefined;
  const mount = mountOf(path, settings.content);
  if (!mount || isLeftOut(path, settings)) return undefined;
  const bare = name.slice(0, dot);
  const suffix = /\.([^.]+)$/.exec(bare)?.[1];
  const isTranslated = suffix !== undefined && settings.languageCodes.has(suffix);
  const language = settings.languages.get(isTranslated ? suffix : (mount.languages[0] ?? ''));
  if (!language) return undefined;
  const inner = innerOf(path, mount);
  return {
    language,
    inner,
    folder: dirname(inner),
    base: isTranslated ? bare.slice(0, -suffix.length - 1) : bare,
    source: mount.source,
  };
}

/** Whether Hugo passes a file by: names that start with a dot or end like an editor's copies, and `ignoreFiles`. */
export function isLeftOut(path: string, { ignored }: HugoSettings): boolean {
  const name = basename(path);
  return (
    /^\.|^#.*#$|~$|\.(?:swp|swx|tmp)$|^4913$/.test(name) || ignored.some((pattern) => pattern.test(`/${path}`) === true)
  );
}

/** The innermost mount that a path lies in. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mountsOf(path, mounts)[0];
}

/** All mounts that a path lies in, the innermost first. */
export function mountsOf(path: string, mounts: readonly Mount[]): Mount[] {
  return mounts
    .filter(
      ({ source, leavesOut }) =>
        (path.startsWith(`${source}/`) || source === '') &&
        !leavesOut(path.slice(source === '' ? 0 : source.length + 1)),
    )
    .sort((a, b) => b.source.length - a.source.length);
}

/** A path as it is called below the mount's target. */
export function innerOf(path: string, { source, target }: Mount): string {
  return joinPath(target, source === '' ? path : path.slice(source.length + 1));
}
