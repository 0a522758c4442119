import type { Disposable, TextDocument } from 'vscode';
import { l10n, languages, LanguageStatusSeverity, MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import type { PublicationResult } from '../../../server/src/protocol/index.ts';
import { publication } from '../../../server/src/protocol/index.ts';
import { getStateDisplay } from '../posts/postState.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { findActivePostEditor, postSelector } from '../server/postDocuments.ts';
import { requestIfRunning } from '../server/requests.ts';
import { Debouncer } from './debouncer.ts';

/** How long nobody types before the state is asked for again. */
const updateDelayMs = 400;

/**
 * Shows the state and address of the post in the active editor, in the status bar and in VS Code's status of its
 * language.
 */
export class PostStatus implements Disposable {
  private readonly bar = window.createStatusBarItem('galley.post', StatusBarAlignment.Right, 99);
  private readonly language = languages.createLanguageStatusItem('galley.post', postSelector);
  private readonly debouncer = new Debouncer(() => this.update());
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.bar.name = l10n.t('Galley: Post');
    this.bar.command = 'galley.openOnSite';
    this.language.name = 'Galley';
    this.subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.debouncer.schedule(0)),
      workspace.onDidChangeTextDocument(
        ({ document }) => document === window.activeTextEditor?.document && this.debouncer.schedule(updateDelayMs),
      ),
      languages.onDidChangeDiagnostics(() => this.debouncer.schedule(updateDelayMs)),
      server.onDidChangeState(() => this.debouncer.schedule(0)),
    ];
    this.debouncer.schedule(0);
  }

  dispose(): void {
    for (const each of [this.debouncer, this.bar, this.language, ...this.subscriptions]) each.dispose();
  }

  private async update(): Promise<void> {
    const editor = findActivePostEditor();
    if (!editor || this.server.state !== 'running') return this.bar.hide();
    const found = await requestIfRunning(this.server, publication, { uri: editor.document.uri.toString() });
    if (window.activeTextEditor !== editor) return;
    this.updateLanguageStatus(editor.document, found);
    if (found) this.updateBar(found);
    else this.bar.hide();
  }

  private updateBar(found: PublicationResult): void {
    const { icon, label } = getStateDisplay(found.state);
    this.bar.text = `$(${icon}) ${label}`;
    this.bar.tooltip = toTooltip(found);
    this.bar.accessibilityInformation = { label: [label, found.url, ...found.reasons].join('. ') };
    this.bar.show();
  }

  private updateLanguageStatus({ uri }: TextDocument, found: PublicationResult | null): void {
    const count = languages.getDiagnostics(uri).filter(({ source }) => source === 'Galley').length;
    const problems =
      count === 0 ? l10n.t('no problems') : count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
    this.language.text = found?.url ?? (found ? getStateDisplay(found.state).label : l10n.t('No page of a site'));
    this.language.detail = `${found?.generator ?? 'Markdown'}, ${problems}`;
    this.language.severity = LanguageStatusSeverity.Information;
    this.language.command =
      found?.url === undefined ? undefined : { command: 'galley.copyUrl', title: l10n.t('Copy URL') };
  }
}

function toTooltip({ title, url, absoluteUrl, reasons, generator }: PublicationResult): MarkdownString {
  const text = new MarkdownString();
  text.appendText(`${title}\n${absoluteUrl ?? url ?? ''}\n${reasons.join(' ')}`.trim());
  text.appendMarkdown('\n\n');
  return text.appendText(l10n.t('{0}: open on the site', generator));
}
