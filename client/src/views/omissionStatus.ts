import type { Disposable, LanguageStatusItem } from 'vscode';
import { l10n, languages, LanguageStatusSeverity } from 'vscode';
import { omissions, postsChanged } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { postSelector } from '../server/postDocuments.ts';
import { requestIfRunning } from '../server/requests.ts';
import { Debouncer } from './debouncer.ts';

/** How long the posts stay as they are before it is asked again what they lack. */
const updateDelayMs = 1000;

/** Says in VS Code's status of the language what Galley left out of the sites; nothing where it read everything. */
export class OmissionStatus implements Disposable {
  private item: LanguageStatusItem | undefined;
  private readonly debouncer = new Debouncer(() => this.update());
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.subscriptions = [
      server.onNotification(postsChanged, () => this.debouncer.schedule(updateDelayMs)),
      server.onDidChangeState(() => this.debouncer.schedule(0)),
    ];
  }

  dispose(): void {
    for (const each of [this.debouncer, ...this.subscriptions]) each.dispose();
    this.item?.dispose();
  }

  private async update(): Promise<void> {
    const sentences = (await requestIfRunning(this.server, omissions, {})) ?? [];
    const [first] = sentences;
    if (first === undefined) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= languages.createLanguageStatusItem('galley.omissions', postSelector);
    this.item.name = l10n.t('Galley: What Is Left Out');
    this.item.severity = LanguageStatusSeverity.Warning;
    this.item.text = l10n.t('Left out: {0}', sentences.length);
    this.item.detail = first;
    this.item.command = { command: 'galley.showOutput', title: l10n.t('Show All') };
  }
}
