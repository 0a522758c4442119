import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import type { WordCount } from '../../../server/src/protocol/index.ts';
import type { Range } from '../../../server/src/service/index.ts';
import type { DialectName } from '../../support/check.ts';
import { open } from '../../support/check.ts';
import { parseMarked } from '../../support/marked.ts';

function countWords(text: string, ranges: readonly Range[] = [], dialect?: DialectName): WordCount {
  const { analysis, uri } = open(text, dialect);
  return finish(analysis.wordCount(uri, ranges))!;
}

function countMinutes(text: string): number {
  return countWords(text).minutes;
}

describe('the word count', () => {
  const cases: readonly [what: string, text: string, expected: number, dialect?: DialectName][] = [
    ['takes the words of the text', 'One two, three.\n\n- four\n- five\n', 5],
    ['leaves out front matter', '---\ntitle: A long title\n---\nOne two.\n', 2],
    ['leaves out code', 'One `two three`.\n\n```js\nconst four = 5;\n```\n', 1],
    ['leaves out indented code', 'One:\n\n    let two = three;\n\nFour.\n', 2],
    [
      'leaves out template tags and attribute lists',
      'One {% include x.html a="b" %} {{ page.title }} two.\n{: .lead}\n',
      2,
    ],
    [
      'leaves out what templates hide or print as code',
      'One.\n\n{% comment %}Not this.{% endcomment %}\n\n{% highlight ruby %}\nputs "nor this"\n{% endhighlight %}\n\nTwo.\n',
      2,
    ],
    ['takes what a shortcode encloses', '{{< quote author="Me" >}}Two words.{{< /quote >}}\n', 2, 'goldmark'],
    [
      'leaves out code in a shortcode',
      'One.\n\n{{< highlight go >}}\nfunc two() {}\n{{< /highlight >}}\n',
      1,
      'goldmark',
    ],
    [
      'takes a link’s words, not its address',
      'See [the guide](https://example.org/a/b "T") and [more][x].\n\n[x]: https://example.org\n',
      5,
    ],
    ['takes an address that is its own text for one', 'See <https://example.org/a/b>.\n', 2],
    ['takes a bare URL for one', 'See https://example.org/a/b?c=d now.\n', 3],
    ['leaves out images with their alternative text', 'One ![a red door](door.jpg) two.\n', 2],
    ['takes notes, not their markers', 'One.[^1]\n\n[^1]: Two three.\n', 3],
    ['leaves out HTML tags and comments', '<p class="x y">One</p> two <!-- three\nfour -->\n', 2],
    ['leaves out attributes that hold a greater-than sign', '<a title="a > b" href="/">One</a>\n', 1],
    [
      'leaves out code, styles and scripts in HTML',
      '<pre><code>a b</code></pre>\n\n<style>p { x: y }</style>\n\nOne.\n',
      1,
    ],
    ['leaves out the numbers of lists and the ticks of tasks', '1. One\n2. Two\n\n- [x] Three\n', 3, 'gfm'],
    ['takes a year at the start of a line', 'It was in\n1984. Nobody\nknew.\n', 6],
    ['leaves out formulas of kramdown', 'One $$a^2 + b^2$$ two.\n', 2],
    ['leaves out programs in MDX', "import X from './x'\n\n<X prop={1 > 2}>One</X> {1 + 1} two.\n", 2, 'mdx'],
    ['takes a contraction, a compound and a number for one word each', "Don't stop; it’s 3.5 well-known.\n", 5],
    ['takes a word with markup in it for one', '**un**known un[believ](x)able <b>T</b>he sna\\_ke caf&eacute;\n', 5],
    ['takes no entity for a word', 'One&nbsp;two &amp; three.\n', 3],
    ['takes each character of Japanese', '今日は日本語のデータベースを書きました。\n', 19],
    ['takes each character of Chinese', '我们今天在写博客，很开心。\n', 11],
    ['takes Korean by its spaces', '오늘은 블로그 글을 씁니다.\n', 4],
    ['takes Thai by its dictionary', 'ฉันรักแมว\n', 3],
    ['parts words of two scripts without a space between them', 'iPhone15を買う、TypeScriptで書く\n', 8],
    ['takes letters with marks for one word', 'हिन्दी में लिखना नُونٌ\n', 4],
    ['is zero for nothing', '---\ntitle: x\n---\n', 0],
  ];
  for (const [what, text, expected, dialect] of cases)
    it(`the word count ${what}`, () => assert.equal(countWords(text, [], dialect).words, expected, text));

  it('counts the words of a selection', () => {
    const { text, ranges } = parseMarked('One <|two `three` four|> five.\n');
    assert.deepEqual(countWords(text, ranges), { words: 2, minutes: 1 });
  });

  it('the word count of a selection leaves out a tag that the selection cuts', () => {
    const { text, ranges } = parseMarked('One <a hr<|ef="x y">two</a> three <!-- fo|>ur -->\n');
    assert.equal(countWords(text, ranges).words, 2);
  });

  it('estimates the reading time, in scripts with and without spaces', () => {
    assert.equal(countMinutes(''), 0);
    assert.equal(countMinutes('word\n'), 1);
    assert.equal(countMinutes('word '.repeat(1150)), 5);
    assert.equal(countMinutes('字'.repeat(2500)), 5);
    assert.equal(countMinutes(`${'word '.repeat(460)}\n\n${'字'.repeat(1000)}`), 4);
  });

  const posts: readonly [what: string, text: string][] = [
    ['in English', '---\ntitle: T\n---\nSee [the guide](/a) and ![a door](d.png) and more.[^1]\n\n[^1]: A note.\n'],
    ['in Japanese', '---\ntitle: 日記\n---\n今日は `npm test` を走らせました。[詳しく](https://example.org/日本)。\n'],
    ['without text', '---\ntitle: T\n---\n'],
    ['full of code', '# How\n\n```sh\nnpm i\nnpm test\n```\n\nThen `npm start`, and {% raw %}{{ x }}{% endraw %}.\n'],
  ];
  for (const [what, text] of posts)
    it(`the preview and the status bar count the same words of a post ${what}`, () => {
      const { analysis, uri } = open(text);
      const { head } = finish(analysis.render(uri))!;
      assert.deepEqual({ words: head.words, minutes: head.readingMinutes }, finish(analysis.wordCount(uri, [])));
    });

  for (const part of [
    '<!--',
    '<a "',
    "<b '<a ",
    '{: ',
    '{.a}   ',
    '[^',
    '&',
    '1. ',
    '<pre>',
    '{% comment %}',
    '\u0e01',
  ])
    it(`counts the words of 50,000 times ${part.trim()}`, () => {
      const { analysis, uri } = open(part.repeat(50_000));
      assert.ok(finish(analysis.wordCount(uri, [])) !== undefined);
    });
});
