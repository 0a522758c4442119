import assert from 'node:assert/strict';
import {
  computeOnce,
  memoize,
  memoizeByName,
  memoizeFromPrevious,
  memoizeRecent,
} from '../../../server/src/service/text/memo.ts';

describe('a memo', () => {
  it('computes again for another object, not for the same', () => {
    let computed = 0;
    const size = memoize((list: readonly number[]) => {
      computed++;
      return list.length;
    });
    const list = [1, 2];
    assert.deepEqual([size(list), size(list), size([1, 2, 3])], [2, 2, 3]);
    assert.equal(computed, 2);
  });

  it('remembers that there was nothing', () => {
    let computed = 0;
    const find = memoize((_list: readonly number[]): number | undefined => {
      computed++;
      return undefined;
    });
    const list = [1];
    assert.deepEqual([find(list), find(list)], [undefined, undefined]);
    assert.equal(computed, 1);
  });

  it('computes again for an object when another argument is not the same', () => {
    const calls: string[] = [];
    const join = memoize((list: readonly string[], separator: string) => {
      calls.push(separator);
      return list.join(separator);
    });
    const list = ['a', 'b'];
    assert.deepEqual(
      [join(list, '-'), join(list, '-'), join(list, '+'), join(list, '-')],
      ['a-b', 'a-b', 'a+b', 'a-b'],
    );
    assert.deepEqual(calls, ['-', '+', '-']);
  });

  it('computes again only when what it depends on is not the same', () => {
    let computed = 0;
    const day = memoize(
      (post: { readonly title: string }, moment: number) => {
        computed++;
        return `${post.title} ${Math.floor(moment / 24)}`;
      },
      (_post, moment) => [Math.floor(moment / 24)],
    );
    const post = { title: 'T' };
    assert.deepEqual([day(post, 1), day(post, 23), day(post, 24)], ['T 0', 'T 0', 'T 1']);
    assert.equal(computed, 2);
  });

  it('forgets nothing that was thrown: it throws again', () => {
    const fail = memoize((_key: object): never => {
      throw new Error('no');
    });
    const key = {};
    assert.throws(() => fail(key), /no/);
    assert.throws(() => fail(key), /no/);
  });

  it('keeps a result for each name beside an object', () => {
    const calls: string[] = [];
    const get = memoizeByName((table: ReadonlyMap<string, number>, name: string) => {
      calls.push(name);
      return table.get(name);
    });
    const table = new Map([['a', 1]]);
    assert.deepEqual(
      [get(table, 'a'), get(table, 'b'), get(table, 'a'), get(table, 'b')],
      [1, undefined, 1, undefined],
    );
    assert.deepEqual(calls, ['a', 'b']);
  });

  it('hands the previous result on, which may be returned again', () => {
    const sorted = memoizeFromPrevious((previous: readonly number[] | undefined, _key: object, next: number[]) =>
      previous?.join() === next.join() ? previous : next,
    );
    const key = {};
    const first = sorted(key, [1, 2]);
    assert.equal(sorted(key, [1, 2]), first);
    assert.deepEqual(sorted(key, [1, 3]), [1, 3]);
    assert.notEqual(sorted({}, [1, 2]), first);
  });

  it('of recent names forgets the one that was not asked for longest', () => {
    const calls: string[] = [];
    const upper = memoizeRecent(2, (name: string) => {
      calls.push(name);
      return name.toUpperCase();
    });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(upper(name), name.toUpperCase());
    assert.deepEqual(calls, ['a', 'b', 'c', 'b']);
  });

  it('of one value computes it at the first call', () => {
    let computed = 0;
    const table = computeOnce(() => ({ at: ++computed }));
    assert.equal(computed, 0);
    assert.equal(table(), table());
    assert.equal(computed, 1);
  });
});
