import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis, OpenPost } from '../service/index.ts';
import type { ResponseContext } from './convert/responseContext.ts';
import { toDiagnostic } from './convert/toDiagnostic.ts';
import type { Platform } from './platform.ts';
import type { Session } from './session.ts';

/** While edits keep coming, a verdict is put off for at most this many milliseconds. */
const longestDelay = 100;

interface Verdict {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** What it works with. */
export interface DiagnosticsParts {
  readonly connection: Connection;
  readonly session: Session;
  readonly response: ResponseContext;
  readonly platform: Platform;
  /** An analysis of the newest snapshot. */
  analysis(): Analysis;
  /** Resolves once it is known which sites there are. */
  ready(): Promise<void>;
}

/** Problems for clients that ask (pull) and for those that are told (push); a text is judged once, however often it is asked about. */
export class Diagnostics {
  private readonly verdicts = new WeakMap<OpenPost, Verdict>();
  private readonly unsent = new Set<string>();
  private verdictsSoFar = 0;
  private isSending = false;
  private isRefreshing = false;

  constructor(private readonly parts: DiagnosticsParts) {}

  /** Answers a pull for the newest text there is, once the edits that are already on their way are taken in. */
  async pull(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.parts.ready();
    await this.quiet();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const post = this.parts.session.post(textDocument.uri);
    if (!post) return { kind: 'full', items: [] };
    const { resultId, items } = this.verdict(post);
    return resultId === previousResultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: [...items] };
  }

  /** A document was opened or changed. */
  changed(uri: string): void {
    if (this.parts.response.client.pullsDiagnostics) return;
    this.unsent.add(uri);
    void this.send();
  }

  /** A document was closed: its problems go with it. The URI is the client's spelling. */
  closed(uri: string): void {
    if (!this.parts.response.client.pullsDiagnostics)
      void this.parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Every open document may be judged otherwise now. */
  everythingChanged(): void {
    const { client } = this.parts.response;
    if (client.pullsDiagnostics) {
      if (client.refreshesDiagnostics && this.parts.session.documents.size > 0) void this.refresh();
      return;
    }
    for (const uri of this.parts.session.documents.keys()) this.unsent.add(uri);
    void this.send();
  }

  private verdict(post: OpenPost): Verdict {
    const known = this.verdicts.get(post);
    if (known) return known;
    const { response, analysis } = this.parts;
    const found = analysis().problems(post.document.uri);
    const items = found.map((problem) => toDiagnostic(response, post.document, problem));
    const verdict = { items, resultId: String(++this.verdictsSoFar) };
    this.verdicts.set(post, verdict);
    return verdict;
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      await this.parts.ready();
      while (this.unsent.size > 0) {
        await this.quiet();
        const [uri] = this.unsent;
        this.unsent.delete(uri!);
        await this.sendOne(uri!);
      }
    } finally {
      this.isSending = false;
    }
  }

  private async sendOne(uri: string): Promise<void> {
    try {
      const post = this.parts.session.post(uri);
      if (!post) return;
      const { version } = post.document;
      await this.parts.connection.sendDiagnostics({
        uri: this.parts.response.clientUri(uri),
        version,
        diagnostics: [...this.verdict(post).items],
      });
    } catch (error) {
      this.parts.connection.console.error(`Galley could not check ${uri}: ${String(error)}`);
    }
  }

  private async refresh(): Promise<void> {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    await this.quiet();
    this.isRefreshing = false;
    await this.parts.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** Waits until a turn of the event loop brings no further edit. */
  private async quiet(): Promise<void> {
    const started = performance.now();
    let { edits } = this.parts.session;
    for (;;) {
      await this.parts.platform.yieldToEventLoop();
      await this.parts.platform.yieldToEventLoop();
      if (edits === this.parts.session.edits || performance.now() - started > longestDelay) return;
      ({ edits } = this.parts.session);
    }
  }
}
