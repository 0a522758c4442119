import picomatch from 'picomatch/posix';
import { RE2JS } from 're2js';
import type { Pattern, RefusedPattern } from './pattern.ts';
import { compilePattern, isRefused, maxPatternLength } from './pattern.ts';

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

const negation = /^!(?!\()/;

/**
 * Returns the test of a list of patterns: in a syntax, or without one as JavaScript's tools read them (picomatch, where
 * a dot is like any other character).
 */
export function createPathTest(patterns: readonly string[], syntax?: GlobSyntax): PathTest {
  const all = patterns.map((pattern) => ({
    isNegative: negation.test(pattern),
    glob: compileGlob(pattern.replace(negation, ''), syntax),
  }));
  const runnable = all.flatMap(({ isNegative, glob }) => (isRefused(glob) ? [] : [{ isNegative, glob }]));
  if (runnable.length < all.length) return () => undefined;
  const included = runnable.filter(({ isNegative }) => !isNegative);
  const excluded = runnable.filter(({ isNegative }) => isNegative);
  return (path) =>
    included.some(({ glob }) => glob.test(path) === true) && !excluded.some(({ glob }) => glob.test(path) === true);
}

/** Returns a pattern that is matched with whole paths, or why it is refused. Paths have `/` between names, and no names that are empty, `.` or `..`. */
export function compileGlob(pattern: string, syntax?: GlobSyntax): Pattern | RefusedPattern {
  if (/^[\w/. -]*$/.test(pattern) && !pattern.startsWith('./'))
    return { source: pattern, test: (path) => path === pattern };
  if (pattern.length > maxPatternLength) return compilePattern(pattern, '');
  const expression = syntax ? translateGlob(pattern, syntax) : translateScriptGlob(pattern);
  if (expression === undefined) return { source: pattern, refusal: 'its brackets do not match' };
  return compilePattern(pattern, `^(?:${expression})$`, RE2JS.DOTALL);
}

/** What picomatch adds against names that are empty, `.` and `..`: RE2 has no lookaheads, and these paths need none. */
const lookaheads = ['(?!(?:^|\\/)\\.{1,2}(?:\\/|$))', '(?!\\.{1,2}(?:\\/|$))', '(?=.)'];

function translateScriptGlob(pattern: string): string {
  const { source } = picomatch.makeRe(pattern, { dot: true, nonegate: true });
  return lookaheads.reduce((expression, guard) => expression.replaceAll(guard, ''), source);
}

const tokens = /\\[^]|\[[!^]?(?:\\[^]|[^\]\\])+\]|\*+\/?|[^]/gu;

/** Returns the regular expression of a pattern; undefined where brackets or braces are left open. */
function translateGlob(pattern: string, syntax: GlobSyntax): string | undefined {
  let depth = 0;
  let expression = '';
  for (const { 0: token, index } of pattern.matchAll(tokens)) {
    const startsName = index === 0 || pattern[index - 1] === '/';
    if (syntax.hasAlternatives && token === '{') depth++;
    if (syntax.hasAlternatives && token === '}') depth--;
    if (depth < 0 || token === '[') return undefined;
    expression += translateToken(token, depth, startsName, syntax);
  }
  return depth === 0 ? expression : undefined;
}

function translateToken(token: string, depth: number, startsName: boolean, syntax: GlobSyntax): string {
  if (token.startsWith('*')) return translateStar(token, startsName, syntax);
  if (token === '?') return translateQuestionMark(startsName, syntax);
  if (token.length > 2 && token.startsWith('[')) return translateSet(token, syntax);
  if (syntax.hasAlternatives) {
    if (token === '{') return '(?:';
    if (token === '}') return ')';
    if (token === ',' && depth > 0) return '|';
  }
  return RE2JS.quote(token.length > 1 && token.startsWith('\\') ? token.slice(1) : token);
}

function translateStar(token: string, startsName: boolean, syntax: GlobSyntax): string {
  const slash = token.endsWith('/') ? '/' : '';
  const isDouble = token.startsWith('**');
  const name = syntax.hidesDots ? '[^/.][^/]*' : '[^/]+';
  if (isDouble && syntax.doubleStar === 'text') return `.*${slash}`;
  if (isDouble && syntax.doubleStar === 'folders' && startsName && slash !== '') return `(?:${name}/)*`;
  if (syntax.wildcards === 'across folders') return `.*${slash}`;
  return `${startsName && syntax.hidesDots ? `(?:${name})?` : '[^/]*'}${slash}`;
}

function translateQuestionMark(startsName: boolean, { wildcards, hidesDots }: GlobSyntax): string {
  if (wildcards === 'across folders') return '.';
  return startsName && hidesDots ? '[^/.]' : '[^/]';
}

/** `[a-z]`; a character that does not negate in this syntax is one of the set: gobwas has no `[^a]`. */
function translateSet(token: string, { negations }: GlobSyntax): string {
  const isNegative = negations.includes(token[1]!) && token.length > 3;
  const inner = token.slice(isNegative ? 2 : 1, -1);
  const content = inner.replace(/\\([^])|[[\]^&~\\]/gu, (whole, escaped?: string) => RE2JS.quote(escaped ?? whole));
  return `[${isNegative ? '^' : ''}${content}]`;
}
