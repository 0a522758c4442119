/** Lets other work in between: long work pauses often, reports its progress and stops when nobody waits for the result any more. */
export interface Scheduler {
  /** Called between two steps; resolves when the work may go on. */
  pause(): Promise<void>;
  /** Whether work has gone on for as long as it may without a pause; asked often. */
  readonly isSliceOver: boolean;
  /** Called with the number of steps done and the number of all steps. */
  report?(done: number, total: number): void;
  /** Asked at safe places: whether to stop and return what there is so far. */
  readonly isCancelled: boolean;
}

/** For work that may block and that nobody cancels. */
export const immediately: Scheduler = {
  pause: () => Promise.resolve(),
  isSliceOver: false,
  isCancelled: false,
};

/** How many items are worked on at a time. */
const concurrency = 16;

/** Works on several items concurrently, in no order, and pauses after each; leaves out the rest when cancelled. */
export async function runConcurrently<T>(
  items: readonly T[],
  scheduler: Scheduler,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !scheduler.isCancelled) {
      await work(items[next++]!);
      await scheduler.pause();
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
