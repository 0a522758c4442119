import type { Disposable } from 'vscode';
import { l10n, StatusBarAlignment, window, workspace } from 'vscode';
import type { WordCount } from '../../../server/src/protocol/index.ts';
import { wordCount } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { fromRange } from '../server/ranges.ts';
import { Debouncer } from './debouncer.ts';

/** How long nobody types or selects before words are counted, in milliseconds. */
const updateDelayMs = 300;

/** Shows how many words the post in the active editor has, or what is selected of it, and how long they take to read. */
export class WordCountStatus implements Disposable {
  private readonly bar = window.createStatusBarItem('galley.words', StatusBarAlignment.Right, 98);
  private readonly subscriptions: Disposable[];
  private readonly debouncer = new Debouncer(() => this.update());

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
    this.debouncer.dispose();
    for (const each of [this.bar, ...this.subscriptions]) each.dispose();
  }

  private async update(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor || !isPost(editor.document) || this.server.state !== 'running') return this.bar.hide();
    const selected = editor.selections.filter(({ isEmpty }) => !isEmpty);
    const count = await this.ask({ uri: editor.document.uri.toString(), ranges: selected.map(fromRange) });
    if (window.activeTextEditor !== editor || !count) return;
    const { words, minutes } = count;
    this.bar.text = [
      selected.length > 0 ? toSelectionText(words) : toPostText(words),
      ...(minutes === 0 ? [] : [l10n.t('{0} min', minutes)]),
    ].join(', ');
    this.bar.tooltip = l10n.t('Words, and minutes to read them; front matter, code and templates do not count.');
    this.bar.show();
  }

  private async ask(params: {
    readonly uri: string;
    readonly ranges: readonly ReturnType<typeof fromRange>[];
  }): Promise<WordCount | null> {
    try {
      const client = await this.server.whenRunning();
      return await client.sendRequest<WordCount | null>(wordCount.method, params);
    } catch {
      return null;
    }
  }
}

function toPostText(words: number): string {
  return words === 1 ? l10n.t('1 word') : l10n.t('{0} words', words);
}

function toSelectionText(words: number): string {
  return words === 1 ? l10n.t('1 word selected') : l10n.t('{0} words selected', words);
}
