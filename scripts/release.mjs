#!/usr/bin/env node
// `npm run release -- 0.2.0 [--tested]`: makes a release on this computer, and stops before anything is uploaded.
// docs/releasing.md says what it does and what comes after.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../test/host/install.mjs';
import { build, pack } from '../test/host/package.mjs';
import { capture, Refusal, report, run, stopOnSignals } from '../test/host/process.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');
const write = (file, text) => writeFileSync(join(root, file), text);

/** Runs a program and returns what it prints; throws a Refusal when it fails. */
async function must(command, ...args) {
  const { code, output } = await capture(command, args, { cwd: root });
  if (code !== 0) throw new Refusal(`${output.trim()}\n${command} ${args.join(' ')} failed.`);
  return output.trim();
}

/** The numbers of a version, to be compared; throws a Refusal for what is none. */
function numbersOf(version) {
  const match = /^(\d+)\.(\d+)\.(\d+)$/.exec(version ?? '');
  if (!match) throw new Refusal('Usage: npm run release -- MAJOR.MINOR.PATCH [--tested]', 2);
  return match.slice(1).map(Number);
}

function isOlder(version, current) {
  const [one, other] = [numbersOf(version), numbersOf(current)];
  const index = one.findIndex((number, at) => number !== other[at]);
  return index >= 0 && one[index] < other[index];
}

/** The changelog with what was unreleased under the version and its day; throws a Refusal where nothing was. */
function withRelease(changelog, version, day) {
  const unreleased = /^## Unreleased\n+([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog)?.[1].trim();
  if (!unreleased) throw new Refusal('CHANGELOG.md has nothing under "## Unreleased": say what a writer will notice.');
  return changelog.replace(/^## Unreleased\n/m, `## ${version} (${day})\n`);
}

/** Throws a Refusal where a release cannot begin. */
async function check(version, current) {
  if (isOlder(version, current)) throw new Refusal(`${version} comes before ${current}.`, 2);
  if ((await must('git', 'status', '--porcelain')) !== '')
    throw new Refusal('There are changes that are not committed: commit or stash them first.');
  if ((await must('git', 'tag', '--list', `v${version}`)) !== '') throw new Refusal(`The tag v${version} exists.`);
}

/** A JSON file's text with a change made to its value. */
function changed(text, change) {
  const value = JSON.parse(text);
  change(value);
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Writes the version into manifest, lockfile and changelog; puts them back when `work` throws. */
async function withVersion(version, work) {
  const files = {
    'package.json': (text) => changed(text, (manifest) => (manifest.version = version)),
    'package-lock.json': (text) =>
      changed(text, (lockfile) => (lockfile.version = lockfile.packages[''].version = version)),
    'CHANGELOG.md': (text) => withRelease(text, version, new Date().toISOString().slice(0, 10)),
  };
  const before = Object.entries(files).map(([file, change]) => ({ file, text: read(file), change }));
  const after = before.map(({ file, text, change }) => ({ file, text: change(text) }));
  for (const { file, text } of after) write(file, text);
  try {
    return await work();
  } catch (error) {
    for (const { file, text } of before) write(file, text);
    throw error;
  }
}

/** Packs the npm package without dependencies, which the bundles hold; returns its path. */
async function packForNpm() {
  const { scripts: _, dependencies: __, devDependencies: ___, ...manifest } = JSON.parse(read('package.json'));
  const stage = mkdtempSync(join(tmpdir(), 'galley-release-'));
  try {
    for (const path of await packedFiles()) cpSync(join(root, path), join(stage, path));
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const { code, output } = await capture('npm', ['pack', '--silent'], { cwd: stage });
    if (code !== 0) throw new Refusal(`${output.trim()}\nThe npm package was not packed.`);
    const file = `${manifest.name}-${manifest.version}.tgz`;
    cpSync(join(stage, file), join(root, 'dist', file));
    return join('dist', file);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** What npm would pack, by `files` in package.json. */
async function packedFiles() {
  const output = await must('npm', 'pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=silent');
  return Object.values(JSON.parse(output))[0].files.map(({ path }) => path);
}

/** What the owner has yet to fill in, as docs/releasing.md lists it. */
function left(manifest) {
  const missing = ['repository', 'bugs'].filter((key) => manifest[key] === undefined);
  return missing.length === 0
    ? ''
    : `package.json names no ${missing.join(' and no ')}: see "Left to the owner" in docs/releasing.md.\n`;
}

stopOnSignals();
await report(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { tested: { type: 'boolean' } } });
  const [version] = positionals;
  const manifest = JSON.parse(read('package.json'));
  await check(version, manifest.version);
  const packages = await withVersion(version, async () => {
    const tests = ['test/run.mjs'];
    if (!values.tested && (await run(process.execPath, tests, { cwd: root, shell: false })) !== 0)
      throw new Refusal('The tests failed, so nothing was released.');
    await build();
    return [(await pack()).vsix, await packForNpm()];
  });
  await must('git', 'commit', '--all', '--message', `release: ${version}`);
  await must('git', 'tag', '--annotate', `v${version}`, '--message', `Galley ${version}`);
  console.log(
    `\nGalley ${version} is committed, tagged and packed:\n${packages.join('\n')}\n${left(manifest)}Nothing was uploaded. docs/releasing.md says what comes next.`,
  );
});
