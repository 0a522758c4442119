import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createContext, Script } from 'node:vm';
import type { DataCallback, Message, ProtocolConnection } from 'vscode-languageserver/node';
import { AbstractMessageReader, AbstractMessageWriter, createProtocolConnection } from 'vscode-languageserver/node';
import { readDirectory, readFile as readFileRequest } from '../../server/src/protocol/index.ts';
import { TestClient } from '../support/client.ts';

/** Messages from the worker. */
class FromWorker extends AbstractMessageReader {
  deliver: DataCallback = () => {};

  listen(callback: DataCallback) {
    this.deliver = callback;
    return { dispose: () => {} };
  }
}

/** Messages to the worker, copied as a browser copies them. */
class ToWorker extends AbstractMessageWriter {
  constructor(private readonly send: (message: Message) => void) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.send(structuredClone(message));
  }

  end(): void {}
}

/** Evaluates the worker's bundle with what a worker has and nothing of Node or a page. */
async function startWorker(): Promise<{ connection: ProtocolConnection; scope: Record<string, unknown> }> {
  const reader = new FromWorker();
  const scope: Record<string, unknown> = {
    postMessage: (message: Message) => queueMicrotask(() => reader.deliver(structuredClone(message))),
    addEventListener: () => {},
    onmessage: undefined,
    MessageChannel,
    TextEncoder,
    TextDecoder,
    URL,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    console,
  };
  scope['self'] = scope;
  new Script(await readFile('dist/server.worker.js', 'utf8'), { filename: 'server.worker.js' }).runInContext(
    createContext(scope),
  );
  const writer = new ToWorker((data) =>
    queueMicrotask(() => (scope['onmessage'] as (event: { data: Message }) => void)({ data })),
  );
  return { connection: createProtocolConnection(reader, writer), scope };
}

describe('language server in a web worker', () => {
  it('the server runs in a web worker without document, process or Buffer, reads the site through the client and reports problems', async () => {
    const { connection, scope } = await startWorker();
    for (const name of ['document', 'process', 'Buffer', 'require', 'window']) assert.equal(name in scope, false, name);
    const client = new TestClient(connection);
    const files = new Map([
      ['memory:/site/_config.yml', 'title: In memory\n'],
      ['memory:/site/_posts/2025-01-02-one.md', '---\ntitle: One\ntags: [sea]\n---\n'],
    ]);
    const folders = new Map([
      [
        'memory:/site',
        [
          { name: '_config.yml', type: 'file' },
          { name: '_posts', type: 'folder' },
        ],
      ],
      ['memory:/site/_posts', [{ name: '2025-01-02-one.md', type: 'file' }]],
    ]);
    await client.introduce({
      folders: ['memory:/site'],
      options: { answersFiles: true },
      prepare: () => {
        connection.onRequest(readFileRequest.method, ({ uri }: { uri: string }) => files.get(uri) ?? null);
        connection.onRequest(readDirectory.method, ({ uri }: { uri: string }) => folders.get(uri) ?? []);
      },
    });
    const uri = 'memory:/site/_posts/2025-01-03-two.md';
    client.open(uri, '---\ntitle: Two\n---\n[a]\n\n[a]: https://example.org/first\n[a]: https://example.org/last\n');
    assert.deepEqual(await client.problems(uri), ['5:0-30 duplicate-definition'], 'kramdown, so the site was read');
    client.insert(uri, 3, 3, ' and more.[^x]');
    assert.deepEqual(await client.problems(uri), ['3:13-17 undefined-footnote', '5:0-30 duplicate-definition']);
    assert.deepEqual(client.log, []);
    connection.dispose();
  });
});
