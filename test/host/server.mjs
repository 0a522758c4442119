// VS Code's server, from npm.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture, Refusal, startGroup } from './process.mjs';
import { node24, vscode } from './install.mjs';

const program = join(vscode, 'out/server-main.js');

/** Settings of a quiet editor: no start page, no chat, no updates, no telemetry. */
const quiet = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.localHistory.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Writes the settings of a quiet editor, and more, for a server that keeps its data in `data`, unless there are some already. */
export function presetSettings(data, more = {}) {
  for (const place of ['Machine', 'User']) {
    const folder = join(data, 'data', place);
    mkdirSync(folder, { recursive: true });
    try {
      writeFileSync(join(folder, 'settings.json'), JSON.stringify({ ...quiet, ...more }, null, 2), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

/**
 * Starts VS Code's server on 127.0.0.1 and waits until it listens.
 * `data` is the folder of its settings and state, `args` are further arguments of server-main.js.
 * Gives its URL without query; throws a Refusal when it ends before it listens.
 */
export async function startServer({ port, data, extensions, args = [] }) {
  const sockets = mkdtempSync(join(tmpdir(), 'galley-tmp-'));
  process.on('exit', () => rmSync(sockets, { recursive: true, force: true }));
  const child = startGroup(
    node24,
    [
      program,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--server-data-dir',
      data,
      '--extensions-dir',
      extensions,
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TMPDIR: sockets, XDG_RUNTIME_DIR: sockets } },
  );
  await new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output = (output + chunk).slice(-4000);
      if (output.includes('Extension host agent listening')) resolve();
      if (output.includes('EADDRINUSE'))
        reject(new Refusal(`Port ${port} of 127.0.0.1 is taken; give a free one in GALLEY_PORT.`));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => reject(new Refusal(`VS Code's server cannot be started: ${error.message}.`)));
    child.once('exit', (code) =>
      reject(
        new Refusal(`${output.trim()}\nVS Code's server ended with code ${code} before it listened on port ${port}.`),
      ),
    );
  });
  child.removeAllListeners('exit');
  return { url: `http://127.0.0.1:${port}/`, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

/** Installs a VSIX into an extensions folder; throws a Refusal with what the server said when that fails. */
export async function installVsix({ vsix, data, extensions }) {
  const { code, output } = await capture(node24, [
    program,
    '--accept-server-license-terms',
    '--install-extension',
    vsix,
    '--force',
    '--server-data-dir',
    data,
    '--extensions-dir',
    extensions,
  ]);
  if (code !== 0 || !output.includes('successfully installed'))
    throw new Refusal(`${output.trim()}\n${vsix} could not be installed.`);
}
