#!/usr/bin/env node
// `npm run package`: builds and writes dist/galley-<version>.vsix, whose path is the last line.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installHost, installRoot, root } from './install.mjs';
import { capture, Refusal, report, run, stopOnSignals } from './process.mjs';

/** Builds the bundles into dist/; throws a Refusal when they do not build. */
export async function build() {
  const code = await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  if (code !== 0) throw new Refusal('The bundles were not built: mend the errors above.');
}

/** The files of the npm package, as npm reads `files` in package.json: the VSIX holds the same, and its icon. */
async function packagedFiles() {
  const { code, output } = await capture(
    'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=silent'],
    { cwd: root },
  );
  if (code !== 0) throw new Refusal(`${output.trim()}\nnpm could not list the files to pack.`);
  const [{ files }] = Object.values(JSON.parse(output));
  return files.map(({ path }) => path);
}

/** Packs the bundles that are in dist/; gives the path of the VSIX and what vsce says it holds; throws a Refusal when it cannot. */
export async function pack() {
  const {
    scripts: _,
    devDependencies: __,
    allowScripts: ___,
    ...manifest
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, 'dist', `${manifest.name}-${manifest.version}.vsix`);
  const stage = mkdtempSync(join(tmpdir(), 'galley-package-'));
  try {
    const files = [...new Set([...(await packagedFiles()), manifest.icon])];
    for (const path of files) cpSync(join(root, path), join(stage, path));
    writeFileSync(join(stage, 'package.json'), JSON.stringify({ ...manifest, files }, null, 2));
    const vsce = join(root, 'test/host/node_modules/@vscode/vsce/vsce');
    const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
    const { code, output } = await capture(process.execPath, [vsce, 'package', ...flags, '--out', vsix], {
      cwd: stage,
    });
    if (code !== 0) throw new Refusal(`${output.trim()}\nThe VSIX was not packed: mend the error above.`);
    return { vsix, listing: output.trim() };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  stopOnSignals();
  await report(async () => {
    await installRoot();
    await installHost();
    await build();
    const { vsix, listing } = await pack();
    console.log(`${listing}\n${vsix}`);
  });
}
