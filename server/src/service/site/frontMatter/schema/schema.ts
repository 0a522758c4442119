import type { Pattern } from '../../../text/pattern.ts';
import type { Scalar } from '../vocabulary/values.ts';

/** A type of value that a key can have; dates are texts that look like one. */
export type SchemaType = 'string' | 'boolean' | 'number' | 'date' | 'list' | 'map';

/** What a value may be. Whatever is absent is not restricted. */
export interface ValueSchema {
  /** Types it may have, the preferred first. */
  readonly types?: readonly SchemaType[] | undefined;
  /** The only values it may have. */
  readonly values?: readonly Scalar[] | undefined;
  /** Values worth proposing; others are valid too. */
  readonly proposals?: readonly Scalar[];
  /** Of a list: what its items may be. */
  readonly items?: ValueSchema | undefined;
  /** Of a map: its keys. */
  readonly keys?: ReadonlyMap<string, KeySchema>;
  /** Of a map: no other keys. */
  readonly isClosed?: boolean;
  /** Of a text: what it must match. */
  readonly pattern?: Pattern | undefined;
  /** Of a number its value, of a text (UTF-16 code units) and a list its length. */
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** What is known of one key. */
export interface KeySchema extends ValueSchema {
  /** Sentences, CommonMark. */
  readonly description?: string;
  /** Documentation page. */
  readonly url?: string;
  readonly isRequired?: boolean;
  readonly isDeprecated?: boolean;
  /** The project's build refuses what does not match; else only an editor's form does. */
  readonly isStrict?: boolean;
  /** The value where the key is absent. */
  readonly defaultValue?: unknown;
  /** The name of the source, as shown to the writer: `Jekyll`, `admin/config.yml`. */
  readonly source: string;
}

/** The keys that one source describes for some posts. */
export interface DeclaredSchema {
  /** The name of the source, as shown to the writer. */
  readonly source: string;
  readonly keys: ReadonlyMap<string, KeySchema>;
  /** The source takes no other keys. */
  readonly isClosed: boolean;
}

/** A schema with the posts it is for: their path relative to the site root and their data decide. */
export interface ScopedSchema {
  readonly schema: DeclaredSchema;
  appliesTo(path: string, data: Readonly<Record<string, unknown>>, collection: string): boolean;
}

const unrestricted: Omit<KeySchema, 'source'> = {
  types: undefined,
  values: undefined,
  items: undefined,
  pattern: undefined,
  minimum: undefined,
  maximum: undefined,
};

/**
 * Merges two schemas of one key: the first has precedence, the second fills what is absent in it. Types, values and bounds go
 * together: where the first has any of them, those of the second do not count.
 */
function mergeKeySchemas(first: KeySchema, second: KeySchema): KeySchema {
  const keys = first.keys && second.keys ? mergeKeys(first.keys, second.keys) : undefined;
  const isUnrestricted = first.types === undefined && first.values === undefined;
  return { ...second, ...(!isUnrestricted && unrestricted), ...first, ...(keys && { keys }) };
}

/** Merges the keys of two maps; those of the first come first and have precedence. */
export function mergeKeys(
  first: ReadonlyMap<string, KeySchema>,
  second: ReadonlyMap<string, KeySchema>,
): ReadonlyMap<string, KeySchema> {
  const keys = new Map(first);
  for (const [key, schema] of second) {
    const existing = keys.get(key);
    keys.set(key, existing ? mergeKeySchemas(existing, schema) : schema);
  }
  return keys;
}
