import type { Request } from '../../server/src/protocol/index.ts';
import type { LanguageServer } from './languageServer.ts';

/** Asks the server one of Galley's own questions, waiting until it runs; rejects with a sentence for the writer when there is no answer. */
export async function ask<Params, Result>(server: LanguageServer, request: Request<Params, Result>, params: Params): Promise<Result> {
  const client = await server.running();
  try {
    return await client.sendRequest<Result>(request.method, params);
  } catch (error) {
    server.log.error(`${request.method}: ${String(error)}`);
    throw new Error('Galley\'s language server did not answer. Try again, or run "Galley: Show Output" to read why.', { cause: error });
  }
}
