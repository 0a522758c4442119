import type { Disposable, TextDocument, TextEditor, WebviewPanel } from 'vscode';
import { Disposable as Disposables, l10n, TextEditorRevealType, Uri, workspace } from 'vscode';
import type { RenderResult } from '../../../server/src/protocol/index.ts';
import { render } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { sendRequest } from '../server/requests.ts';
import { findImageAddresses } from './linkedFiles.ts';
import type { ExportKind, FromPage, ToPage } from './messages.ts';
import { openLink } from './openLink.ts';
import { createPageHtml } from './pageHtml.ts';
import { getScrollSettings } from './scrollSettings.ts';
import { findSiteStyles } from './siteStyles.ts';
import { findEditor, getTopLine, revealLine, toLineStart } from './sourceEditor.ts';

const notices = {
  noPost: l10n.t('Open a Markdown post and its preview appears here.'),
  starting: l10n.t('Galley is starting …'),
  stopped: l10n.t(
    'Galley’s language server has stopped. Run “Galley: Restart Language Server” from the Command Palette.',
  ),
  unknown: l10n.t('Galley cannot preview this document. Save it as a Markdown file of your site.'),
};

/** An export that the page was asked for. */
interface PendingExport {
  resolve(content: string): void;
  reject(reason: Error): void;
}

/**
 * One preview: asks the server to render the post it shows, one request at a time, and passes the newest answer to its
 * page.
 */
