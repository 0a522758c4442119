import type { Scalar } from '../../site/frontMatter/vocabulary/values.ts';

/** A value that is proposed at the caret. */
export interface Proposal {
  readonly value: Scalar;
  readonly kind: 'value' | 'date' | 'file';
  readonly detail?: string;
  /** CommonMark. */
  readonly documentation?: string;
}

/** Returns what sorts an item by its index in a list. */
export function toSortText(index: number): string {
  return String(index).padStart(6, '0');
}
