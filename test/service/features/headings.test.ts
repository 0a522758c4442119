import assert from 'node:assert/strict';
import { finish } from '../../../server/src/service/index.ts';
import {
  createAnalysis,
  checkDefinition,
  checkReferences,
  complete,
  getCompletionsAt,
  open,
  rename,
} from '../../support/check.ts';
import { parseMarked } from '../../support/marked.ts';

/** The text that renaming at `<|>` would select, and the name it starts from. */
function findRenameRange(source: string): unknown {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text);
  const found = analysis.prepareRename(uri, cursor);
  return (
    found &&
    'range' in found && { text: text.slice(found.range.start, found.range.end), placeholder: found.placeholder }
  );
}

describe('headings', () => {
  it('the definition of a link to an anchor is its heading', async () => {
    await checkDefinition('See [it](#the-first-<|>watch).\n\n## <|The *first* watch!|>\n');
    await checkDefinition('See [it][w].\n\n[w]: #the-<|>watch\n\n<|The watch|>\n---------\n');
    await checkDefinition('See [it](#wa<|>tch-1).\n\n## Watch\n\n## <|Watch|> ##\n');
    await checkDefinition('See [it](#f<|>irst).\n\n## <|The watch|> {#first}\n');
    await checkDefinition('See [it](#f<|>irst).\n\n## <|The watch|>\n{: .wide #first}\n');
    await checkDefinition('See [it](#an-early-start_up<|>).\n\n## <|An _early_ start_up|>\n');
    await checkDefinition('See [it](#trim---wick-lamp<|>).\n\n## <|Trim `--wick <lamp>` <br>|>\n');
  });

  it('a link to another page or to a missing anchor has no definition in the post', async () => {
    await checkDefinition('See [it](/page#wa<|>tch).\n\n## Watch\n');
    await checkDefinition('See [it](#wi<|>ck).\n\n## Watch\n');
  });

  it('ignores ids written in headings on GitHub, which prints them', async () => {
    await checkDefinition('See [it](#f<|>irst).\n\n## The watch {#first}\n', 'gfm');
  });

  it('finds a heading with every link to it', async () => {
    await checkReferences(
      '[a](<|#watch|>) [b](/x) [c](<|#watch|>)\n\n<|## Wa<|>tch|>\n\n[d]: <|#watch|>\n[e]: #wick\n',
    );
    await checkReferences('[a](<|#wa<|>tch|>)\n\n<|## Watch|>\n');
  });

  it('references on a label in a heading are those of the label', async () => {
    await checkReferences('## The <|[lo<|>g]|>\n\n<|[log]: /log|>\n');
  });
});

