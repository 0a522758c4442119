import assert from 'node:assert/strict';
import fc from '../../support/property.ts';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { collect, rangeOfNode } from '../../../server/src/service/syntax/parse/collect.ts';
import { allLabels, parserOf } from '../../../server/src/service/syntax/parse/parser.ts';
import { parseFastPath } from '../../../server/src/service/syntax/parse/fastPath.ts';

/** Bits of a line's text: what posts are made of, and what looks alike. */
const plainBit = fc.constantFrom(
  'word',
  'a',
  '1',
  'é😀',
  '*x*',
  '_y_',
  '{: .c}',
  '|',
  '&amp;',
  '.',
  ':',
  '!',
  '(',
  ')',
  '"',
  '^',
  '\t',
  '  ',
  '[a]',
  '[b c]',
  '[a][b]',
  '[T][]',
  '![a]',
  '![i][a]',
  '![i](i.png)',
  '[t](u)',
  '[t](/u "title")',
  '[^1]',
  '[^1][^2]',
  '[![i](s)](u)',
  '[![i][s]](u)',
  '[![i](s)][a]',
  '[`c` x](u)',
  '[<b>x</b>][a]',
  '[!NOTE]',
  '`c`',
  '``c ` d``',
  '` [a] `',
  '\\*',
  '<https://x.org/[a]>',
  '<https://x.org>',
  '<b>',
  '</b>',
  '<a href="[a]">',
  '<br/>',
  '< b',
);
const oddBit = fc.constantFrom(
  '~~z~~',
  '**',
  '{',
  '}',
  '$',
  '?',
  "'",
  '#',
  '-',
  '=',
  '>',
  ': ',
  '\u00a0',
  "[t](u 'x')",
  '[t](u v)',
  '[t]()',
  '[t](<u>)',
  '[t](u(v))',
  '[t](a&amp;b)',
  '[t]:',
  '[^1]:',
  '[^a b]',
  '![^1]',
  '[^1](u)',
  '[^1][a]',
  '[a][^1]',
  '[[a]]',
  '[a [b] c]',
  '[![i](s)]',
  '[![i](s)][]',
  '[`c`]',
  '[`]`][a]',
  '[t](`u`)',
  '[a][`b`]',
  '![`c`](u)',
  '![<b>](u)',
  '[',
  ']',
  '[]',
  '[ ]',
  '[x]',
  '[//]: # (c)',
  '`',
  '``',
  '`]`',
  '\\[',
  '\\]',
  '\\`',
  '\\',
  '<!-- [a] -->',
  '<',
  '<sup>1</sup>',
  '<sup>',
  '<div>',
  '<a\n',
  '<x@y.z>',
);
const bit = fc.oneof({ weight: 9, arbitrary: plainBit }, { weight: 1, arbitrary: oddBit });
const words = fc
  .tuple(fc.array(bit, { minLength: 1, maxLength: 5 }), fc.constantFrom(' ', ''))
  .map(([bits, gap]) => bits.join(gap));
const prefix = fc.constantFrom(
  '',
  '',
  ' ',
  '    ',
  '    ',
  '  ',
  '     ',
  '<!-- ',
  '<!-- -->',
  '  ',
  '   ',
  '    ',
  '\t',
  '- ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '10) ',
  '  - ',
  '    - ',
  '   1. ',
  '-   ',
  '-     ',
  '-\t',
  '> ',
  '> ',
  '>',
  '>> ',
  '# ',
  '## ',
  '#',
  '[a]: ',
  '[b]: ',
  '[^1]: ',
  '[^2]: ',
  '[^1]:',
  '| ',
  '- [x] ',
  ' > ',
);
const wholeLine = fc.constantFrom(
  '',
  '',
  '',
  '',
  '  ',
  '-->',
  '<!-- x -->',
  '---',
  '===',
  '--',
  '***',
  '* * *',
  '|---|---|',
  '--|--',
  ':-',
  '- ',
  '*',
  '1.',
  '>',
  '> ',
  '```',
  '```js',
  '~~~',
  '``` a`b',
  '#',
  '# a #',
  '## [a] ##',
  '<div>',
  '<https://x.org>',
  '<em>x</em> y',
  '    code [a]',
  '[a]: /u',
  '[b]: /u "t"',
  '[c]: <u>',
  '[d]: u "t" x',
  '[e]:',
  '/u',
  '"title"',
  "[f]: u 't'",
  '[g]: u (t)',
  '[^1]: n',
  '[^1]:',
  '[^2]: - x',
  '[^3]: # x',
  '[^4]: [a]: /u',
  'x  ',
  'x\\',
);
const written = fc.tuple(prefix, words, fc.constantFrom('', '', '', '  ', '\t')).map((parts) => parts.join(''));
const line = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 2, arbitrary: written },
  { weight: 1, arbitrary: wholeLine },
);
/** Lines of one kind, as lists, quotes and definitions have them. */
const alike = fc.tuple(
  fc.constantFrom('> ', '- ', '1. ', '- [x] ', '[^1]: ', '[b]: ', '  - '),
  fc.array(words, { minLength: 1, maxLength: 4 }),
);
const lines = fc.oneof(
  { weight: 3, arbitrary: fc.array(line, { minLength: 1, maxLength: 5 }) },
  { weight: 1, arbitrary: alike.map(([start, all]) => all.map((each) => start + each)) },
);
const text = fc
  .tuple(lines, fc.constantFrom('\n', '\n', '\n', '\r\n'), fc.constantFrom('', '\n', '\n\n', ' \n   \n'))
  .map(([all, newline, end]) => all.join(newline) + end);

describe('reading plain pieces without the parser', () => {
  for (const dialect of Object.values(dialects)) {
    if (dialect.blocks.reading !== 'CommonMark') continue;
    it(`the fast path finds in plain chunks what the parser finds (${dialect.name})`, () => {
      let read = 0;
      fc.assert(
        fc.property(text, (masked) => {
          const source = { written: masked, masked };
          const plain = parseFastPath(masked, dialect);
          if (!plain) return;
          read++;
          const root = parserOf(dialect)(`${masked}\n\ngalley`, allLabels);
          const last = root.children.pop()!;
          assert.deepEqual([last.type, rangeOfNode(last).start], ['paragraph', masked.length + 2]);
          assert.deepEqual(collect(plain, source, dialect), collect(root, source, dialect));
        }),
        { numRuns: 2000 },
      );
      assert.ok(read > 100, `only ${read} texts were plain`);
    });
  }
});
