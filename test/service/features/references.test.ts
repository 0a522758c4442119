import assert from 'node:assert/strict';
import { applyEdits, finish } from '../../../server/src/service/index.ts';
import {
  checkDefinition,
  checkReferences,
  complete,
  getCompletionsAt,
  getHoverAt,
  open,
  rename,
} from '../../support/check.ts';
import { parseMarked } from '../../support/marked.ts';

/** What a hover shows of a note with this text. */
const getNoteHover = async (text: string) => (await getHoverAt(`Text.[^n<|>]\n\n[^n]: ${text}\n`))?.markdown;

describe('hover', () => {
  it('a hover shows the destination of a reference, on its text and on its label', async () => {
    for (const source of [
      'See [the <|>guide][a].\n\n[a]: /guide "The guide"',
      'See [the guide][<|>a].\n\n[a]: /guide "The guide"',
    ]) {
      assert.deepEqual(await getHoverAt(source), { text: '[the guide][a]', markdown: '`/guide`\n\nThe guide' });
    }
  });

  it('a hover shows the definition that the dialect uses of several', async () => {
    const source = '[<|>a]\n\n[a]: /first\n[a]: /last';
    assert.equal(
      (await getHoverAt(source, 'gfm'))?.markdown,
      '`/first`\n\n*Defined 2 times; GitHub Flavored Markdown uses the first.*',
    );
    assert.equal(
      (await getHoverAt(source, 'kramdown'))?.markdown,
      '`/last`\n\n*Defined 2 times; kramdown uses the last.*',
    );
  });

  it('reads a post in the dialect that it names', async () => {
    const source = '<!-- galley-dialect gfm -->\n\n[<|>a]\n\n[a]: /first\n[a]: /last';
    assert.match((await getHoverAt(source, 'kramdown'))?.markdown ?? '', /^`\/first`/);
    assert.match((await getHoverAt(source.replace('gfm', 'unheard-of'), 'kramdown'))?.markdown ?? '', /^`\/last`/);
  });

  it('a hover shows a footnote, its second paragraph and its code', async () => {
    const source = 'Text.[^n<|>]\n\n[^n]: One.\n\n    Two with `code`.\n\n        block\n\nAfter.';
    assert.deepEqual(await getHoverAt(source), { text: '[^n]', markdown: 'One.\n\nTwo with `code`.\n\n    block' });
  });

  it('a hover shows a manual footnote', async () => {
    assert.deepEqual(await getHoverAt('A claim.<sup>1<|></sup>\n\n<sup>1</sup> Its *source*.'), {
      text: '<sup>1</sup>',
      markdown: 'Its *source*.',
    });
  });

  it("a hover shows an image of the post's folder and names a remote one", async () => {
    assert.equal(
      (await getHoverAt('![al<|>t](pictures/a.png)'))?.markdown,
      '![](file:///site/pictures/a.png|height=180)\n\n`pictures/a.png`',
    );
    assert.equal((await getHoverAt('![al<|>t](https://example.org/a.png)'))?.markdown, '`https://example.org/a.png`');
  });

  it('a hover loads nothing that a footnote holds: images are links, and elements that load something are text', async () => {
    assert.equal(
      await getNoteHover('See ![a pixel](https://example.org/p.gif).'),
      'See [a pixel](https://example.org/p.gif).',
    );
    assert.equal(await getNoteHover('![a][p] and ![p]'), '[a][p] and [p]');
    assert.equal(
      await getNoteHover('[![a](/a.png)](/b) \\\\![a](/a.png) \\![a](/a.png)'),
      '[[a](/a.png)](/b) \\\\[a](/a.png) \\![a](/a.png)',
    );
    assert.equal(
      await getNoteHover('An <IMG src="https://example.org/p.gif"> and <b>bold</b>'),
      'An \\<IMG src="https://example.org/p.gif"> and <b>bold</b>',
    );
    const { text, cursor } = parseMarked('Text.[^<|>\n\n[^n]: See ![a pixel](https://example.org/p.gif).\n');
    const { analysis, uri } = open(text);
    const { items } = await analysis.completions(uri, cursor);
    assert.equal(items.find(({ label }) => label === 'n')?.documentation, 'See [a pixel](https://example.org/p.gif).');
  });

  it('a hover counts the uses of definitions and footnotes', async () => {
    assert.equal((await getHoverAt('[x][a] and\n[y][a]\n\n[<|>a]: /a'))?.markdown, 'Used 2 times: lines 1, 2.');
    assert.equal((await getHoverAt('[<|>a]: /a'))?.markdown, 'Not used in this post.');
    assert.equal((await getHoverAt('Text.[^1]\n\n[^1<|>]: note'))?.markdown, 'Cited once: line 1.');
  });

  it('a hover is empty on undefined labels, code and plain text', async () => {
    for (const source of ['[t][no<|>pe]', '`[t][a<|>]`\n\n[a]: /a', 'pl<|>ain'])
      assert.equal(await getHoverAt(source), undefined);
  });
});

