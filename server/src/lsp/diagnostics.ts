import type {
  CancellationToken,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Analysis, OpenPost, Scheduler } from '../service/index.ts';
import { Cancelled, finishInSlices } from '../service/index.ts';
import type { ResponseContext } from './convert/responseContext.ts';
import { toDiagnostic } from './convert/toDiagnostic.ts';
import type { Platform, Turns } from './platform.ts';
import type { Session } from './session.ts';
import type { Typing } from './typing.ts';

/** How long diagnostics wait at most while edits keep coming. */
const maxDelayMs = 100;

interface CachedDiagnostics {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

/** Its dependencies. */
export interface DiagnosticsParts {
  readonly connection: Connection;
  readonly session: Session;
  readonly response: ResponseContext;
  readonly platform: Platform;
  readonly turns: Turns;
  readonly typing: Typing;
  /** An analysis of the newest snapshot. */
  analysis(): Analysis;
  /** Resolves once it is known which sites there are. */
  whenReady(): Promise<void>;
}

/**
 * Diagnostics of open documents, for clients that pull them and for those to which they are pushed; a text is checked
 * once, however often it is asked about.
 */
export class Diagnostics {
  private readonly cache = new WeakMap<OpenPost, CachedDiagnostics>();
  private readonly unsent = new Set<string>();
  private lastResultId = 0;
  private isSending = false;
  private isRefreshing = false;

  constructor(private readonly parts: DiagnosticsParts) {}

  /** Answers a pull for the newest text there is, once the edits that have already arrived are taken. */
  async pull(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    await this.parts.whenReady();
    await this.whenIdle();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    const found = await this.compute(textDocument.uri, () => token.isCancellationRequested);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    if (!found) return { kind: 'full', items: [] };
    const { resultId, items } = found;
    return resultId === previousResultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: [...items] };
  }

  /** A document was opened or changed. */
  onDocumentChange(uri: string): void {
    if (this.parts.response.client.pullsDiagnostics) return;
    this.unsent.add(uri);
    void this.send();
  }

  /** What was typed is finished: problems that waited are due, for which a client that pulls has to be called. */
  onTypingEnd(): void {
    const { client } = this.parts.response;
    if (client.pullsDiagnostics && client.refreshesDiagnostics) void this.refresh();
  }

  /** A document was closed: its problems go with it. The URI is as the client wrote it. */
  onDocumentClose(uri: string): void {
    if (!this.parts.response.client.pullsDiagnostics)
      void this.parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** The problems of every open document may be others now. */
  onEverythingChange(): void {
    const { client } = this.parts.response;
    if (client.pullsDiagnostics) {
      if (client.refreshesDiagnostics && this.parts.session.documents.size > 0) void this.refresh();
      return;
    }
    for (const uri of this.parts.session.documents.keys()) this.unsent.add(uri);
    void this.send();
  }

  /**
   * The problems of the newest text of a document: where it changes meanwhile, those of the older text are dropped.
   * Undefined for a document that is not open, and when it is cancelled.
   */
  private async compute(
    uri: string,
    isCancelled: () => boolean = () => false,
  ): Promise<(CachedDiagnostics & { readonly version: number }) | undefined> {
    const { session, turns } = this.parts;
    for (;;) {
      const post = session.post(uri);
      if (!post || isCancelled()) return undefined;
      const { document } = post;
      const isOutdated = (): boolean => session.documents.get(document.uri) !== document;
      const watcher = { isCancelled: () => isCancelled() || isOutdated() };
      const found = this.cache.get(post) ?? (await this.check(post, turns.inForeground(watcher)));
      if (found && !isOutdated()) return { ...found, version: document.version };
    }
  }

  private async check(post: OpenPost, scheduler: Scheduler): Promise<CachedDiagnostics | undefined> {
    const { response, analysis } = this.parts;
    try {
      const found = await finishInSlices(analysis().problems(post.document.uri), scheduler);
      const finished = this.parts.typing.withoutUnfinished(post, found);
      const items = finished.map((problem) => toDiagnostic(response, post.document, problem));
      const fresh = { items, resultId: String(++this.lastResultId) };
      this.cache.set(post, fresh);
      return fresh;
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      throw error;
    }
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      await this.parts.whenReady();
      while (this.unsent.size > 0) {
        await this.whenIdle();
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
      const found = await this.compute(uri);
      if (!found) return;
      await this.parts.connection.sendDiagnostics({
        uri: this.parts.response.clientUri(uri),
        version: found.version,
        diagnostics: [...found.items],
      });
    } catch (error) {
      this.parts.connection.console.error(`Galley could not check ${uri}: ${String(error)}`);
    }
  }

  private async refresh(): Promise<void> {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    await this.whenIdle();
    this.isRefreshing = false;
    await this.parts.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** Waits until a turn of the event loop brings no further edit. */
  private async whenIdle(): Promise<void> {
    const started = performance.now();
    let { edits } = this.parts.session;
    for (;;) {
      await this.parts.platform.yieldToEventLoop();
      await this.parts.platform.yieldToEventLoop();
      if (edits === this.parts.session.edits || performance.now() - started > maxDelayMs) return;
      ({ edits } = this.parts.session);
    }
  }
}
