import type { ExtensionContext } from 'vscode';
import { Uri, window } from 'vscode';
import type { InitializationOptions } from '../../server/src/protocol/index.ts';
import { windowFocused } from '../../server/src/protocol/index.ts';
import { offerValidation } from './builtinMarkdown/validation.ts';
import { registerCommands } from './commands/index.ts';
import { OwnMoves } from './editing/ownMoves.ts';
import { createMiddleware } from './middleware.ts';
import { PostChanger } from './posts/change/index.ts';
import { PostCreator } from './posts/create/index.ts';
import { NewFolders } from './posts/newFolders.ts';
import { PostLists } from './posts/postLists.ts';
import { WorkspaceDiagnostics } from './posts/workspaceDiagnostics.ts';
import { PreviewManager } from './preview/manager.ts';
import { serveFiles } from './server/files.ts';
import type { Connect } from './server/languageServer.ts';
import { LanguageServer } from './server/languageServer.ts';
import { postSelector } from './server/postDocuments.ts';
import { registerTools } from './tools/index.ts';
import { registerTransfers } from './transfer/index.ts';
import type { ResolveHost } from './transfer/webPage.ts';
import { CaretReporter } from './views/caretReporter.ts';
import { LocalPage } from './views/localPage.ts';
import { OmissionStatus } from './views/omissionStatus.ts';
import { PostFolders } from './views/postFolders.ts';
import { PostsView } from './views/postsView.ts';
import { PostStatus } from './views/postStatus.ts';
import { WordCountStatus } from './views/wordCountStatus.ts';

/**
 * Sets Galley up: makes one of each part and registers it, then starts the server, which commands and previews wait
 * for. Names of hosts are resolved where that is possible.
 */
export function activateWith(connect: Connect, context: ExtensionContext, resolveHost?: ResolveHost): void {
  const { subscriptions, extensionUri, globalState, globalStorageUri, workspaceState } = context;
  const ownMoves = new OwnMoves();
  const newFolders = new NewFolders();
  const server = createServer(connect, extensionUri, ownMoves);
  const postLists = new PostLists(server);
  const workspaceDiagnostics = new WorkspaceDiagnostics(server);
  const parts = {
    server,
    postLists,
    postChanger: new PostChanger({ server, postLists, ownMoves, newFolders }),
    postCreator: new PostCreator(server, newFolders),
    workspaceDiagnostics,
    postsView: new PostsView({ server, postLists, workspaceDiagnostics, memory: workspaceState }),
    localPage: new LocalPage(server),
    previews: new PreviewManager(server, extensionUri),
    storage: globalStorageUri,
  };
  const { postsView, localPage, previews } = parts;
  subscriptions.push(server.log, server, newFolders, workspaceDiagnostics, postsView, localPage, previews);
  subscriptions.push(
    new CaretReporter(server),
    new PostStatus(server),
    new WordCountStatus(server),
    new OmissionStatus(server),
    new PostFolders(server),
  );
  subscriptions.push(offerValidation(globalState));
  subscriptions.push(
    ...registerCommands(parts),
    ...registerTransfers(server, resolveHost),
    ...registerTools(server, postLists),
  );
  serveFiles(server);
  subscriptions.push(window.onDidChangeWindowState(({ focused }) => focused && server.notify(windowFocused)));
  server.start();
}

function createServer(connect: Connect, extensionUri: Uri, ownMoves: OwnMoves): LanguageServer {
  const initializationOptions: InitializationOptions = {
    answersFiles: true,
    reportsCaret: true,
    rulePages: Uri.joinPath(extensionUri, 'dist', 'rules').toString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const log = window.createOutputChannel('Galley', { log: true });
  const options = { documentSelector: postSelector, initializationOptions, middleware: createMiddleware(ownMoves) };
  return new LanguageServer(connect, options, log);
}
