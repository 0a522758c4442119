#!/usr/bin/env node
// The suite inside the real VS Code: `node test/host/run.mjs [--jobs N] [--grep WORDS] [run…]` where a run is installed, blog, hugo, astro, restricted or empty.
// N windows are open at a time, two unless there is one processor only.
// VSCODE_EXE names the VS Code to use; else VS Code's server from npm where it runs, else a downloaded desktop VS Code.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { findChromium, installHost, installServer, root, serverUnsupported } from './install.mjs';
import { capture, freePort, Refusal, report, stopOnSignals } from './process.mjs';
import { pack } from './package.mjs';

const launcher = join(root, 'test/host/code.mjs');
const fixture = (name) => join(root, 'test/fixtures', name);

/** The runs, the longest first: the workspace they open (none: an empty folder), and how Galley gets into the editor. */
const runs = {
  installed: {
    title: 'Galley installed from its VSIX, on the example blog',
    workspace: fixture('jekyll-blog'),
    isInstalled: true,
  },
  blog: { title: 'Galley from idea to published, on the example blog', workspace: fixture('jekyll-blog') },
  hugo: { title: 'Galley from idea to published, on a Hugo site', workspace: fixture('hugo-blog') },
  astro: { title: 'Galley from idea to published, on an Astro site', workspace: fixture('astro-lighthouse') },
  restricted: { title: 'Galley in an untrusted workspace', workspace: fixture('jekyll-blog'), isRestricted: true },
  empty: { title: 'Galley in a folder without any site' },
};

/** Where each run leaves its counts, as test/reporter.cjs writes them. */
const results = process.env.GALLEY_RESULTS_DIR ?? join(root, 'out/results');

/** The executable to test with; throws a Refusal that says why there is none. */
async function findEditor() {
  const named = process.env.VSCODE_EXE;
  if (named && !existsSync(named)) throw new Refusal(`VSCODE_EXE names ${named}, which does not exist.`, 2);
  if (named) return named;
  const reason =
    serverUnsupported() ??
    (findChromium() ? undefined : 'there is no Chromium (install one, or name it in GALLEY_CHROMIUM)');
  if (!reason) {
    await installServer();
    return launcher;
  }
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(root, '.vscode-test') });
  } catch (error) {
    throw new Refusal(`${reason}, and VS Code cannot be downloaded (${error.message}); VSCODE_EXE can name one`);
  }
}

/** Installs the VSIX of this tree with the editor's own command line; gives the extension under development, which is empty. */
async function installGalley(editor, folder) {
  const { vsix } = await pack();
  const { resolveCliArgsFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const [beside] = resolveCliArgsFromVSCodeExecutablePath(editor);
  const cli = existsSync(beside) ? beside : editor;
  const args = [
    '--install-extension',
    vsix,
    `--extensions-dir=${join(folder, 'extensions')}`,
    `--user-data-dir=${join(folder, 'user')}`,
  ];
  const { code, output } = await capture(cli, args);
  if (code !== 0) throw new Refusal(`${output}\nThe VSIX could not be installed.`);
  const harness = join(folder, 'harness');
  mkdirSync(harness);
  const manifest = { name: 'harness', publisher: 'galley-test', version: '0.0.0', engines: { vscode: '^1.97.0' } };
  writeFileSync(join(harness, 'package.json'), JSON.stringify(manifest));
  return harness;
}

/** Writes what a run says line by line, each with the name of the run in front of it. */
function labelled(name, output) {
  let rest = '';
  return new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      const lines = (rest + String(chunk)).split('\n');
      rest = lines.pop();
      for (const line of lines) output.write(`${name.padEnd(10)} | ${line}\n`);
      done();
    },
  });
}

