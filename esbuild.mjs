#!/usr/bin/env node
// Bundles what ships (`node esbuild.mjs`; `development` leaves it unminified, `watch` builds that again after every change)
// and what tests it (`node esbuild.mjs tests`; `node esbuild.mjs tests FILE…` only these files).
import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thirdPartyNotices } from './scripts/notices.mjs';

const [mode = 'production', ...files] = process.argv.slice(2);

const shared = {
  bundle: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  target: 'es2022',
  minify: mode === 'production',
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
// gray-matter asks for `fs` and `Buffer` even when it only splits a string; a worker has neither.
const grayMatterInWorker = {
  alias: { fs: './server/src/worker/noFiles.ts' },
  inject: ['./server/src/worker/buffer.ts'],
};

const product = [
  { ...node, entryPoints: { extension: 'client/src/extension.node.ts' }, external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/main.node.ts', cli: 'server/src/main.cli.ts' } },
  {
    ...shared,
    entryPoints: { 'extension.browser': 'client/src/extension.browser.ts' },
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...shared,
    ...grayMatterInWorker,
    entryPoints: { 'server.worker': 'server/src/main.browser.ts' },
    platform: 'browser',
    format: 'iife',
    conditions: ['worker'],
  },
  {
    ...shared,
    entryPoints: { preview: 'client/src/preview/webview/main.ts', math: 'client/src/preview/webview/math.ts' },
    platform: 'browser',
    format: 'iife',
  },
  { ...shared, entryPoints: { preview: 'client/src/preview/webview/preview.css' } },
];

/** Every `*.test.ts` below a folder but those that run inside VS Code and those of installed packages. */
async function testFiles(folder) {
  const found = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'fixtures', 'suite'].includes(entry.name)) found.push(...(await testFiles(path)));
    } else if (entry.name.endsWith('.test.ts')) found.push(path);
  }
  return found;
}

const tests = {
  ...shared,
  platform: 'node',
  format: 'esm',
  splitting: true,
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  outbase: 'test',
  outdir: 'out/test',
  banner: {
    js: "import { createRequire as createRequire_ } from 'node:module'; const require = createRequire_(import.meta.url);",
  },
};

const hostTests = {
  ...node,
  entryPoints: { suite: 'test/host/suite/index.ts' },
  outdir: 'out/host',
  external: ['vscode', 'mocha', 'playwright-core', 'axe-core'],
};

/** The rule pages, to which problems link, go next to the bundles. */
const copyRulePages = () =>
  cp('server/src/service/rules', 'dist/rules', { recursive: true, filter: (path) => !path.endsWith('.ts') });

/** The snippets for all Markdown and those of each generator become one file, since the manifest names each file that it contributes. */
async function writeSnippets() {
  const generators = 'server/src/service/generators';
  const names = (await readdir(generators)).sort().map((name) => join(generators, name, 'snippets.json'));
  const files = ['snippets/markdown.json', ...names.filter(existsSync)];
  const all = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
  await writeFile('dist/galley.code-snippets', JSON.stringify(Object.assign({}, ...all)));
}

/** Says when the first of the bundles begins to build and when the last is done; editors wait for these lines. */
function announceRounds() {
  let building = 0;
  return {
    name: 'announce-rounds',
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (building++ === 0) console.log('build started');
      });
      onEnd(() => {
        if (--building === 0) console.log('build finished');
      });
    },
  };
}

async function buildTests() {
  if (files.length > 0) return build({ ...tests, entryPoints: files });
  await rm('out/test', { recursive: true, force: true });
  const entryPoints = [...(await testFiles('test')), 'test/project/generate.ts'];
  return Promise.all([build({ ...tests, entryPoints }), build(hostTests)]);
}

async function buildProduct() {
  await rm('dist', { recursive: true, force: true });
  const built = await Promise.all(product.map((options) => build({ outdir: 'dist', metafile: true, ...options })));
  const notices = thirdPartyNotices(built.map(({ metafile }) => metafile));
  await Promise.all([copyRulePages(), writeSnippets(), writeFile('dist/third-party-notices.txt', notices)]);
}

async function watchProduct() {
  const plugins = [announceRounds()];
  const contexts = await Promise.all(product.map((options) => context({ outdir: 'dist', ...options, plugins })));
  await Promise.all(contexts.map((each) => each.watch()));
  await Promise.all([copyRulePages(), writeSnippets()]);
}

const modes = { production: buildProduct, development: buildProduct, watch: watchProduct, tests: buildTests };
if (!modes[mode]) throw new Error(`There is no mode ${mode}: ${Object.keys(modes).join(', ')}.`);
await modes[mode]();
