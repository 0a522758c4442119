import { l10n } from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import type { Refusal, Request } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from './languageServer.ts';

/**
 * Sends one of Galley's own requests once the server runs; rejects with a sentence for the writer when there is no
 * answer.
 */
export async function sendRequest<Params, Result>(
  server: LanguageServer,
  request: Request<Params, Result>,
  params: Params,
): Promise<Result> {
  const client = await server.whenRunning();
  try {
    return await client.sendRequest<Result>(request.method, params);
  } catch (error) {
    server.log.error(`${request.method}: ${String(error)}`);
    throw new Error(
      l10n.t('Galley’s language server did not answer. Try again, or run “Galley: Show Output” to read why.'),
      { cause: error },
    );
  }
}

/** Whether a request was refused because the text that it is about changed before it was answered. */
export function isTextChanged(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof ResponseError && cause.code === LSPErrorCodes.ContentModified;
}

/** Sends a request for a plan; answers a refusal, a sentence for the writer, where the server failed at it. */
export async function requestPlan<Params, Plan extends object>(
  server: LanguageServer,
  request: Request<Params, Plan | Refusal>,
  params: Params,
): Promise<Plan | Refusal> {
  const answer: Plan | Refusal | null = await sendRequest(server, request, params);
  return answer ?? { refusal: l10n.t('Galley failed at that. Run “Galley: Show Output” to read why.') };
}

/**
 * Sends a request whose answer is only shown while it is true; null when the server does not run or fails, as while the
 * text changes.
 */
export async function requestIfRunning<Params, Result>(
  server: LanguageServer,
  request: Request<Params, Result>,
  params: Params,
): Promise<Result | null> {
  if (server.state !== 'running') return null;
  try {
    const client = await server.whenRunning();
    return await client.sendRequest<Result>(request.method, params);
  } catch {
    return null;
  }
}