describe('definition and references', () => {
  it('the definition of a label is its definition, and that of a marker its note', async () => {
    await checkDefinition('See [the gui<|>de][a].\n\n[<|a|>]: /guide');
    await checkDefinition('Text.[^<|>n]\n\n[^<|n|>]: note');
    await checkDefinition('Claim.<sup><|>1</sup>\n\n<sup><|1|></sup> note');
    await checkDefinition('[<|>a]\n\n[a]: /first\n[<|a|>]: /last', 'kramdown');
    await checkDefinition('[<|>a]\n\n[<|a|>]: /first\n[a]: /last', 'gfm');
  });

  it('an undefined label has no definition', async () => {
    const { analysis, uri } = open('[t][nope]');
    assert.deepEqual(await analysis.definition(uri, 6), []);
  });

  it('references of a label list every place once', async () => {
    await checkReferences('<|[x][a<|>]|> and <|[a]|> and <|![i][a]|> and [b]\n\n<|[a]: /a|>\n[b]: /b');
    await checkReferences('Text.<|[^n]|> More.<|[^n]|>\n\n<|[^<|>n]:|> note');
    await checkReferences('Claim.<|<sup>1<|></sup>|>\n\n<|<sup>1</sup>|> note');
  });
});

describe('rename', () => {
  it('renaming a label changes definition and uses and keeps what readers see', async () => {
    assert.equal(await rename('[x][a<|>] [a][] [a] ![a]\n\n[a]: /a', 'b'), '[x][b] [a][b] [a][b] ![a][b]\n\n[b]: /a');
    assert.equal(await rename('x[^1<|>] y[^1]\n\n[^1]: n', 'source'), 'x[^source] y[^source]\n\n[^source]: n');
    assert.equal(await rename('Claim.<sup>1<|></sup>\n\n<sup>1</sup> n', '2'), 'Claim.<sup>2</sup>\n\n<sup>2</sup> n');
  });

  it('renames a label with the caret before a note and in another spelling of it', async () => {
    assert.equal(await rename('x[^1<|>]\n\n[^1]: n', '^two'), 'x[^two]\n\n[^two]: n');
    assert.equal(await rename('[x][a<|>]\n\n[a]: /a', 'A'), '[x][A]\n\n[A]: /a');
  });

  it('refuses a label that the dialect would not read', async () => {
    assert.equal(
      await rename('x[^1<|>]\n\n[^1]: n', 'a.b'),
      'kramdown does not read "[^a.b]" as a footnote; use letters, digits, hyphens and underscores.',
    );
    assert.equal(await rename('x[^1<|>]\n\n[^1]: n', 'a.b', 'gfm'), 'x[^a.b]\n\n[^a.b]: n');
    assert.equal(await rename('[x][a<|>]\n\n[a]: /a', ' '), 'A label needs at least one character.');
    assert.equal(await rename('[x][a<|>]\n\n[a]: /a', 'b]'), 'A label cannot hold brackets: "b]".');
    assert.equal(await rename('[x][a<|>] [b]\n\n[a]: /a\n[b]: /b', 'B'), '"B" is used in this post already.');
  });
});

