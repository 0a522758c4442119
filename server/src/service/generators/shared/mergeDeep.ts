import { isRecord } from './configurationFile.ts';

type Data = Readonly<Record<string, unknown>>;

/** How an engine merges. */
export interface MergeRules {
  /** The key that a written one sets; where they differ, it is set whatever it had before. */
  readonly toKey?: (written: string) => string;
  /** What counts of two values that are not both maps; the first is undefined where there was none. */
  readonly chooseValue?: (before: unknown, after: unknown, key: string) => unknown;
}

/** Maps merged key by key, the maps in them too; of other values the later counts, unless the rules choose. */
export function mergeDeep(base: Data, over: Data, rules: MergeRules = {}): Data {
  const { toKey: keyOf = (written) => written, chooseValue: choose = (_before, after) => after } = rules;
  const merged = new Map(Object.entries(base));
  for (const [written, after] of Object.entries(over)) {
    const key = keyOf(written);
    const before = key === written ? merged.get(key) : undefined;
    const areMaps = isRecord(before) && isRecord(after);
    merged.set(key, areMaps ? mergeDeep(before, after, rules) : choose(before, after, key));
  }
  return Object.fromEntries(merged);
}
