/** More entries than this are not laid over another map but copied into one of their own. */
const mostLaidOver = 64;

/** An immutable map by string that shares its entries with the map it was made from: a small change costs nothing that grows with its size. */
export class SharedMap<Value> implements ReadonlyMap<string, Value> {
  private constructor(
    private readonly base: ReadonlyMap<string, Value>,
    private readonly laidOver: ReadonlyMap<string, Value | undefined>,
    readonly size: number,
  ) {}

  /** The map with these entries; nobody may change it afterwards. */
  static of<Value>(map: ReadonlyMap<string, Value>): SharedMap<Value> {
    return map instanceof SharedMap ? map : new SharedMap(map, new Map(), map.size);
  }

  /** Keys whose values differ between two maps, with both values, undefined where there is none. */
  static *differences<Value>(
    before: ReadonlyMap<string, Value>,
    after: ReadonlyMap<string, Value>,
  ): Generator<readonly [key: string, before: Value | undefined, after: Value | undefined]> {
    if (before === after) return;
    for (const key of keysToCompare(SharedMap.of(before), SharedMap.of(after))) {
      const [old, now] = [before.get(key), after.get(key)];
      if (old !== now) yield [key, old, now];
    }
  }

  /** Whether most entries of two maps are the same ones, so that their differences are few and cheap to find. */
  sharesWith(other: SharedMap<Value>): boolean {
    return this.base === other.base;
  }

  /** Keys laid over the shared entries. */
  get changedKeys(): Iterable<string> {
    return this.laidOver.keys();
  }

  get(key: string): Value | undefined {
    return this.laidOver.has(key) ? this.laidOver.get(key) : this.base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** The map with some entries added, replaced or, where the value is undefined, taken out. */
  with(changes: Iterable<readonly [key: string, value: Value | undefined]>): SharedMap<Value> {
    const laidOver = new Map(this.laidOver);
    let { size } = this;
    for (const [key, value] of changes) {
      const before = laidOver.has(key) ? laidOver.get(key) : this.base.get(key);
      size += Number(value !== undefined) - Number(before !== undefined);
      laidOver.set(key, value);
    }
    const changed = new SharedMap(this.base, laidOver, size);
    return laidOver.size > mostLaidOver ? SharedMap.of(new Map(changed)) : changed;
  }

  *entries(): Generator<[string, Value], undefined> {
    const { base, laidOver } = this;
    for (const [key, value] of base) {
      const now = laidOver.has(key) ? laidOver.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of laidOver) if (value !== undefined && !base.has(key)) yield [key, value];
  }

  *keys(): Generator<string, undefined> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): Generator<[string, Value], undefined> {
    return this.entries();
  }

  forEach(callback: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }
}

function keysToCompare<Value>(before: SharedMap<Value>, after: SharedMap<Value>): Iterable<string> {
  if (before.sharesWith(after)) return new Set([...before.changedKeys, ...after.changedKeys]);
  return new Set([...before.keys(), ...after.keys()]);
}
