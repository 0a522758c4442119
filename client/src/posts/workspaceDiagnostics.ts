import type { Diagnostic, Disposable, Event } from 'vscode';
import { CancellationTokenSource, EventEmitter, languages, TabInputText, Uri, window } from 'vscode';
import type { BaseLanguageClient, WorkspaceDiagnosticReportPartialResult } from 'vscode-languageclient';
import { LSPErrorCodes, ResponseError, WorkspaceDiagnosticRequest } from 'vscode-languageclient';
import type { LanguageServer } from '../server/languageServer.ts';

/** What the server reported of a post last. */
interface Report {
  readonly resultId: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Problems of all posts for the Problems view, fetched when the writer asks for them. A post in a tab has its problems
 * already.
 */
export class WorkspaceDiagnostics implements Disposable {
  /** Whether the problems of all posts are known. */
  isComplete = false;
  private readonly completenessChanged = new EventEmitter<void>();
  private readonly collection = languages.createDiagnosticCollection('galley');
  private readonly reports = new Map<string, Report>();
  private cancellation: CancellationTokenSource | undefined;
  private readonly subscriptions: readonly Disposable[];

  constructor(private readonly server: LanguageServer) {
    this.subscriptions = [
      window.tabGroups.onDidChangeTabs(({ opened, closed }) =>
        [...opened, ...closed].forEach(({ input }) => input instanceof TabInputText && this.show(input.uri.toString())),
      ),
      server.onDidChangeState((state) => state !== 'running' && this.stop()),
    ];
  }

  /** Fires when `isComplete` changes. */
  get onDidChangeCompleteness(): Event<void> {
    return this.completenessChanged.event;
  }

  /** Checks all posts and resolves when each is checked once; from then on follows changes. */
  async start(): Promise<void> {
    this.stop();
    const cancellation = new CancellationTokenSource();
    this.cancellation = cancellation;
    const client = await this.server.whenRunning();
    if (!(await this.requestReports(client, cancellation))) return;
    if (!cancellation.token.isCancellationRequested) this.setCompleteness('complete');
    void this.follow(client, cancellation);
  }

  dispose(): void {
    this.stop();
    this.collection.dispose();
    this.completenessChanged.dispose();
    for (const each of this.subscriptions) each.dispose();
  }

  /** Follows changes no longer and removes what is shown. */
  private stop(): void {
    this.cancellation?.cancel();
    this.cancellation = undefined;
    this.reports.clear();
    this.collection.clear();
    this.setCompleteness('partial');
  }

  private setCompleteness(completeness: 'partial' | 'complete'): void {
    const isComplete = completeness === 'complete';
    if (isComplete === this.isComplete) return;
    this.isComplete = isComplete;
    this.completenessChanged.fire();
  }

  private async follow(client: BaseLanguageClient, cancellation: CancellationTokenSource): Promise<void> {
    while (!cancellation.token.isCancellationRequested) if (!(await this.requestReports(client, cancellation))) return;
  }

  /** Sends one request, which the server answers when something changed; resolves to whether it was answered. */
  private async requestReports(client: BaseLanguageClient, { token }: CancellationTokenSource): Promise<boolean> {
    const partialResultToken = `galley/all-posts/${Math.random()}`;
    const onResult = ({ items }: WorkspaceDiagnosticReportPartialResult): void => {
      if (!token.isCancellationRequested)
        for (const item of items) if (item.kind === 'full') void this.onReport(client, item);
    };
    const subscription = client.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, onResult);
    try {
      const previousResultIds = [...this.reports].flatMap(([uri, { resultId }]) =>
        resultId === undefined ? [] : [{ uri, value: resultId }],
      );
      onResult(
        await client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds, partialResultToken }, token),
      );
      return true;
    } catch (error) {
      if (!isCancellation(error)) this.server.log.error(`Checking all posts: ${String(error)}`);
      return false;
    } finally {
      subscription.dispose();
    }
  }

  private async onReport(
    { protocol2CodeConverter }: BaseLanguageClient,
    { uri, resultId, items }: FullReport,
  ): Promise<void> {
    this.reports.set(uri, { resultId, diagnostics: await protocol2CodeConverter.asDiagnostics(items) });
    this.show(uri);
  }

  private show(uri: string): void {
    const report = this.reports.get(uri) ?? this.reports.get(Uri.parse(uri).toString());
    if (report) this.collection.set(Uri.parse(uri), isInTab(uri) ? [] : report.diagnostics);
  }
}

type FullReport = Extract<WorkspaceDiagnosticReportPartialResult['items'][number], { readonly kind: 'full' }>;

function isCancellation(error: unknown): boolean {
  return (
    error instanceof ResponseError &&
    (error.code === LSPErrorCodes.ServerCancelled || error.code === LSPErrorCodes.RequestCancelled)
  );
}

function isInTab(uri: string): boolean {
  const key = Uri.parse(uri).toString();
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === key),
  );
}
