import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate.ts';

/** VS Code calls this in a browser: the server is a Worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js').toString(true);
  let worker: Worker | undefined;
  const startWorker = async (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(script, { name: 'Galley' });
    return worker;
  };
  activateWith((options) => new LanguageClient('galley', 'Galley', startWorker, options), context);
  context.subscriptions.push({ dispose: () => worker?.terminate() });
}
