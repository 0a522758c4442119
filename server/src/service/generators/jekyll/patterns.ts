/** Ruby's `File.fnmatch?` without flags: `*` matches any text, `/` included. */
function fnmatch(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern[at]!;
    const set = unit === '[' ? /^\[([!^]?)((?:\\.|[^\]\\])+)\]/.exec(pattern.slice(at)) : null;
    if (set) {
      source += `[${set[1] ? '^' : ''}${set[2]!.replace(/[\\[\]^]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else if (unit === '\\' && at + 1 < pattern.length) source += escaped(pattern[++at]!);
    else if (unit === '*') source += '.*';
    else source += unit === '?' ? '.' : escaped(unit);
  }
  return new RegExp(`^${source}$`, 's');
}

/** Ruby's `Dir.glob`: `*` stays within a name, `**` + `/` spans folders, `{a,b}` are alternatives; matches whole paths. */
export function globPath(pattern: string): RegExp {
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern[at]!;
    if (pattern.startsWith('**/', at)) {
      source += '(?:[^./][^/]*/)*';
      at += 2;
    } else if (unit === '*') {
      while (pattern[at + 1] === '*') at++;
      source += /(?:^|\/)$/.test(pattern.slice(0, at)) ? '(?!\\.)[^/]*' : '[^/]*';
    } else if (unit === '?') source += '[^/]';
    else if (unit === '{') {
      source += '(?:';
      depth++;
    } else if (unit === '}' && depth > 0) {
      source += ')';
      depth--;
    } else source += unit === ',' && depth > 0 ? '|' : escaped(unit);
  }
  return new RegExp(`^${source}${')'.repeat(depth)}$`, 's');
}

function escaped(unit: string): string {
  return unit.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Entries of `include` or `exclude`, made ready (`EntryFilter#glob_include?`): a pattern also takes everything that begins with it. */
export class PatternList {
  private readonly patterns: readonly { readonly prefix: string; readonly glob: RegExp }[];

  constructor(patterns: readonly string[]) {
    this.patterns = patterns.map((pattern) => {
      const prefix = pattern.replace(/^\/+/, '');
      return { prefix, glob: fnmatch(prefix) };
    });
  }

  /** Whether a file's or folder's path (relative to the source) is listed. */
  lists(path: string, type: 'file' | 'folder'): boolean {
    return this.patterns.some(
      ({ prefix, glob }) => glob.test(path) || path.startsWith(prefix) || (type === 'folder' && prefix === `${path}/`),
    );
  }
}
