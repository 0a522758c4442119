import type { Disposable, TextEditor } from 'vscode';
import { commands, env, extensions, TabInputWebview, Uri, ViewColumn, window } from 'vscode';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../posts/posts.ts';
import { addressOf, localUrl } from '../posts/publication.ts';

/** Of VS Code's own extension `vscode.simple-browser`, which other extensions may ask. */
const browser = 'simpleBrowser.api.open';

/** A page of the writer's own server in VS Code's browser; it follows the writer from post to post as long as it is open. */
export class LocalPage implements Disposable {
  private shown: string | undefined;
  private readonly following: Disposable;

  constructor(private readonly server: LanguageServer) {
    this.following = window.onDidChangeActiveTextEditor((editor) => void this.follow(editor));
  }

  /** Shows a page beside the post, in a browser of its own where VS Code has none. */
  async show(url: string): Promise<void> {
    if (!extensions.getExtension('vscode.simple-browser')) return void (await env.openExternal(Uri.parse(url, true)));
    this.shown = url;
    await commands.executeCommand(browser, Uri.parse(url, true), {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
    });
  }

  dispose(): void {
    this.following.dispose();
  }

  private async follow(editor: TextEditor | undefined): Promise<void> {
    if (this.shown === undefined || !editor || !isPost(editor.document)) return;
    if (!isOpen()) {
      this.shown = undefined;
      return;
    }
    const url = await addressOf(this.server, editor.document.uri).then(localUrl, () => undefined);
    if (url !== undefined && url !== this.shown && window.activeTextEditor === editor) await this.show(url);
  }
}

function isOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.includes('simpleBrowser')),
  );
}
