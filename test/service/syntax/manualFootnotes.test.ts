import assert from 'node:assert/strict';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { parse } from '../../../server/src/service/syntax/syntax.ts';
import { formatProblems } from '../../support/check.ts';

/** Rules and places of the problems with notes in a post. */
function listProblems(text: string): string[] {
  return formatProblems(text)
    .filter((line) => line.includes('footnote'))
    .map((line) => line.slice(0, line.indexOf(':', line.indexOf(' '))));
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a marker and its note', 'A claim.<sup>1</sup>\n\n<sup>1</sup> Its source.\n', []],
  [
    'notes on the lines of one paragraph',
    'A claim.<sup>1</sup> Another.<sup>2</sup>\n\n<sup>1</sup> One.<br>\n<sup>2</sup> Two.\n',
    [],
  ],
  [
    'a marker without a note',
    'A claim.<sup>1</sup> Another claim.<sup>2</sup>\n\n<sup>1</sup> One.\n',
    ['1:36-48 undefined-footnote'],
  ],
  [
    'a note without a marker',
    'A claim.<sup>1</sup>\n\n<sup>1</sup> One.\n\n<sup>3</sup> Three.\n',
    ['5:1-13 orphan-footnote'],
  ],
  [
    'exponents, ordinals and trade marks',
    'It has 10<sup>6</sup> cells a m<sup>2</sup>, for the 1<sup>st</sup> time, by Acme<sup>®</sup>.<sup>1</sup>\n\n<sup>1</sup> Counted.\n',
    [],
  ],
  ['exponents where nobody writes notes', 'An area of 4 km<sup>2</sup> and x<sup>3</sup>\n', []],
  ['stars and daggers', 'A claim.<sup>*</sup> Another.<sup>†</sup>\n\n<sup>*</sup> One.\n\n<sup>†</sup> Two.\n', []],
  [
    'a dagger without a note',
    'A claim.<sup>*</sup> Another claim.<sup>†</sup>\n\n<sup>*</sup> One.\n',
    ['1:36-48 undefined-footnote'],
  ],
  ['raised digits', 'A claim.¹ Another claim.²\n\n¹ One.\n\n² Two.\n', []],
  ['a raised digit without a note', 'A claim.¹ Another claim.²\n\n¹ One.\n', ['1:25-26 undefined-footnote']],
  ['a note of a raised digit that nothing cites', 'A claim.¹\n\n¹ One.\n\n² Two.\n', ['5:1-2 orphan-footnote']],
  ['a raised digit that is an exponent', 'A field of 4 km² and x³.¹\n\n¹ Measured.\n', []],
  [
    'exponents and signs where nobody writes notes',
    'A field of 4 km².\n\n† Ada Lovelace, 1852.\n\n² is a digit.\n',
    [],
  ],
  [
    'bare daggers and escaped stars',
    'A claim.† Another.\\* A third claim.‡\n\n† One.\n\n\\* Two.\n',
    ['1:36-37 undefined-footnote'],
  ],
  ['notes of both kinds', 'A claim.<sup>1</sup> Another.[^1]\n\n<sup>1</sup> One.\n\n[^1]: Two.\n', []],
];

describe('notes made by hand', () => {
  for (const [name, text, expected] of cases)
    it(`checks manual footnotes: ${name}`, () => assert.deepEqual(listProblems(text), expected));

  it('pairs manual footnotes by the text of their markers', () => {
    const { footnoteDefinitions, footnoteReferences } = parse(
      'A<sup>*</sup> b<sup> 2 </sup>\n\n<sup>*</sup> One.\n\n<SUP>2</SUP> Two.\n',
      {
        dialect: dialects.kramdown,
        formats: [],
      },
    );
    assert.deepEqual([...footnoteDefinitions.keys()], ['sup *', 'sup 2']);
    assert.deepEqual([...footnoteReferences.keys()], ['sup *', 'sup 2']);
  });
});
