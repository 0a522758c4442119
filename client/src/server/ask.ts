import { l10n } from 'vscode';
import type { Refusal, Request } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from './languageServer.ts';

/** Asks the server one of Galley's own questions, waiting until it runs; rejects with a sentence for the writer when there is no answer. */
export async function ask<Params, Result>(
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

/** The same for a plan: what speaks against it, in a sentence for the writer, where there is none. */
export async function askForPlan<Params, Plan extends object>(
  server: LanguageServer,
  request: Request<Params, Plan | Refusal>,
  params: Params,
): Promise<Plan | Refusal> {
  const answer: Plan | Refusal | null = await ask(server, request, params);
  return answer ?? { refusal: l10n.t('Galley failed at that. Run “Galley: Show Output” to read why.') };
}
