import type { Cancel } from '../../text/cancel.ts';
import { never } from '../../text/cancel.ts';

/** How long work goes on: it pauses often, tells how far it is and stops when nobody waits for it any more. */
export interface Pace {
  /** Called after every file; resolves when the work may go on. */
  pause(): Promise<void>;
  /** How many files of how many are read. */
  report?(done: number, total: number): void;
  readonly cancel: Cancel;
}

/** For work nobody watches. */
export const unpaced: Pace = { pause: () => Promise.resolve(), cancel: never };

/** Files and folders asked for at one time. */
const atOnce = 16;

/** Works on several items at a time and pauses between them; leaves the rest when cancelled. */
export async function inParallel<T>(items: readonly T[], pace: Pace, work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length && !pace.cancel.isCancelled) {
      await work(items[next++]!);
      await pace.pause();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
