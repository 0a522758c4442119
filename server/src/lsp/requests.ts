import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import type { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';
import type { Diagnostics } from './diagnostics.ts';
import { Cancelled, finishInSlices, isSteps } from '../service/index.ts';
import type { Handler, RequestContext } from './handlers/index.ts';
import { getDocumentUri, handlers } from './handlers/index.ts';
import type { Turns } from './platform.ts';
import type { Session } from './session.ts';
import type { SiteReader } from './sites.ts';

/** Its dependencies. */
interface Parts {
  readonly turns: Turns;
  readonly connection: Connection;
  readonly session: Session;
  readonly sites: SiteReader;
  /** What an answer is made from as of the newest edit; its work ends when the request is cancelled. */
  context(token: CancellationToken): RequestContext;
  /** Reports an error that the writer cannot fix; the server goes on. */
  logError(what: string, error: unknown): void;
}

/** Answers the client's requests, each for exactly the text it is about. */
export class Requests {
  constructor(private readonly parts: Parts) {}

  /** Answers every request that has a handler. */
  listen(): void {
    for (const handler of handlers)
      this.parts.connection.onRequest(handler.method, (params: unknown, token: CancellationToken) =>
        this.answer(handler, params, token),
      );
  }

  /** Answers clients that pull diagnostics. */
  listenToPulls(diagnostics: Diagnostics, workspaceDiagnostics: WorkspaceDiagnostics): void {
    const { connection } = this.parts;
    connection.onRequest(DocumentDiagnosticRequest.type, (params, token) =>
      this.withFallback(DocumentDiagnosticRequest.method, { kind: 'full', items: [] }, () =>
        diagnostics.pull(params, token),
      ),
    );
    connection.onRequest(WorkspaceDiagnosticRequest.type, (params, token) =>
      this.withFallback(WorkspaceDiagnosticRequest.method, { items: [] }, () =>
        workspaceDiagnostics.answer(params, token),
      ),
    );
  }

  /**
   * Answers at once, or, about the whole site, as soon as it is read as it is now. Where other documents change while
   * an answer about the site is made, it is made again; where the document itself changes, the request is refused.
   */
  private async answer(handler: Handler, params: unknown, token: CancellationToken): Promise<unknown> {
    const { session, sites, context } = this.parts;
    const uri = getDocumentUri(params);
    const document = uri && session.documents.get(uri);
    const isAboutSite = handler.dependsOnSite(params);
    if (!sites.isReady) await sites.whenReady();
    const isOutdated = (): boolean => document !== undefined && session.documents.get(uri!) !== document;
    for (;;) {
      if (isAboutSite) await Promise.race([sites.whenUpToDate(), whenCancelled(token)]);
      throwIfUnwanted(token, isOutdated);
      const { edits } = session;
      const watcher = { isCancelled: () => token.isCancellationRequested || isOutdated() };
      const answer = await this.withFallback(handler.method, null, () => {
        const found = handler.answer(context(token), params);
        return isSteps(found) ? finishInSlices(found, this.parts.turns.inForeground(watcher)) : found;
      });
      throwIfUnwanted(token, isOutdated);
      if (!isAboutSite || edits === session.edits) return answer;
    }
  }

  /** An answer, or another one where Galley fails; refusals go to the client as they are. */
  private async withFallback<Result>(
    what: string,
    fallback: Result,
    answer: () => Result | Promise<Result>,
  ): Promise<Result> {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof Cancelled) return fallback;
      this.parts.logError(what, error);
      return fallback;
    }
  }
}

function whenCancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}

function throwIfUnwanted(token: CancellationToken, isOutdated: () => boolean): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  if (isOutdated()) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text changed meanwhile.');
}
