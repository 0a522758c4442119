#!/usr/bin/env node
// `npm test`: installs what is missing and runs everything; `npm test -- --only lint,units` runs these steps and installs
// only what they cannot do without: nothing but the project's packages, unless `host` is one of them.
// The last line is `N passed, N failed, N skipped`; the exit code is 1 when anything failed.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installEngines, nameMissingEngines } from './engines/install.mjs';
import { installHost, installRoot, root } from './host/install.mjs';
import { Refusal, report, run, stopOnSignals } from './host/process.mjs';

const results = join(root, 'out/results');
const total = { passed: 0, failures: [], pending: [] };

const fail = (title, message) => total.failures.push({ title, message });

/** Runs a step under a heading and says how long it took; `work` gives whether it passed. */
async function step(title, work) {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const passed = await work();
  console.log(`── ${title}: ${passed ? 'done' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return passed;
}

/** Runs a program of ours with Node; returns its exit code. */
const node = (args, env = {}) =>
  run(process.execPath, args, { cwd: root, shell: false, env: { ...process.env, ...env } });

/** A step that is one command and counts as one test. */
const commandStep = (title, args) =>
  step(title, async () => {
    const code = await node(args);
    if (code === 0) total.passed += 1;
    else fail(title, `exit code ${code}`);
    return code === 0;
  });

/** Adds the counts a mocha run left in a file; gives whether nothing failed. A run that left none has failed. */
function addResults(title, file) {
  if (!existsSync(file)) {
    fail(title, 'it ended before it could count its tests');
    return false;
  }
  const { passed, failures, pending } = JSON.parse(readFileSync(file, 'utf8'));
  total.passed += passed;
  total.failures.push(...failures);
  total.pending.push(...pending);
  return failures.length === 0;
}

/** Runs an install; one that fails counts as a failed test. */
async function installed(title, install) {
  try {
    await install();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    fail(title, error.message.split('\n').at(-1));
    return false;
  }
}

async function units() {
  const file = join(results, 'units.json');
  const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'test/reporter.cjs', '--timeout', '60000', '--exit'];
  await node([...mocha, 'out/test/**/*.test.mjs'], { GALLEY_RESULTS: file, GALLEY_REPORTER: 'dot' });
  return addResults('units', file);
}

async function host() {
  await node(['test/host/run.mjs'], { GALLEY_RESULTS_DIR: results });
  const files = existsSync(results) ? readdirSync(results).filter((name) => name.startsWith('host-')) : [];
  if (files.length === 0) return addResults('the suite inside VS Code', join(results, 'host-blog.json'));
  return files.map((name) => addResults(name, join(results, name))).every(Boolean);
}

function summary() {
  if (total.pending.length > 0) console.log(`\nSKIPPED:\n${total.pending.map((title) => `  ${title}`).join('\n')}`);
  if (total.failures.length > 0)
    console.log(
      `\nFAILED:\n${total.failures.map(({ title, message }) => `  ${title}: ${message.split('\n')[0]}`).join('\n')}`,
    );
  console.log(`\n${total.passed} passed, ${total.failures.length} failed, ${total.pending.length} skipped`);
  process.exitCode = total.failures.length > 0 ? 1 : 0;
}

/** The steps that are one command each, in the order in which they run. */
const checks = {
  format: ['node_modules/oxfmt/bin/oxfmt', '--check', '.'],
  types: ['node_modules/typescript/bin/tsc', '-b'],
  lint: ['node_modules/oxlint/bin/oxlint'],
  spelling: [
    'node_modules/cspell/bin.mjs',
    '--no-progress',
    '--no-summary',
    '--cache',
    '--cache-location',
    'out/spelling',
    '**',
  ],
  unused: ['node_modules/knip/bin/knip.js'],
  patterns: ['test/patterns/run.mjs'],
};

const steps = [...Object.keys(checks), 'units', 'host'];

function chosenSteps(args) {
  if (args.length === 0) return steps;
  const chosen = args[0] === '--only' ? args.slice(1).flatMap((names) => names.split(',')) : [];
  if (chosen.length > 0 && chosen.every((name) => steps.includes(name))) return chosen;
  throw new Refusal(`Usage: npm test [-- --only ${steps.join(',')}]`, 2);
}

/** Builds and runs the tests: `units` with the engines that are there, `host` with all that it needs. */
async function runTests(chosen) {
  const withHost = chosen.includes('host');
  const hostInstalled =
    withHost && (await step('packages of the host tests', () => installed('packages of the host tests', installHost)));
  await step('browser and engines', withHost ? installEngines : nameMissingEngines);
  const built = await commandStep('build', ['esbuild.mjs']);
  const testsBuilt = await commandStep('build of the tests', ['esbuild.mjs', 'tests']);
  if (chosen.includes('units') && testsBuilt) await step('units', units);
  if (hostInstalled && built && testsBuilt) await step('the suite inside VS Code', host);
}

stopOnSignals();
await report(async () => {
  const chosen = chosenSteps(process.argv.slice(2));
  rmSync(results, { recursive: true, force: true });
  if (await step('packages', () => installed('packages', installRoot))) {
    for (const [name, command] of Object.entries(checks)) if (chosen.includes(name)) await commandStep(name, command);
    if (chosen.includes('units') || chosen.includes('host')) await runTests(chosen);
  }
  summary();
});
