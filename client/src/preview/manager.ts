import type { Disposable, TextDocument, WebviewPanel, WebviewPanelSerializer } from 'vscode';
import { Disposable as Disposables, Uri, ViewColumn, window, workspace } from 'vscode';
import type { LanguageServer } from '../languageServer.ts';
import { isPost } from '../posts.ts';
import type { PageState } from './messages.ts';
import { PreviewPanel } from './panel.ts';

/** The kind of panel, by which VS Code brings one back after a reload of the window. */
const viewType = 'galley.preview';

/** Keeps the one live preview of a window; it follows the post that is being written. */
export class PreviewManager implements WebviewPanelSerializer<PageState | undefined>, Disposable {
  private panel: PreviewPanel | undefined;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly server: LanguageServer,
    private readonly extensionUri: Uri,
  ) {
    this.subscriptions = Disposables.from(
      window.registerWebviewPanelSerializer(viewType, this),
      window.onDidChangeActiveTextEditor((editor) => editor && isPost(editor.document) && this.panel?.show(editor.document)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.panel?.editorScrolled(textEditor)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && this.panel?.documentChanged(document)),
      workspace.onDidOpenTextDocument((document) => isActivePost(document) && this.panel?.show(document)),
      workspace.onDidCloseTextDocument((document) => this.panel?.documentClosed(document)),
      workspace.onDidSaveTextDocument(() => this.panel?.update()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('galley') && this.panel?.update()),
      server.onDidChangeState(() => this.panel?.update()),
    );
  }

  /** Shows a post in the preview, which opens beside the editor when it is not there yet; without one it says what to open. */
  open(document: TextDocument | undefined): void {
    if (this.panel) this.panel.reveal();
    else {
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.adopt(window.createWebviewPanel(viewType, 'Preview', place, { enableFindWidget: true }));
    }
    if (document || !this.panel?.hasPost) this.panel?.show(document);
  }

  /** VS Code brings a panel of an earlier window back. */
  async deserializeWebviewPanel(webviewPanel: WebviewPanel, state: PageState | undefined): Promise<void> {
    if (this.panel) return webviewPanel.dispose();
    const panel = this.adopt(webviewPanel);
    const active = window.activeTextEditor?.document;
    panel.show(active && isPost(active) ? active : await postOf(state?.uri));
  }

  /** Closes the preview. */
  dispose(): void {
    this.subscriptions.dispose();
    this.panel?.dispose();
  }

  private adopt(webviewPanel: WebviewPanel): PreviewPanel {
    const panel = new PreviewPanel(webviewPanel, this.server, this.extensionUri);
    this.panel = panel;
    webviewPanel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    return panel;
  }
}

/** Whether a document that has just been opened, perhaps in another language, is the post being written. */
function isActivePost(document: TextDocument): boolean {
  return document === window.activeTextEditor?.document && isPost(document);
}

/** The post an earlier window showed, if it can still be opened. */
async function postOf(uri: string | undefined): Promise<TextDocument | undefined> {
  if (uri === undefined) return undefined;
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    return undefined;
  }
}
