import type { Scheduler } from './scheduler.ts';

/**
 * Work on one text in steps: at each `yield` other work may come first, or the rest may be dropped. It is finished at
 * once with `finish`, or with `finishInSlices` where somebody else waits for answers. Between two steps nothing that
 * others see is half done.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Nobody waits for the result of some work any more. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('Nobody waits for the answer any more.');
  }
}

/** Whether an answer is given in steps. */
export function isSteps(answer: unknown): answer is Steps<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.iterator in answer && 'next' in answer;
}

/** Takes all steps at once and returns the result. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Takes the steps and lets other work in between; throws `Cancelled` once nobody waits for the result. */
export async function finishInSlices<Result>(steps: Steps<Result>, scheduler: Scheduler): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (scheduler.isSliceOver) await scheduler.pause();
    if (scheduler.isCancelled) throw new Cancelled();
  }
}

/**
 * Returns work that several may wait for: whoever takes the next step takes it for all, nothing is done twice, and
 * what one of them leaves the others go on with. A failure is thrown to whoever took the step; the next one begins
 * again.
 */
export function shareSteps<Result>(start: () => Steps<Result>): () => Steps<Result> {
  let steps: Steps<Result> | undefined;
  let result: { readonly value: Result } | undefined;
  return function* () {
    while (!result) {
      steps ??= start();
      let next;
      try {
        next = steps.next();
      } catch (error) {
        steps = undefined;
        throw error;
      }
      if (!next.done) yield;
      else result = { value: next.value };
    }
    steps = undefined;
    return result.value;
  };
}
