#!/usr/bin/env node
// Stands in for the desktop `code` executable where there is none: VS Code's server, shown by a headless Chromium.
// Takes what @vscode/test-electron passes, forwards the console of the extension host and exits with the code of the tests.
import { existsSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { findChromium, installServer, root } from './install.mjs';
import { freePort, Refusal, report, stopAll, stopOnSignals } from './process.mjs';
import { installVsix, presetSettings, startServer } from './server.mjs';

/** What VS Code says of itself on every start in a browser; none of it concerns an extension. */
const chatter = new RegExp(
  `^\\[?(${[
    'Account',
    'Agent',
    'Canceled',
    'ChatModel',
    'Creating a socket',
    'RemoteAgent',
    'Resolv',
    'Service Worker',
    'Timed out waiting for auth',
    'Updating additional',
    "Cannot find module '\\.\\/build",
    'Error: Could not locate the bindings',
    '\\[reconnection',
    'getaddrinfo',
  ].join('|')})`,
);

/** How long the tests may take, in milliseconds. */
const limit = Number(process.env.GALLEY_HOST_TIMEOUT ?? 1_800_000);

/** Nothing moves or comes up by itself, and files are saved when that is asked for, as on the desktop: in a browser, VS Code saves after a second. */
const testSettings = {
  'editor.cursorBlinking': 'solid',
  'files.autoSave': 'off',
  'git.enabled': false,
  'workbench.hover.delay': 600_000,
  'workbench.reduceMotion': 'on',
};

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string' },
    'disable-extensions': { type: 'boolean' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string' },
    'remote-debugging-port': { type: 'string' },
  },
});

const data = mkdtempSync(join(tmpdir(), 'galley-code-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
let browser;
stopOnSignals(() => browser?.close().catch(() => {}));

/** The address that opens the folder and runs the tests in it, as the workbench reads it. */
function address(url, folder) {
  const remote = (path) => `vscode-remote://${new URL(url).host}${resolve(path)}`;
  const payload = options.extensionDevelopmentPath.map((path) => ['extensionDevelopmentPath', remote(path)]);
  if (options.extensionTestsPath) payload.push(['extensionTestsPath', remote(options.extensionTestsPath)]);
  if (options['disable-extensions']) payload.push(['disableExtensions', 'true']);
  payload.push(['skipWelcome', 'true']);
  const query = new URLSearchParams({ ...(folder && { folder: resolve(folder) }), payload: JSON.stringify(payload) });
  return `${url}?${query}`;
}

function print(type, args) {
  const line = format(...args);
  if (process.env.GALLEY_HOST_VERBOSE || !chatter.test(line))
    process[type === 'log' || type === 'info' ? 'stdout' : 'stderr'].write(`${line}\n`);
}

async function openPage(executablePath) {
  const { chromium } = await import('playwright-core');
  const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-software-rasterizer',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  if (options['remote-debugging-port']) flags.push(`--remote-debugging-port=${options['remote-debugging-port']}`);
  browser = await chromium.launch({
    executablePath,
    args: flags,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  await page.addInitScript(stopAnimations);
  return page;
}

/** Runs in the page: without it, progress bars and icons that move take half of the drawing. */
function stopAnimations() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important }');
  document.adoptedStyleSheets.push(sheet);
}

/** Opens the address; gives the code the tests end with, 99 for a crashed page, 124 when they take too long. */
async function runTests(page, url) {
  const outcome = new Promise((resolveOutcome) => {
    page.on('crash', () => resolveOutcome(99));
    setTimeout(() => resolveOutcome(124), limit).unref();
    void page.exposeFunction('codeAutomationExit', resolveOutcome);
  });
  await page.exposeFunction('codeAutomationLog', print);
  await page.goto(url, { timeout: limit });
  const code = await outcome;
  if (code === 124) {
    const picture = join(root, `out/screenshots/timeout-${process.env.GALLEY_SUITE ?? 'code'}.png`);
    await page.screenshot({ path: picture }).catch(() => {});
    console.error(`The tests did not end within ${limit / 1000} s; ${picture} shows the editor as it stood.`);
  }
  return code;
}

await report(async () => {
  await installServer();
  const extensions = options['extensions-dir'] ?? join(data, 'extensions');
  if (options['install-extension']) return installVsix({ vsix: options['install-extension'], data, extensions });
  const executable = findChromium();
  if (!executable || !existsSync(executable))
    throw new Refusal('There is no Chromium to show VS Code: install one, or name it in GALLEY_CHROMIUM.');
  mkdirSync(extensions, { recursive: true });
  presetSettings(data, testSettings);
  const trust = process.env.GALLEY_HOST_RESTRICTED ? [] : ['--disable-workspace-trust'];
  const args = ['--without-connection-token', '--enable-smoke-test-driver', ...trust];
  const { url } = await startServer({ port: await freePort(), data, extensions, args });
  const code = await runTests(await openPage(executable), address(url, positionals[0]));
  await browser.close().catch(() => {});
  await stopAll();
  process.exit(code);
});
