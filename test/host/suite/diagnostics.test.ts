import { strict as assert } from 'node:assert';
import type { Diagnostic, TextDocument } from 'vscode';
import { DiagnosticSeverity, languages, LanguageModelTextPart, lm, window } from 'vscode';
import { closeEverything, openDraft, openPost, type } from './posts.js';
import { untilDiagnostics, takeScreenshot, until } from './support.js';

/** `rule: the characters it marks`, in the order of the document. */
function listMarked(document: TextDocument, found: readonly Diagnostic[]): string[] {
  const inOrder = found.toSorted((a, b) => a.range.start.compareTo(b.range.start));
  return inOrder.map(
    ({ code, range }) => `${typeof code === 'object' ? code.value : code}: ${document.getText(range)}`,
  );
}

describe('Problems', () => {
  afterEach(() => closeEverything());

  it('problems are marked on the right characters of a post where everything is wrong', async () => {
    const { document, uri } = await openPost('_drafts/a-post-with-everything-wrong.md');
    const found = listMarked(document, await untilDiagnostics(uri, (all) => all.length >= 8));
    const expected = [
      'undefined-reference: [tide tables][tides]',
      'undefined-reference: ![The ladder at low water][ladder]',
      'undefined-reference: [harbour][harbuor]',
      'undefined-footnote: [^missing]',
    ];
    for (const line of expected) assert.ok(found.includes(line), `${line} is missing among\n${found.join('\n')}`);
    for (const rule of ['duplicate-definition', 'unused-definition', 'duplicate-footnote', 'orphan-footnote']) {
      assert.ok(
        found.some((line) => line.startsWith(`${rule}:`)),
        `${rule} is missing among\n${found.join('\n')}`,
      );
    }
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('problems');
  });

  it('problems appear while typing, move with the text and go away when fixed', async () => {
    const post = await openDraft(
      'with-a-gap.md',
      '---\ntitle: With a gap\n---\n\nThe ferry leaves at noon.\n\n[times]: https://ferry.example/\n[times2]: https://ferry.example/2\n',
    );
    const { document, uri } = post;
    await untilDiagnostics(uri, (all) => all.length === 2);
    await type(post, 'The ferry', 'The [ferry][times] and the [tram][times2] meet. The [bus][busses]');
    const [undefinedBus] = await untilDiagnostics(uri, (all) => all.length === 1);
    assert.deepEqual(listMarked(document, [undefinedBus!]), ['undefined-reference: [bus][busses]']);
    assert.equal(undefinedBus!.severity, DiagnosticSeverity.Warning);
    await type(post, 'The [ferry]', '\n\nThe 🚢 [ferry]');
    const [moved] = await untilDiagnostics(uri, ([first]) => first?.range.start.line === 6);
    assert.deepEqual(listMarked(document, [moved!]), ['undefined-reference: [bus][busses]']);
    await type(post, '[times]: ', '[busses]: https://bus.example/\n[times]: ');
    await untilDiagnostics(uri, (all) => all.length === 0);
    await closeEverything(uri);
  });

  it('correct posts have no problems; a draft is said to be one', async () => {
    const remarks = new Map([
      ['_posts/2023-04-02-how-the-lamp-works.md', []],
      ['_posts/2024-02-09-counting-gannets.md', []],
      ['_drafts/what-the-tide-brings.md', ['not-published: title: What the tide brings']],
    ]);
    for (const [path, expected] of remarks) {
      const { document, uri } = await openPost(path);
      const found = await lm.invokeTool('galley_check', { input: { path }, toolInvocationToken: undefined });
      const [answer] = found.content;
      assert.ok(answer instanceof LanguageModelTextPart);
      assert.equal(answer.value.split('\n', 1)[0], expected.length === 1 ? '1 problem' : '0 problems', path);
      await until(`${path} has its marks`, () => {
        const ours = languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === 'galley');
        assert.deepEqual(listMarked(document, ours), expected, path);
        return true;
      });
    }
    assert.ok(window.activeTextEditor);
  });
});
