import type { Disposable, TextEditor } from 'vscode';
import { commands, env, extensions, TabInputWebview, Uri, ViewColumn, window } from 'vscode';
import { findAddress, toLocalUrl } from '../posts/publication.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';

/** The command of VS Code's own extension `vscode.simple-browser` that other extensions may call. */
const openBrowserCommand = 'simpleBrowser.api.open';

/**
 * A page of the writer's own server in VS Code's browser; it follows the writer from post to post as long as it is
 * open.
 */
export class LocalPage implements Disposable {
  private shownUrl: string | undefined;
  private readonly subscription: Disposable;

  constructor(private readonly server: LanguageServer) {
    this.subscription = window.onDidChangeActiveTextEditor((editor) => void this.showPostOf(editor));
  }

  /** Shows a page next to the post, or in the system's browser where VS Code has none. */
  async show(url: string): Promise<void> {
    const address = Uri.parse(url, true);
    if (!extensions.getExtension('vscode.simple-browser')) return void (await env.openExternal(address));
    this.shownUrl = url;
    const options = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    await commands.executeCommand(openBrowserCommand, address, options);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private async showPostOf(editor: TextEditor | undefined): Promise<void> {
    if (this.shownUrl === undefined || !editor || !isPost(editor.document)) return;
    if (!isBrowserOpen()) {
      this.shownUrl = undefined;
      return;
    }
    const url = await findAddress(this.server, editor.document.uri).then(toLocalUrl, () => undefined);
    if (url !== undefined && url !== this.shownUrl && window.activeTextEditor === editor) await this.show(url);
  }
}

function isBrowserOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.includes('simpleBrowser')),
  );
}
