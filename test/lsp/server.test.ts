import assert from 'node:assert/strict';
import type { Hover, LocationLink, WorkspaceEdit } from 'vscode-languageserver/node';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { TemporaryFolder } from '../support/client.ts';
import { formatDiagnostic, createTemporaryFolder, TestServer, withoutPull } from '../support/client.ts';

const config = 'title: The Harbour Log\n';
const post =
  '---\ntitle: Fog\n---\n\nSee [the tables][tide] and a note.[^1]\n\n[tide]: https://example.org/tide\n\n[^1]: From the almanac.\n';
const name = '_posts/2025-03-01-fog.md';

describe('language server', () => {
  let site: TemporaryFolder;
  let server: TestServer | undefined;
  const start = async (...args: Parameters<typeof TestServer.start>): Promise<TestServer> =>
    (server = await TestServer.start(...args));

  beforeEach(async () => {
    site = await createTemporaryFolder({ '_config.yml': config, [name]: post });
  });

  afterEach(async () => {
    if (server?.process.exitCode === null) await server.stop();
    server = undefined;
    await site.remove();
  });

  it('the server tells its capabilities, and ends with 0 after a shutdown', async () => {
    const { initialized } = await start({ folders: [site.uri] });
    const { capabilities } = initialized!;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.diagnosticProvider, { interFileDependencies: true, workspaceDiagnostics: true });
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    for (const provider of [
      'hoverProvider',
      'definitionProvider',
      'referencesProvider',
      'documentHighlightProvider',
      'foldingRangeProvider',
    ] as const) {
      assert.equal(capabilities[provider], true, provider);
    }
    assert.equal(await server!.stop(), 0);
  });

  it('the server ends with 1 when the client leaves without a shutdown', async () => {
    assert.equal(await (await start()).abandon(), 1);
  });

  it('the server runs as `galley lsp --stdio` too', async () => {
    await start({ folders: [site.uri] }, ['dist/cli.js', 'lsp', '--stdio']);
    server!.open(site.uriOf(name), post.replace('[tide]: ', '[tides]: '));
    assert.deepEqual(await server!.problems(site.uriOf(name)), [
      '4:4-22 undefined-reference',
      '6:0-33 unused-definition',
    ]);
  });

  it('the server reports a problem on its characters after an edit, and no more once it is fixed', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, post);
    assert.deepEqual(await server!.problems(uri), []);
    server!.insert(uri, 4, 17, 's');
    assert.deepEqual(await server!.problems(uri), ['4:4-23 undefined-reference', '6:0-32 unused-definition']);
    server!.insert(uri, 6, 1, 's');
    assert.deepEqual(await server!.problems(uri), []);
  });

  it('a diagnostic names the rule, its page, the other places and text without effect', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, `${post}\n[tide]: https://example.org/other\n[moon]: https://example.org/moon\n`);
    const report = await server!.pull(uri);
    assert.ok(report.kind === 'full');
    const unused = report.items.find(({ code }) => code === 'unused-definition');
    assert.deepEqual(unused?.tags, [1]);
    assert.equal(unused?.source, 'Galley');
    assert.match(unused?.codeDescription?.href ?? '', /^file:.*\/rules\/unused-definition\.md$/);
    const duplicate = report.items.find(({ code }) => code === 'duplicate-definition');
    assert.equal(duplicate?.relatedInformation?.[0]?.location.uri, uri);
  });

  it('the server answers a pull for an unchanged text with its id only', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, post);
    const first = await server!.pull(uri);
    assert.ok(first.kind === 'full' && first.resultId !== undefined);
    await server!.ask('workspace/symbol', { query: 'the site is read' });
    const known = await server!.pull(uri);
    assert.equal((await server!.pull(uri, known.resultId)).kind, 'unchanged');
    server!.insert(uri, 4, 0, 'Look! ');
    assert.equal((await server!.pull(uri, known.resultId)).kind, 'full');
  });

  it('the server pushes diagnostics to a client that does not pull, and clears them when the document is closed', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri], capabilities: withoutPull });
    server!.open(uri, post.replace('[^1]:', '[^2]:'));
    await server!.untilPublished(uri, (lines) => lines.includes('4:34-38 undefined-footnote'));
    server!.replace(uri, post);
    await server!.untilPublished(uri, (lines) => lines.length === 0);
    assert.equal(server!.published.at(-1)?.version, 2);
    server!.insert(uri, 4, 17, 's');
    await server!.untilPublished(uri, (lines) => lines.length > 0);
    server!.close(uri);
    await server!.untilPublished(uri, (lines) => lines.length === 0);
  });

  it('the server gives an editor without any capability plain answers', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri], capabilities: {} });
    server!.open(uri, post);
    const [definition] = await server!.askAt<{ uri: string }[]>('textDocument/definition', uri, 4, 19);
    assert.equal(definition?.uri, uri);
    const hover = await server!.askAt<Hover>('textDocument/hover', uri, 4, 19);
    assert.equal((hover.contents as { kind: string }).kind, 'plaintext');
    const edit = await server!.askAt<WorkspaceEdit>('textDocument/rename', uri, 4, 19, { newName: 'ebb' });
    assert.equal(edit.changes?.[uri]?.length, 2);
  });

  it('the server answers for the text asked about during 40 quick edits, or refuses because it changed', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, post);
    assert.deepEqual(await server!.problems(uri), []);
    const answers = [];
    for (let count = 1; count <= 40; count++) {
      server!.insert(uri, 4, 0, 'x');
      if (count % 10 === 0)
        answers.push(
          server!.askAt<Hover>('textDocument/hover', uri, 4, count + 19).then(
            ({ range }) => range?.start.character,
            (error: unknown) => (error instanceof ResponseError ? error.code : error),
          ),
        );
    }
    server!.insert(uri, 8, 2, '9');
    const completion = server!.askAt<{ items: { label: string }[] }>('textDocument/completion', uri, 4, 77);
    const problems = server!.problems(uri);
    for (const [index, answer] of (await Promise.all(answers)).entries())
      assert.ok(answer === 14 + 10 * index || answer === LSPErrorCodes.ContentModified, String(answer));
    assert.deepEqual(await problems, ['4:74-78 undefined-footnote', '8:0-6 orphan-footnote']);
    assert.ok((await completion).items.some(({ label }) => label.includes('91')));
  });

  it('the server drops a request that was cancelled in time and answers the next', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, post);
    await server!.problems(uri);
    const source = new CancellationTokenSource();
    server!.insert(uri, 4, 0, 'x');
    const dropped = server!.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    const outcome = await dropped.then(
      () => 'answered before the cancellation came',
      (error: unknown) => (error instanceof ResponseError ? error.code : error),
    );
    assert.ok(outcome === LSPErrorCodes.RequestCancelled || typeof outcome === 'string', String(outcome));
    assert.deepEqual(await server!.problems(uri), []);
  });

  it('the server answers definitions and renames in one edit of the version asked about', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, post);
    const [link] = await server!.askAt<LocationLink[]>('textDocument/definition', uri, 4, 19);
    assert.deepEqual(link?.targetSelectionRange, { start: { line: 6, character: 1 }, end: { line: 6, character: 5 } });
    const { documentChanges } = await server!.askAt<WorkspaceEdit>('textDocument/rename', uri, 4, 19, {
      newName: 'ebb',
    });
    assert.deepEqual(
      documentChanges?.map((change) => 'textDocument' in change && change.textDocument),
      [{ uri, version: 1 }],
    );
  });

  it('the server refuses a rename with a sentence', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, post);
    const refused = server!.askAt('textDocument/rename', uri, 4, 36, { newName: 'a label' });
    await assert.rejects(
      refused,
      (error) =>
        error instanceof ResponseError &&
        error.code === LSPErrorCodes.RequestFailed &&
        /^kramdown does not read .*\.$/.test(error.message),
    );
    assert.equal(await server!.askAt('textDocument/prepareRename', uri, 4, 1), null);
    assert.deepEqual(server!.log, []);
  });

  it('the server offers fixes for the problems in a range, of the kinds asked for', async () => {
    const uri = site.uriOf(name);
    await start({ folders: [site.uri] });
    server!.open(uri, post.replace('[tide]: ', '[tides]: '));
    const range = { start: { line: 4, character: 10 }, end: { line: 4, character: 10 } };
    const askFixes = (only?: string[]) =>
      server!.ask<{ title: string; kind: string; diagnostics?: unknown[] }[]>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [], only },
      });
    const found = await askFixes();
    assert.ok(found.some(({ title, diagnostics }) => title.includes('tides') && diagnostics?.length === 1));
    assert.ok((await askFixes(['quickfix'])).length > 0);
    assert.deepEqual(await askFixes(['refactor.extract']), []);
  });

  it('the server knows the dialect of the site before the first answer', async () => {
    const uri = site.uriOf(name);
    const twice = '---\n---\n[a]\n\n[a]: https://example.org/first\n[a]: https://example.org/last\n';
    await start({ folders: [site.uri] });
    server!.open(uri, twice);
    assert.deepEqual(await server!.problems(uri), ['4:0-30 duplicate-definition'], 'kramdown keeps the last one');
  });

  it('the server checks posts again when a configuration is created or deleted', async () => {
    const folder = await createTemporaryFolder({ 'readme.md': '# Notes\n' });
    const twice = '---\n---\n[a]\n\n[a]: https://example.org/first\n[a]: https://example.org/last\n';
    await start({ folders: [folder.uri] });
    const loose = folder.uriOf('notes.md');
    server!.open(loose, twice);
    assert.deepEqual(
      await server!.problems(loose),
      ['5:0-29 duplicate-definition'],
      'before, CommonMark: the first one counts',
    );
    await folder.write('_config.yml', config);
    await server!.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uriOf('_config.yml'), type: 1 }],
    });
    await server!.untilProblems(loose, ['4:0-30 duplicate-definition']);
    await folder.remove();
  });

  it('the server follows the client’s settings, and names those it cannot use', async () => {
    const uri = site.uriOf(name);
    const settings = {
      rules: {
        'undefined-footnote': 'off',
        'orphan-footnote': 'error',
        'duplicate-footnote': 'loud',
        nonsense: 'error',
      },
      dialect: 'auto',
    };
    await start({ folders: [site.uri], settings });
    server!.open(uri, post.replace('[^1]:', '[^2]:'));
    await server!.until(() => server!.log.length >= 2);
    const report = await server!.pull(uri);
    assert.deepEqual(report.kind === 'full' && report.items.map((item) => [formatDiagnostic(item), item.severity]), [
      ['8:0-5 orphan-footnote', 1],
    ]);
    assert.match(
      server!.log.join('\n'),
      /galley\.rules\.duplicate-footnote.*"loud"[^]*galley\.rules\.nonsense.*no such rule/,
    );
    server!.settings = {};
    await server!.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server!.untilProblems(uri, ['4:34-38 undefined-footnote', '8:0-5 orphan-footnote']);
  });
});
