import type { Disposable } from 'vscode';
import { l10n, StatusBarAlignment, window, workspace } from 'vscode';
import { wordCount } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { findActivePostEditor } from '../server/postDocuments.ts';
import { fromRange } from '../server/ranges.ts';
import { requestIfRunning } from '../server/requests.ts';
import { Debouncer } from './debouncer.ts';

/** How long nobody types or selects before words are counted. */
const updateDelayMs = 300;

/**
 * Shows in the status bar how many words the post in the active editor has, or its selection, and how long they take to
 * read.
 */
export class WordCountStatus implements Disposable {
  private readonly bar = window.createStatusBarItem('galley.words', StatusBarAlignment.Right, 98);
  private readonly debouncer = new Debouncer(() => this.update());
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.bar.name = l10n.t('Galley: Words');
    this.subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.debouncer.schedule(0)),
      window.onDidChangeTextEditorSelection(
        ({ textEditor }) => textEditor === window.activeTextEditor && this.debouncer.schedule(updateDelayMs),
      ),
      workspace.onDidChangeTextDocument(
        ({ document }) => document === window.activeTextEditor?.document && this.debouncer.schedule(updateDelayMs),
      ),
      server.onDidChangeState(() => this.debouncer.schedule(0)),
    ];
    this.debouncer.schedule(0);
  }

  dispose(): void {
    for (const each of [this.debouncer, this.bar, ...this.subscriptions]) each.dispose();
  }

  private async update(): Promise<void> {
    const editor = findActivePostEditor();
    if (!editor || this.server.state !== 'running') return this.bar.hide();
    const ranges = editor.selections.filter(({ isEmpty }) => !isEmpty).map(fromRange);
    const count = await requestIfRunning(this.server, wordCount, { uri: editor.document.uri.toString(), ranges });
    if (window.activeTextEditor !== editor || !count) return;
    const { words, minutes } = count;
    this.bar.text = [
      ranges.length > 0 ? toSelectionText(words) : toPostText(words),
      ...(minutes === 0 ? [] : [l10n.t('{0} min', minutes)]),
    ].join(', ');
    this.bar.tooltip = l10n.t('Words, and minutes to read them; front matter, code and templates do not count.');
    this.bar.show();
  }
}

function toPostText(words: number): string {
  return words === 1 ? l10n.t('1 word') : l10n.t('{0} words', words);
}

function toSelectionText(words: number): string {
  return words === 1 ? l10n.t('1 word selected') : l10n.t('{0} words selected', words);
}
