// `npm run fuzz -- TARGET… [--seconds N] [--seed N]`: tries random inputs for a time and prints the smallest that breaks a
// property, with the seed that finds it again. Without a target it tries all of them, one after another.
import { parseArgs } from 'node:util';
import fc from '../support/property.ts';
import { targets } from './targets.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '10' }, seed: { type: 'string' } },
});
const unknown = positionals.filter((name) => !targets[name]);
if (unknown.length > 0) {
  console.error(`There is no target ${unknown.join(', ')}: ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
const seconds = Number(values.seconds);
const seed = values.seed === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(values.seed);

for (const name of positionals.length > 0 ? positionals : Object.keys(targets)) {
  const started = performance.now();
  const details = await fc.check(targets[name]!, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: seconds * 1000,
    markInterruptAsFailure: false,
    endOnFailure: false,
  });
  const took = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${details.numRuns} runs in ${took} s, seed ${seed}: ${details.failed ? 'BROKEN' : 'holds'}`);
  if (!details.failed) continue;
  console.log(JSON.stringify(details.counterexample, null, 1));
  const error = details.errorInstance;
  console.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
}
