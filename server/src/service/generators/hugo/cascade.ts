import { isRecord } from '../shared/configurationFile.ts';
import type { Pattern } from '../../text/pattern.ts';
import { globPattern } from './glob.ts';
import type { Data } from './values.ts';
import { loweredKeys, textOf } from './values.ts';

/** One set of values that a section hands down to pages below it. */
export interface CascadeSet {
  readonly values: Data;
  /** Whether it is meant for a page. */
  matches(page: CascadeTarget): boolean;
}

/** What `_target` looks at. */
export interface CascadeTarget {
  readonly kind: string;
  readonly language: string;
  /** Below `content`, with the slash: `/posts/a.md`. */
  readonly path: string;
  /** The same as newer versions have it, without extension, language and `index`: `/posts/a`. */
  readonly logicalPath: string;
}

/** The sets of a `cascade:`, a map or a list of maps (`page_matcher.go#DecodeCascade`). */
export function cascadeSets(value: unknown): CascadeSet[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord).map((set) => {
    const { _target, target, params, ...values } = loweredKeys(set);
    const aim = loweredKeys(_target ?? (isRecord(target) ? target : {}));
    const handedDown = isRecord(target) || target === undefined ? values : { ...values, target };
    return { values: { ...handedDown, ...(params !== undefined && { params }) }, matches: matcher(aim) };
  });
}

function matcher(target: Data): CascadeSet['matches'] {
  const [kind, language, path] = ['kind', 'lang', 'path'].map((key) => pattern(textOf(target[key])));
  const environment = pattern(textOf(target.environment));
  return (page) =>
    suits(page.kind, kind) &&
    suits(page.language, language) &&
    suits('production', environment) &&
    (suits(page.path.toLowerCase(), path) || suits(page.logicalPath.toLowerCase(), path));
}

function suits(text: string, wanted: Pattern | undefined): boolean {
  return wanted === undefined || wanted.test(text) === true;
}

function pattern(text: string | undefined): Pattern | undefined {
  return text === undefined || text === '' ? undefined : globPattern(text);
}

/** Own front matter with what the sets add to it, the nearest first; own keys win. */
export function withCascades(own: Data, sets: readonly CascadeSet[], page: CascadeTarget): Data {
  const merged = new Map(Object.entries(own));
  for (const { values, matches } of sets) {
    const missing = Object.entries(values).filter(([key]) => !merged.has(key));
    if (missing.length > 0 && matches(page)) for (const [key, value] of missing) merged.set(key, value);
  }
  return Object.fromEntries(merged);
}
