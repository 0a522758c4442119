import type { WorkspaceEdit } from 'vscode';
import { l10n, Uri, workspace } from 'vscode';
import type { FileCopy } from '../../../server/src/protocol/index.ts';

/**
 * Adds the creation of copies, byte for byte, to an edit; files that exist stay as they are. Rejects with a sentence
 * for the writer when one cannot be read.
 */
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
