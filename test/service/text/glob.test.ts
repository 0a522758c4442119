import assert from 'node:assert/strict';
import picomatch from 'picomatch/posix';
import { compileGlob, createPathTest } from '../../../server/src/service/text/glob.ts';
import { isRefused } from '../../../server/src/service/text/pattern.ts';
import fc from '../../support/property.ts';

describe('patterns for paths', () => {
  const cases: readonly [pattern: string, path: string, matches: boolean | undefined][] = [
    ['*.md', 'a.md', true],
    ['*.md', 'a/b.md', false],
    ['**/*.md', 'a/b/c.md', true],
    ['**/*.md', 'a.md', true],
    ['./a/**', 'a/b/c', true],
    ['**/*.{md,mdx}', 'a/b.mdx', true],
    ['**/[^_]*.md', 'a/_b.md', false],
    ['**/*.md', '.a/.b.md', true],
    ['@(a|b)+(c)/*', 'bcc/d', true],
    ['a{1..3}', 'a2', true],
    ['a?c', 'abc', true],
    ['a.c', 'abc', false],
    ['a/b c.md', 'a/b c.md', true],
    ['[z-a]', 'b', false],
    ['!(a)', 'b', undefined],
    ['*a'.repeat(300), 'b', undefined],
  ];
  for (const [pattern, path, matches] of cases)
    it(`tests the path ${path} against the glob ${pattern.slice(0, 20)}`, () =>
      assert.equal(createPathTest([pattern])(path), matches));

  it('glob patterns with ! exclude paths', () => {
    assert.equal(createPathTest(['**/*.md', '!**/b.md'])('a/b.md'), false);
    assert.equal(createPathTest(['**/*.md', '!**/b.md'])('a/c.md'), true);
    assert.equal(createPathTest([])('a'), false);
  });

  it('globs match what picomatch matches', () => {
    const signs = [
      'a',
      'b',
      '.',
      '_',
      '/',
      '*',
      '**',
      '**/',
      '?',
      '[ab]',
      '[^a]',
      '[a-c]',
      '{a,b}',
      '{a,*}',
      '(a|b)',
      '+(a)',
      '\\*',
    ];
    const names = ['a', 'b', 'ab', 'aab', '.a', '_b', 'a.b', '*', 'b.a.a'];
    const pattern = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
    const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    let compared = 0;
    const checkAgainstPicomatch = (written: string, paths: readonly string[]): void => {
      const glob = compileGlob(written);
      if (isRefused(glob)) return;
      const engine = picomatch(written, { dot: true, nonegate: true });
      for (const each of paths) assert.equal(glob.test(each), engine(each), `${written} ${each}`);
      compared++;
    };
    fc.assert(fc.property(pattern, fc.array(path, { minLength: 5, maxLength: 5 }), checkAgainstPicomatch), {
      numRuns: 3000,
    });
    assert.ok(compared > 2500, `${compared} of 3,000 patterns were run`);
  });

  it('globs match in time linear in the path', () => {
    const path = `${'a'.repeat(500)}/${'a'.repeat(400)}!`;
    for (const part of ['*a', '**/a*', '+(a|aa)', '{a,a}*', '?*', '*(*a)', '@(a|*)'])
      assert.notEqual(createPathTest([`${part.repeat(Math.floor(400 / part.length))}b`])(path), true);
  });
});
