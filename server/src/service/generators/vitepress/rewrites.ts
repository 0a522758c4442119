import { isRecord } from '../shared/configurationFile.ts';
import { compilePattern, isRefused } from '../../text/pattern.ts';
import type { CapturingPattern } from '../../text/pattern.ts';

/** The path below the source folder under which a page is published, `a.md` being itself where nothing rewrites it; undefined where only the build knows. */
export interface Rewrite {
  of(page: string): string | undefined;
  /** Whether any page may be published under another path. */
  readonly isUsed: boolean;
}

/** One rule of `rewrites`; one that is not understood has no pattern. */
interface Rule {
  readonly pattern: CapturingPattern | undefined;
  readonly names: readonly string[];
  readonly to: string;
}

/** What `rewrites` says, rule by rule, the first that matches a page (`resolveRewrites`); undefined stands for a function, or what only running the configuration tells. */
export function readRewrite(written: unknown): Rewrite {
  if (!isRecord(written)) return { of: () => undefined, isUsed: true };
  const rules = Object.entries(written).map(([from, to]) => readRule(from, to));
  return { of: (page) => rewritten(page, rules), isUsed: rules.length > 0 };
}

function rewritten(page: string, rules: readonly Rule[]): string | undefined {
  for (const { pattern, names, to } of rules) {
    const matches = pattern?.test(page);
    if (matches === undefined) return undefined;
    if (!matches) continue;
    const groups = pattern!.groups(page) ?? [];
    const values = new Map(names.map((name, index) => [name, groups[index] ?? '']));
    return filledIn(to, values);
  }
  return page;
}

/** `:name`, `:name(.*)` and `(.*)`, which is called by its number; what stands before it goes with it where it repeats. */
const parameter = /([./]?)(?::(\w+)(\(\.\*\))?|(\(\.\*\)))([*+])?/g;
/** Signs of path-to-regexp that are not followed, and of regular expressions. */
const otherSigns = /[(){}\\?^*+:]/;

/** A rule in the language of path-to-regexp 6, as far as names, `*`, `+` and `(.*)` go. */
function readRule(from: string, to: unknown): Rule {
  const unknown: Rule = { pattern: undefined, names: [], to: '' };
  if (typeof to !== 'string' || [from, to].some((each) => otherSigns.test(each.replace(parameter, '')))) return unknown;
  const names: string[] = [];
  let expression = '';
  let at = 0;
  for (const { 0: whole, 1: prefix = '', 2: name, 3: own, 4: unnamed, 5: repeats, index } of from.matchAll(parameter)) {
    if (repeats !== undefined && prefix === '') return unknown;
    names.push(name ?? String(names.filter((each) => /^\d/.test(each)).length));
    const before = quoted(prefix);
    const value = (own ?? unnamed) === undefined ? '[^/#?]+?' : '.*';
    const one = repeats === undefined ? `${before}(${value})` : `(?:${before}(${value}(?:${before}${value})*))`;
    expression += quoted(from.slice(at, index)) + one + (repeats === '*' ? '?' : '');
    at = index + whole.length;
  }
  const pattern = compilePattern(from, `^(?i:${expression}${quoted(from.slice(at))})[/#?]?$`);
  return isRefused(pattern) ? unknown : { pattern, names, to };
}

function quoted(text: string): string {
  return text.replace(/[\\.+*?^$|()[\]{}]/g, '\\$&');
}

/** `compile` of path-to-regexp; undefined where a value is missing that must be there. */
function filledIn(to: string, values: ReadonlyMap<string, string>): string | undefined {
  let isCertain = true;
  let unnamed = 0;
  const filled = to.replace(
    parameter,
    (_, prefix: string, name?: string, _own?: string, _all?: string, repeats?: string) => {
      const value = values.get(name ?? String(unnamed++)) ?? '';
      if (value === '' && repeats !== '*') isCertain = false;
      return value === '' ? '' : prefix + value;
    },
  );
  return isCertain && filled.endsWith('.md') ? filled : undefined;
}
