import type { Disposable, TextDocument, TextEditor, WebviewPanel } from 'vscode';
import { Disposable as Disposables, l10n, TextEditorRevealType, Uri, workspace } from 'vscode';
import type { RenderResult } from '../../../server/src/protocol/index.ts';
import { render } from '../../../server/src/protocol/index.ts';
import { ask } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { getScrollSettings } from './scrollSettings.ts';
import { imageAddresses } from './images.ts';
import { openLink } from './openLink.ts';
import type { ExportKind, FromPage, ToPage } from './messages.ts';
import { createPageHtml } from './page.ts';
import { toLineStart, findEditor, revealLine, getTopLine } from './sourceEditor.ts';
import { siteStyles } from './siteStyles.ts';

const notices = {
  noPost: l10n.t('Open a Markdown post and its preview appears here.'),
  starting: l10n.t('Galley is starting …'),
  stopped: l10n.t(
    'Galley’s language server has stopped. Run “Galley: Restart Language Server” from the Command Palette.',
  ),
  unknown: l10n.t('Galley cannot preview this document. Save it as a Markdown file of your site.'),
};

/** One preview: asks for the post it shows, one question at a time, and hands the newest answer to its page. */
export class PreviewPanel implements Disposable {
  private document: TextDocument | undefined;
  private isPageReady = false;
  private isRendering = false;
  private isStale = false;
  private isClosed = false;
  private resolveExport: ((content: string) => void) | undefined;
  /** Whether it stays with its post when the writer turns to another. */
  isLocked = false;
  /** Whether it shows the post in the site's own style. */
  hasSiteStyle = false;
  /** The post on the page and the version of it. */
  private shown: { readonly uri: string; readonly version: number } | undefined;
  private readonly subscriptions: Disposable;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly server: LanguageServer,
    extensionUri: Uri,
  ) {
    const { webview } = panel;
    const folders = () => [
      Uri.joinPath(extensionUri, 'dist'),
      ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    ];
    const allow = () => (webview.options = { enableScripts: true, localResourceRoots: folders() });
    allow();
    panel.iconPath = { light: icon(extensionUri), dark: icon(extensionUri) };
    this.subscriptions = Disposables.from(
      webview.onDidReceiveMessage((message: FromPage) =>
        this.onMessage(message).catch((error: unknown) => this.isClosed || server.log.warn(String(error))),
      ),
      workspace.onDidChangeWorkspaceFolders(allow),
      // VS Code drops the page of a hidden panel and loads it again when it is shown.
      panel.onDidChangeViewState(() => (this.isPageReady &&= panel.visible)),
      panel.onDidDispose(() => {
        this.isClosed = true;
        this.subscriptions.dispose();
      }),
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
    if (this.hasSiteStyle) void this.showSiteStyle();
    this.update();
  }

  /** Follows an edit. */
  onDocumentChanged(document: TextDocument): void {
    if (document === this.document) this.update();
  }

  /** Keeps the last proof of a post whose editor was closed until another takes its place. */
  onDocumentClosed(document: TextDocument): void {
    if (document === this.document) this.document = undefined;
  }

  /** Moves the page to where the editor has scrolled. */
  onEditorScrolled(editor: TextEditor): void {
    if (
      !this.isPageReady ||
      editor.document !== this.document ||
      !getScrollSettings(editor.document.uri).previewFollowsEditor
    )
      return;
    this.postMessage({ type: 'scroll', line: getTopLine(editor) });
  }

  /** Asks for the post anew; while a question is in flight it is asked once more when the answer is there. */
  update(): void {
    if (!this.isPageReady) return;
    if (this.isRendering) this.isStale = true;
    else void this.renderUntilCurrent();
  }

  /** Closes the panel. */
  dispose(): void {
    this.panel.dispose();
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
      const result = await ask(server, render, { uri: document.uri.toString() });
      if (document === this.document) this.display(document, result);
    } catch (error) {
      server.log.warn(`The preview of ${document.uri.path} has to wait: ${String(error)}`);
    }
  }

  /** Hands an answer to the page unless a newer one is there. */
  private display(document: TextDocument, result: RenderResult | null): void {
    if (!result) return this.showNotice(notices.unknown);
    const uri = document.uri.toString();
    if (this.shown?.uri === uri && this.shown.version > result.version) return;
    this.shown = { uri, version: result.version };
    const { head, html, problems } = result;
    const editor = findEditor(document);
    this.postMessage({
      type: 'post',
      uri,
      head,
      html,
      problems,
      lineCount: document.lineCount,
      topLine: editor ? getTopLine(editor) : 0,
    });
  }

  private showNotice(text: string): void {
    this.shown = undefined;
    this.postMessage({ type: 'notice', text });
  }

  /** A page that was closed meanwhile needs no answer. */
  private postMessage(message: ToPage): void {
    if (this.isClosed) return;
    // A webview has no origin to name.
    void this.panel.webview.postMessage(message);
  }

  /** The post as HTML, as plain text or as a page to print. */
  async exportPost(what: ExportKind): Promise<string> {
    if (!this.isPageReady || !this.shown) throw new Error(l10n.t('The preview shows no post yet.'));
    const content = new Promise<string>((resolve) => (this.resolveExport = resolve));
    this.postMessage({ type: 'export', what });
    return content;
  }

  /** Stays with its post, or follows the writer again. */
  setLocked(isLocked: boolean): void {
    this.isLocked = isLocked;
    this.updateTitle();
    this.postMessage({ type: 'lock', isLocked });
  }

  /** Shows the post in the site's own style sheets, or in the preview's look again. Gives how many sheets there are. */
  async toggleSiteStyle(): Promise<number> {
    this.hasSiteStyle = !this.hasSiteStyle;
    const count = await this.showSiteStyle();
    if (count === 0) this.hasSiteStyle = false;
    return count;
  }

  private async showSiteStyle(): Promise<number> {
    const sheets = this.hasSiteStyle && this.document && workspace.isTrusted ? await siteStyles(this.document.uri) : [];
    this.postMessage({
      type: 'styles',
      addresses: sheets.map((sheet) => this.panel.webview.asWebviewUri(sheet).toString(true)),
    });
    return sheets.length;
  }

  private updateTitle(): void {
    const name = this.document?.uri.path.split('/').at(-1);
    this.panel.title =
      name === undefined
        ? l10n.t('Preview')
        : this.isLocked
          ? l10n.t('[Preview] {0}', name)
          : l10n.t('Preview {0}', name);
  }

  private async onMessage(message: FromPage): Promise<void> {
    const { document } = this;
    if (message.type === 'ready') {
      this.isPageReady = true;
      this.shown = undefined;
      this.postMessage({ type: 'lock', isLocked: this.isLocked });
      if (this.hasSiteStyle) await this.showSiteStyle();
      this.update();
    } else if (message.type === 'exported') this.resolveExport?.(message.content);
    else if (message.type === 'images') {
      const found = await imageAddresses(this.panel.webview, Uri.parse(message.uri), message.sources);
      this.postMessage({ type: 'images', uri: message.uri, found });
    } else if (!document) return;
    else if (message.type === 'open') await openLink(document.uri, message.href);
    else if (message.type === 'reveal') await revealLine(document, message.line, message.focus, this.panel.viewColumn);
    else if (getScrollSettings(document.uri).editorFollowsPreview) {
      findEditor(document)?.revealRange(toLineStart(document, message.line), TextEditorRevealType.AtTop);
    }
  }
}

function icon(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, 'client', 'icon.png');
}
