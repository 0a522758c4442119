#!/usr/bin/env node
// `npm start [-- folder]`: opens a blog in VS Code with Galley of this tree running in it.
// Uses the desktop `code` on the PATH; where there is none, VS Code's server, whose URL is the last line printed.
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installRoot, installServer, root, serverUnsupported } from './install.mjs';
import { build, pack } from './package.mjs';
import { freePort, isStopping, Refusal, report, run, stopOnSignals, which } from './process.mjs';
import { installVsix, presetSettings, startServer } from './server.mjs';

/** What the server keeps between two starts: the user's settings and the installed Galley. */
const data = join(root, 'node_modules/.cache/galley');
const extensions = join(data, 'extensions');

/** A copy of the example blog to play with; it stays as the writer leaves it, and the tests keep theirs. */
function exampleBlog() {
  const copy = join(root, 'out/jekyll-blog');
  if (!existsSync(copy)) cpSync(join(root, 'test/fixtures/jekyll-blog'), copy, { recursive: true });
  return copy;
}

/** The folder to open: the first argument, relative to where npm was called; else the example blog. */
function folderToOpen(argument) {
  if (argument === undefined) return exampleBlog();
  const from = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined;
  const folder = resolve(from ?? process.cwd(), argument);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal(`There is no folder ${folder}; give the folder of a blog.`, 2);
  return folder;
}

async function portToListenOn() {
  const wanted = process.env.GALLEY_PORT;
  if (wanted === undefined) return freePort();
  if (/^\d+$/.test(wanted) && Number(wanted) > 0 && Number(wanted) < 65_536) return Number(wanted);
  throw new Refusal(`GALLEY_PORT is "${wanted}"; give a port from 1 to 65535.`, 2);
}

/** Installs Galley of this tree in the server, unless the very same is installed. */
async function installGalley() {
  const { vsix } = await pack();
  const hash = createHash('sha256').update(readFileSync(vsix)).digest('hex');
  const stamp = join(data, 'installed');
  const installed = statSync(stamp, { throwIfNoEntry: false }) && readFileSync(stamp, 'utf8');
  if (installed === hash) return;
  await installVsix({ vsix, data, extensions });
  writeFileSync(stamp, hash);
}

async function openInBrowser(folder) {
  const unsupported = serverUnsupported();
  if (unsupported)
    throw new Refusal(
      `There is no \`code\` on the PATH (in VS Code: "Shell Command: Install 'code' command"), and ${unsupported}.`,
    );
  const port = await portToListenOn();
  await installServer();
  mkdirSync(extensions, { recursive: true });
  presetSettings(data);
  await installGalley();
  const token = randomBytes(12).toString('hex');
  const args = ['--connection-token', token, '--default-folder', folder, '--disable-workspace-trust'];
  const { url, ended } = await startServer({ port, data, extensions, args });
  console.log(`\nGalley runs in ${folder}. Ctrl-C ends it. Open this address in a browser:\n${url}?tkn=${token}`);
  const code = await ended;
  if (!isStopping()) throw new Refusal(`VS Code's server ended by itself with code ${code}; start again.`);
}

stopOnSignals();
await report(async () => {
  const folder = folderToOpen(process.argv[2]);
  await installRoot();
  await build();
  const code = which('code');
  if (!code) return openInBrowser(folder);
  await run(code, [`--extensionDevelopmentPath=${root}`, '--new-window', folder]);
  console.log(`Galley runs in ${folder}, in a new window of VS Code.`);
});
