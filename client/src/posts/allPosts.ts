import type { Diagnostic, Disposable, Event } from 'vscode';
import { CancellationTokenSource, EventEmitter, languages, TabInputText, Uri, window } from 'vscode';
import type { BaseLanguageClient, WorkspaceDiagnosticReportPartialResult } from 'vscode-languageclient';
import { LSPErrorCodes, ResponseError, WorkspaceDiagnosticRequest } from 'vscode-languageclient';
import type { LanguageServer } from '../server/languageServer.ts';

interface Found {
  readonly resultId: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Problems of all posts for the Problems view, asked for when the writer wants them. What is open in a tab has its problems already. */
export class AllPosts implements Disposable {
  /** Whether the problems of all posts are known. */
  areChecked = false;
  private readonly checked = new EventEmitter<void>();
  private readonly collection = languages.createDiagnosticCollection('galley');
  private readonly found = new Map<string, Found>();
  private asking: CancellationTokenSource | undefined;
  private readonly following: Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.following = [
      window.tabGroups.onDidChangeTabs(({ opened, closed }) =>
        [...opened, ...closed].forEach(({ input }) => input instanceof TabInputText && this.show(input.uri.toString())),
      ),
      server.onDidChangeState((state) => state !== 'running' && this.stop()),
    ];
  }

  /** Tells that `areChecked` is another one. */
  get onDidCheck(): Event<void> {
    return this.checked.event;
  }

  /** Checks all posts and resolves when each is checked once; from then on follows changes. */
  async check(): Promise<void> {
    this.stop();
    const asking = new CancellationTokenSource();
    this.asking = asking;
    const client = await this.server.whenRunning();
    if (!(await this.ask(client, asking))) return;
    this.setChecked(!asking.token.isCancellationRequested);
    void this.follow(client, asking);
  }

  dispose(): void {
    this.stop();
    this.collection.dispose();
    this.checked.dispose();
    for (const each of this.following) each.dispose();
  }

  /** What is shown is no longer followed and goes away. */
  private stop(): void {
    this.asking?.cancel();
    this.asking = undefined;
    this.found.clear();
    this.collection.clear();
    this.setChecked(false);
  }

  private setChecked(areChecked: boolean): void {
    if (areChecked === this.areChecked) return;
    this.areChecked = areChecked;
    this.checked.fire();
  }

  private async follow(client: BaseLanguageClient, asking: CancellationTokenSource): Promise<void> {
    while (!asking.token.isCancellationRequested) if (!(await this.ask(client, asking))) return;
  }

  /** One question; whether it was answered. */
  private async ask(client: BaseLanguageClient, { token }: CancellationTokenSource): Promise<boolean> {
    const partialResultToken = `galley/all-posts/${Math.random()}`;
    const take = ({ items }: WorkspaceDiagnosticReportPartialResult): void => {
      if (!token.isCancellationRequested)
        for (const item of items) if (item.kind === 'full') void this.take(client, item.uri, item.resultId, item.items);
    };
    const listening = client.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, take);
    try {
      const previousResultIds = [...this.found].flatMap(([uri, { resultId }]) =>
        resultId === undefined ? [] : [{ uri, value: resultId }],
      );
      take(await client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds, partialResultToken }, token));
      return true;
    } catch (error) {
      const isStopped =
        error instanceof ResponseError &&
        (error.code === LSPErrorCodes.ServerCancelled || error.code === LSPErrorCodes.RequestCancelled);
      if (!isStopped) this.server.log.error(`Checking all posts: ${String(error)}`);
      return false;
    } finally {
      listening.dispose();
    }
  }

  private async take(
    client: BaseLanguageClient,
    uri: string,
    resultId: string | undefined,
    items: Parameters<BaseLanguageClient['protocol2CodeConverter']['asDiagnostics']>[0],
  ): Promise<void> {
    this.found.set(uri, { resultId, diagnostics: await client.protocol2CodeConverter.asDiagnostics(items) });
    this.show(uri);
  }

  private show(uri: string): void {
    const found = this.found.get(uri) ?? this.found.get(Uri.parse(uri).toString());
    if (found) this.collection.set(Uri.parse(uri), isInTab(uri) ? [] : found.diagnostics);
  }
}

function isInTab(uri: string): boolean {
  const wanted = Uri.parse(uri).toString();
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === wanted),
  );
}
