import type { CancellationToken } from 'vscode';
import type { Request } from '../../server/src/protocol/index.ts';
import type { LanguageServer } from './languageServer.ts';

/** Asks the server one of Galley's own questions, waiting until it runs; rejects with a sentence when it does not or cannot answer. */
export async function ask<Params, Result>(
  server: LanguageServer,
  request: Request<Params, Result>,
  params: Params,
  token?: CancellationToken,
): Promise<Result> {
  const client = await server.running();
  return client.sendRequest<Result>(request.method, params, token);
}
