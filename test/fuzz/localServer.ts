import type { DataCallback, Message } from 'vscode-languageserver/node';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createConnection,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import { serve } from '../../server/src/lsp/server.ts';
import type { Workspace } from '../../server/src/service/index.ts';
import type { Introduction } from '../support/client.ts';
import { TestClient } from '../support/client.ts';

/** One direction between two ends in this process: messages come in order, in later turns, as JSON makes them. */
class Wire extends AbstractMessageReader {
  private deliver: DataCallback = () => {};
  readonly writer = new WireWriter((message) => setImmediate(() => this.deliver(message)));

  listen(callback: DataCallback) {
    this.deliver = callback;
    return { dispose: () => (this.deliver = () => {}) };
  }
}

class WireWriter extends AbstractMessageWriter {
  constructor(private readonly send: (message: Message) => void) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.send(JSON.parse(JSON.stringify(message)) as Message);
  }

  end(): void {}
}

/** A client greeted by a server in this process, which reads these files. */
export async function startLocalServer(files: Workspace, introduction: Introduction): Promise<TestClient> {
  const toServer = new Wire();
  const toClient = new Wire();
  serve(createConnection(toServer, toClient.writer), {
    createLocalFiles: () => files,
    yieldToEventLoop: () => new Promise((resolve) => void setImmediate(resolve)),
  });
  const client = new TestClient(createProtocolConnection(toClient, toServer.writer));
  await client.introduce(introduction);
  return client;
}
