import type { ExtensionContext } from 'vscode';
import { window } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/index.ts';
import { registerCommands } from './commands/index.ts';
import { answerFiles } from './files.ts';
import type { Connect } from './languageServer.ts';
import { LanguageServer } from './languageServer.ts';
import { isPost, postLanguages } from './posts.ts';
import { PreviewManager } from './preview/manager.ts';

/** The server hears of posts only; of every other Markdown document it knows nothing and answers nothing. */
const middleware: Middleware = {
  didOpen: async (document, next) => (isPost(document) ? next(document) : undefined),
  didChange: async (event, next) => (isPost(event.document) ? next(event) : undefined),
  didClose: async (document, next) => (isPost(document) ? next(document) : undefined),
};

/** Sets Galley up; commands and previews are there at once and wait for the server, which starts meanwhile. */
export function activateWith(connect: Connect, context: ExtensionContext): void {
  const initializationOptions: InitializationOptions = {
    answersFiles: true,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const log = window.createOutputChannel('Galley', { log: true });
  const documentSelector = postLanguages.map((language) => ({ language }));
  const server = new LanguageServer(connect, { documentSelector, initializationOptions, middleware }, log);
  const previews = new PreviewManager(server, context.extensionUri);
  answerFiles(server);
  context.subscriptions.push(log, server, previews, ...registerCommands({ server, previews }));
  server.start();
}
