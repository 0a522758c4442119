import type { ProtocolRequestType, ServerCapabilities, TextDocumentIdentifier } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Refusal, Request } from '../../protocol/index.ts';
import type { Analysis, Document, SentPostLists, Steps } from '../../service/index.ts';
import { isSteps, toCanonical } from '../../service/index.ts';
import type { ResponseContext } from '../convert/responseContext.ts';

/** What an answer is made from besides the parameters of its request. */
export interface RequestContext {
  readonly analysis: Analysis;
  readonly response: ResponseContext;
  /** What was left out of the sites: one sentence for each. */
  omissions(): readonly string[];
  /** The lists of posts that the client has. */
  readonly sentPostLists: SentPostLists;
}

/** One request: its method, what it adds to the capabilities, and the answer. */
export interface Handler {
  readonly method: string;
  readonly capability: ServerCapabilities;
  /**
   * Whether the answer depends on all posts, as files and open documents have them now, and so waits until they are
   * read.
   */
  dependsOnSite(params: unknown): boolean;
  /** The answer, a promise of it, or steps to one of these. */
  answer(context: RequestContext, params: unknown): unknown;
}

/** An answer, or how to come to it: in time, or in steps between which other requests are answered. */
type Answer<Result> = Result | Promise<Result> | Steps<Result>;

/** Handles a request of LSP about an open document, which is read before; the answer is null for a document that the client never opened. */
export function documentRequest<
  Params extends { textDocument: TextDocumentIdentifier },
  Result,
  Partial,
  Failure,
  Options,
>(
  { method }: ProtocolRequestType<Params, Result, Partial, Failure, Options>,
  capability: ServerCapabilities,
  answer: (context: RequestContext, document: Document, params: Params) => Answer<Result>,
): Handler {
  return {
    method,
    capability,
    dependsOnSite: () => false,
    *answer(context, unknownParams) {
      const params = unknownParams as Params;
      const document = context.analysis.document(params.textDocument.uri);
      if (!document) return null;
      yield* context.analysis.prepare(document.uri);
      const found = answer(context, document, params);
      return isSteps(found) ? yield* found : found;
    },
  };
}

/** Handles a request that is not about one open document, or one of Galley's own. */
export function workspaceRequest<Params, Result>(
  { method }: Request<Params, Result>,
  answer: (context: RequestContext, params: Params) => Answer<Result>,
  capability: ServerCapabilities = {},
): Handler {
  return {
    method,
    capability,
    dependsOnSite: () => false,
    answer: (context, params) => answer(context, params as Params),
  };
}

/**
 * A handler of requests about all posts, or whose answer a writer keeps: it is given once, so it must not be given too
 * early.
 */
export function dependingOnSite(handler: Handler, dependsOnSite: (params: unknown) => boolean = () => true): Handler {
  return { ...handler, dependsOnSite };
}

/** The canonical URI of the document whose text a request is about: an answer about another text would be wrong. */
export function getDocumentUri(params: unknown): string | undefined {
  const { textDocument, uri, selection, ranges } = params as {
    readonly textDocument?: { readonly uri: string };
    readonly uri?: string;
    readonly selection?: unknown;
    readonly ranges?: unknown;
  };
  const documentUri = textDocument?.uri ?? (selection || ranges ? uri : undefined);
  return documentUri === undefined ? undefined : toCanonical(documentUri);
}

/** The result, or an error whose sentence the editor shows. */
export function throwIfRefused<Result extends object>(result: Result | Refusal | undefined): Result | undefined {
  if (result && 'refusal' in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refusal);
  return result;
}
