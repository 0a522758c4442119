import assert from 'node:assert/strict';
import {
  computeOnce,
  memoize,
  memoizeByName,
  memoizeFromPrevious,
  memoizeLatest,
  memoizeRecent,
} from '../../../server/src/service/text/memo.ts';

describe('a memo', () => {
  it('a memoized function computes again for another object only', () => {
    let computed = 0;
    const size = memoize((list: readonly number[]) => {
      computed++;
      return list.length;
    });
    const list = [1, 2];
    assert.deepEqual([size(list), size(list), size([1, 2, 3])], [2, 2, 3]);
    assert.equal(computed, 2);
  });

  it('a memoized function remembers undefined', () => {
    let computed = 0;
    const find = memoize((_list: readonly number[]): number | undefined => {
      computed++;
      return undefined;
    });
    const list = [1];
    assert.deepEqual([find(list), find(list)], [undefined, undefined]);
    assert.equal(computed, 1);
  });

  it('a memoized function computes again when another argument changes', () => {
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

  it('a memoized function computes again only when its dependencies change', () => {
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

  it('a memoized function that threw throws again', () => {
    const fail = memoize((_key: object): never => {
      throw new Error('no');
    });
    const key = {};
    assert.throws(() => fail(key), /no/);
    assert.throws(() => fail(key), /no/);
  });

  it('memoizeByName keeps a result for each name and object', () => {
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

  it('memoizeFromPrevious passes the previous result on, which may be returned again', () => {
    const sorted = memoizeFromPrevious((previous: readonly number[] | undefined, _key: object, next: number[]) =>
      previous?.join() === next.join() ? previous : next,
    );
    const key = {};
    const first = sorted(key, [1, 2]);
    assert.equal(sorted(key, [1, 2]), first);
    assert.deepEqual(sorted(key, [1, 3]), [1, 3]);
    assert.notEqual(sorted({}, [1, 2]), first);
  });

  it('memoizeRecent discards the least recently used name', () => {
    const calls: string[] = [];
    const upper = memoizeRecent(2, (name: string) => {
      calls.push(name);
      return name.toUpperCase();
    });
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(upper(name), name.toUpperCase());
    assert.deepEqual(calls, ['a', 'b', 'c', 'b']);
  });

  it('memoizeLatest forgets the objects it computed first', () => {
    const calls: number[] = [];
    const size = memoizeLatest(
      2,
      (list: readonly number[]) => {
        calls.push(list.length);
        return list.length;
      },
      () => [],
    );
    const [one, two, three] = [[1], [1, 2], [1, 2, 3]];
    for (const list of [one, two, one, three, two, one]) assert.equal(size(list!), list!.length);
    assert.deepEqual(calls, [1, 2, 3, 1]);
  });

  it('computeOnce computes its value at the first call', () => {
    let computed = 0;
    const table = computeOnce(() => ({ at: ++computed }));
    assert.equal(computed, 0);
    assert.equal(table(), table());
    assert.equal(computed, 1);
  });
});
