import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { fromInitializeParams } from './convert/fromProtocol.ts';
import { handlers } from './handlers/index.ts';

const anyFile = { filters: [{ pattern: { glob: '**/*' } }] };
const folders = { filters: [{ pattern: { glob: '**', matches: 'folder' as const } }] };
/**
 * What the server can do for a client. Galley's own client asks for the problems of all posts when the writer does, and
 * not again and again as its library would.
 */
export function createCapabilities(params: InitializeParams): ServerCapabilities {
  const pulls = params.capabilities.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: anyFile, willRename: anyFile, didRename: folders, didDelete: folders },
    },
    ...(pulls && {
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: !fromInitializeParams(params).isGalley },
    }),
    ...(Object.assign({}, ...handlers.map(({ capability }) => capability)) as ServerCapabilities),
  };
}
