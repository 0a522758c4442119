import assert from 'node:assert/strict';
import {
  blanks,
  digits,
  findLineEnd,
  findLineStart,
  isEndOrOneOf,
  lineTerminators,
  skipBackward,
  skipForward,
  trimEnd,
  whiteSpace,
} from '../../../server/src/service/text/scan.ts';

describe('a scan', () => {
  it('skips characters forward, up to another one or a limit', () => {
    assert.equal(skipForward('a \t b', 1, blanks), 4);
    assert.equal(skipForward('a \t b', 0, blanks), 0);
    assert.equal(skipForward('a  ', 1, blanks), 3);
    assert.equal(skipForward('a   b', 1, blanks, 2), 2);
    assert.equal(skipForward('12.', 0, digits), 2);
  });

  it('skips characters backward, down to another one or a limit', () => {
    assert.equal(skipBackward('a \t b', 4, blanks), 1);
    assert.equal(skipBackward('a \t b', 5, blanks), 5);
    assert.equal(skipBackward('  ', 2, blanks), 0);
    assert.equal(skipBackward('a   b', 4, blanks, 3), 3);
  });

  it('removes characters at the end of a text', () => {
    assert.equal(trimEnd('## a ##', '#'), '## a ');
    assert.equal(trimEnd('  ', blanks), '');
    assert.equal(trimEnd('', blanks), '');
  });

  it('finds the start and the end of a line', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => findLineStart('a\nb', at)),
      [0, 0, 2, 2],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => findLineEnd('a\nb', at)),
      [1, 1, 3, 3],
    );
    assert.equal(findLineStart('\na', 0), 0);
  });

  it('white space and line ends are those of regular expressions', () => {
    for (let code = 0; code <= 0xffff; code++) {
      const character = String.fromCharCode(code);
      assert.equal(whiteSpace.includes(character), /\s/.test(character), code.toString(16));
      assert.equal(lineTerminators.includes(character), !/./.test(character), code.toString(16));
    }
  });

  it('reads characters at and after the end of a text', () =>
    assert.deepEqual(
      [0, 1, 2].map((at) => isEndOrOneOf('a\n', at, '\n')),
      [false, true, true],
    ));
});