export class PreviewPanel implements Disposable {
  /** Whether it stays with its post when the writer turns to another. */
  isLocked = false;
  /** Whether it shows the post in the site's own style. */
  hasSiteStyle = false;
  private document: TextDocument | undefined;
  private isPageReady = false;
  private isRendering = false;
  private isStale = false;
  private isClosed = false;
  private pendingExport: PendingExport | undefined;
  /** The post on the page and the version of it. */
  private shown: { readonly uri: string; readonly version: number } | undefined;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly server: LanguageServer,
    private readonly extensionUri: Uri,
  ) {
    const { webview } = panel;
    const icon = Uri.joinPath(extensionUri, 'client', 'icon.png');
    panel.iconPath = { light: icon, dark: icon };
    this.setLocalResources();
    this.subscriptions = Disposables.from(
      webview.onDidReceiveMessage((message: FromPage) =>
        this.onMessage(message).catch((error: unknown) => this.isClosed || server.log.warn(String(error))),
      ),
      workspace.onDidChangeWorkspaceFolders(() => this.setLocalResources()),
      // VS Code drops the page of a hidden panel and loads it again when it is shown.
      panel.onDidChangeViewState(() => (this.isPageReady &&= panel.visible)),
      panel.onDidDispose(() => this.onClosed()),
    );
    webview.html = createPageHtml(webview, extensionUri);
  }

  /** Whether it is the tab that has the focus. */
  get isActive(): boolean {
    return this.panel.active;
  }

  /** The URI of its post. */
  get uri(): Uri | undefined {
    return this.document?.uri;
  }

  /** Whether there is a post to show. */
  get hasPost(): boolean {
    return this.document !== undefined;
  }

  /** Brings the panel to the front where it is. */
  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** Shows this post from now on; undefined when there is none. */
  show(document: TextDocument | undefined): void {
    if (document && document === this.document) return;
    this.document = document;
    this.updateTitle();
    if (this.hasSiteStyle) void this.postSiteStyles();
    this.update();
  }

  /** Follows an edit. */
  onDocumentChanged(document: TextDocument): void {
    if (document === this.document) this.update();
  }

  /** Keeps showing a post whose editor was closed until another takes its place. */
  onDocumentClosed(document: TextDocument): void {
    if (document === this.document) this.document = undefined;
  }

  /** Scrolls the page to where the editor has scrolled. */
  onEditorScrolled(editor: TextEditor): void {
    if (!this.isPageReady || editor.document !== this.document) return;
    if (!getScrollSettings(editor.document.uri).previewFollowsEditor) return;
    this.postMessage({ type: 'scroll', line: getTopLine(editor) });
  }

  /** Renders the post again; while a request is in flight, once more when its answer is there. */
  update(): void {
    if (!this.isPageReady) return;
    if (this.isRendering) this.isStale = true;
    else void this.renderUntilCurrent();
  }

  /**
   * The post as HTML, as plain text or as a page to print; rejects with a sentence for the writer when none is shown.
   */
  async exportPost(what: ExportKind): Promise<string> {
    if (!this.isPageReady || !this.shown) throw new Error(l10n.t('The preview shows no post yet.'));
    this.cancelExport();
    const content = new Promise<string>((resolve, reject) => (this.pendingExport = { resolve, reject }));
    this.postMessage({ type: 'export', what });
    return content;
  }

  /** Stays with its post. */
  lock(): void {
    this.setMode('locked');
  }

  /** Follows the writer from post to post. */
  unlock(): void {
    this.setMode('following');
  }

  /** Shows the post in the site's own style sheets, unless there are none; resolves to how many there are. */
  async useSiteStyle(): Promise<number> {
    const count = await this.postSiteStyles();
    this.hasSiteStyle = count > 0;
    return count;
  }

  /** Shows the post in the preview's own look. */
  useOwnStyle(): void {
    this.hasSiteStyle = false;
    this.postStyles([]);
  }

  /** Closes the panel. */
  dispose(): void {
    this.panel.dispose();
  }

  private onClosed(): void {
    this.isClosed = true;
    this.cancelExport();
    this.subscriptions.dispose();
  }

  private cancelExport(): void {
    this.pendingExport?.reject(new Error(l10n.t('The preview was closed before the post was copied. Try again.')));
    this.pendingExport = undefined;
  }

  /** Lets the page load Galley's own files and those of the workspace. */
  private setLocalResources(): void {
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const localResourceRoots = [Uri.joinPath(this.extensionUri, 'dist'), ...folders];
    this.panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots };
  }

  private setMode(mode: 'locked' | 'following'): void {
    this.isLocked = mode === 'locked';
    this.updateTitle();
    this.postMessage({ type: 'lock', isLocked: this.isLocked });
  }

  private updateTitle(): void {
    const name = this.document?.uri.path.split('/').at(-1);
    if (name === undefined) this.panel.title = l10n.t('Preview');
    else this.panel.title = this.isLocked ? l10n.t('[Preview] {0}', name) : l10n.t('Preview {0}', name);
  }

  private async renderUntilCurrent(): Promise<void> {
    this.isRendering = true;
    do {
      this.isStale = false;
      await this.renderOnce();
    } while (this.isStale);
    this.isRendering = false;
  }

  private async renderOnce(): Promise<void> {
    const { document, server } = this;
    if (!document) return this.shown ? undefined : this.showNotice(notices.noPost);
    if (server.state !== 'running')
      return this.shown?.uri === document.uri.toString() ? undefined : this.showNotice(notices[server.state]);
    try {
      const result = await sendRequest(server, render, { uri: document.uri.toString() });
      if (document === this.document) this.showPost(document, result);
    } catch (error) {
      server.log.warn(`The preview of ${document.uri.path} has to wait: ${String(error)}`);
    }
  }

  /** Passes an answer to the page unless a newer one is shown. */
  private showPost(document: TextDocument, result: RenderResult | null): void {
    if (!result) return this.showNotice(notices.unknown);
    const uri = document.uri.toString();
    if (this.shown?.uri === uri && this.shown.version > result.version) return;
    this.shown = { uri, version: result.version };
    const { head, html, problems } = result;
    const editor = findEditor(document);
    const topLine = editor ? getTopLine(editor) : 0;
    this.postMessage({ type: 'post', uri, head, html, problems, lineCount: document.lineCount, topLine });
  }

  private showNotice(text: string): void {
    this.shown = undefined;
    this.postMessage({ type: 'notice', text });
  }

  private async postSiteStyles(): Promise<number> {
    const { document } = this;
    const sheets = document && workspace.isTrusted ? await findSiteStyles(this.server, document.uri) : [];
    this.postStyles(sheets);
    return sheets.length;
  }

  private postStyles(sheets: readonly Uri[]): void {
    const { webview } = this.panel;
    this.postMessage({ type: 'styles', addresses: sheets.map((sheet) => webview.asWebviewUri(sheet).toString(true)) });
  }

  private postMessage(message: ToPage): void {
    if (this.isClosed) return;
    // A webview has no origin to name.
    void this.panel.webview.postMessage(message);
  }

  private async onMessage(message: FromPage): Promise<void> {
    if (message.type === 'ready') return this.onReady();
    if (message.type === 'exported') return this.onExported(message.content);
    if (message.type === 'images') {
      const { uri, sources } = message;
      const found = await findImageAddresses(this.server, this.panel.webview, { uri, sources });
      return this.postMessage({ type: 'images', uri, found });
    }
    const { document } = this;
    if (!document) return;
    if (message.type === 'open') await openLink(this.server, document.uri, message.href);
    else if (message.type === 'reveal') await revealLine(document, message, this.panel.viewColumn);
    else if (getScrollSettings(document.uri).editorFollowsPreview)
      findEditor(document)?.revealRange(toLineStart(document, message.line), TextEditorRevealType.AtTop);
  }

  private async onReady(): Promise<void> {
    this.isPageReady = true;
    this.shown = undefined;
    this.postMessage({ type: 'lock', isLocked: this.isLocked });
    if (this.hasSiteStyle) await this.postSiteStyles();
    this.update();
  }

  private onExported(content: string): void {
    this.pendingExport?.resolve(content);
    this.pendingExport = undefined;
  }
}
