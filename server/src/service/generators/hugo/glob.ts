/** More wildcards than any pattern needs; each makes the search longer. */
const mostWildcards = 4;

/** A pattern as Hugo's `glob` package reads it, `/` its separator: `*` within a name, `**` across folders, `{a,b}`, `[a-z]`; matches lower-case paths as a whole, undefined for one too wild to try. */
export function globPattern(pattern: string): RegExp | undefined {
  const tokens = pattern.toLowerCase().match(/\*+|\[!?[^\]/]+\]|\\.|[\s\S]/gu) ?? [];
  if (tokens.filter((token) => token.startsWith('*')).length > mostWildcards) return undefined;
  let depth = 0;
  let source = '';
  for (const token of tokens) {
    if (token === '{') depth++;
    if (token === '}') depth--;
    if (depth < 0) return undefined;
    source += partOf(token, depth);
  }
  return depth === 0 ? new RegExp(`^${source}$`, 'su') : undefined;
}

function partOf(token: string, depth: number): string {
  if (token.startsWith('**')) return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token === '{') return '(?:';
  if (token === '}') return ')';
  if (token === ',' && depth > 0) return '|';
  const set = /^\[(!?)([^\]]+)\]$/.exec(token);
  if (set && !/[\\[^]/.test(set[2]!) && !/(.)-(.)/.test(set[2]!))
    return `[${set[1] ? '^' : ''}${set[2]!.replace(/-/g, '\\-')}]`;
  const range = set && /^([a-z0-9])-([a-z0-9])$/.exec(set[2]!);
  if (range && range[1]! <= range[2]!) return `[${set[1] ? '^' : ''}${range[1]}-${range[2]}]`;
  return (token.length === 2 && token.startsWith('\\') ? token.slice(1) : token).replace(
    /[\\^$.*+?()[\]{}|/]/g,
    '\\$&',
  );
}