describe('completion of labels', () => {
  it('completes labels after [ and ][, the unused first', async () => {
    assert.deepEqual(await getCompletionsAt('[x][<|>]\n\n[x][a]\n\n[a]: /a\n[b]: /b'), ['b', 'a']);
    assert.deepEqual(await getCompletionsAt('See [<|>\n\n[a]: /a'), ['a']);
  });

  it('completes footnotes after [^, those nothing cites first', async () => {
    assert.deepEqual(await getCompletionsAt('x[^1] y[^<|>]\n\n[^1]: one\n[^2]: two'), ['2', '1', '3']);
  });

  it('offers undefined labels at the start of a line', async () => {
    assert.deepEqual(await getCompletionsAt('[x][lost]\n\n[<|>'), ['lost']);
    assert.equal(await complete('[x][lost]\n\n[<|>', 'lost'), '[x][lost]\n\n[lost]: ');
    assert.equal(await complete('x[^lost]\n\n[^<|>', 'lost'), 'x[^lost]\n\n[^lost]: ');
  });

  it('completing a label adds the closing bracket only where there is none', async () => {
    assert.equal(await complete('[x][<|>\n\n[a b]: /a', 'a b'), '[x][a b]\n\n[a b]: /a');
    assert.equal(await complete('[x][a<|>]\n\n[a b]: /a', 'a b'), '[x][a b]\n\n[a b]: /a');
  });

  it('offers no labels in code, escapes and the rest of a sentence', async () => {
    for (const source of ['`[<|>`\n\n[a]: /a', '\\[<|>\n\n[a]: /a', '```\n[<|>\n```\n\n[a]: /a', 'word <|>\n\n[a]: /a'])
      assert.deepEqual(await getCompletionsAt(source), []);
    assert.equal(await complete('see [<|> and [that] x\n\n[a]: /a', 'a'), 'see [a] and [that] x\n\n[a]: /a');
  });
});

/** The text after the action with this title, chosen at `<|>`. */
function applyAction(source: string, title: string): string {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text);
  const actions = finish(analysis.codeActions(uri, { start: cursor, end: cursor }));
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `no "${title}" among ${actions.map((each) => each.title).join(', ')}`);
  return applyEdits(text, action.edits);
}

describe('quick fixes', () => {
  it('a quick fix defines a label where this author keeps definitions', () => {
    assert.equal(
      applyAction('[x][b<|>] [y][a]\n\n[a]: /a\n\nThe end.', 'Define "b"'),
      '[x][b] [y][a]\n\n[a]: /a\n[b]: https://\n\nThe end.',
    );
    assert.equal(applyAction('[x][b<|>]', 'Define "b"'), '[x][b]\n\n[b]: https://\n');
  });

  it('a quick fix writes a footnote where this author keeps notes', () => {
    assert.equal(
      applyAction('x[^1] y[^2<|>]\n\n[^1]: one\n\n[a]: /a', 'Write the note for "[^2]"'),
      'x[^1] y[^2]\n\n[^1]: one\n[^2]: Note.\n\n[a]: /a',
    );
    assert.equal(
      applyAction('A claim.<sup>1<|></sup> [x][a]\n\n[a]: /a\n', 'Write the note for "<sup>1</sup>"'),
      'A claim.<sup>1</sup> [x][a]\n\n<sup>1</sup> Note.\n\n[a]: /a\n',
    );
  });

  it('a quick fix replaces a label with its near miss', () => {
    assert.equal(applyAction('[x][gide<|>]\n\n[guide]: /a', 'Change to "guide"'), '[x][guide]\n\n[guide]: /a');
  });

  it('a quick fix removes an unused definition with its line and keeps one blank line', () => {
    assert.equal(applyAction('Text.\n\n[a<|>]: /a\n\nMore.', 'Remove the definition of "a"'), 'Text.\n\nMore.');
    assert.equal(
      applyAction('Text.\r\n\r\n[a<|>]: /a\r\n[b]: /b', 'Remove the definition of "a"'),
      'Text.\r\n\r\n[b]: /b',
    );
  });
});

describe('outline and folding', () => {
  it('outline and folding list footnotes and definitions', () => {
    const { analysis, uri, post } = open('x[^1] [t][a]\n\n[^1]: A note\n    of two lines.\n\n[a]: /a\n[b]: /b\n');
    assert.deepEqual(
      analysis.documentSymbols(uri).map(({ name, detail }) => `${name} ${detail}`),
      ['[^1] A note of two lines.', '[a] /a', '[b] /b'],
    );
    assert.deepEqual(
      analysis.foldingRanges(uri).map(({ range }) => post.document.text.slice(range.start, range.end)),
      ['[^1]: A note\n    of two lines.', '[a]: /a\n[b]: /b'],
    );
  });
});
