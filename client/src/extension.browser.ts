import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';

/** VS Code calls this in a browser: the server is a Worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js').toString(true);
  let worker: Worker | undefined;
  // The library knows a Worker by `instanceof`, which fails for those that VS Code's extension host in a browser makes.
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Galley' });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  activateWith((options) => new LanguageClient('galley', 'Galley', startWorker, options), context);
  context.subscriptions.push({ dispose: () => worker?.terminate() });
}
