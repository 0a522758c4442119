import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { listFilesBelow } from './sources.ts';

const code = ['.ts', '.mjs', '.cjs', '.rb', '.css'];
const texts = [...code, '.md', '.json', '.jsonc', '.yml', '.npmrc', '/run'];
const read = (file: string): string => readFileSync(file, 'utf8');

/** The lines of our files in which a pattern is found, to be read; none is right. This file, which holds the patterns, is left aside. */
function findLines(pattern: RegExp, endings: readonly string[]): string[] {
  const files = listFilesBelow('.', ...endings).filter((file) => file !== 'test/project/hygiene.test.ts');
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

/** The strings of a list in a JSON file with comments, such as `"ignoreDependencies": […]`. */
function readList(file: string, key: string): string[] {
  const list = new RegExp(String.raw`"${key}": \[([^\]]*)\]`).exec(read(file))?.[1] ?? '';
  return [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
}

describe('our files', () => {
  it('our files leave nothing to be done later', () => {
    assert.deepEqual(findLines(/(?:\/\/|\/\*|#|^ *\*).*\b(?:TODO|FIXME|XXX|HACK)\b/, code), []);
  });

  it('our files switch no check off', () => {
    const switches =
      /\b(?:oxlint|eslint|prettier|oxfmt|cspell|c8|knip)[-:](?:disable|ignore)|@ts-(?:ignore|expect-error|nocheck)\b/;
    assert.deepEqual(
      findLines(
        switches,
        code.filter((ending) => ending !== '.css'),
      ),
      [],
    );
  });

  it('our tests skip nothing but where an engine is missing', () => {
    assert.deepEqual(findLines(/\b(?:it|describe)\.(?:only|skip)\(/, ['.ts']), []);
  });

  it('our files name no path of a computer and no host of a registry', () => {
    const path = /(?<![\w.~-])\/(?:(?:home|Users)\/\w+\/|(?:root|work)\/\w)|\b[A-Z]:\\\\?Users\b/;
    const host = /\b(?:registry\.npmjs|npmjs\.org|deb\.debian|rubygems)\b/;
    assert.deepEqual(findLines(path, texts), []);
    assert.deepEqual(findLines(host, texts), []);
  });

  it('our service encodes no URI but where half a surrogate pair is looked for, which throws', () => {
    const calls = findLines(/\bencodeURI(?:Component)?\b/, ['.ts']).filter((line) => line.startsWith('server/src/'));
    assert.deepEqual([...new Set(calls.map((line) => line.split(':')[0]))], ['server/src/service/text/uri.ts']);
  });

  it('our manifests pin every package to one version', () => {
    for (const file of ['package.json', 'test/host/package.json']) {
      const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(read(file));
      const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
      assert.deepEqual(
        versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version))),
        [],
        file,
      );
    }
  });

  it('packages that no import shows are used', () => {
    const sources = listFilesBelow('test', ...code)
      .map(read)
      .join('\n');
    const host = Object.keys(JSON.parse(read('test/host/package.json')).devDependencies);
    const unseen = [
      ...readList('knip.jsonc', 'ignoreDependencies'),
      ...readList('knip.jsonc', 'ignoreBinaries'),
      ...host,
    ];
    assert.ok(unseen.length > 3);
    assert.deepEqual(
      unseen.filter((name) => !sources.includes(name)),
      [],
    );
  });

  it('our Markdown has no problem that Galley sees', () => {
    const pages = listFilesBelow('.', '.md');
    assert.ok(pages.includes('README.md') && pages.length > 20);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['dist/cli.js', 'check', ...pages, '--format', 'json', '--max-severity', 'none'],
      { encoding: 'utf8' },
    );
    assert.equal(stdout + stderr, '');
  });
});
