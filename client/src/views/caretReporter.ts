import type { Disposable, TextDocument } from 'vscode';
import { window, workspace } from 'vscode';
import type { CaretMovedParams } from '../../../server/src/protocol/index.ts';
import { caretMoved } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { Debouncer } from './debouncer.ts';

/** How long nobody types or moves the caret before the server is told where it is. */
const reportDelayMs = 150;

/**
 * Tells the server where the caret is after an edit, until it leaves the line: the problems of a construct that is being
 * typed wait until then.
 */
export class CaretReporter implements Disposable {
  /** The post that was edited last, and the line of the caret then. */
  private edited: { readonly document: TextDocument; readonly line: number | undefined } | undefined;
  private readonly debouncer = new Debouncer(() => this.report());
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.subscriptions = [
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isPost(document)) this.onEdit(document);
      }),
      window.onDidChangeTextEditorSelection(() => this.edited && this.debouncer.schedule(reportDelayMs)),
      window.onDidChangeActiveTextEditor(() => this.edited && this.debouncer.schedule(0)),
    ];
  }

  dispose(): void {
    for (const each of [this.debouncer, ...this.subscriptions]) each.dispose();
  }

  private onEdit(document: TextDocument): void {
    this.edited = { document, line: undefined };
    this.debouncer.schedule(reportDelayMs);
  }

  private async report(): Promise<void> {
    if (!this.edited) return;
    const { document, line } = this.edited;
    const editor = window.activeTextEditor?.document === document ? window.activeTextEditor : undefined;
    const position = editor?.selection.active;
    const isLeft = !position || (line !== undefined && line !== position.line);
    this.edited = isLeft ? undefined : { document, line: position.line };
    const params: CaretMovedParams = {
      uri: document.uri.toString(),
      ...(position && { position: { line: position.line, character: position.character } }),
    };
    this.server.notify(caretMoved, params);
  }
}
