import assert from 'node:assert/strict';
import type {
  CompletionList,
  DocumentSymbol,
  LinkedEditingRanges,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/protocol/index.ts';
import { TestServer } from '../support/client.ts';

const uri = 'file:///site/fog.md';
const text =
  '# Fog\n\nSee [the tables][tide], [top](#fog) and a note.[^1]\n\n[tide]: https://example.org/tide\n[^1]: From the almanac.\n';

/** What a question about a place carries. */
function toParams(line: number, character: number) {
  return { textDocument: { uri }, position: { line, character } };
}

describe('navigation over LSP', () => {
  let server: TestServer;
  const start = async (options?: InitializationOptions): Promise<void> => {
    server = await TestServer.start({ ...(options && { options }) });
    server.open(uri, text);
  };

  afterEach(() => server.stop());

  it('lists headings for editors over LSP, and leaves them to VS Code', async () => {
    const askSymbolNames = async () =>
      (await server.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } })).map(
        ({ name }) => name,
      );
    await start();
    assert.deepEqual(await askSymbolNames(), ['Fog', '[tide]', '[^1]']);
    await server.stop();
    await start({ answersFiles: false, timeZone: 'UTC' });
    assert.deepEqual(await askSymbolNames(), ['[^1]']);
  });

  it('renames a heading with the links to it over LSP', async () => {
    await start();
    const edit = await server.ask<WorkspaceEdit>('textDocument/rename', { ...toParams(2, 32), newName: 'Mist' });
    const changes = edit.documentChanges?.flatMap((change) => ('edits' in change ? change.edits : [])) ?? [];
    assert.deepEqual(
      changes.map(
        (change) => 'newText' in change && [change.range.start.line, change.range.start.character, change.newText],
      ),
      [
        [0, 2, 'Mist'],
        [2, 31, 'mist'],
      ],
    );
  });

  it('links the ranges of a label for typing over LSP', async () => {
    await start();
    const found = await server.ask<LinkedEditingRanges>('textDocument/linkedEditingRange', toParams(2, 18));
    assert.deepEqual(
      found.ranges.map(({ start: { line, character } }) => [line, character]),
      [
        [2, 17],
        [4, 1],
      ],
    );
    assert.equal(new RegExp(`^(?:${found.wordPattern!})$`).test('tide tables'), true);
    assert.equal(new RegExp(`^(?:${found.wordPattern!})$`).test('tide]'), false);
  });

  it('expands a selection in steps over LSP', async () => {
    await start();
    const [found] = await server.ask<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [{ line: 2, character: 18 }],
    });
    const starts: number[][] = [];
    for (let step = found; step; step = step.parent) starts.push([step.range.start.line, step.range.start.character]);
    assert.deepEqual(starts, [
      [2, 17],
      [2, 4],
      [2, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('completing a new footnote over LSP adds the note with its marker', async () => {
    await start();
    server.insert(uri, 2, 51, ' More.[^');
    const { items } = await server.ask<CompletionList>('textDocument/completion', toParams(2, 59));
    const fresh = items.find(({ detail }) => detail === 'new note');
    assert.equal(fresh?.label, '2');
    assert.deepEqual(
      fresh?.additionalTextEdits?.map(({ range, newText }) => [range.start.line, newText]),
      [[5, '\n[^2]: Note.']],
    );
  });
});
