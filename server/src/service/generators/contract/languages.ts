import { memoizeRecent } from '../../text/memo.ts';

/** A language that posts can be written in. */
export interface Language {
  /** As the site writes it: `fr`, `pt-br`. */
  readonly code: string;
  /** For people: `français`. */
  readonly name: string;
}

/** How the paths of files tell their language. Paths are relative to the site root. */
export interface Languages {
  /** Folders for languages are a convention of writers, not a rule of the generator: it holds only on sites where a post follows it. */
  readonly isConvention?: true;
  /** Languages that the configuration names, the default language first. */
  readonly all: readonly Language[];
  /** Returns the language code of a file by its path; undefined where the path tells none. */
  getLanguage(path: string): string | undefined;
  /** Returns the path of a post's translation into the language `code`, the usual path first; empty where that language has no folder for it. */
  getTranslationPaths(path: string, code: string): readonly string[];
}

/** Languages that a configuration names; codes are as written and need not be valid. */
export interface DeclaredLanguages {
  /** Codes that may be the default language, the most certain first. */
  readonly defaultCandidates: readonly string[];
  /** Codes in the configuration's list of languages, in its order. */
  readonly all: readonly string[];
  /** Whether new files are named after their language: `:lang/:title.md`. */
  readonly areInFileNames: boolean;
}

const maxCachedCodes = 1000;
const maxCodeLength = 20;

/** Returns a language with the name that the site gives it, else with its native name, else with its code. */
export function createLanguage(code: string, name?: unknown): Language {
  return { code, name: typeof name === 'string' && name !== '' ? name : (getNativeName(code) ?? code) };
}

/** Returns the native name of a language: `français` of `fr`; undefined for a text that is no language code (BCP 47, `_` allowed for `-`). */
export const getNativeName = memoizeRecent(maxCachedCodes, (code: string): string | undefined => {
  if (code.length > maxCodeLength) return undefined;
  try {
    const tag = code.replaceAll('_', '-');
    return new Intl.DisplayNames([tag, 'en'], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
});
