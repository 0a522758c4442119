import type { FrontMatterError, Pair } from './index.ts';

/** A content as the parser of its format reads it; offsets into the whole text. */
export interface ParsedContent {
  readonly data: Record<string, unknown>;
  /** In the author's order; a key twice is there twice. */
  readonly pairs: readonly Pair[];
  readonly errors: readonly FrontMatterError[];
}

/** The data of pairs: of two equal keys the last counts, as in Ruby's YAML. */
export function toData(pairs: readonly Pair[]): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { key, value } of pairs) setOwn(data, key, value ?? null);
  return data;
}

/** Sets a key of the author's, whatever its name: `__proto__` too is only a name. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}
