import { l10n, Uri, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode';
import type { FileCopy } from '../../../server/src/protocol/index.ts';

/** Has an edit make files copies of others, byte for byte; files that exist stay as they are. Rejects when one cannot be read. */
export async function addFileCopies(edit: WorkspaceEdit, copies: readonly FileCopy[]): Promise<void> {
  const contents = await Promise.all(copies.map(({ from }) => readBytes(Uri.parse(from))));
  for (const [index, { uri }] of copies.entries())
    edit.createFile(Uri.parse(uri), { contents: contents[index]!, ignoreIfExists: true });
}

async function readBytes(uri: Uri): Promise<Uint8Array> {
  try {
    return await workspace.fs.readFile(uri);
  } catch (error) {
    throw new Error(l10n.t('{0} cannot be read, so nothing was copied.', workspace.asRelativePath(uri)), {
      cause: error,
    });
  }
}
