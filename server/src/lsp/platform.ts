import type { Omission, Scheduler, Workspace } from '../service/index.ts';

/** What differs between Node and a web worker. */
export interface Platform {
  /** Resolves after everything that is already waiting for the event loop had its turn. */
  yieldToEventLoop(): Promise<void>;
  /** Creates the way to `file:` URIs, of which it reads what lies in folders (URIs) and tells what it leaves out. */
  readonly createLocalFiles?: (scope: {
    roots(): readonly string[];
    onOmission(omission: Omission): void;
  }) => Workspace;
  /** URI of the folder with the rules' pages, where there are files. */
  readonly rulePages?: string;
}

/** How long work may go on before typing gets its turn. */
const sliceMs = 1.5;
/** How long work pauses after an edit, since the writer waits for the answer to it. */
const idleDelayMs = 12;

/** Who waits for the result of some work. */
export interface Watcher {
  isCancelled?(): boolean;
  readonly report?: Scheduler['report'] | undefined;
}

/**
 * A scheduler for work in the background, which pauses while the writer types; `lastEdit` returns the time of the last
 * edit as `performance.now` does.
 */
export function createScheduler(
  { yieldToEventLoop }: Platform,
  lastEdit: () => number,
  { isCancelled = () => false, report }: Watcher = {},
): Scheduler {
  return {
    pause: createYielder(yieldToEventLoop, lastEdit),
    get isCancelled() {
      return isCancelled();
    },
    ...(report && { report }),
  };
}

/**
 * A pause for long work: resolves at once most of the time, after a turn of the event loop when a slice is used up, and
 * later while the writer types. Concurrent callers are resolved one after another, or their slices would add up.
 */
function createYielder(yieldToEventLoop: () => Promise<void>, lastEdit: () => number): () => Promise<void> {
  let started = performance.now();
  let queue = Promise.resolve();
  const next = async (): Promise<void> => {
    if (performance.now() - started < sliceMs) return;
    await yieldToEventLoop();
    while (performance.now() - lastEdit() < idleDelayMs)
      await new Promise((resolve) => void setTimeout(resolve, idleDelayMs));
    started = performance.now();
  };
  return () => (queue = queue.then(next));
}
