import assert from 'node:assert/strict';
import { wordCount } from '../../../server/src/service/index.ts';
import { open } from '../../support/check.ts';
import { marked } from '../../support/marked.ts';

function words(text: string): number {
  return wordCount(open(text).post, []).words;
}

describe('the words of a post', () => {
  const cases: readonly [what: string, text: string, expected: number][] = [
    ['are those of the text', 'One two, three.\n\n- four\n- five\n', 5],
    ['do not count front matter', '---\ntitle: A long title\n---\nOne two.\n', 2],
    ['do not count code', 'One `two three`.\n\n```js\nconst four = 5;\n```\n', 1],
    [
      'do not count templates and attribute lists',
      'One {% include x.html a="b" %} {{ page.title }} two.\n{: .lead}\n',
      2,
    ],
    [
      'count a link’s words, not its address',
      'See [the guide](https://example.org/a/b "T") and [more][x].\n\n[x]: https://example.org\n',
      5,
    ],
    ['count notes, not their markers', 'One.[^1]\n\n[^1]: Two three.\n', 3],
    ['do not count HTML', '<p class="x y">One</p> two <!-- three -->\n', 2],
    ['take a contraction and a compound for one', "Don't stop; it’s 3.5 well-known.\n", 5],
    ['count the signs of scripts without spaces', '日本語。\n', 3],
    ['are none in nothing', '---\ntitle: x\n---\n', 0],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.equal(words(text), expected));

  it('can be those of a selection, and take time to read', () => {
    const { text, ranges } = marked('One <|two `three` four|> five.\n');
    assert.deepEqual(wordCount(open(text).post, ranges), { words: 2, minutes: 1 });
    assert.equal(wordCount(open('word '.repeat(1150)).post, []).minutes, 5);
  });
});