/** Runs one suite in a copy of its workspace; throws when VS Code itself fails. */
async function runInEditor(name, { editor, grep }, folder) {
  const { workspace, isInstalled, isRestricted } = runs[name];
  const copy = join(folder, workspace ? 'blog' : 'nothing');
  if (workspace) cpSync(workspace, copy, { recursive: true });
  else mkdirSync(copy);
  mkdirSync(join(folder, 'extensions'), { recursive: true });
  const port = await freePort();
  const { runTests } = await import('@vscode/test-electron');
  await runTests({
    vscodeExecutablePath: editor,
    extensionDevelopmentPath: isInstalled ? await installGalley(editor, folder) : root,
    extensionTestsPath: join(root, 'out/host/suite.js'),
    stdout: labelled(name, process.stdout),
    stderr: labelled(name, process.stderr),
    extensionTestsEnv: {
      GALLEY_SUITE: name,
      GALLEY_ROOT: root,
      GALLEY_CDP: `http://127.0.0.1:${port}`,
      GALLEY_RESULTS: join(results, `host-${name}.json`),
      ...(isRestricted && { GALLEY_HOST_RESTRICTED: '1' }),
      ...(grep && { GALLEY_GREP: grep }),
    },
    launchArgs: [
      copy,
      `--extensions-dir=${join(folder, 'extensions')}`,
      `--user-data-dir=${join(folder, 'user')}`,
      `--remote-debugging-port=${port}`,
    ],
  });
}

function record(name, counts) {
  mkdirSync(results, { recursive: true });
  writeFileSync(
    join(results, `host-${name}.json`),
    JSON.stringify({ passed: 0, failures: [], pending: [], ...counts }),
  );
}

/** Runs one suite and leaves its counts; gives whether it passed. */
async function runSuite(name, options) {
  const { title, isRestricted } = runs[name];
  if (isRestricted && options.editor !== launcher) {
    record(name, { pending: [`${title}: test-electron trusts every workspace on a desktop VS Code`] });
    return true;
  }
  console.log(`${name.padEnd(10)} | ${title}`);
  const started = Date.now();
  rmSync(join(results, `host-${name}.json`), { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'galley-host-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await runInEditor(name, options, folder);
    return true;
  } catch (error) {
    if (!existsSync(join(results, `host-${name}.json`)))
      record(name, { failures: [{ title, message: error.message }] });
    if (error instanceof Refusal) console.error(error.message);
    return false;
  } finally {
    process.off('exit', remove);
    remove();
    console.log(`${name.padEnd(10)} | ended after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
}

const usage = `Usage: node test/host/run.mjs [--jobs N] [--grep WORDS] [${Object.keys(runs).join('|')} …]`;

/** What the command line asks for: the names of the runs, in the order in which they begin, how many run at a time, and which tests. */
function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { jobs: { type: 'string' }, grep: { type: 'string' } } });
  } catch (error) {
    throw new Refusal(`${error.message}\n${usage}`, 2);
  }
  const jobs = Number(parsed.values.jobs ?? Math.min(2, availableParallelism()));
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new Refusal(`There is no number of windows ${parsed.values.jobs}.\n${usage}`, 2);
  const unknown = parsed.positionals.find((name) => !runs[name]);
  if (unknown !== undefined) throw new Refusal(`There is no run "${unknown}".\n${usage}`, 2);
  const names = Object.keys(runs).filter(
    (name) => parsed.positionals.length === 0 || parsed.positionals.includes(name),
  );
  return { names, jobs, grep: parsed.values.grep };
}

/** Runs the suites, some at a time; returns whether all of them passed. */
async function runAll({ names, jobs, grep }, editor) {
  const waiting = [...names];
  let havePassed = true;
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
      if (!(await runSuite(name, { editor, grep }))) havePassed = false;
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return havePassed;
}

stopOnSignals();
await report(async () => {
  const wanted = readArguments();
  await installHost();
  let editor;
  try {
    editor = await findEditor();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 2) throw error;
    console.log(`SKIPPED: the suite inside VS Code, because ${error.message}.`);
    for (const name of wanted.names) record(name, { pending: [`${runs[name].title}: ${error.message}`] });
    return;
  }
  if (!(await runAll(wanted, editor))) process.exitCode = 1;
});
