import type { Occurrence } from '../occurrences/occurrence.ts';

/** A text as its author wrote it and, UTF-16 code unit for code unit, as the parser saw it: masked. */
export interface Source {
  readonly written: string;
  readonly masked: string;
}

/** An occurrence with the key by which micromark looks up its label. */
export interface KeyedOccurrence {
  readonly occurrence: Occurrence;
  /** Folded label of a definition or reference; undefined for what has none. */
  readonly key?: string;
  /** Of a spaced reference that is one only where its label is defined: the two that it is else. */
  readonly parts?: readonly [KeyedOccurrence, KeyedOccurrence];
}
