import type { Disposable, TextEditor } from 'vscode';
import { commands, env, extensions, TabInputWebview, Uri, ViewColumn, window } from 'vscode';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { fetchAddress, toLocalUrl } from '../posts/publication.ts';

/** Of VS Code's own extension `vscode.simple-browser`, which other extensions may ask. */
const openBrowserCommand = 'simpleBrowser.api.open';

/** A page of the writer's own server in VS Code's browser; it follows the writer from post to post as long as it is open. */
export class LocalPage implements Disposable {
  private shownUrl: string | undefined;
  private readonly subscription: Disposable;

  constructor(private readonly server: LanguageServer) {
    this.subscription = window.onDidChangeActiveTextEditor((editor) => void this.showPostOf(editor));
  }

  /** Shows a page beside the post, in a browser of its own where VS Code has none. */
  async show(url: string): Promise<void> {
    if (!extensions.getExtension('vscode.simple-browser')) return void (await env.openExternal(Uri.parse(url, true)));
    this.shownUrl = url;
    await commands.executeCommand(openBrowserCommand, Uri.parse(url, true), {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
    });
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
    const url = await fetchAddress(this.server, editor.document.uri).then(toLocalUrl, () => undefined);
    if (url !== undefined && url !== this.shownUrl && window.activeTextEditor === editor) await this.show(url);
  }
}

function isBrowserOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.includes('simpleBrowser')),
  );
}
