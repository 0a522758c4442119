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
  /** Told how many posts a site has when the first of them is read. */
  readonly prepareHeap?: (posts: number) => void;
  /** URI of the folder with the rules' pages, where there are files. */
  readonly rulePages?: string;
}

/** How long work in the background may go on before typing gets its turn. */
const backgroundSliceMs = 1.5;
/** How long work that somebody waits for may go on before other requests get their turn. */
const foregroundSliceMs = 10;
/** How long work in the background pauses after an edit, since the writer waits for the answer to it. */
const idleDelayMs = 12;

/** Who waits for the result of some work. */
export interface Watcher {
  isCancelled?(): boolean;
  readonly report?: Scheduler['report'] | undefined;
}

/**
 * Shares the one thread among all work of a server. Work that has used up its slice goes on after a turn of the event
 * loop, in which messages are taken; one piece of work goes on in each turn, or their slices would add up.
 */
export class Turns {
  private background: Promise<void> = Promise.resolve();
  private foreground: Promise<void> = Promise.resolve();

  /** `lastEdit` returns the time of the last edit as `performance.now` does. */
  constructor(
    private readonly yieldToEventLoop: Platform['yieldToEventLoop'],
    private readonly lastEdit: () => number,
  ) {}

  /** A scheduler for work that nobody waits for, or that may take long: it pauses while the writer types. */
  inBackground(watcher: Watcher = {}): Scheduler {
    const slice = new Slice(backgroundSliceMs);
    const next = async (): Promise<void> => {
      if (!slice.isOver) return;
      await this.yieldToEventLoop();
      while (performance.now() - this.lastEdit() < idleDelayMs)
        await new Promise((resolve) => void setTimeout(resolve, idleDelayMs));
      slice.begin();
    };
    return createScheduler(slice, watcher, () => (this.background = this.background.then(next)));
  }

  /** A scheduler for the answer to a request about one document. */
  inForeground(watcher: Watcher = {}): Scheduler {
    const slice = new Slice(foregroundSliceMs);
    const next = async (): Promise<void> => {
      if (!slice.isOver) return;
      await this.yieldToEventLoop();
      slice.begin();
    };
    return createScheduler(slice, watcher, () => (this.foreground = this.foreground.then(next)));
  }
}

class Slice {
  private started = performance.now();

  constructor(private readonly lengthMs: number) {}

  get isOver(): boolean {
    return performance.now() - this.started >= this.lengthMs;
  }

  begin(): void {
    this.started = performance.now();
  }
}

function createScheduler(
  slice: Slice,
  { isCancelled = () => false, report }: Watcher,
  pause: () => Promise<void>,
): Scheduler {
  return {
    pause,
    get isSliceOver() {
      return slice.isOver;
    },
    get isCancelled() {
      return isCancelled();
    },
    ...(report && { report }),
  };
}
