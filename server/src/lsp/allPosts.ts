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
import { progressLater } from './progress.ts';
import { Report } from './report.ts';
import type { SiteReader } from './sites.ts';

/** What was found in a file. */
interface Verdict {
  readonly resultId: string;
  /** The diagnostics: many posts have none, and this is the smallest that the others can be kept in. */
  readonly json: string;
}

/** What it works with. */
interface Parts {
  readonly connection: Connection;
  readonly sites: SiteReader;
  readonly response: ResponseContext;
  /** An analysis of the newest snapshot, which is cancelled together with the request. */
  analysis(token: CancellationToken): Analysis;
}

/** Problems of all posts, open or not, for clients that ask; only what may be judged otherwise is checked again. */
export class AllPosts {
  private readonly verdicts = new Map<string, Verdict>();
  private readonly record = new CheckRecord();
  private verdictsSoFar = 0;
  private hasAnswered = false;
  private changed: () => void = () => {};

  constructor(private readonly parts: Parts) {}

  /** Posts, settings or sites may have changed, and the texts of these files (canonical URIs). */
  noticeChange(uris: readonly string[] = []): void {
    this.record.invalidate(uris);
    this.changed();
  }

  /** Checks what is to be checked and answers with what the client does not know; one that knows everything waits for news. */
  async answer(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    for (;;) {
      const change = new Promise<void>((resolve) => {
        this.changed = resolve;
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

  private async check(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<Report> {
    const { connection, sites, response } = this.parts;
    let isStopped = false;
    const progress = progressLater(connection, 'Galley: checking posts', () => (isStopped = true));
    try {
      await sites.settled();
      const analysis = this.parts.analysis(token);
      const report = new Report(connection, params);
      const uris = analysis.checkableFiles();
      let done = 0;
      for await (const file of analysis.check(uris, this.record)) {
        if (isStopped)
          throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Stopped by the writer.', { retriggerRequest: false });
        const { resultId, json } = this.verdictOn(file);
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

  private verdictOn(file: CheckedFile): Verdict {
    const previous = this.verdicts.get(file.uri);
    if (previous && file.status === 'unchanged') return previous;
    const found = file.status === 'checked' ? file : undefined;
    const items = found?.problems.map((problem) => toDiagnostic(this.parts.response, found.document, problem)) ?? [];
    const json = JSON.stringify(items);
    const verdict = previous?.json === json ? previous : { resultId: String(++this.verdictsSoFar), json };
    this.verdicts.set(file.uri, verdict);
    return verdict;
  }
}
