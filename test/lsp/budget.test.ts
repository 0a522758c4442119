import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { render, wordCount } from '../../server/src/protocol/index.ts';
import { TestServer } from '../support/client.ts';

const paragraph = 'The wind was *light* and [the sea][log] was calm, see [the map][gone] of it.[^n]\n\n';
const long = `---\ntitle: Long\n---\n\n${paragraph.repeat(3000)}[log]: /log\n\n[^n]: Yes.\n`;
const short = '---\ntitle: Short\n---\n\nSee [the log][log].\n\n[log]: /log\n';
const longUri = 'file:///budget/long.md';
const shortUri = 'file:///budget/short.md';

const textDocument = { uri: longUri };
const range = { start: { line: 0, character: 0 }, end: { line: 9000, character: 0 } };
const position = { line: 4, character: 40 };

/** What may take long about one post, each asked when nobody has read it yet. */
const requests: Readonly<Record<string, readonly [method: string, params: object]>> = {
  'the preview': [render.method, { uri: longUri }],
  'its problems': ['textDocument/diagnostic', { textDocument }],
  'all fixes': ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
  'its outline': ['textDocument/documentSymbol', { textDocument }],
  completions: ['textDocument/completion', { textDocument, position }],
  'the number of its words': [wordCount.method, { uri: longUri, ranges: [] }],
};

describe('language server with a long post', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await TestServer.start();
    server.open(shortUri, short);
    await server.askAt('textDocument/hover', shortUri, 4, 8);
  });

  afterEach(() => server.stop());

  for (const [what, [method, params]] of Object.entries(requests))
    it(`answers about another post before it has worked out ${what}`, async () => {
      const answered: string[] = [];
      server.open(longUri, long);
      const slow = server.ask(method, params).then((answer) => {
        answered.push('long');
        return answer;
      });
      const quick = server.askAt('textDocument/hover', shortUri, 4, 8).then((answer) => {
        answered.push('short');
        return answer;
      });
      assert.ok(await quick);
      assert.ok(await slow);
      assert.deepEqual(answered, ['short', 'long']);
      assert.deepEqual(server.log, []);
    });

  it('refuses a request that is cancelled, and answers the next one', async () => {
    server.open(longUri, long);
    const source = new CancellationTokenSource();
    const asked = server.connection.sendRequest(render.method, { uri: longUri }, source.token);
    await server.askAt('textDocument/hover', shortUri, 4, 8);
    source.cancel();
    await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled });
    assert.ok(await server.askAt('textDocument/hover', shortUri, 4, 8));
    assert.deepEqual(server.log, []);
  });

  it('refuses what was asked about a text that is typed into meanwhile, and answers for the new text', async () => {
    server.open(longUri, long);
    const asked = server.ask('textDocument/documentSymbol', { textDocument });
    await server.askAt('textDocument/hover', shortUri, 4, 8);
    server.insert(longUri, 4, 0, 'Then ');
    await assert.rejects(asked, { code: LSPErrorCodes.ContentModified });
    assert.ok(await server.ask('textDocument/documentSymbol', { textDocument }));
    assert.deepEqual(server.log, []);
  });
});
