// `npm run fuzz -- TARGET… [--seconds N] [--runs N] [--seed N]`: tries random inputs for a time and prints the smallest that
// breaks a promise, with the seed that finds it again. Without a target it tries every promise, one after another; `engines` is
// every engine of this computer, whose reading of random documents is compared with Galley's; with `--list` it names all.
import { parseArgs } from 'node:util';
import { asked, documentTargets } from './documentTargets.ts';
import { promises, targets } from './targets.ts';
import { tryInputs } from './tryInputs.ts';
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
const named = positionals.flatMap((name) => (name === 'engines' ? Object.keys(documentTargets) : [name]));
const unknown = named.filter((name) => !targets[name]);
if (unknown.length > 0) {
  console.error(`There is no target ${unknown.join(', ')}: ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
const seed = values.seed === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(values.seed);
const limits = { milliseconds: Number(values.seconds) * 1000, runs: Number(values.runs) };
const watchdog = new Watchdog();

for (const name of named.length > 0 ? named : Object.keys(promises)) {
  const before = asked.documents;
  const { runs, milliseconds, finding } = await tryInputs(targets[name]!, seed, limits, watchdog);
  const documents = asked.documents - before;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${name}: ${runs} runs${documents > 0 ? `, ${documents} documents` : ''} in ${(milliseconds / 1000).toFixed(1)} s, ${memory} MB, seed ${seed}: ${finding ? 'BROKEN' : 'holds'}`,
  );
  if (!finding) continue;
  console.log(finding);
  process.exitCode = 1;
}
await watchdog.end();
