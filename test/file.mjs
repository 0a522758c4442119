#!/usr/bin/env node
// `npm run test:file -- test/service/rules/pages.test.ts [--grep words] [--update]`: bundles and runs these test files, and
// installs nothing. `--update` rewrites what the files expect where it is kept as text: the caret lines of rule pages.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './host/install.mjs';
import { Refusal, report, run, stopOnSignals } from './host/process.mjs';

const usage = 'Usage: npm run test:file -- FILE… [--grep WORDS] [--update], where a FILE is a *.test.ts below test/.';

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { grep: { type: 'string' }, update: { type: 'boolean' } },
    });
  } catch (error) {
    throw new Refusal(`${error.message}\n${usage}`, 2);
  }
}

/** The test files an argument names, relative to the root: itself, or all in a folder. */
function testFiles(argument) {
  const path = resolve(process.env.INIT_CWD ?? root, argument);
  const file = relative(root, path).split(sep).join('/');
  if (file.startsWith('test/host/'))
    throw new Refusal('Tests inside VS Code run by `node test/host/run.mjs [RUN…]`; see CONTRIBUTING.md.', 2);
  if (!existsSync(path) || !file.startsWith('test/')) throw new Refusal(`There is no test ${argument}.\n${usage}`, 2);
  if (!statSync(path).isDirectory()) return [file];
  const names = readdirSync(path, { recursive: true }).filter((name) => name.endsWith('.test.ts'));
  return names.map((name) => `${file}/${name.split(sep).join('/')}`);
}

/** Runs a program of ours with Node and ends with its exit code when it fails. */
async function node(args, env = {}) {
  const code = await run(process.execPath, args, { cwd: root, shell: false, env: { ...process.env, ...env } });
  if (code !== 0) process.exit(code);
}

stopOnSignals();
await report(async () => {
  const { values, positionals } = readArguments();
  const files = positionals.flatMap(testFiles);
  if (files.length === 0) throw new Refusal(usage, 2);
  // Only tests of the service do without the built programs.
  if (files.some((file) => !file.startsWith('test/service/'))) await node(['esbuild.mjs']);
  await node(['esbuild.mjs', 'tests', ...files]);
  const built = files.map((file) => `out/${file.replace(/\.ts$/, '.mjs')}`);
  const grep = values.grep === undefined ? [] : ['--grep', values.grep];
  const env = values.update ? { GALLEY_UPDATE: '1' } : {};
  await node(['node_modules/mocha/bin/mocha.js', '--timeout', '60000', '--exit', ...grep, ...built], env);
});
