import type {
  Connection,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { ProgressType } from 'vscode-languageserver';

/** How long findings are gathered before they are sent on, in milliseconds. */
const oneMessage = 100;

/** An answer about many posts on its way to the client: in parts, where the client takes parts. */
export class Report {
  /** Whether the client is told anything that it does not know. */
  hasNews = false;
  private readonly known: Map<string, string>;
  private items: WorkspaceDiagnosticReport['items'] = [];
  private sent = performance.now();

  constructor(
    private readonly connection: Connection,
    private readonly params: WorkspaceDiagnosticParams,
  ) {
    this.known = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
  }

  /** What the client was not sent yet. */
  get rest(): WorkspaceDiagnosticReport {
    return { items: this.items };
  }

  /** Adds what was found in a document (diagnostics as JSON), if the client needs to hear of it. */
  add(uri: string, version: number | null, resultId: string, json: string): void {
    const before = this.known.get(uri);
    this.known.delete(uri);
    if (before === undefined && json === '[]') return;
    if (before === resultId) this.items.push({ kind: 'unchanged', uri, version, resultId });
    else this.tell({ kind: 'full', uri, version, resultId, items: JSON.parse(json) as Diagnostic[] });
  }

  /** Takes back what the client knows of files that are no posts any more. */
  end(): void {
    for (const uri of this.known.keys()) this.tell({ kind: 'full', uri, version: null, items: [] });
  }

  private tell(found: WorkspaceFullDocumentDiagnosticReport): void {
    this.hasNews = true;
    this.items.push(found);
    const { partialResultToken } = this.params;
    if (partialResultToken === undefined || performance.now() - this.sent < oneMessage) return;
    void this.connection.sendProgress(new ProgressType<WorkspaceDiagnosticReport>(), partialResultToken, this.rest);
    this.items = [];
    this.sent = performance.now();
  }
}
