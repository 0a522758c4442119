import assert from 'node:assert/strict';
import type { Scheduler, Steps } from '../../../server/src/service/index.ts';
import { Cancelled, finish, finishInSlices, immediately } from '../../../server/src/service/index.ts';
import { shareSteps } from '../../../server/src/service/text/steps.ts';

describe('work in steps', () => {
  let taken = 0;

  function* count(to: number): Steps<number> {
    for (taken = 0; taken < to; taken++) yield;
    return taken;
  }

  it('gives the same result at once and in slices', async () => {
    assert.equal(finish(count(5)), 5);
    assert.equal(await finishInSlices(count(5), immediately), 5);
  });

  it('pauses where a slice is over, and only there', async () => {
    let pauses = 0;
    const pause = async (): Promise<void> => void pauses++;
    const scheduler: Scheduler = {
      pause,
      isCancelled: false,
      get isSliceOver() {
        return taken % 3 === 2;
      },
    };
    await finishInSlices(count(9), scheduler);
    assert.equal(pauses, 3);
  });

  it('takes no further step once it is cancelled', async () => {
    const scheduler: Scheduler = {
      ...immediately,
      get isCancelled() {
        return taken === 3;
      },
    };
    await assert.rejects(finishInSlices(count(9), scheduler), Cancelled);
    assert.equal(taken, 3);
  });

  it('does shared work once, goes on where another left off, and begins again after a failure', () => {
    let started = 0;
    const shared = shareSteps(function* () {
      started++;
      yield* count(4);
      if (started === 1) throw new Error('broken');
      return started;
    });
    const first = shared();
    for (let step = 0; step < 3; step++) first.next();
    assert.throws(() => finish(shared()), /broken/);
    assert.equal(finish(shared()), 2);
    assert.equal(finish(first), 2);
    assert.equal(started, 2);
  });
});
