import type { GlobSyntax } from '../../text/glob.ts';
import { compileGlob } from '../../text/glob.ts';
import type { Pattern, RefusedPattern } from '../../text/pattern.ts';
import { isRefused } from '../../text/pattern.ts';

/** Ruby's `File.fnmatch?` without flags, for a path that does not begin with a dot. */
const fnmatch: GlobSyntax = {
  wildcards: 'across folders',
  doubleStar: 'star',
  hasAlternatives: false,
  negations: '!^',
  hidesDots: false,
};

/** Patterns of Ruby's `Dir.glob`. */
const dirGlob: GlobSyntax = {
  wildcards: 'within names',
  doubleStar: 'folders',
  hasAlternatives: true,
  negations: '!^',
  hidesDots: true,
};

/** Compiles a pattern of Ruby's `Dir.glob` to a path test. */
export function compileDirGlob(pattern: string): (path: string) => boolean {
  return toPathTest(compileGlob(pattern, dirGlob));
}

/** Returns a path test; a pattern that is refused matches nothing. */
function toPathTest(pattern: Pattern | RefusedPattern): (path: string) => boolean {
  return isRefused(pattern) ? () => false : (path) => pattern.test(path) === true;
}

/** Compiled patterns of `include` or `exclude` (`EntryFilter#glob_include?`); a pattern also matches paths that start with it. */
export class PatternList {
  private readonly patterns: readonly { readonly prefix: string; readonly matches: (path: string) => boolean }[];

  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => {
      const prefix = pattern.replace(/^\/+/, '');
      return { prefix, matches: toPathTest(compileGlob(prefix, fnmatch)) };
    });
  }

  /** Whether a pattern matches a path (relative to the source). */
  matches(path: string, type: 'file' | 'folder'): boolean {
    return this.patterns.some(
      ({ prefix, matches }) => matches(path) || path.startsWith(prefix) || (type === 'folder' && prefix === `${path}/`),
    );
  }
}
