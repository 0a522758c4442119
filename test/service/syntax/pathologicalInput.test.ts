import assert from 'node:assert/strict';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { findPathologicalInput, maxBrackets } from '../../../server/src/service/syntax/parse/pathologicalInput.ts';
import { parse } from '../../../server/src/service/syntax/syntax.ts';

/** Brackets that are left for the parser in the paragraph that has most of them. */
function countMostLeft(text: string): number {
  const taken = new Set(findPathologicalInput(text).map(({ start }) => start));
  return Math.max(
    ...text.split('\n\n').map((paragraph, index, all) => {
      const start = all.slice(0, index).join('\n\n').length + (index > 0 ? 2 : 0);
      return [...paragraph].filter((unit, at) => (unit === '[' || unit === ']') && !taken.has(start + at)).length;
    }),
  );
}

describe('crowds of brackets', () => {
  for (const unit of ['[', '![', '](', '[^', '[a](', '[a][', '[[a]', '[x]: ', '[^a] ', '![a](', '*[a', '[a](<']) {
    it(`masks most of a hundred thousand characters of ${unit}`, () => {
      assert.ok(countMostLeft(unit.repeat(100_000 / unit.length)) <= maxBrackets);
    });
  }

  it('masks most of many paragraphs crowded with brackets', () => {
    const text = `${'[[a]'.repeat(2000)}\n\n`.repeat(60);
    const left = findPathologicalInput(text).length;
    assert.ok(left > 60 * 6000 * 0.8, `${left} brackets are taken out`);
  });

  it('masks nothing in long lists of links, definitions or table rows', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `${index}`);
    assert.deepEqual(
      findPathologicalInput(lines.map((each) => `- [text][${each}] and [more](/${each})`).join('\n')),
      [],
    );
    assert.deepEqual(findPathologicalInput(lines.map((each) => `[${each}]: /page/${each}`).join('\n')), []);
    assert.deepEqual(findPathologicalInput(lines.map((each) => `| [text][${each}] | [^${each}] |`).join('\n')), []);
    assert.deepEqual(
      findPathologicalInput(
        lines
          .slice(0, 1900)
          .map((each) => `[name ${each}][${each}]`)
          .join(', '),
      ),
      [],
    );
  });

  it('masks nothing in nested quotes and lists that people write', () => {
    assert.deepEqual(findPathologicalInput('> > > - 1. * [t][a]\n'), []);
  });

  for (const unit of ['[', '[^', '\\', '[[a]', '[a](', '[a][', '](', '> ', '- ', '1. ']) {
    it(`parses a megabyte of ${unit}`, function () {
      this.timeout(20_000);
      const syntax = parse(`[t][nothing]\n\n${unit.repeat(1_000_000 / unit.length)}`, {
        dialect: dialects.kramdown,
        formats: [],
      });
      assert.equal(syntax.references.get('nothing')?.length, 1);
    });
  }
});
