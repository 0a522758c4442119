import assert from 'node:assert/strict';
import { Document } from '../../../server/src/service/index.ts';

describe('positions', () => {
  it('positions count lines at every kind of line break and columns in UTF-16', () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const document = new Document('file:///a.md', 1, `one${newline}😀 two${newline}`);
      const two = document.text.indexOf('two');
      assert.deepEqual(document.positionAt(two), { line: 1, character: 3 });
      assert.equal(document.offsetAt({ line: 1, character: 3 }), two);
      assert.deepEqual(document.positionAt(document.text.length), { line: 2, character: 0 });
    }
  });

  it('positions outside the text are moved into it', () => {
    const document = new Document('file:///a.md', 1, 'ab\r\ncd');
    assert.equal(document.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(document.offsetAt({ line: 99, character: 0 }), 6);
    assert.deepEqual(document.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(document.positionAt(-1), { line: 0, character: 0 });
  });
});
