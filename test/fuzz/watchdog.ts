import { Worker } from 'node:worker_threads';

/** Milliseconds after which an input is said to have no end: more than a busy computer needs for any that has one. */
const patience = 600_000;

/** Runs in a thread of its own: the one that hangs can say nothing. */
const program = `
  const { workerData: state } = require('node:worker_threads');
  let seen = -1, since = Date.now();
  setInterval(() => {
    if (state[0] !== seen) [seen, since] = [state[0], Date.now()];
    if (Date.now() - since < ${patience}) return;
    require('node:fs').writeSync(2, 'Input ' + state[0] + ' of the batch with seed ' + state[1] + ' has no end.\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 1000);
`;

/** Ends the process once an input has no end, and says which it was. */
export class Watchdog {
  /** The number of the input in its batch, and the seed of the batch. */
  private readonly state = new Int32Array(new SharedArrayBuffer(8));
  private readonly worker = new Worker(program, { eval: true, workerData: this.state });

  beginBatch(seed: number): void {
    this.state[0] = 0;
    this.state[1] = seed;
  }

  beginInput(): void {
    this.state[0]!++;
  }

  end(): Promise<unknown> {
    return this.worker.terminate();
  }
}
