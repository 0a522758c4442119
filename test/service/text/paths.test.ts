import assert from 'node:assert/strict';
import {
  basename,
  dirname,
  joinPath,
  relativePath,
  resolvePath,
  stem,
} from '../../../server/src/service/text/paths.ts';

describe('a path', () => {
  const parts: readonly [path: string, name: string, folder: string, bare: string][] = [
    ['a/b.md', 'b.md', 'a', 'b'],
    ['b.md', 'b.md', '', 'b'],
    ['a/b/c.d.md', 'c.d.md', 'a/b', 'c.d'],
    ['a/.htaccess', '.htaccess', 'a', '.htaccess'],
    ['a/', '', 'a', ''],
    ['', '', '', ''],
  ];
  for (const [path, name, folder, bare] of parts)
    it(`splits "${path}" into name, folder and name without extension`, () =>
      assert.deepEqual([basename(path), dirname(path), stem(path)], [name, folder, bare]));

  it('joins paths without empty parts', () => assert.equal(joinPath('', 'a', '', 'b.md'), 'a/b.md'));

  const relative: readonly [from: string, to: string, reference: string][] = [
    ['a/b/c.md', 'a/x.md', '../x.md'],
    ['c.md', 'a/x.md', 'a/x.md'],
    ['a/c.md', 'a/x.md', 'x.md'],
    ['a/b/c.md', 'a/b', '../b'],
    ['/a/b/', '/a/', '../'],
  ];
  for (const [from, to, reference] of relative)
    it(`computes the relative path from ${from} to ${to}`, () => assert.equal(relativePath(from, to), reference));

  it('resolves a path against a folder, unless it leads out of the root', () => {
    assert.equal(resolvePath('../x.md', 'a/b'), 'a/x.md');
    assert.equal(resolvePath('./x.md', ''), 'x.md');
    assert.equal(resolvePath('../../x.md', 'a'), undefined);
  });
});
