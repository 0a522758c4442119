import assert from 'node:assert/strict';
import { open } from '../../support/check.ts';
import { parseMarked } from '../../support/marked.ts';

/** What is selected at `<|>`, from the inside out. */
function listSelections(source: string): string[] {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text);
  return analysis.selectionRanges(uri, cursor).map(({ start, end }) => text.slice(start, end));
}

describe('expanding the selection', () => {
  it('expands the selection from the label over reference, paragraph and section to the text', () => {
    assert.deepEqual(
      listSelections('# One\n\n## Two\n\nSee [the log][l<|>og]\nand more.\n\n## Three\n\n[log]: /log\n'),
      [
        'log',
        '[the log][log]',
        'See [the log][log]\nand more.',
        '## Two\n\nSee [the log][log]\nand more.',
        '# One\n\n## Two\n\nSee [the log][log]\nand more.\n\n## Three\n\n[log]: /log',
        '# One\n\n## Two\n\nSee [the log][log]\nand more.\n\n## Three\n\n[log]: /log\n',
      ],
    );
  });

  it('expands the selection first to the address of a link, the text of a note and the text of a heading', () => {
    assert.deepEqual(listSelections('See [it](/p<|>age).').slice(0, 2), ['/page', '[it](/page)']);
    assert.deepEqual(listSelections('A.[^1]\n\n[^1]: The no<|>te.').slice(0, 2), ['The note.', '[^1]: The note.']);
    assert.deepEqual(listSelections('## The wa<|>tch\n\nText.').slice(0, 2), ['The watch', '## The watch']);
  });

  it('expands the selection from the body to the whole text with front matter', () => {
    assert.deepEqual(listSelections('---\ntitle: A\n---\nPl<|>ain.\n').slice(-2), [
      'Plain.\n',
      '---\ntitle: A\n---\nPlain.\n',
    ]);
  });

  it('expanding the selection grows at each step, at every offset', () => {
    const text =
      '---\ntitle: A\n---\n# One\n\nSee [it][a], [b](#one), `c` and more.[^1]\n\n- item [a]\n\n[a]: /a "T"\n[^1]: Note\n    goes on.\n';
    const { analysis, uri } = open(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const found = analysis.selectionRanges(uri, offset);
      found.reduce((inner, outer) => {
        assert.ok(
          outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start,
          `at ${offset}`,
        );
        return outer;
      });
      assert.deepEqual(found.at(-1), { start: 0, end: text.length });
    }
  });
});
