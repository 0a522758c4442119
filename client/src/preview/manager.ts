import type { Disposable, TextDocument, WebviewPanel, WebviewPanelSerializer } from 'vscode';
import { Disposable as Disposables, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { postsChanged } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { findActivePostEditor, isPost } from '../server/postDocuments.ts';
import type { PageState } from './messages.ts';
import { PreviewPanel } from './panel.ts';

/** The kind of panel, by which VS Code restores one after a reload of the window. */
const viewType = 'galley.preview';

/**
 * Holds the live previews of a window: one follows the post that is being written, each of the others is locked to its
 * own.
 */
export class PreviewManager implements WebviewPanelSerializer<PageState | undefined>, Disposable {
  private readonly panels = new Set<PreviewPanel>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly server: LanguageServer,
    private readonly extensionUri: Uri,
  ) {
    const all = (act: (panel: PreviewPanel) => void): void => this.panels.forEach(act);
    this.subscriptions = Disposables.from(
      window.registerWebviewPanelSerializer(viewType, this),
      window.onDidChangeActiveTextEditor(
        (editor) => editor && isPost(editor.document) && this.followingPanel?.show(editor.document),
      ),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => all((panel) => panel.onEditorScrolled(textEditor))),
      workspace.onDidChangeTextDocument(
        ({ document, contentChanges }) =>
          contentChanges.length > 0 && all((panel) => panel.onDocumentChanged(document)),
      ),
      workspace.onDidOpenTextDocument((document) => isActivePost(document) && this.followingPanel?.show(document)),
      workspace.onDidCloseTextDocument((document) => all((panel) => panel.onDocumentClosed(document))),
      workspace.onDidSaveTextDocument(() => all((panel) => panel.update())),
      workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('galley') && all((panel) => panel.update()),
      ),
      server.onDidChangeState(() => all((panel) => panel.update())),
      // The state and the address of a post, and what its links lead to, depend on other posts.
      server.onNotification(postsChanged, () => all((panel) => panel.update())),
    );
  }

  /**
   * Shows a post in the preview, which opens next to the editor when it is not there yet; without a post it says what
   * to open.
   */
  open(document: TextDocument | undefined): void {
    const uri = document?.uri.toString();
    const locked = [...this.panels].find((panel) => panel.isLocked && uri && panel.uri?.toString() === uri);
    const existing = locked ?? this.followingPanel;
    existing?.reveal();
    const panel = existing ?? this.addPanel(createWebviewPanel());
    if (document || !panel.hasPost) panel.show(document);
  }

  /** The preview that has the focus, or else the one the writer sees first; throws when there is none. */
  get current(): PreviewPanel {
    const panel = [...this.panels].find(({ isActive }) => isActive) ?? this.followingPanel ?? [...this.panels][0];
    if (!panel) throw new Error(l10n.t('There is no live preview: open one with “Galley: Open Live Preview”.'));
    return panel;
  }

  /** Called by VS Code to restore a panel of an earlier window. */
  async deserializeWebviewPanel(webviewPanel: WebviewPanel, state: PageState | undefined): Promise<void> {
    const isLocked = state?.isLocked === true;
    if (!isLocked && this.followingPanel) return webviewPanel.dispose();
    const panel = this.addPanel(webviewPanel);
    if (isLocked) panel.lock();
    const active = isLocked ? undefined : findActivePostEditor()?.document;
    panel.show(active ?? (await reopenPost(state?.uri)));
  }

  /** Closes the previews. */
  dispose(): void {
    this.subscriptions.dispose();
    for (const panel of this.panels) panel.dispose();
  }

  private get followingPanel(): PreviewPanel | undefined {
    return [...this.panels].find(({ isLocked }) => !isLocked);
  }

  private addPanel(webviewPanel: WebviewPanel): PreviewPanel {
    const panel = new PreviewPanel(webviewPanel, this.server, this.extensionUri);
    this.panels.add(panel);
    webviewPanel.onDidDispose(() => this.panels.delete(panel));
    return panel;
  }
}

function createWebviewPanel(): WebviewPanel {
  const showOptions = { viewColumn: ViewColumn.Beside, preserveFocus: true };
  return window.createWebviewPanel(viewType, l10n.t('Preview'), showOptions, { enableFindWidget: true });
}

/** Whether a document that has just been opened, perhaps in another language, is the post being written. */
function isActivePost(document: TextDocument): boolean {
  return document === window.activeTextEditor?.document && isPost(document);
}

/** The post an earlier window showed, if it can still be opened. */
async function reopenPost(uri: string | undefined): Promise<TextDocument | undefined> {
  if (uri === undefined) return undefined;
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    return undefined;
  }
}
