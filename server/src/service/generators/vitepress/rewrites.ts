import { isRecord } from '../shared/configurationFile.ts';
import { compilePattern, isRefused } from '../../text/pattern.ts';
import type { CapturingPattern } from '../../text/pattern.ts';

/** The rewrites of a site. */
export interface Rewrites {
  /** Returns the path below the source folder under which a page is published, its own where no rule matches; undefined where only the build knows. */
  apply(page: string): string | undefined;
  /** Whether a page can be published under another path. */
  readonly hasRules: boolean;
}

/** One rule of `rewrites`; a rule that is not supported has no pattern. */
interface RewriteRule {
  readonly pattern: CapturingPattern | undefined;
  readonly names: readonly string[];
  readonly to: string;
}

/** Reads the rules of `rewrites`, of which the first that matches a page counts (`resolveRewrites`); undefined is a function, or a value that only running the configuration gives. */
export function readRewrites(written: unknown): Rewrites {
  if (!isRecord(written)) return { apply: () => undefined, hasRules: true };
  const rules = Object.entries(written).map(([from, to]) => readRule(from, to));
  return { apply: (page) => applyRules(page, rules), hasRules: rules.length > 0 };
}

function applyRules(page: string, rules: readonly RewriteRule[]): string | undefined {
  for (const { pattern, names, to } of rules) {
    const matches = pattern?.test(page);
    if (matches === undefined) return undefined;
    if (!matches) continue;
    const groups = pattern!.groups(page) ?? [];
    const values = new Map(names.map((name, index) => [name, groups[index] ?? '']));
    return fillPath(to, values);
  }
  return page;
}

/** `:name`, `:name(.*)` and `(.*)`, whose name is its number, with the separator before it, which belongs to a repeated parameter. */
const parameterPattern = /([./]?)(?::(\w+)(\(\.\*\))?|(\(\.\*\)))([*+])?/g;
/** Characters of path-to-regexp and of regular expressions that are not supported. */
const unsupportedCharacters = /[(){}\\?^*+:]/;

/** Reads a rule in the syntax of path-to-regexp 6: names, `*`, `+` and `(.*)`. */
function readRule(from: string, to: unknown): RewriteRule {
  const unknown: RewriteRule = { pattern: undefined, names: [], to: '' };
  if (
    typeof to !== 'string' ||
    [from, to].some((each) => unsupportedCharacters.test(each.replace(parameterPattern, '')))
  )
    return unknown;
  const names: string[] = [];
  let expression = '';
  let at = 0;
  for (const { 0: whole, 1: prefix = '', 2: name, 3: own, 4: unnamed, 5: repeats, index } of from.matchAll(
    parameterPattern,
  )) {
    if (repeats !== undefined && prefix === '') return unknown;
    names.push(name ?? String(names.filter((each) => /^\d/.test(each)).length));
    const before = escapePattern(prefix);
    const value = (own ?? unnamed) === undefined ? '[^/#?]+?' : '.*';
    const one = repeats === undefined ? `${before}(${value})` : `(?:${before}(${value}(?:${before}${value})*))`;
    expression += escapePattern(from.slice(at, index)) + one + (repeats === '*' ? '?' : '');
    at = index + whole.length;
  }
  const pattern = compilePattern(from, `^(?i:${expression}${escapePattern(from.slice(at))})[/#?]?$`);
  return isRefused(pattern) ? unknown : { pattern, names, to };
}

function escapePattern(text: string): string {
  return text.replace(/[\\.+*?^$|()[\]{}]/g, '\\$&');
}

/** Fills the parameters of a target path (`compile` of path-to-regexp); undefined where a required value is missing. */
function fillPath(to: string, values: ReadonlyMap<string, string>): string | undefined {
  let isCertain = true;
  let unnamed = 0;
  const filled = to.replace(
    parameterPattern,
    (_, prefix: string, name?: string, _own?: string, _all?: string, repeats?: string) => {
      const value = values.get(name ?? String(unnamed++)) ?? '';
      if (value === '' && repeats !== '*') isCertain = false;
      return value === '' ? '' : prefix + value;
    },
  );
  return isCertain && filled.endsWith('.md') ? filled : undefined;
}
