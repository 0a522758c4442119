import assert from 'node:assert/strict';
import { prepareRename, rename, symbols } from '../../../server/src/service/index.ts';
import { checkDefinition, checkReferences, completed, completionsAt, open, renamed } from '../../support/check.ts';
import { marked } from '../../support/marked.ts';

/** The text that renaming at `<|>` would select, and the name it starts from. */
function offered(source: string): unknown {
  const { text, cursor } = marked(source);
  const found = prepareRename(open(text).post, cursor);
  return (
    found &&
    'range' in found && { text: text.slice(found.range.start, found.range.end), placeholder: found.placeholder }
  );
}

describe('headings', () => {
  it('are where a link to their anchor leads', () => {
    checkDefinition('See [it](#the-first-<|>watch).\n\n## <|The *first* watch!|>\n');
    checkDefinition('See [it][w].\n\n[w]: #the-<|>watch\n\n<|The watch|>\n---------\n');
    checkDefinition('See [it](#wa<|>tch-1).\n\n## Watch\n\n## <|Watch|> ##\n');
    checkDefinition('See [it](#f<|>irst).\n\n## <|The watch|> {#first}\n');
    checkDefinition('See [it](#f<|>irst).\n\n## <|The watch|>\n{: .wide #first}\n');
    checkDefinition('See [it](#an-early-start_up<|>).\n\n## <|An _early_ start_up|>\n');
    checkDefinition('See [it](#trim---wick-lamp<|>).\n\n## <|Trim `--wick <lamp>` <br>|>\n');
  });

  it('are not where a link to another page or to nothing leads', () => {
    checkDefinition('See [it](/page#wa<|>tch).\n\n## Watch\n');
    checkDefinition('See [it](#wi<|>ck).\n\n## Watch\n');
  });

  it('have no ids of their own on GitHub, which prints them', () => {
    checkDefinition('See [it](#f<|>irst).\n\n## The watch {#first}\n', 'gfm');
  });

  it('are found with every link to them', () => {
    checkReferences('[a](<|#watch|>) [b](/x) [c](<|#watch|>)\n\n<|## Wa<|>tch|>\n\n[d]: <|#watch|>\n[e]: #wick\n');
    checkReferences('[a](<|#wa<|>tch|>)\n\n<|## Watch|>\n');
  });

  it('give way to a label in them', () => {
    checkReferences('## The <|[lo<|>g]|>\n\n<|[log]: /log|>\n');
  });
});

describe('renaming a heading', () => {
  it('takes the links along', () => {
    assert.equal(
      renamed('[a](#the-watch) [b](#wick)\n\n## The wa<|>tch ##\n\n[c]: <#the-watch>\n', 'A night out'),
      '[a](#a-night-out) [b](#wick)\n\n## A night out ##\n\n[c]: <#a-night-out>\n',
    );
    assert.equal(renamed('[a](#the-wa<|>tch)\n\nThe watch\n===\n', 'Night'), '[a](#night)\n\nNight\n===\n');
  });

  it('takes along the links to namesakes, whose numbers change', () => {
    assert.equal(
      renamed('[a](#watch) [b](#watch-1)\n\n## Wa<|>tch\n\n## Watch\n', 'Night'),
      '[a](#night) [b](#watch)\n\n## Night\n\n## Watch\n',
    );
  });

  it('leaves an id and the links to it alone', () => {
    assert.equal(renamed('[a](#first)\n\n## The wa<|>tch {#first}\n', 'Night'), '[a](#first)\n\n## Night {#first}\n');
  });

  it('renames an id on the id itself and on a link', () => {
    assert.equal(
      renamed('[a](#first)\n\n## The watch {#fi<|>rst}\n', 'early'),
      '[a](#early)\n\n## The watch {#early}\n',
    );
    assert.equal(
      renamed('[a](#fi<|>rst)\n\n## The watch\n{: #first}\n', 'early'),
      '[a](#early)\n\n## The watch\n{: #early}\n',
    );
  });

  it('refuses what cannot be', () => {
    assert.equal(renamed('## Wa<|>tch\n', ' '), 'A heading needs at least one character.');
    assert.equal(
      renamed('## Watch {#fi<|>rst}\n', 'a b'),
      'An id has letters, digits, hyphens, underscores, dots and colons only: "a b".',
    );
    assert.equal(renamed('## Wick\n\n## Watch {#fi<|>rst}\n', 'wick'), '"wick" is the anchor of a heading already.');
  });

  it('offers the text as written, or the id', () => {
    assert.deepEqual(offered('## The **wa<|>tch**\n'), { text: 'The **watch**', placeholder: 'The **watch**' });
    assert.deepEqual(offered('[a](#wa<|>tch)\n\n## Watch\n'), { text: 'watch', placeholder: 'Watch' });
    assert.deepEqual(offered('[a](#fi<|>rst)\n\n## Watch {#first}\n'), { text: 'first', placeholder: 'first' });
  });

  it('is left to an editor that does it, but for ids, which only Galley knows', () => {
    const { post } = open('## Watch\n\n## Night {#first}\n');
    assert.equal(prepareRename(post, 4, 'editor'), undefined);
    assert.equal(rename(post, 4, 'Wick', 'editor'), undefined);
    assert.ok(rename(post, 14, 'Wick', 'editor'));
  });
});

describe('completion of anchors', () => {
  const headings = '\n\n## The watch\n\n## Wick {#cotton}\n\n## The watch\n';

  it('offers those of the post after ](# and in a definition', () => {
    const all = ['#the-watch', '#cotton', '#the-watch-1'];
    assert.deepEqual(completionsAt(`See [it](#<|>${headings}`), all);
    assert.deepEqual(completionsAt(`See [it](#t<|>x)${headings}`), all);
    assert.deepEqual(completionsAt(`See [it].\n\n[it]: #<|>${headings}`), all);
  });

  it('puts the anchor in the place of what is typed', () => {
    assert.equal(completed(`See [it](#c<|>ot).${headings}`, '#cotton'), `See [it](#cotton).${headings}`);
  });

  it("offers none in code, in another page's address or in prose", () => {
    for (const source of ['`[it](#<|>`', 'See [it](/page#<|>)', 'Number #<|>'])
      assert.deepEqual(completionsAt(source + headings), []);
  });
});

describe('a heading that nobody would write', () => {
  it('takes no time', () => {
    for (const filling of [' ', '[', '{', '<', '_', '# ']) {
      const { post } = open(`# a${filling.repeat(20_000)}b\n\n[x](#a)\n`, 'gfm');
      assert.ok(post.syntax.headings.length > 0);
      const started = performance.now();
      assert.equal(symbols(post).length, 1);
      assert.ok(performance.now() - started < 200, `${Math.round(performance.now() - started)} ms for "${filling}"`);
    }
  });
});

describe('an empty heading', () => {
  it('does no harm', () => {
    assert.equal(symbols(open('#\n\n##  ##\n').post).length, 1);
    assert.equal(renamed('# <|>\n', 'Watch'), '# Watch\n');
  });
});
