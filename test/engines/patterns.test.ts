import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileHugoGlob } from '../../server/src/service/generators/hugo/glob.ts';
import { compileDirGlob, PatternList } from '../../server/src/service/generators/jekyll/patterns.ts';
import { compileGoPattern, isRefused } from '../../server/src/service/text/pattern.ts';
import fc from '../support/property.ts';
import { describeWith } from './describeWith.ts';

const paths = [
  'a.txt',
  'b.txt',
  'ab.txt',
  '_a.txt',
  'c/a.txt',
  'c/.b.txt',
  'c/_a/b.txt',
  'c/d/a.txt',
  'c/d/e/ab.txt',
  'd/[a].txt',
  'd/a,b.txt',
  'd/x-1.txt',
];
const signs = ['a', 'b', 'c', 'd', '.txt', '_', '/', '*', '**', '**/', '?', '[ab]', '[!a]', '[a-c]', '\\*'];
const alternatives = ['{a,b}', '{c,c/d}/', '{a,{b,ab}}'];

/** Patterns put together by chance, some of them with `{…}`, and one for each path that nearly is the path. */
function createPatterns(parts: readonly string[]): string[] {
  const made = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 6 }).map((all) => all.join(''));
  const near = fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom('*', '**', '?', '[!x]'), fc.nat(12), fc.nat(4))
    .map(([path, sign, at, length]) => path.slice(0, at) + sign + path.slice(at + length));
  return [...fc.sample(made, { numRuns: 300, seed: 1 }), ...fc.sample(near, { numRuns: 300, seed: 1 })].filter(
    (pattern) => !/\/\/|^\/|\/$|\*{3}/.test(pattern),
  );
}

describeWith('jekyll', 'patterns for paths match what Ruby matches', () => {
  const patterns = createPatterns([...signs, ...alternatives]);
  let asked: { readonly fnmatch: string[][]; readonly glob: string[][] };

  before(() => {
    const input = JSON.stringify({ patterns, paths });
    asked = JSON.parse(
      spawnSync('ruby', ['test/engines/patterns.rb'], { input, encoding: 'utf8' }).stdout,
    ) as typeof asked;
  });

  it('patterns in `include` and `exclude` match what Ruby’s File.fnmatch? matches, and paths that begin like the pattern', () => {
    for (const [index, pattern] of patterns.entries()) {
      const list = new PatternList([pattern]);
      const expected = paths.filter((path) => asked.fnmatch[index]!.includes(path) || path.startsWith(pattern));
      assert.deepEqual(
        paths.filter((path) => list.matches(path, 'file')),
        expected,
        pattern,
      );
    }
  });

  it('patterns in the paths of defaults match what Ruby’s Dir.glob matches', () => {
    for (const [index, pattern] of patterns.entries()) {
      const matches = compileDirGlob(pattern);
      assert.deepEqual(
        paths.filter(matches),
        paths.filter((path) => asked.glob[index]!.includes(path)),
        pattern,
      );
    }
  });
});

describeWith('hugo', 'patterns match what Hugo matches', () => {
  const patterns = createPatterns([...signs, ...alternatives]).filter((pattern) => compileHugoGlob(pattern));
  const expressions = [
    '\\.txt$',
    '^c/(?:d|e)/',
    '(?i)A\\.TXT',
    '\\p{Lu}',
    '[^/]+/_',
    'x-\\d+',
    '(?P<name>a)b',
    '^.{5}$',
  ];

  it('patterns in mounts, cascades and `ignoreFiles` match what Hugo matches', () => {
    const folder = mkdtempSync(join(tmpdir(), 'galley-patterns-'));
    try {
      const { globs, found } = matchWithHugo(folder, patterns, expressions);
      for (const [index, pattern] of patterns.entries())
        assert.deepEqual(
          paths.filter((path) => compileHugoGlob(pattern)?.test(path)),
          globs[index],
          pattern,
        );
      for (const [index, source] of expressions.entries()) {
        const pattern = compileGoPattern(source);
        assert.deepEqual(
          paths.filter((path) => !isRefused(pattern) && pattern.test(path)),
          found[index],
          source,
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** The paths that Hugo's globs and regular expressions match, in the order of `paths`. */
function matchWithHugo(folder: string, patterns: readonly string[], expressions: readonly string[]) {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const globs = '{{ range $page.Resources.Match . }}{{ .Name }} {{ end }}';
  const found = '{{ range $path := $asked.paths }}{{ if findRE $pattern $path 1 }}{{ $path }} {{ end }}{{ end }}';
  const template = `{{ $page := . }}{{ $asked := site.Data.asked }}{{ range $asked.patterns }}${globs}
{{ end }}---
{{ range $pattern := $asked.expressions }}${found}
{{ end }}`;
  write('config.toml', 'ignoreFiles = []\ndisableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap"]\n');
  write('layouts/_default/single.html', template);
  write('content/bundle/index.md', '---\ntitle: x\n---\n');
  write('data/asked.json', JSON.stringify({ patterns, expressions, paths }));
  for (const path of paths) write(`content/bundle/${path}`, 'x');
  const { status, stdout, stderr } = spawnSync('hugo', ['--quiet', '--source', folder], { encoding: 'utf8' });
  assert.equal(status, 0, stdout + stderr);
  const html = readFileSync(join(folder, 'public/bundle/index.html'), 'utf8');
  const sortAsPaths = (line: string): string[] => paths.filter((path) => line.split(' ').includes(path));
  const [byGlobs, byExpressions] = html.split('---\n').map((lines) => lines.split('\n').map(sortAsPaths));
  return { globs: byGlobs!, found: byExpressions! };
}
