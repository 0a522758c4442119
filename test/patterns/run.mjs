// Proves with recheck (https://makenowjust-labs.github.io/recheck/) that the time of every regular expression of what ships
// grows no faster than the text. One that looks around and repeats, or refers back to a group, cannot be proved.
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { findPatterns } from './find.mjs';

/** Asks about patterns, in as many processes as there are processors, the longest first; gives the answers by their keys. */
async function check(patterns) {
  const answers = new Map();
  const waiting = [...patterns].sort(([, a], [, b]) => a.source.length - b.source.length);
  const work = () =>
    new Promise((resolve, reject) => {
      const checker = fork(new URL('check.mjs', import.meta.url));
      let key;
      const askNext = () => {
        const next = waiting.pop();
        key = next?.[0];
        if (next) checker.send(next[1]);
        else checker.kill();
      };
      checker.on('message', (answer) => {
        answers.set(key, answer);
        askNext();
      });
      checker.on('exit', () => (key === undefined ? resolve() : reject(new Error(`The checker ended at ${key}.`))));
      askNext();
    });
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return answers;
}

const keyOf = ({ source, flags }) => `/${source}/${flags}`;

const all = findPatterns();
const known = all.filter(({ source }) => source !== undefined);
const answers = await check(new Map(known.map((pattern) => [keyOf(pattern), pattern])));
const failures = all.flatMap((pattern) => {
  if (pattern.source === undefined) return [`${pattern.place} is made of what is known only when it runs`];
  const answer = answers.get(keyOf(pattern));
  return answer === '' ? [] : [`${pattern.place} ${answer}: ${keyOf(pattern)}`];
});
console.log(`${all.length} regular expressions, ${failures.length} of them not proved linear`);
if (failures.length > 0) {
  const advice =
    'Write each of parts that exclude one another, as several of them, or as a scan with server/src/service/text/scan.ts.';
  console.error([...failures, advice].join('\n'));
  process.exitCode = 1;
}
