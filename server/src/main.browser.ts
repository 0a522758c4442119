import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';

declare const self: DedicatedWorkerGlobalScope;

/** A message to ourselves comes after those already waiting and, unlike a timer, without delay. */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), { yieldToEventLoop });
