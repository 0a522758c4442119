import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Environment, OpenPost } from '../service/index.ts';
import { problems } from '../service/index.ts';
import type { Platform } from './platform.ts';
import type { Session } from './session.ts';
import type { Recipient } from './convert/toProtocol.ts';
import { toDiagnostic } from './convert/toProtocol.ts';

/** While edits keep coming, a verdict is put off for at most this many milliseconds. */
const longestDelay = 100;

interface Verdict {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** Problems for clients that ask (pull) and for those that are told (push); a text is judged once, however often it is asked about. */
export class Diagnostics {
  private readonly verdicts = new WeakMap<OpenPost, Verdict>();
  private readonly unsent = new Set<string>();
  private verdictsSoFar = 0;
  private isSending = false;
  private isRefreshing = false;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly recipient: Recipient,
    private readonly platform: Platform,
    private readonly ready: () => Promise<void>,
  ) {}

  /** Answers a pull for the newest text there is, once the edits that are already on their way are taken in. */
  async pull(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.ready();
    await this.quiet();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const post = this.session.post(textDocument.uri);
    if (!post) return { kind: 'full', items: [] };
    const { resultId, items } = this.verdict(post);
    return resultId === previousResultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: [...items] };
  }

  /** What is wrong with an open post. */
  of(post: OpenPost): readonly Diagnostic[] {
    return this.verdict(post).items;
  }

  /** A document was opened or changed. */
  changed(uri: string): void {
    if (this.recipient.client.pullsDiagnostics) return;
    this.unsent.add(uri);
    void this.send();
  }

  /** A document was closed: its problems go with it. The URI is the client's spelling. */
  closed(uri: string): void {
    if (!this.recipient.client.pullsDiagnostics) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Every open document may be judged otherwise now. */
  everythingChanged(): void {
    const { client } = this.recipient;
    if (client.pullsDiagnostics) {
      if (client.refreshesDiagnostics && this.session.documents.size > 0) void this.refresh();
      return;
    }
    for (const uri of this.session.documents.keys()) this.unsent.add(uri);
    void this.send();
  }

  private get environment(): Environment {
    return { now: Date.now(), timeZone: this.recipient.client.timeZone };
  }

  private verdict(post: OpenPost): Verdict {
    const known = this.verdicts.get(post);
    if (known) return known;
    const items = problems(post, this.environment).map((problem) =>
      toDiagnostic(this.recipient, post.document, problem),
    );
    const verdict = { items, resultId: String(++this.verdictsSoFar) };
    this.verdicts.set(post, verdict);
    return verdict;
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      await this.ready();
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
      const post = this.session.post(uri);
      if (!post) return;
      const { version } = post.document;
      await this.connection.sendDiagnostics({
        uri: this.recipient.spelling(uri),
        version,
        diagnostics: [...this.verdict(post).items],
      });
    } catch (error) {
      this.connection.console.error(`Galley could not check ${uri}: ${String(error)}`);
    }
  }

  private async refresh(): Promise<void> {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    await this.quiet();
    this.isRefreshing = false;
    await this.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** Waits until a turn of the event loop brings no further edit. */
  private async quiet(): Promise<void> {
    const started = performance.now();
    let { edits } = this.session;
    for (;;) {
      await this.platform.yieldToEventLoop();
      await this.platform.yieldToEventLoop();
      if (edits === this.session.edits || performance.now() - started > longestDelay) return;
      ({ edits } = this.session);
    }
  }
}
