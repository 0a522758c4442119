/** An overlay with more entries than this is copied into a map of its own. */
const maxOverlaySize = 64;

/** An immutable map with string keys that shares its entries with the map it was made from: the cost of a small change does not depend on the size. */
export class SharedMap<Value> implements ReadonlyMap<string, Value> {
  private constructor(
    private readonly base: ReadonlyMap<string, Value>,
    private readonly overlay: ReadonlyMap<string, Value | undefined>,
    readonly size: number,
  ) {}

  /** Returns a shared map over these entries without copying them; the given map must not change afterwards. */
  static from<Value>(map: ReadonlyMap<string, Value>): SharedMap<Value> {
    return map instanceof SharedMap ? map : new SharedMap(map, new Map(), map.size);
  }

  /** Yields each key whose values differ between two maps by identity, with both values; undefined where a map has no value. Quick where the maps share their base. */
  static *differences<Value>(
    before: ReadonlyMap<string, Value>,
    after: ReadonlyMap<string, Value>,
  ): Generator<readonly [key: string, before: Value | undefined, after: Value | undefined]> {
    if (before === after) return;
    for (const key of findKeysToCompare(SharedMap.from(before), SharedMap.from(after))) {
      const [previous, current] = [before.get(key), after.get(key)];
      if (previous !== current) yield [key, previous, current];
    }
  }

  /** Whether most entries of two maps are the same ones, so that their differences are few and cheap to find. */
  hasSameBase(other: SharedMap<Value>): boolean {
    return this.base === other.base;
  }

  /** Keys of the overlay: those that may differ from the base. */
  get overlayKeys(): Iterable<string> {
    return this.overlay.keys();
  }

  get(key: string): Value | undefined {
    return this.overlay.has(key) ? this.overlay.get(key) : this.base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Returns the map with some entries added, replaced or, where the value is undefined, removed. */
  with(changes: Iterable<readonly [key: string, value: Value | undefined]>): SharedMap<Value> {
    const overlay = new Map(this.overlay);
    let { size } = this;
    for (const [key, value] of changes) {
      const previous = overlay.has(key) ? overlay.get(key) : this.base.get(key);
      size += Number(value !== undefined) - Number(previous !== undefined);
      overlay.set(key, value);
    }
    const changed = new SharedMap(this.base, overlay, size);
    return overlay.size > maxOverlaySize ? SharedMap.from(new Map(changed)) : changed;
  }

  *entries(): Generator<[string, Value], undefined> {
    const { base, overlay } = this;
    for (const [key, value] of base) {
      const current = overlay.has(key) ? overlay.get(key) : value;
      if (current !== undefined) yield [key, current];
    }
    for (const [key, value] of overlay) if (value !== undefined && !base.has(key)) yield [key, value];
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

function findKeysToCompare<Value>(before: SharedMap<Value>, after: SharedMap<Value>): Iterable<string> {
  if (before.hasSameBase(after)) return new Set([...before.overlayKeys, ...after.overlayKeys]);
  return new Set([...before.keys(), ...after.keys()]);
}
