import picomatch from 'picomatch/posix';
import { RE2JS } from 're2js';
import type { Pattern, RefusedPattern } from './pattern.ts';
import { compiled, isRefused, longestPattern } from './pattern.ts';

/** Whether paths match one of the patterns of a list and none of those with `!`; undefined where a pattern is not run. */
export type PathTest = (path: string) => boolean | undefined;

/** How a language of patterns for paths reads its special characters where it is not JavaScript's. */
export interface GlobSyntax {
  /** What `*` and `?` stand for: characters of one name, or the slash too. */
  readonly wildcards: 'within names' | 'across folders';
  /** What `**` is: any text, whole folders where a slash follows, or no more than `*`. */
  readonly doubleStar: 'text' | 'folders' | 'star';
  /** Whether `{a,b}` are alternatives. */
  readonly hasAlternatives: boolean;
  /** Characters that negate a set: `[!a]`, `[^a]`. */
  readonly negations: '!' | '!^';
  /** Whether a dot at the start of a name must be written as one. */
  readonly hidesDots: boolean;
}

const negative = /^!(?!\()/;

/**
 * Returns the test of a list of patterns: in a syntax, or without one as JavaScript's tools read them (picomatch, where
 * a dot is like any other character).
 */
export function globTest(patterns: readonly string[], syntax?: GlobSyntax): PathTest {
  const all = patterns.map((pattern) => ({
    isNegative: negative.test(pattern),
    glob: compileGlob(pattern.replace(negative, ''), syntax),
  }));
  const runnable = all.flatMap(({ isNegative, glob }) => (isRefused(glob) ? [] : [{ isNegative, glob }]));
  if (runnable.length < all.length) return () => undefined;
  const takenIn = runnable.filter(({ isNegative }) => !isNegative);
  const takenOut = runnable.filter(({ isNegative }) => isNegative);
  return (path) =>
    takenIn.some(({ glob }) => glob.test(path) === true) && !takenOut.some(({ glob }) => glob.test(path) === true);
}

/** Returns a pattern that is matched with whole paths, or why it is refused. Paths have `/` between names, and no names that are empty, `.` or `..`. */
export function compileGlob(pattern: string, syntax?: GlobSyntax): Pattern | RefusedPattern {
  if (/^[\w/. -]*$/.test(pattern) && !pattern.startsWith('./'))
    return { source: pattern, test: (path) => path === pattern };
  if (pattern.length > longestPattern) return compiled(pattern, '');
  const expression = syntax ? translated(pattern, syntax) : scriptGlob(pattern);
  if (expression === undefined) return { source: pattern, refusal: 'its brackets do not match' };
  return compiled(pattern, `^(?:${expression})$`, RE2JS.DOTALL);
}

/** What picomatch adds against names that are empty, `.` and `..`: RE2 has no lookaheads, and these paths need none. */
const guards = ['(?!(?:^|\\/)\\.{1,2}(?:\\/|$))', '(?!\\.{1,2}(?:\\/|$))', '(?=.)'];

function scriptGlob(pattern: string): string {
  const { source } = picomatch.makeRe(pattern, { dot: true, nonegate: true });
  return guards.reduce((expression, guard) => expression.replaceAll(guard, ''), source);
}

const signs = /\\[^]|\[[!^]?(?:\\[^]|[^\]\\])+\]|\*+\/?|[^]/gu;

/** Returns the regular expression of a pattern; undefined where brackets or braces are left open. */
function translated(pattern: string, syntax: GlobSyntax): string | undefined {
  let depth = 0;
  let expression = '';
  for (const { 0: sign, index } of pattern.matchAll(signs)) {
    const startsName = index === 0 || pattern[index - 1] === '/';
    if (syntax.hasAlternatives && sign === '{') depth++;
    if (syntax.hasAlternatives && sign === '}') depth--;
    if (depth < 0 || sign === '[') return undefined;
    expression += partOf(sign, depth, startsName, syntax);
  }
  return depth === 0 ? expression : undefined;
}

function partOf(sign: string, depth: number, startsName: boolean, syntax: GlobSyntax): string {
  if (sign.startsWith('*')) return starOf(sign, startsName, syntax);
  if (sign === '?') return character(startsName, syntax);
  if (sign.length > 2 && sign.startsWith('[')) return setOf(sign, syntax);
  if (syntax.hasAlternatives) {
    if (sign === '{') return '(?:';
    if (sign === '}') return ')';
    if (sign === ',' && depth > 0) return '|';
  }
  return RE2JS.quote(sign.length > 1 && sign.startsWith('\\') ? sign.slice(1) : sign);
}

function starOf(sign: string, startsName: boolean, syntax: GlobSyntax): string {
  const slash = sign.endsWith('/') ? '/' : '';
  const isDouble = sign.startsWith('**');
  const name = syntax.hidesDots ? '[^/.][^/]*' : '[^/]+';
  if (isDouble && syntax.doubleStar === 'text') return `.*${slash}`;
  if (isDouble && syntax.doubleStar === 'folders' && startsName && slash !== '') return `(?:${name}/)*`;
  if (syntax.wildcards === 'across folders') return `.*${slash}`;
  return `${startsName && syntax.hidesDots ? `(?:${name})?` : '[^/]*'}${slash}`;
}

function character(startsName: boolean, { wildcards, hidesDots }: GlobSyntax): string {
  if (wildcards === 'across folders') return '.';
  return startsName && hidesDots ? '[^/.]' : '[^/]';
}

/** `[a-z]`; a character that does not negate in this syntax is one of the set: gobwas has no `[^a]`. */
function setOf(sign: string, { negations }: GlobSyntax): string {
  const isNegative = negations.includes(sign[1]!) && sign.length > 3;
  const inner = sign.slice(isNegative ? 2 : 1, -1);
  const content = inner.replace(/\\([^])|[[\]^&~\\]/gu, (whole, escaped?: string) => RE2JS.quote(escaped ?? whole));
  return `[${isNegative ? '^' : ''}${content}]`;
}
