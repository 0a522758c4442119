import { memoizeRecent } from '../../text/memo.ts';

/** A language that posts can be written in. */
export interface Language {
  /** As the site writes it: `fr`, `pt-br`. */
  readonly code: string;
  /** For people: `français`. */
  readonly name: string;
}

/** How a generator keeps the languages of a site apart by where files are and how they are named. Paths are relative to the site root. */
export interface Languages {
  /** It counts only on sites where a post shows it: folders for languages are the writers' habit, not the generator's rule. */
  readonly isHabit?: true;
  /** Those that the configuration names, the site's own first. */
  readonly all: readonly Language[];
  /** The language of a file, by its path; undefined where it has none. */
  of(path: string): string | undefined;
  /** The path that a post has in another language, and then the other way to write it; empty where that language has no place for it. */
  paths(path: string, code: string): readonly string[];
}

/** Languages that a configuration names; codes as it writes them, which may be no codes of languages at all. */
export interface DeclaredLanguages {
  /** Those that may be the site's own, the surest first. */
  readonly own: readonly string[];
  /** Those of a list, in its order. */
  readonly listed: readonly string[];
  /** Whether new files are named after their language: `:lang/:title.md`. */
  readonly areInFileNames: boolean;
}

/** Of languages that are asked for again. */
const mostCodes = 1000;
const longestCode = 20;

/** A language under the name that the site gives it, else that its own speakers do, else its code. */
export function language(code: string, name?: unknown): Language {
  return { code, name: typeof name === 'string' && name !== '' ? name : (ownName(code) ?? code) };
}

/** What the speakers of a language call it: `français` for `fr`; undefined for what is no code of a language. */
export const ownName = memoizeRecent(mostCodes, (code: string): string | undefined => {
  if (code.length > longestCode) return undefined;
  try {
    const tag = code.replaceAll('_', '-');
    return new Intl.DisplayNames([tag, 'en'], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
});
