import assert from 'node:assert/strict';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { maskJsx } from '../../../server/src/service/syntax/templates/jsx.ts';
import { parse } from '../../../server/src/service/syntax/syntax.ts';

/** Labels used and cited, as Galley reads a text. */
function listLabels(text: string): string[] {
  const { occurrences } = parse(text, { dialect: dialects.mdx, formats: [] });
  return occurrences.flatMap((each) =>
    each.type === 'reference' ? [each.label] : each.type === 'footnoteReference' ? [`^${each.label}`] : [],
  );
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['an expression in text', 'Row {table[0][1]} of [t][cat].', ['cat']],
  ['an expression with braces in it', '{rows.map((row) => { return row[0][1]; })} and [t][cat]', ['cat']],
  ['a comment', '{/* [t][dog] text[^1] */}\n\n[t][cat]', ['cat']],
  [
    'a comment of HTML, as Docusaurus takes them',
    '<!-- [t][dog] text[^1] -->\n\nText <!-- [t][dog] --> [t][cat] <!-- [t][gull]',
    ['cat', 'gull'],
  ],
  ['an expression over paragraphs', '{\n\n[t][dog]\n\n}\n\n[t][cat]', ['cat']],
  ['attributes', '<Chart rows={data[0][1]} label="[t][dog]" {...rest[0][2]} />\n\n[t][cat]', ['cat']],
  ['children of an element', '<Note title="a > b">\n\n[t][cat] text[^1]\n\n</Note>', ['cat', '^1']],
  ['children on the line of a tag', 'Text <b>[t][cat]</b> and <></> [t][dog]', ['cat', 'dog']],
  ['modules', 'import Chart from "./chart"\nexport const rows = [data[0][1]]\n\n[t][cat]', ['cat']],
  ['text that starts like a module', 'important [t][cat]\n\nexported [t][dog]', ['cat', 'dog']],
  ['four spaces, which are no code', '    [t][cat]', ['cat']],
  ['fenced code', '```js\nexport const rows = {a[0][1]\n```\n\n[t][cat]', ['cat']],
  ['code spans', '`<Chart` and `{` [t][cat] `}`', ['cat']],
  ['escapes', '\\{ [t][cat] } and \\<b [t][dog]', ['cat', 'dog']],
  ['a brace that nothing closes', 'Text { and [t][cat]', ['cat']],
  ['a tag that nothing closes', 'Text <Chart rows={[1]} and [t][cat]', ['cat']],
  ['less than', 'Text 1 < 2 and a <3 [t][cat] >', ['cat']],
  ['a destination in angle brackets', '[t](<my page>) and [t][cat]', ['cat']],
];

describe('MDX', () => {
  for (const [name, text, expected] of cases)
    it(`parses MDX: ${name}`, () => assert.deepEqual(listLabels(`${text}\n`), expected));

  it('MDX keeps every offset and every line', () => {
    for (const [, text] of cases) {
      const neutral = maskJsx(text);
      assert.equal(neutral.length, text.length);
      assert.equal(neutral.split('\n').length, text.split('\n').length);
    }
  });
});
