import { isRecord } from './configurationFile.ts';

type Data = Readonly<Record<string, unknown>>;

/** How an engine merges maps. */
export interface MergeRules {
  /** Returns the key that a written key sets; where they differ, the previous value is discarded. */
  readonly toKey?: (written: string) => string;
  /** Returns the merged value of two values that are not both maps; the first is undefined where the key is new. */
  readonly chooseValue?: (before: unknown, after: unknown, key: string) => unknown;
}

/** Merges two maps recursively; of other values the second wins, unless the rules choose. */
export function mergeDeep(base: Data, over: Data, rules: MergeRules = {}): Data {
  const { toKey = (written) => written, chooseValue = (_before, after) => after } = rules;
  const merged = new Map(Object.entries(base));
  for (const [written, after] of Object.entries(over)) {
    const key = toKey(written);
    const before = key === written ? merged.get(key) : undefined;
    const areMaps = isRecord(before) && isRecord(after);
    merged.set(key, areMaps ? mergeDeep(before, after, rules) : chooseValue(before, after, key));
  }
  return Object.fromEntries(merged);
}
