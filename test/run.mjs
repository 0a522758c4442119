#!/usr/bin/env node
// `npm test`: installs what is missing and runs everything; `npm test -- --only types,lint,units,host` runs a part.
// The last line is `N passed, N failed, N skipped`; the exit code is 1 when anything failed.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installHost, installRoot, root } from './host/install.mjs';
import { capture, Refusal, report, run, stopOnSignals, which } from './host/process.mjs';

/** What the tests use on Debian: a browser to show VS Code and its letters, and the engines whose verdicts Galley must share. */
const debianPackages = [
  'chromium',
  'fonts-liberation',
  'jekyll',
  'hugo',
  'ruby-kramdown',
  'ruby-kramdown-parser-gfm',
  'cmark-gfm',
];

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

/** A step that is one command and counts as one test. */
const commandStep = (title, args) =>
  step(title, async () => {
    const code = await run(process.execPath, args, { cwd: root });
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

async function missingDebianPackages() {
  const { output } = await capture('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...debianPackages]);
  const installed = new Set(output.split('\n').map((line) => line.trim()));
  return debianPackages.filter((name) => !installed.has(`${name} installed`));
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const again = await capture('apt-get', ['-q', ...args], { env });
  return again.code === 0 ? again : capture('apt-get', ['-q', ...args], { env });
}

/** Installs the missing Debian packages; what cannot be had is named, and the tests that need it skip themselves. */
async function installEngines() {
  if (!which('apt-get') || !which('dpkg-query')) {
    console.log(`Not Debian: the tests of engines that are not installed are skipped (${debianPackages.join(', ')}).`);
    return true;
  }
  const missing = await missingDebianPackages();
  if (missing.length === 0) return true;
  if (process.getuid?.() !== 0) {
    console.log(`MISSING: ${missing.join(', ')}. Only root can install them: apt-get install ${missing.join(' ')}`);
    return true;
  }
  console.log(`Installing ${missing.join(', ')} (apt-get) …`);
  await apt(['update']);
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...missing]);
  if (code === 0) return true;
  console.log(
    `${output.slice(-1500)}\nMISSING: apt-get could not install ${missing.join(', ')}; the tests that need them are skipped.`,
  );
  return false;
}

async function units() {
  const file = join(results, 'units.json');
  const env = { ...process.env, GALLEY_RESULTS: file, GALLEY_REPORTER: 'dot' };
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  await run(
    process.execPath,
    [mocha, '--reporter', 'test/reporter.cjs', '--timeout', '60000', '--exit', 'out/test/**/*.test.mjs'],
    { cwd: root, env },
  );
  return addResults('units', file);
}

async function host() {
  await run(process.execPath, ['test/host/run.mjs'], {
    cwd: root,
    env: { ...process.env, GALLEY_RESULTS_DIR: results },
  });
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

const parts = ['types', 'lint', 'units', 'host'];

function chosenParts(args) {
  if (args.length === 0) return parts;
  const chosen = args[0] === '--only' ? args.slice(1).flatMap((names) => names.split(',')) : [];
  if (chosen.length > 0 && chosen.every((name) => parts.includes(name))) return chosen;
  throw new Refusal(`Usage: npm test [-- --only ${parts.join(',')}]`, 2);
}

stopOnSignals();
await report(async () => {
  const chosen = chosenParts(process.argv.slice(2));
  const bundled = chosen.includes('units') || chosen.includes('host');
  rmSync(results, { recursive: true, force: true });
  if (!(await step('packages', () => installed('packages', installRoot)))) return summary();
  const hostInstalled = await step('packages of the host tests', () =>
    installed('packages of the host tests', installHost),
  );
  if (bundled) await step('browser and engines', installEngines);
  if (chosen.includes('types')) await commandStep('types', ['node_modules/typescript/bin/tsc', '-b']);
  if (chosen.includes('lint')) await commandStep('lint', ['node_modules/oxlint/bin/oxlint']);
  if (bundled) {
    const built = await commandStep('build', ['esbuild.mjs']);
    const testsBuilt = await commandStep('build of the tests', ['esbuild.mjs', 'tests']);
    if (chosen.includes('units') && testsBuilt) await step('units', units);
    if (chosen.includes('host') && hostInstalled && built && testsBuilt) await step('the suite inside VS Code', host);
  }
  summary();
});
