import type { Scalar } from '../../site/frontMatter/vocabulary/values.ts';

/** A value that could stand at the caret. */
export interface Proposal {
  readonly value: Scalar;
  readonly kind: 'value' | 'date' | 'file';
  readonly detail?: string;
  /** CommonMark. */
  readonly documentation?: string;
}
