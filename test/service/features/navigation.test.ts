import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/service/index.ts';
import type { AnalysisOptions, DocumentSymbol } from '../../../server/src/service/index.ts';
import type { DialectName } from '../../support/check.ts';
import { createAnalysis, getCompletionsAt, getHoverAt, open } from '../../support/check.ts';
import { parseMarked } from '../../support/marked.ts';

/** Checks that the ranges marked `<| … |>` are typed over together at `<|>`; none marked: nothing is. */
function checkLinked(source: string, dialect: DialectName = 'kramdown'): void {
  const { text, cursor, ranges } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  const found = analysis.linkedEditingRanges(uri, cursor);
  assert.deepEqual(found ?? [], ranges, source);
}

describe('linked editing', () => {
  it('linked editing covers a label in its definition and in full references', () => {
    checkLinked('See [the log][<|l<|>og|>] and ![it][<|log|>].\n\n[<|log|>]: /log\n[tide]: /tide');
    checkLinked('See [the log][<|log|>].\n\n[<|log<|>|>]: /log');
  });

  it('linked editing covers the label of a footnote and of its markers', () => {
    checkLinked('Oil.[^<|oil|>] Wick.[^<|oi<|>l|>]\n\n[^<|oil|>]: Colza.');
    checkLinked('Oil.<sup><|1<|>|></sup>\n\n<sup><|1|></sup> Colza.');
  });

  it('linked editing skips labels that readers see or that are spelt otherwise', () => {
    checkLinked('See [the log][l<|>og] and the [log].\n\n[log]: /log');
    checkLinked('See [the log][l<|>og] and [log][].\n\n[log]: /log');
    checkLinked('See [the log][l<|>og].\n\n[LOG]: /log');
  });

  it('linked editing covers labels only, not the text of a link, prose or a label used once', () => {
    checkLinked('See [the l<|>og][log].\n\n[log]: /log');
    checkLinked('Pl<|>ain.');
    checkLinked('[l<|>og]: /log');
  });
});

describe('hover on one of several copies', () => {
  const definitions = 'See [log].\n\n[log]: /first\n[log]: /last';
  const markLine = (line: number) =>
    definitions
      .split('\n')
      .map((text, index) => (index === line ? text.replace('[log', '[<|>log') : text))
      .join('\n');

  it('a hover on duplicate definitions tells which one is used', async () => {
    assert.equal(
      (await getHoverAt(markLine(2), 'kramdown'))?.markdown,
      'Not used: kramdown uses the last of several copies, line 4.',
    );
    assert.equal(
      (await getHoverAt(markLine(3), 'gfm'))?.markdown,
      'Not used: GitHub Flavored Markdown uses the first of several copies, line 3.',
    );
  });

  it('a hover on the definition that is used lists its uses', async () => {
    assert.equal((await getHoverAt(markLine(3), 'kramdown'))?.markdown, 'Used once: line 1.');
    assert.equal((await getHoverAt(markLine(2), 'gfm'))?.markdown, 'Used once: line 1.');
  });
});

/** The outline of a post in an editor of some kind. */
function listSymbols(text: string, options: Partial<AnalysisOptions> = {}): DocumentSymbol[] {
  const { snapshot, uri } = open(text);
  return createAnalysis(snapshot, undefined, options).documentSymbols(uri);
}

/** Names, each with those within it. */
function toOutline(found: readonly DocumentSymbol[]): unknown[] {
  return found.map(({ name, children }) => (children.length > 0 ? [name, ...toOutline(children)] : name));
}

describe('the outline', () => {
  const text =
    '---\ntitle: A\n---\n# One\n\n## Two\n\nText.[^1]\n\n#### Four\n\n## Three\n\n[log]: /log\n[^1]: Note.\n';

  it('the outline nests headings by their depth, before footnotes and definitions', () => {
    assert.deepEqual(toOutline(listSymbols(text)), [
      ['Front matter', 'title'],
      ['One', ['Two', 'Four'], 'Three'],
      '[log]',
      '[^1]',
    ]);
  });

  it('the outline gives a heading the range of its section', () => {
    const two = listSymbols(text)[1]!.children[0]!;
    assert.equal(text.slice(two.range.start, two.range.end), '## Two\n\nText.[^1]\n\n#### Four');
    assert.equal(text.slice(two.selectionRange.start, two.selectionRange.end), 'Two');
  });

  it('the outline leaves headings and definitions to VS Code, which lists them itself', () => {
    assert.deepEqual(toOutline(listSymbols(text, { hasMarkdownSupport: true })), [['Front matter', 'title'], '[^1]']);
  });
});

/** The text after choosing a completion at `<|>` with everything it does elsewhere. */
async function applyCompletion(source: string, label: string): Promise<string> {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text);
  const { items } = await analysis.completions(uri, cursor);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `"${label}" is not offered`);
  return applyEdits(text, [item.edit, ...(item.additionalEdits ?? [])]);
}

describe('completion of a new note', () => {
  it('completion offers a new footnote after the existing ones, with the next free number', async () => {
    assert.deepEqual(await getCompletionsAt('A.[^1] B.[^2] C.[^<|>\n\n[^1]: One.\n[^2]: Two.\n'), ['1', '2', '3']);
    assert.deepEqual(await getCompletionsAt('A.[^wick] B.[^<|>]\n\n[^wick]: Cotton.\n'), ['wick', '1']);
  });

  it('the number of a new footnote counts markers without a note', async () => {
    assert.ok((await getCompletionsAt('A.[^7] B.[^<|>')).includes('8'));
  });

  it('completing a new footnote writes marker and note where this author keeps notes', async () => {
    assert.equal(
      await applyCompletion('A.[^1] B.[^<|>\n\n[^1]: One.\n\nEnd.\n', '2'),
      'A.[^1] B.[^2]\n\n[^1]: One.\n[^2]: Note.\n\nEnd.\n',
    );
    assert.equal(await applyCompletion('A.[^<|>]\n', '1'), 'A.[^1]\n\n[^1]: Note.\n');
  });

  it('offers no new footnote at the start of a line, which may be a note itself', async () => {
    assert.deepEqual(await getCompletionsAt('A.[^7]\n\n[^<|>'), ['7']);
  });
});
