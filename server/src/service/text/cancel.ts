/** Asked at safe places of long work; true means that nobody waits for the answer any more. */
export interface Cancel {
  readonly isCancelled: boolean;
}

/** For work that is never cancelled. */
export const never: Cancel = { isCancelled: false };
