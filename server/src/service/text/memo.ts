/**
 * The one place where the service remembers anything between two calls. A memo changes how often a function computes,
 * never what it returns: it may be emptied at any moment. What is remembered for an object lives as long as the object.
 */

/**
 * Returns `compute` with its last result remembered for each first argument, by identity. It is computed again when
 * what it depends on is not the same (`Object.is`) as in the last call for that argument: the other arguments, or what
 * `dependencies` names in their place.
 */
export function memoize<Key extends object, Others extends readonly unknown[], Value>(
  compute: (key: Key, ...others: Others) => Value,
  dependencies: (key: Key, ...others: Others) => readonly unknown[] = (_key, ...others) => others,
): (key: Key, ...others: Others) => Value {
  return remember(new WeakMap<Key, Remembered<Value>>(), compute, dependencies);
}

/** Returns `compute` remembered as by `memoize`, but only for the `size` first arguments computed last. */
export function memoizeLatest<Key extends object, Others extends readonly unknown[], Value>(
  size: number,
  compute: (key: Key, ...others: Others) => Value,
  dependencies: (key: Key, ...others: Others) => readonly unknown[],
): (key: Key, ...others: Others) => Value {
  const cache = new Map<Key, Remembered<Value>>();
  const computeAndForget = (key: Key, ...others: Others): Value => {
    const value = compute(key, ...others);
    cache.delete(key);
    for (const [oldest] of cache) {
      if (cache.size < size) break;
      cache.delete(oldest);
    }
    return value;
  };
  return remember(cache, computeAndForget, dependencies);
}

interface Remembered<Value> {
  readonly on: readonly unknown[];
  readonly value: Value;
}

function remember<Key extends object, Others extends readonly unknown[], Value>(
  cache: Pick<Map<Key, Remembered<Value>>, 'get'> & { set(key: Key, value: Remembered<Value>): unknown },
  compute: (key: Key, ...others: Others) => Value,
  dependencies: (key: Key, ...others: Others) => readonly unknown[],
): (key: Key, ...others: Others) => Value {
  return (key, ...others) => {
    const on = dependencies(key, ...others);
    const cached = cache.get(key);
    if (cached && on.every((each, index) => Object.is(each, cached.on[index]))) return cached.value;
    const value = compute(key, ...others);
    cache.set(key, { on, value });
    return value;
  };
}

/**
 * Returns `update` with its last result for each first argument handed to it, so that it can return the same object
 * again, or one that shares parts with it, where nothing of it is otherwise.
 */
export function memoizeFromPrevious<Key extends object, Others extends readonly unknown[], Value>(
  update: (previous: Value | undefined, key: Key, ...others: Others) => Value,
): (key: Key, ...others: Others) => Value {
  const cache = new WeakMap<Key, Value>();
  return (key, ...others) => {
    const previous = cache.get(key);
    const value = update(previous, key, ...others);
    if (value !== previous) cache.set(key, value);
    return value;
  };
}

/**
 * Returns `compute` with its results remembered for each object and each name asked for with it; other arguments only
 * help to compute.
 */
export function memoizeByName<Key extends object, Name, Others extends readonly unknown[], Value>(
  compute: (key: Key, name: Name, ...others: Others) => Value,
): (key: Key, name: Name, ...others: Others) => Value {
  const tables = memoize((_key: Key) => new Map<Name, { readonly value: Value }>());
  return (key, name, ...others) => {
    const table = tables(key);
    let cached = table.get(name);
    if (!cached) table.set(name, (cached = { value: compute(key, name, ...others) }));
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

/** Returns `compute` with its only result remembered from its first call on. */
export function computeOnce<Value>(compute: () => Value): () => Value {
  let cached: { readonly value: Value } | undefined;
  return () => (cached ??= { value: compute() }).value;
}
