// `npm run fuzz -- TARGET… [--seconds N] [--runs N] [--seed N]`: tries random inputs for a time and prints the smallest that
// breaks a promise, with the seed that finds it again. Without a target it tries all of them, one after another; with `--list` it
// names them.
import { parseArgs } from 'node:util';
import { tryInputs } from './tryInputs.ts';
import { allTargets as targets } from './targets.ts';
import { Watchdog } from './watchdog.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '10' },
    runs: { type: 'string', default: 'Infinity' },
    seed: { type: 'string' },
  },
});
if (values.list) {
  console.log(Object.keys(targets).join('\n'));
  process.exit();
}
const unknown = positionals.filter((name) => !targets[name]);
if (unknown.length > 0) {
  console.error(`There is no target ${unknown.join(', ')}: ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
const seed = values.seed === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(values.seed);
const limits = { milliseconds: Number(values.seconds) * 1000, runs: Number(values.runs) };
const watchdog = new Watchdog();

for (const name of positionals.length > 0 ? positionals : Object.keys(targets)) {
  const { runs, milliseconds, finding } = await tryInputs(targets[name]!, seed, limits, watchdog);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${name}: ${runs} runs in ${(milliseconds / 1000).toFixed(1)} s, ${memory} MB, seed ${seed}: ${finding ? 'BROKEN' : 'holds'}`,
  );
  if (!finding) continue;
  console.log(finding);
  process.exitCode = 1;
}
await watchdog.end();
