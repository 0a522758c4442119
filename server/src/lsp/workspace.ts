import type { Connection } from 'vscode-languageserver';
import { readDirectory, readFile } from '../protocol/index.ts';
import type { Document, Workspace } from '../service/index.ts';
import { toCanonical } from '../service/index.ts';

/** No files at all. */
const emptyWorkspace: Workspace = { read: async () => undefined, list: async () => [] };

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

/** Local files as the server reads them itself, which is faster, and all others as another workspace does. */
export function preferLocal(local: Workspace | undefined, other: Workspace = emptyWorkspace): Workspace {
  const workspaceFor = (uri: string): Workspace => (local && uri.startsWith('file:') ? local : other);
  return { read: (uri) => workspaceFor(uri).read(uri), list: (uri) => workspaceFor(uri).list(uri) };
}

/** Files with the text of open documents in place of that on the disk. */
export function withOpenDocuments(open: ReadonlyMap<string, Document>, files: Workspace): Workspace {
  return {
    read: async (uri) => open.get(toCanonical(uri))?.text ?? files.read(uri),
    list: (uri) => files.list(uri),
  };
}
