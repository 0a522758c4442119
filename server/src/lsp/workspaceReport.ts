import type {
  Connection,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { ProgressType } from 'vscode-languageserver';

/** How long results are gathered before they are sent. */
const messageIntervalMs = 100;

/** An answer about many posts on its way to the client: in parts, where the client takes parts. */
export class WorkspaceReport {
  /** Whether there is anything that the client does not know. */
  hasNews = false;
  private readonly previousResultIds: Map<string, string>;
  private items: WorkspaceDiagnosticReport['items'] = [];
  private sent = performance.now();

  constructor(
    private readonly connection: Connection,
    private readonly params: WorkspaceDiagnosticParams,
  ) {
    this.previousResultIds = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
  }

  /** What the client was not sent yet. */
  get rest(): WorkspaceDiagnosticReport {
    return { items: this.items };
  }

  /** Adds what was found in a document (diagnostics as JSON), if the client does not know it. */
  add(uri: string, version: number | null, resultId: string, json: string): void {
    const previous = this.previousResultIds.get(uri);
    this.previousResultIds.delete(uri);
    if (previous === undefined && json === '[]') return;
    if (previous === resultId) this.items.push({ kind: 'unchanged', uri, version, resultId });
    else this.push({ kind: 'full', uri, version, resultId, items: JSON.parse(json) as Diagnostic[] });
  }

  /** Adds that there is nothing wrong with files that are no posts any more. */
  end(): void {
    for (const uri of this.previousResultIds.keys()) this.push({ kind: 'full', uri, version: null, items: [] });
  }

  private push(found: WorkspaceFullDocumentDiagnosticReport): void {
    this.hasNews = true;
    this.items.push(found);
    const { partialResultToken } = this.params;
    if (partialResultToken === undefined || performance.now() - this.sent < messageIntervalMs) return;
    void this.connection.sendProgress(new ProgressType<WorkspaceDiagnosticReport>(), partialResultToken, this.rest);
    this.items = [];
    this.sent = performance.now();
  }
}
