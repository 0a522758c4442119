import { isRecord } from '../shared/configurationFile.ts';
import type { Pattern } from '../../text/pattern.ts';
import { compileHugoGlob } from './glob.ts';
import type { Data } from './values.ts';
import { toLowerCaseKeys, castToString } from './values.ts';

/** Values of a section that apply to the pages below it. */
export interface Cascade {
  readonly values: Data;
  /** Whether its target matches a page. */
  matches(page: CascadeTarget): boolean;
}

/** The properties of a page that `_target` matches. */
export interface CascadeTarget {
  readonly kind: string;
  readonly language: string;
  /** The path below `content`, with a slash at the start: `/posts/a.md`. */
  readonly path: string;
  /** The logical path that newer versions match, without extension, language and `index`: `/posts/a`. */
  readonly logicalPath: string;
}

/** Reads `cascade:`, a map or a list of maps (`page_matcher.go#DecodeCascade`). */
export function readCascades(value: unknown): Cascade[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecord).map((set) => {
    const { _target, target, params, ...values } = toLowerCaseKeys(set);
    const criteria = toLowerCaseKeys(_target ?? (isRecord(target) ? target : {}));
    const ownValues = isRecord(target) || target === undefined ? values : { ...values, target };
    return { values: { ...ownValues, ...(params !== undefined && { params }) }, matches: createMatcher(criteria) };
  });
}

function createMatcher(target: Data): Cascade['matches'] {
  const [kind, language, path] = ['kind', 'lang', 'path'].map((key) => toPattern(castToString(target[key])));
  const environment = toPattern(castToString(target.environment));
  return (page) =>
    isMatch(page.kind, kind) &&
    isMatch(page.language, language) &&
    isMatch('production', environment) &&
    (isMatch(page.path.toLowerCase(), path) || isMatch(page.logicalPath.toLowerCase(), path));
}

function isMatch(text: string, wanted: Pattern | undefined): boolean {
  return wanted === undefined || wanted.test(text) === true;
}

function toPattern(text: string | undefined): Pattern | undefined {
  return text === undefined || text === '' ? undefined : compileHugoGlob(text);
}

/** Returns front matter with the values of cascades, the nearest first; keys of the front matter win. */
export function applyCascades(own: Data, sets: readonly Cascade[], page: CascadeTarget): Data {
  const merged = new Map(Object.entries(own));
  for (const { values, matches } of sets) {
    const missing = Object.entries(values).filter(([key]) => !merged.has(key));
    if (missing.length > 0 && matches(page)) for (const [key, value] of missing) merged.set(key, value);
  }
  return Object.fromEntries(merged);
}
