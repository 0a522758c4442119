#!/usr/bin/env node
// Bundles what ships (`node esbuild.mjs`) and what tests it (`node esbuild.mjs tests`).
import { build } from 'esbuild';
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const shared = {
  bundle: true,
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  target: 'es2022',
  loader: { '.md': 'text' },
};
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
// gray-matter asks for `fs` and `Buffer` even when it only splits a string; a worker has neither.
const grayMatterInWorker = {
  alias: { fs: './server/src/worker/noFiles.ts' },
  inject: ['./server/src/worker/buffer.ts'],
};

const product = [
  { ...node, entryPoints: { extension: 'client/src/extension.node.ts' }, external: ['vscode'], minify: true },
  { ...node, entryPoints: { server: 'server/src/main.node.ts', cli: 'server/src/main.cli.ts' }, minify: true },
  {
    ...shared,
    entryPoints: { 'extension.browser': 'client/src/extension.browser.ts' },
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    minify: true,
  },
  {
    ...shared,
    ...grayMatterInWorker,
    entryPoints: { 'server.worker': 'server/src/main.browser.ts' },
    platform: 'browser',
    format: 'iife',
    conditions: ['worker'],
    minify: true,
  },
  {
    ...shared,
    entryPoints: { preview: 'client/src/preview/webview/main.ts', math: 'client/src/preview/webview/math.ts' },
    platform: 'browser',
    format: 'iife',
    minify: true,
  },
  { ...shared, entryPoints: { preview: 'client/src/preview/webview/preview.css' }, minify: true },
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

async function tests() {
  const requireInEsm =
    "import { createRequire as createRequire_ } from 'node:module'; const require = createRequire_(import.meta.url);";
  return [
    {
      ...shared,
      platform: 'node',
      format: 'esm',
      splitting: true,
      mainFields: ['module', 'main'],
      outExtension: { '.js': '.mjs' },
      entryPoints: [...(await testFiles('test')), 'test/project/generate.ts'],
      outbase: 'test',
      outdir: 'out/test',
      banner: { js: requireInEsm },
    },
    {
      ...node,
      entryPoints: { suite: 'test/host/suite/index.ts' },
      outdir: 'out/host',
      external: ['vscode', 'mocha', 'playwright-core', 'axe-core'],
    },
  ];
}

if (process.argv[2] === 'tests') {
  await rm('out/test', { recursive: true, force: true });
  await Promise.all((await tests()).map((options) => build(options)));
} else {
  await rm('dist', { recursive: true, force: true });
  await Promise.all(product.map((options) => build({ outdir: 'dist', ...options })));
  await cp('server/src/service/rules', 'dist/rules', { recursive: true, filter: (path) => !path.endsWith('.ts') });
}
