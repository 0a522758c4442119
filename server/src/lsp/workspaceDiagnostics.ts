import type {
  CancellationToken,
  Connection,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis, CheckedFile } from '../service/index.ts';
import { CheckRecord } from '../service/index.ts';
import type { ResponseContext } from './convert/responseContext.ts';
import { toDiagnostic } from './convert/toDiagnostic.ts';
import { startProgress } from './progress.ts';
import { WorkspaceReport } from './workspaceReport.ts';
import type { SiteReader } from './sites.ts';

/** What was found in a file, in little memory. */
interface CachedDiagnostics {
  readonly resultId: string;
  /** The diagnostics as JSON, which takes less memory than objects. */
  readonly json: string;
}

/** Its dependencies. */
interface Parts {
  readonly connection: Connection;
  readonly sites: SiteReader;
  readonly response: ResponseContext;
  /** An analysis of the newest snapshot, which is cancelled together with the request. */
  analysis(token: CancellationToken): Analysis;
}

/**
 * Diagnostics of all posts, open or not, for clients that pull them; only files whose problems may be others are
 * checked again.
 */
export class WorkspaceDiagnostics {
  private readonly cache = new Map<string, CachedDiagnostics>();
  private readonly record = new CheckRecord();
  private lastResultId = 0;
  private hasAnswered = false;
  private notifyChange: () => void = () => {};

  constructor(private readonly parts: Parts) {}

  /** Posts, settings or sites may have changed, and the texts of these files (canonical URIs). */
  onChange(uris: readonly string[] = []): void {
    this.record.invalidate(uris);
    this.notifyChange();
  }

  /**
   * Checks what is to be checked and answers with what the client does not know; a client that knows everything waits
   * for the next change.
   */
  async answer(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    for (;;) {
      const change = new Promise<void>((resolve) => {
        this.notifyChange = resolve;
        token.onCancellationRequested(() => resolve());
      });
      const report = await this.check(params, token);
      if (report.hasNews || !this.hasAnswered) {
        this.hasAnswered = true;
        return report.rest;
      }
      await change;
    }
  }

  private async check(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceReport> {
    const { connection, sites, response } = this.parts;
    let isStopped = false;
    const progress = startProgress(connection, 'Galley: checking posts', () => (isStopped = true));
    try {
      await sites.whenUpToDate();
      const analysis = this.parts.analysis(token);
      const report = new WorkspaceReport(connection, params);
      const uris = analysis.checkableFiles();
      let done = 0;
      for await (const file of analysis.check(uris, this.record)) {
        if (isStopped)
          throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Stopped by the writer.', { retriggerRequest: false });
        const { resultId, json } = this.compute(file);
        report.add(response.clientUri(file.uri), analysis.document(file.uri)?.version ?? null, resultId, json);
        progress.report(++done, uris.length);
      }
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      report.end();
      return report;
    } finally {
      progress.end();
    }
  }

  private compute(file: CheckedFile): CachedDiagnostics {
    const previous = this.cache.get(file.uri);
    if (previous && file.status === 'unchanged') return previous;
    const found = file.status === 'checked' ? file : undefined;
    const items = found?.problems.map((problem) => toDiagnostic(this.parts.response, found.document, problem)) ?? [];
    const json = JSON.stringify(items);
    const fresh = previous?.json === json ? previous : { resultId: String(++this.lastResultId), json };
    this.cache.set(file.uri, fresh);
    return fresh;
  }
}
