import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionList,
  Location,
  SymbolInformation,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TemporaryFolder } from '../support/client.ts';
import { createTemporaryFolder, TestServer } from '../support/client.ts';

const post = '---\ntitle: Fog\ntags: [crew]\nweather: wet\n---\nText.\n';
const toConfig = (option: string): string =>
  `collections:\n  - { name: posts, folder: _posts, fields: [{ name: weather, widget: select, options: [calm, ${option}], required: false }] }\n`;

describe('front matter over LSP', () => {
  let folder: TemporaryFolder;
  let server: TestServer;
  let uri: string;

  beforeEach(async () => {
    folder = await createTemporaryFolder({
      '_config.yml': '',
      'admin/config.yml': toConfig('storm'),
      '_posts/2024-01-01-pier.md': '---\ntitle: The pier\ntags: ["crew", boats]\n---\n',
      '_posts/2024-01-02-fog.md': post,
    });
    uri = folder.uriOf('_posts/2024-01-02-fog.md');
    server = await TestServer.start({ folders: [folder.uri] });
    server.open(uri, post);
    await server.untilProblems(uri, ['3:9-12 front-matter-value']);
  });

  afterEach(async () => {
    await server.stop();
    await folder.remove();
  });

  it('the server follows a schema that changes on disk', async () => {
    await folder.write('admin/config.yml', toConfig('wet'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('admin/config.yml'), type: 2 }],
    });
    await server.untilProblems(uri, []);
    const { items } = await server.askAt<CompletionList>('textDocument/completion', uri, 3, 9);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['calm', 'wet'],
    );
  });

  it('the server finds and renames a term in posts that are not open', async () => {
    const places = await server.askAt<Location[]>('textDocument/references', uri, 2, 8, {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      places.map((place) => [place.uri, place.range.start.line, place.range.start.character]),
      [
        [folder.uriOf('_posts/2024-01-01-pier.md'), 2, 7],
        [uri, 2, 7],
      ],
    );
    const edit = await server.askAt<WorkspaceEdit>('textDocument/rename', uri, 2, 8, { newName: 'sailors' });
    const changes = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => [
      textDocument.version,
      'newText' in edits[0]! && edits[0].newText,
    ]);
    assert.deepEqual(changes, [
      [null, '"sailors"'],
      [1, 'sailors'],
    ]);
  });

  it('the server lists posts and terms as workspace symbols', async () => {
    const found = await server.ask<SymbolInformation[]>('workspace/symbol', { query: 'crew' });
    assert.deepEqual(
      found.map(({ name, containerName, location }) => [name, containerName, location.uri]),
      [['crew', 'tags, 2 posts', folder.uriOf('_posts/2024-01-01-pier.md')]],
    );
    assert.deepEqual(
      (await server.ask<SymbolInformation[]>('workspace/symbol', { query: 'pier' })).map(({ name }) => name),
      ['The pier'],
    );
  });

  it('the server offers to order the keys', async () => {
    server.replace(uri, '---\ntags: [crew]\ntitle: Fog\n---\n');
    const at = { line: 1, character: 0 };
    const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    assert.ok(
      actions.some(({ title }) => title === 'Order the keys as other posts do'),
      actions.map(({ title }) => title).join(),
    );
  });
});
