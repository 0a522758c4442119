import { mergeDeep } from '../shared/mergeDeep.ts';
import type { DefaultValue } from '../contract/model.ts';
import type { DefaultSet } from './settings.ts';

type Data = Readonly<Record<string, unknown>>;

/** The values that `defaults:` gives a file (path below the source, `collections_dir` left out), by `frontmatter_defaults.rb#all`. */
export function defaultsFor(sets: readonly DefaultSet[], path: string, type: string): Data {
  let values: Data = {};
  let strongest: DefaultSet | undefined;
  for (const set of sets) {
    if ((set.hasType && set.type !== type) || !set.matches(path, type)) continue;
    if (!strongest || outranks(set, strongest)) {
      values = mergeDefaults(values, set.values);
      strongest = set;
    } else values = mergeDefaults(set.values, values);
  }
  return values;
}

/** The values of `defaultsFor`, each with the set that wins for it; of a map, the set that gives it most weight. */
export function defaultValuesFor(
  sets: readonly DefaultSet[],
  path: string,
  type: string,
): ReadonlyMap<string, DefaultValue> {
  const winners = new Map<string, DefaultSet>();
  let strongest: DefaultSet | undefined;
  for (const set of sets) {
    if ((set.hasType && set.type !== type) || !set.matches(path, type)) continue;
    const isStronger = !strongest || outranks(set, strongest);
    for (const [key, value] of Object.entries(set.values)) {
      if (value !== null && value !== undefined && (isStronger || !winners.has(key))) winners.set(key, set);
    }
    if (isStronger) strongest = set;
  }
  const values = defaultsFor(sets, path, type);
  return new Map(
    [...winners].map(([key, set]) => [
      key,
      { value: values[key], source: `\`_config.yml\`, defaults for ${scopeOf(set)}` },
    ]),
  );
}

function scopeOf({ path, type, hasType }: DefaultSet): string {
  const parts = [
    ...(path === '' ? [] : [`\`${path}\``]),
    ...(hasType && type !== undefined ? [`type \`${type}\``] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'all files';
}

function outranks(set: DefaultSet, other: DefaultSet): boolean {
  if (set.path.length !== other.path.length) return set.path.length > other.path.length;
  return set.hasType || !other.hasType;
}

/** `Utils.deep_merge_hashes`: an empty value leaves what was there. */
export function mergeDefaults(base: Data, over: Data): Data {
  return mergeDeep(base, over, { chooseValue: (before, after) => (before === undefined ? after : (after ?? before)) });
}
