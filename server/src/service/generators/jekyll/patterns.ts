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

/** Ruby's `Dir.glob`. */
const dirGlob: GlobSyntax = {
  wildcards: 'within names',
  doubleStar: 'folders',
  hasAlternatives: true,
  negations: '!^',
  hidesDots: true,
};

/** Whether Ruby's `Dir.glob` with a pattern finds a path. */
export function globPath(pattern: string): (path: string) => boolean {
  return matcher(compileGlob(pattern, dirGlob));
}

/** What is not run matches nothing. */
function matcher(pattern: Pattern | RefusedPattern): (path: string) => boolean {
  return isRefused(pattern) ? () => false : (path) => pattern.test(path) === true;
}

/** Entries of `include` or `exclude`, made ready (`EntryFilter#glob_include?`): a pattern also takes everything that begins with it. */
export class PatternList {
  private readonly patterns: readonly { readonly prefix: string; readonly matches: (path: string) => boolean }[];

  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => {
      const prefix = pattern.replace(/^\/+/, '');
      return { prefix, matches: matcher(compileGlob(prefix, fnmatch)) };
    });
  }

  /** Whether a file's or folder's path (relative to the source) is listed. */
  lists(path: string, type: 'file' | 'folder'): boolean {
    return this.patterns.some(
      ({ prefix, matches }) => matches(path) || path.startsWith(prefix) || (type === 'folder' && prefix === `${path}/`),
    );
  }
}
