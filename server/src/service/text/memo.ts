/**
 * The one place where the service remembers anything between two calls. A memo changes how often a function computes,
 * never what it returns: it may be emptied at any moment. What is remembered for an object lives as long as the object.
 */

/**
 * Returns `compute` with its last result remembered for each first argument, by identity. It is computed again when
 * another argument is not the same as (`Object.is`) in the last call for that first one.
 */
export function memoize<Key extends object, Others extends readonly unknown[], Value>(
  compute: (key: Key, ...others: Others) => Value,
): (key: Key, ...others: Others) => Value {
  const cache = new WeakMap<Key, { readonly others: Others; readonly value: Value }>();
  return (key, ...others) => {
    const cached = cache.get(key);
    if (cached && others.every((other, index) => Object.is(other, cached.others[index]))) return cached.value;
    const value = compute(key, ...others);
    cache.set(key, { others, value });
    return value;
  };
}

/** Returns `compute` with its results remembered for each object and each name asked for with it. */
export function memoizeByName<Key extends object, Name, Value>(
  compute: (key: Key, name: Name) => Value,
): (key: Key, name: Name) => Value {
  const tables = memoize((_key: Key) => new Map<Name, { readonly value: Value }>());
  return (key, name) => {
    const table = tables(key);
    let cached = table.get(name);
    if (!cached) table.set(name, (cached = { value: compute(key, name) }));
    return cached.value;
  };
}

/** Returns `compute` with its results remembered for the names asked for last, `size` of them at most. */
export function memoizeRecent<Name, Value>(size: number, compute: (name: Name) => Value): (name: Name) => Value {
  const cache = new Map<Name, { readonly value: Value }>();
  return (name) => {
    const cached = cache.get(name) ?? { value: compute(name) };
    cache.delete(name);
    cache.set(name, cached);
    for (const [oldest] of cache) {
      if (cache.size <= size) break;
      cache.delete(oldest);
    }
    return cached.value;
  };
}