describe('renaming a heading', () => {
  it('renaming a heading updates the links to it', async () => {
    assert.equal(
      await rename('[a](#the-watch) [b](#wick)\n\n## The wa<|>tch ##\n\n[c]: <#the-watch>\n', 'A night out'),
      '[a](#a-night-out) [b](#wick)\n\n## A night out ##\n\n[c]: <#a-night-out>\n',
    );
    assert.equal(await rename('[a](#the-wa<|>tch)\n\nThe watch\n===\n', 'Night'), '[a](#night)\n\nNight\n===\n');
  });

  it('renaming a heading updates the links to equal headings, whose numbers change', async () => {
    assert.equal(
      await rename('[a](#watch) [b](#watch-1)\n\n## Wa<|>tch\n\n## Watch\n', 'Night'),
      '[a](#night) [b](#watch)\n\n## Night\n\n## Watch\n',
    );
  });

  it('renaming a heading keeps its id and the links to it', async () => {
    assert.equal(
      await rename('[a](#first)\n\n## The wa<|>tch {#first}\n', 'Night'),
      '[a](#first)\n\n## Night {#first}\n',
    );
  });

  it('renames the id of a heading on the id itself and on a link', async () => {
    assert.equal(
      await rename('[a](#first)\n\n## The watch {#fi<|>rst}\n', 'early'),
      '[a](#early)\n\n## The watch {#early}\n',
    );
    assert.equal(
      await rename('[a](#fi<|>rst)\n\n## The watch\n{: #first}\n', 'early'),
      '[a](#early)\n\n## The watch\n{: #early}\n',
    );
  });

  it('refuses an empty heading, an id with spaces and an id that is taken', async () => {
    assert.equal(await rename('## Wa<|>tch\n', ' '), 'A heading needs at least one character.');
    assert.equal(
      await rename('## Watch {#fi<|>rst}\n', 'a b'),
      'An id has letters, digits, hyphens, underscores, dots and colons only: "a b".',
    );
    assert.equal(
      await rename('## Wick\n\n## Watch {#fi<|>rst}\n', 'wick'),
      '"wick" is the anchor of a heading already.',
    );
  });

  it('rename offers the text of a heading as written, or its id', () => {
    assert.deepEqual(findRenameRange('## The **wa<|>tch**\n'), { text: 'The **watch**', placeholder: 'The **watch**' });
    assert.deepEqual(findRenameRange('[a](#wa<|>tch)\n\n## Watch\n'), { text: 'watch', placeholder: 'Watch' });
    assert.deepEqual(findRenameRange('[a](#fi<|>rst)\n\n## Watch {#first}\n'), { text: 'first', placeholder: 'first' });
  });

  it('leaves renaming headings to an editor that does it, except ids, which only Galley knows', async () => {
    const { snapshot, uri } = open('## Watch\n\n## Night {#first}\n');
    const analysis = createAnalysis(snapshot, undefined, { hasMarkdownSupport: true });
    assert.equal(analysis.prepareRename(uri, 4), undefined);
    assert.equal(await analysis.rename(uri, 4, 'Wick'), undefined);
    assert.ok(await analysis.rename(uri, 14, 'Wick'));
  });
});

describe('completion of anchors', () => {
  const headings = '\n\n## The watch\n\n## Wick {#cotton}\n\n## The watch\n';

  it('completes the anchors of the post after ](# and in a definition', async () => {
    const all = ['#the-watch', '#cotton', '#the-watch-1'];
    assert.deepEqual(await getCompletionsAt(`See [it](#<|>${headings}`), all);
    assert.deepEqual(await getCompletionsAt(`See [it](#t<|>x)${headings}`), all);
    assert.deepEqual(await getCompletionsAt(`See [it].\n\n[it]: #<|>${headings}`), all);
  });

  it('completing an anchor replaces what is typed', async () => {
    assert.equal(await complete(`See [it](#c<|>ot).${headings}`, '#cotton'), `See [it](#cotton).${headings}`);
  });

  it("offers no anchors in code, in another page's address or in prose", async () => {
    for (const source of ['`[it](#<|>`', 'See [it](/page#<|>)', 'Number #<|>'])
      assert.deepEqual(await getCompletionsAt(source + headings), []);
  });
});

describe('a heading that nobody would write', () => {
  for (const filling of [' ', '[', '{', '<', '_', '# '])
    it(`a heading of 200,000 characters is listed, or remarked as too much to read: ${filling}`, () => {
      const { analysis, uri } = open(`# a${filling.repeat(200_000)}b\n\n[x](#a)\n`, 'gfm');
      const isUnread = finish(analysis.problems(uri)).some(({ rule }) => rule === 'unread-text');
      assert.ok(isUnread || analysis.documentSymbols(uri).length === 1);
    });
});

describe('an empty heading', () => {
  it('lists and renames empty headings', async () => {
    const { analysis, uri } = open('#\n\n##  ##\n', 'gfm');
    assert.equal(analysis.documentSymbols(uri).length, 1);
    assert.equal(await rename('# <|>\n', 'Watch', 'gfm'), '# Watch\n');
  });
});
