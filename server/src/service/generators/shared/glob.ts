/** Longer patterns, and those with more wildcards, are no file names anybody writes, and take too long to match. */
const longest = 200;
const mostWildcards = 12;

/** Whether paths match one of the patterns of a list and none of those with `!`; undefined where a pattern is not understood. */
export type PathTest = (path: string) => boolean | undefined;

/**
 * A test for patterns such as micromatch and globset have them: `*`, `?`, `[a-z]`, `{a,b}`, `**`. With `crossing` a `*` takes `/`
 * too, as globset has it; else it stays within a name.
 */
export function globTest(patterns: readonly string[], star: 'within names' | 'crossing' = 'within names'): PathTest {
  const all = patterns.map((pattern) => ({
    isNegative: /^!(?!\()/.test(pattern),
    regex: regexOf(pattern.replace(/^!(?!\()/, '').replace(/^\.\//, ''), star),
  }));
  if (all.some(({ regex }) => regex === undefined)) return () => undefined;
  return (path) =>
    all.some(({ isNegative, regex }) => !isNegative && regex!.test(path)) &&
    !all.some(({ isNegative, regex }) => isNegative && regex!.test(path));
}

function regexOf(pattern: string, star: 'within names' | 'crossing'): RegExp | undefined {
  if (pattern.length > longest || (pattern.match(/[*?]/g)?.length ?? 0) > mostWildcards || /[@+!?*]\(/.test(pattern))
    return undefined;
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const part = partAt(rest, depth, star);
    if (rest.startsWith('{')) depth++;
    else if (rest.startsWith('}') && depth > 0) depth--;
    source += part.source;
    at += part.length;
  }
  return compiled(`^${source}${')'.repeat(depth)}$`);
}

interface Part {
  readonly source: string;
  /** Of the pattern. */
  readonly length: number;
}

function partAt(rest: string, depth: number, star: 'within names' | 'crossing'): Part {
  const any = star === 'crossing' ? '.' : '[^/]';
  const set = /^\[([!^]?)([^\]]+)\]/.exec(rest);
  if (set) return { source: `[${set[1] ? '^' : ''}${set[2]!.replace(/[\\[\]^]/g, '\\$&')}]`, length: set[0].length };
  if (rest.startsWith('**/')) return { source: '(?:.*/)?', length: 3 };
  if (rest.startsWith('**')) return { source: '.*', length: 2 };
  const inGroup: Readonly<Record<string, string>> = depth > 0 ? { '}': ')', ',': '|' } : {};
  const unit = String.fromCodePoint(rest.codePointAt(0)!);
  const source = { '*': `${any}*`, '?': any, '{': '(?:', ...inGroup }[unit];
  return { source: source ?? unit.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), length: unit.length };
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'su');
  } catch {
    return undefined;
  }
}
