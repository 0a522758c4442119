import type { Disposable } from 'vscode';
import { commands, Uri } from 'vscode';
import { postFolders, postsChanged } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { requestIfRunning } from '../server/requests.ts';
import { Debouncer } from './debouncer.ts';

/** How long the posts must stay as they are before their folders are asked for again. */
const updateDelayMs = 1000;

/**
 * Tells VS Code in which folders new posts can go, by the context key `galley.postFolders`, so that their menus offer
 * to start one.
 */
export class PostFolders implements Disposable {
  private readonly debouncer = new Debouncer(() => this.update());
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.subscriptions = [
      server.onDidChangeState(() => this.debouncer.schedule(0)),
      server.onNotification(postsChanged, () => this.debouncer.schedule(updateDelayMs)),
    ];
  }

  dispose(): void {
    for (const each of [this.debouncer, ...this.subscriptions]) each.dispose();
  }

  private async update(): Promise<void> {
    const folders = await requestIfRunning(this.server, postFolders, {});
    if (!folders) return;
    // VS Code's own keys for a folder are paths of the file system for local files, and paths of URIs for all others.
    const paths = folders.map((folder) => Uri.parse(folder)).flatMap(({ fsPath, path }) => [fsPath, path]);
    await commands.executeCommand('setContext', 'galley.postFolders', [...new Set(paths)]);
  }
}
