import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { prepareHeap } from '../node/heap.ts';
import type { Platform } from './platform.ts';
import { serve } from './server.ts';

/**
 * Serves over what the command line names, `--stdio` or `--node-ipc`; an error that nobody caught is one line in the
 * client's log.
 */
export function serveOnNode(createLocalFiles: NonNullable<Platform['createLocalFiles']>): void {
  const connection = createConnection();
  const logError = (error: unknown): void =>
    connection.console.error(`Galley met an unexpected fault and went on: ${String(error).split('\n', 1)[0]}`);
  process.on('uncaughtException', logError);
  process.on('unhandledRejection', logError);
  process.once('disconnect', () => process.exit(1));
  const rulePages = pathToFileURL(join(__dirname, 'rules')).href;
  serve(connection, {
    createLocalFiles,
    prepareHeap,
    rulePages,
    yieldToEventLoop: () => new Promise((resolve) => void setImmediate(resolve)),
  });
}
