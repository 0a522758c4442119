/** More entries than this are not laid over another map but copied into one of their own. */
const maxOverlaySize = 64;

/** An immutable map by string that shares its entries with the map it was made from: a small change costs nothing that grows with its size. */
export class SharedMap<Value> implements ReadonlyMap<string, Value> {
  private constructor(
    private readonly base: ReadonlyMap<string, Value>,
    private readonly overlay: ReadonlyMap<string, Value | undefined>,
    readonly size: number,
  ) {}

  /** The map with these entries; nobody may change it afterwards. */
  static from<Value>(map: ReadonlyMap<string, Value>): SharedMap<Value> {
    return map instanceof SharedMap ? map : new SharedMap(map, new Map(), map.size);
  }

  /** Keys whose values differ between two maps, with both values, undefined where there is none. */
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

  /** Keys laid over the shared entries. */
  get overlayKeys(): Iterable<string> {
    return this.overlay.keys();
  }

  get(key: string): Value | undefined {
    return this.overlay.has(key) ? this.overlay.get(key) : this.base.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** The map with some entries added, replaced or, where the value is undefined, taken out. */
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
