import type { Connection } from 'vscode-languageserver';
import { readDirectory, readFile } from '../protocol/index.ts';
import type { Document, Workspace } from '../service/index.ts';
import { canonical } from '../service/index.ts';

/** No files at all. */
const nothing: Workspace = { read: async () => undefined, list: async () => [] };

/** Files as the client sees them, wherever they are; what it cannot read counts as absent. */
export function clientWorkspace(connection: Connection): Workspace {
  return {
    read: async (uri) => {
      const answer: unknown = await connection.sendRequest(readFile.method, { uri }).catch(() => null);
      return typeof answer === 'string' ? answer : undefined;
    },
    list: async (uri) => {
      const answer: unknown = await connection.sendRequest(readDirectory.method, { uri }).catch(() => []);
      return Array.isArray(answer) ? answer : [];
    },
  };
}

/** Local files by the server itself, which is quicker, and the rest by whoever can. */
export function localFirst(local: Workspace | undefined, other: Workspace = nothing): Workspace {
  const whose = (uri: string): Workspace => (local && uri.startsWith('file:') ? local : other);
  return { read: (uri) => whose(uri).read(uri), list: (uri) => whose(uri).list(uri) };
}

/** Files with the text of open documents instead of what the disk still has. */
export function withOpenDocuments(open: ReadonlyMap<string, Document>, files: Workspace): Workspace {
  return {
    read: async (uri) => open.get(canonical(uri))?.text ?? files.read(uri),
    list: (uri) => files.list(uri),
  };
}
