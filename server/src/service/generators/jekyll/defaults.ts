import { isRecord } from '../configurationFile.ts';
import type { DefaultSet } from './settings.ts';

type Data = Readonly<Record<string, unknown>>;

/** The values that `defaults:` gives a file (path below the source, `collections_dir` left out), by `frontmatter_defaults.rb#all`. */
export function defaultsFor(sets: readonly DefaultSet[], path: string, type: string): Data {
  let values: Data = {};
  let strongest: DefaultSet | undefined;
  for (const set of sets) {
    if ((set.hasType && set.type !== type) || !set.takes(path, type)) continue;
    if (!strongest || outranks(set, strongest)) {
      values = merged(values, set.values);
      strongest = set;
    } else values = merged(set.values, values);
  }
  return values;
}

function outranks(set: DefaultSet, other: DefaultSet): boolean {
  if (set.path.length !== other.path.length) return set.path.length > other.path.length;
  return set.hasType || !other.hasType;
}

/** Jekyll's deep merge: maps are merged, an empty value leaves what was there, everything else is replaced. */
export function merged(base: Data, over: Data): Data {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const old = result[key];
    if (key in result && (value === null || value === undefined)) continue;
    result[key] = isRecord(old) && isRecord(value) ? merged(old, value) : value;
  }
  return result;
}
