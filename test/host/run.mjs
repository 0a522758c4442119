#!/usr/bin/env node
// The suite inside the real VS Code: `node test/host/run.mjs [run…]` where a run is blog, writing, posts, writing-hugo, writing-astro, newsroom, installed, restricted or empty.
// VSCODE_EXE names the VS Code to use; else VS Code's server from npm where it runs, else a downloaded desktop VS Code.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, installHost, installServer, root, serverUnsupported } from './install.mjs';
import { capture, freePort, Refusal, report, stopOnSignals } from './process.mjs';
import { pack } from './package.mjs';

const launcher = join(root, 'test/host/code.mjs');
const blog = join(root, 'test/fixtures/jekyll-blog');
const newsroom = join(root, 'test/fixtures/jekyll-newsroom');

/** The runs: the workspace they open (none: an empty folder), and how Galley gets into the editor. */
const runs = {
  blog: { title: 'Galley from source on the example blog', workspace: blog },
  writing: { title: 'Galley from idea to published, on the example blog', workspace: blog },
  posts: { title: 'Galley’s Posts view, on the example blog', workspace: blog },
  'writing-hugo': {
    title: 'Galley from idea to published, on a Hugo site',
    workspace: join(root, 'test/fixtures/hugo-blog'),
  },
  'writing-astro': {
    title: 'Galley from idea to published, on an Astro site',
    workspace: join(root, 'test/fixtures/astro-lighthouse'),
  },
  newsroom: { title: 'Galley from source on a newsroom', workspace: newsroom },
  installed: { title: 'Galley installed from its VSIX on the example blog', workspace: blog, installed: true },
  restricted: { title: 'Galley in an untrusted workspace', workspace: blog, restricted: true },
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

/** Runs one suite in a copy of its workspace; throws when VS Code itself fails. */
async function runInEditor(name, editor, folder) {
  const { workspace, installed, restricted } = runs[name];
  const copy = join(folder, workspace ? 'blog' : 'nothing');
  if (workspace) cpSync(workspace, copy, { recursive: true });
  else mkdirSync(copy);
  mkdirSync(join(folder, 'extensions'), { recursive: true });
  const port = await freePort();
  const { runTests } = await import('@vscode/test-electron');
  await runTests({
    vscodeExecutablePath: editor,
    extensionDevelopmentPath: installed ? await installGalley(editor, folder) : root,
    extensionTestsPath: join(root, 'out/host/suite.js'),
    extensionTestsEnv: {
      GALLEY_SUITE: name,
      GALLEY_ROOT: root,
      GALLEY_CDP: `http://127.0.0.1:${port}`,
      GALLEY_RESULTS: join(results, `host-${name}.json`),
      ...(restricted && { GALLEY_HOST_RESTRICTED: '1' }),
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
async function runSuite(name, editor) {
  const { title, restricted } = runs[name];
  if (restricted && editor !== launcher) {
    record(name, { pending: [`${title}: test-electron trusts every workspace on a desktop VS Code`] });
    return true;
  }
  console.log(`\n${title}`);
  rmSync(join(results, `host-${name}.json`), { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'galley-host-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await runInEditor(name, editor, folder);
    return true;
  } catch (error) {
    if (!existsSync(join(results, `host-${name}.json`)))
      record(name, { failures: [{ title, message: error.message }] });
    if (error instanceof Refusal) console.error(error.message);
    return false;
  } finally {
    process.off('exit', remove);
    remove();
  }
}

stopOnSignals();
await report(async () => {
  const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(runs);
  const unknown = chosen.find((name) => !runs[name]);
  if (unknown) throw new Refusal(`There is no run "${unknown}"; the runs are ${Object.keys(runs).join(', ')}.`, 2);
  await installHost();
  let editor;
  try {
    editor = await findEditor();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 2) throw error;
    console.log(`SKIPPED: the suite inside VS Code, because ${error.message}.`);
    for (const name of chosen) record(name, { pending: [`${runs[name].title}: ${error.message}`] });
    return;
  }
  for (const name of chosen) if (!(await runSuite(name, editor))) process.exitCode = 1;
});
