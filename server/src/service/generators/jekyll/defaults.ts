import { mergeDeep } from '../shared/mergeDeep.ts';
import type { DefaultValue } from '../contract/model.ts';
import type { DefaultSet } from './settings.ts';

type Data = Readonly<Record<string, unknown>>;

/** Returns the front matter defaults of a file, its path relative to the source without `collections_dir` (`frontmatter_defaults.rb#all`). */
export function getDefaults(sets: readonly DefaultSet[], path: string, type: string): Data {
  let values: Data = {};
  let strongest: DefaultSet | undefined;
  for (const set of sets) {
    if ((set.hasType && set.type !== type) || !set.matches(path, type)) continue;
    if (!strongest || hasPrecedence(set, strongest)) {
      values = mergeDefaults(values, set.values);
      strongest = set;
    } else values = mergeDefaults(set.values, values);
  }
  return values;
}

/** Returns the values of `getDefaults`, each with the set that gives it; for a map, the set with the highest precedence. */
export function getDefaultValues(
  sets: readonly DefaultSet[],
  path: string,
  type: string,
): ReadonlyMap<string, DefaultValue> {
  const winners = new Map<string, DefaultSet>();
  let strongest: DefaultSet | undefined;
  for (const set of sets) {
    if ((set.hasType && set.type !== type) || !set.matches(path, type)) continue;
    const isStronger = !strongest || hasPrecedence(set, strongest);
    for (const [key, value] of Object.entries(set.values)) {
      if (value !== null && value !== undefined && (isStronger || !winners.has(key))) winners.set(key, set);
    }
    if (isStronger) strongest = set;
  }
  const values = getDefaults(sets, path, type);
  return new Map(
    [...winners].map(([key, set]) => [
      key,
      { value: values[key], source: `\`_config.yml\`, defaults for ${describeScope(set)}` },
    ]),
  );
}

function describeScope({ path, type, hasType }: DefaultSet): string {
  const parts = [
    ...(path === '' ? [] : [`\`${path}\``]),
    ...(hasType && type !== undefined ? [`type \`${type}\``] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'all files';
}

function hasPrecedence(set: DefaultSet, other: DefaultSet): boolean {
  if (set.path.length !== other.path.length) return set.path.length > other.path.length;
  return set.hasType || !other.hasType;
}

/** Merges defaults as `Utils.deep_merge_hashes` does: an empty value keeps the previous one. */
export function mergeDefaults(base: Data, over: Data): Data {
  return mergeDeep(base, over, { chooseValue: (before, after) => (before === undefined ? after : (after ?? before)) });
}
