import type { RunDetails } from 'fast-check';
import fc from '../support/property.ts';
import type { Target } from './targets.ts';
import type { Watchdog } from './watchdog.ts';

/** How long one input may keep the processor busy, in milliseconds. */
const maxMilliseconds = 1000;
/** How much memory may be in use, in bytes. */
const maxBytes = 1e9;
/** How long a batch of inputs takes about, in milliseconds: time is looked at between batches only. */
const batchMilliseconds = 500;

type Outcome = Awaited<ReturnType<Target['run']>>;

/** When to stop: whichever comes first. */
export interface Limits {
  readonly milliseconds: number;
  readonly runs: number;
}

/** What came of trying random inputs; `finding` says what broke and with which input. */
export interface Tried {
  readonly runs: number;
  readonly milliseconds: number;
  readonly finding?: string;
}

/** Tries random inputs until one breaks the target's promise, takes too long or too much memory, or a limit is reached. */
export async function tryInputs(target: Target, seed: number, limits: Limits, watchdog: Watchdog): Promise<Tried> {
  const started = performance.now();
  const limited = withTimeLimit(target, watchdog);
  let runs = 0;
  for (let batch = 0, size = 1; ; batch++) {
    const batchStarted = performance.now();
    const batchSeed = (seed + batch * 1_000_003) % 2 ** 31;
    watchdog.beginBatch(batchSeed);
    const numRuns = Math.min(size, limits.runs - runs);
    const details = await fc.check(limited, { seed: batchSeed, numRuns });
    runs += details.numRuns;
    const milliseconds = performance.now() - started;
    const finding = details.failed ? describeFailure(details, batchSeed) : describeMemory();
    if (finding !== undefined) return { runs, milliseconds, finding };
    if (milliseconds >= limits.milliseconds || runs >= limits.runs) return { runs, milliseconds };
    const perRun = (performance.now() - batchStarted) / numRuns;
    size = Math.max(1, Math.min(2 * size, Math.round(batchMilliseconds / perRun)));
  }
}

/** The same target, in which an input that keeps the processor busy for too long breaks the promise. */
function withTimeLimit(target: Target, watchdog: Watchdog): Target {
  const run = (input: unknown): ReturnType<Target['run']> => {
    watchdog.beginInput();
    const started = performance.now();
    const judge = (outcome: Outcome): ReturnType<Target['run']> =>
      outcome === null && performance.now() - started > maxMilliseconds ? measureAgain(target, input) : outcome;
    const outcome = target.run(input);
    return outcome instanceof Promise ? outcome.then(judge) : judge(outcome);
  };
  return Object.assign(Object.create(target) as Target, { run });
}

/** Tries an input that took long once more: asking for the time of the processor takes as long as a small input does. */
function measureAgain(target: Target, input: unknown): ReturnType<Target['run']> {
  const used = process.cpuUsage();
  const judge = (): Outcome => {
    const milliseconds = process.cpuUsage(used).user / 1000;
    return milliseconds < maxMilliseconds ? null : { error: new Error(`It took ${Math.round(milliseconds)} ms.`) };
  };
  const outcome = target.run(input);
  return outcome instanceof Promise ? outcome.then(judge) : judge();
}

function describeMemory(): string | undefined {
  const { heapUsed } = process.memoryUsage();
  return heapUsed > maxBytes ? `${Math.round(heapUsed / 1e6)} MB are in use.` : undefined;
}

function describeFailure(details: RunDetails<unknown>, seed: number): string {
  const { errorInstance: error, counterexample, counterexamplePath } = details;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `seed ${seed}, path ${counterexamplePath}\n${fc.stringify(counterexample)}\n${reason}`;
}
