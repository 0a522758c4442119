import type { Matcher } from 're2js';
import { RE2JS, RE2JSException } from 're2js';

/**
 * A pattern that somebody else wrote, made ready to run. It is run by RE2, whose time grows with the length of the
 * text and never faster, whatever the pattern is.
 */
export interface Pattern {
  /** As written. */
  readonly source: string;
  /** Whether it matches somewhere in a text; undefined where that is not known. */
  test(text: string): boolean | undefined;
}

/** A pattern whose groups are of interest. */
export interface CapturingPattern extends Pattern {
  /** The texts of its groups, '' for those that take no part; undefined where it does not match. */
  groups(text: string): readonly string[] | undefined;
}

/** A pattern that is not run. */
export interface RefusedPattern {
  /** As written. */
  readonly source: string;
  /** Why, as a clause without a full stop: "it is longer than 500 characters". */
  readonly refusal: string;
}

/** UTF-16 code units; longer patterns are refused. */
export const maxPatternLength = 500;
const maxTextLength = 1000;
/** Instructions; `a{500}` has as many. */
const maxProgramSize = 600;

/** Whether a pattern is not run. */
export function isRefused(pattern: Pattern | RefusedPattern): pattern is RefusedPattern {
  return 'refusal' in pattern;
}

/** Compiles a regular expression of Go (`regexp/syntax`), which is RE2's own language. */
export function compileGoPattern(source: string): Pattern | RefusedPattern {
  return compilePattern(source, source);
}

/** Characters that `.` and `\s` of JavaScript and of RE2 do not agree about. */
const differingCharacters = /[\r\v\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]/;

/** Compiles a regular expression of JavaScript with the flag `u`, as JSON Schema has it; lookarounds and back references are refused. */
export function compileScriptPattern(source: string): Pattern | RefusedPattern {
  if (source.length > maxPatternLength) return compilePattern(source, source);
  if (!isScriptPattern(source)) return { source, refusal: 'JavaScript does not read it' };
  if (/\\k|\[\]/.test(source)) return { source, refusal: 'only a search that tries everything can match it' };
  const pattern = compilePattern(source, RE2JS.translateRegExp(source));
  if (isRefused(pattern)) return pattern;
  return { source, test: (text) => (differingCharacters.test(text) ? undefined : pattern.test(text)) };
}

/** Whether JavaScript reads a regular expression, which is not run. */
function isScriptPattern(source: string): boolean {
  try {
    void new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/**
 * Compiles a pattern: `source` is what its author wrote in any language, `expression` the same in RE2's, `flags` are
 * RE2's. Returns a refusal where it is too long, too large or no pattern; never throws for what an author wrote.
 */
export function compilePattern(source: string, expression: string, flags = 0): CapturingPattern | RefusedPattern {
  if (source.length > maxPatternLength) return { source, refusal: `it is longer than ${maxPatternLength} characters` };
  try {
    const program = RE2JS.compile(expression, flags);
    if (program.programSize() > maxProgramSize) return { source, refusal: 'it repeats too much' };
    return {
      source,
      test: (text) => (text.length > maxTextLength ? undefined : program.test(text)),
      groups: (text) => (text.length > maxTextLength ? undefined : matchGroups(program.matcher(text))),
    };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { source, refusal: 'only a search that tries everything can match it, or it is no pattern' };
  }
}

function matchGroups(matcher: Matcher): readonly string[] | undefined {
  if (!matcher.find()) return undefined;
  return Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1) ?? '');
}
