import type { ExtensionContext } from 'vscode';
import { Uri, window } from 'vscode';
import type { InitializationOptions } from '../../server/src/protocol/index.ts';
import { AllPosts } from './posts/allPosts.ts';
import { registerCommands } from './commands/index.ts';
import { serveFiles } from './server/files.ts';
import type { Connect } from './server/languageServer.ts';
import { LanguageServer } from './server/languageServer.ts';
import { middleware } from './middleware.ts';
import { offerValidation } from './builtinMarkdown/validation.ts';
import { tidyNewFolders } from './posts/newFolders.ts';
import { postLanguages } from './server/postDocuments.ts';
import { PreviewManager } from './preview/manager.ts';
import { registerTools } from './tools/index.ts';
import { registerTransfers } from './transfer/index.ts';
import { LocalPage } from './views/localPage.ts';
import { PostsView } from './views/postsView.ts';
import { WordCountStatus } from './views/wordCountStatus.ts';
import { PostStatus } from './views/postStatus.ts';

/** Sets Galley up; commands and previews are there at once and wait for the server, which starts meanwhile. */
export function activateWith(connect: Connect, context: ExtensionContext): void {
  const initializationOptions: InitializationOptions = {
    answersFiles: true,
    rulePages: Uri.joinPath(context.extensionUri, 'dist', 'rules').toString(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const log = window.createOutputChannel('Galley', { log: true });
  const documentSelector = postLanguages.map((language) => ({ language }));
  const server = new LanguageServer(connect, { documentSelector, initializationOptions, middleware }, log);
  const previews = new PreviewManager(server, context.extensionUri);
  const allPosts = new AllPosts(server);
  serveFiles(server);
  const posts = new PostsView(server, context.workspaceState, allPosts);
  const localPage = new LocalPage(server);
  context.subscriptions.push(
    log,
    server,
    previews,
    allPosts,
    posts,
    localPage,
    new PostStatus(server, documentSelector),
    new WordCountStatus(server),
  );
  context.subscriptions.push(
    ...registerCommands({ server, previews, posts, allPosts, localPage, storage: context.globalStorageUri }),
  );
  context.subscriptions.push(offerValidation(context.globalState));
  context.subscriptions.push(...registerTransfers(server), ...registerTools(server), ...tidyNewFolders());
  server.start();
}
