import type { Disposable, DocumentFilter, TextEditor } from 'vscode';
import { l10n, languages, LanguageStatusSeverity, MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import type { PublicationResult } from '../../../server/src/protocol/index.ts';
import { publication } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { Debouncer } from './debouncer.ts';

/** How long nobody types before the state is asked for again, in milliseconds. */
const updateDelayMs = 400;

const stateLabels: Readonly<Record<PublicationResult['state'], readonly [icon: string, words: string]>> = {
  published: ['globe', l10n.t('Published')],
  draft: ['edit', l10n.t('Draft')],
  scheduled: ['calendar', l10n.t('Scheduled')],
  expired: ['history', l10n.t('Expired')],
  unpublished: ['eye-closed', l10n.t('Unpublished')],
  skipped: ['circle-slash', l10n.t('Not on the Site')],
};

/** Shows the state and address of the post in the active editor: in the status bar, and among what VS Code tells of its language. */
export class PostStatus implements Disposable {
  private readonly bar = window.createStatusBarItem('galley.post', StatusBarAlignment.Right, 99);
  private readonly language;
  private readonly subscriptions: Disposable[];
  private readonly debouncer = new Debouncer(() => this.update());

  constructor(
    private readonly server: LanguageServer,
    selector: readonly DocumentFilter[],
  ) {
    this.bar.name = l10n.t('Galley: Post');
    this.bar.command = 'galley.openOnSite';
    this.language = languages.createLanguageStatusItem('galley.post', [...selector]);
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
    this.debouncer.dispose();
    for (const each of [this.bar, this.language, ...this.subscriptions]) each.dispose();
  }

  private async update(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor || !isPost(editor.document) || this.server.state !== 'running') return this.bar.hide();
    const found = await this.ask(editor);
    if (window.activeTextEditor !== editor) return;
    this.updateLanguageStatus(editor, found);
    if (!found) return this.bar.hide();
    const [icon, words] = stateLabels[found.state];
    this.bar.text = `$(${icon}) ${words}`;
    this.bar.tooltip = toTooltip(found);
    this.bar.accessibilityInformation = { label: [words, found.url, ...found.reasons].join('. ') };
    this.bar.show();
  }

  private async ask({ document }: TextEditor): Promise<PublicationResult | null> {
    try {
      const client = await this.server.whenRunning();
      return await client.sendRequest<PublicationResult | null>(publication.method, { uri: document.uri.toString() });
    } catch {
      return null;
    }
  }

  private updateLanguageStatus({ document }: TextEditor, found: PublicationResult | null): void {
    const count = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Galley').length;
    const problems =
      count === 0 ? l10n.t('no problems') : count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
    this.language.text = found?.url ?? (found ? stateLabels[found.state][1] : l10n.t('No page of a site'));
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
