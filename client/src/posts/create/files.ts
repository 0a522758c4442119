import { l10n, Position, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { NewPostResult } from '../../../../server/src/protocol/index.ts';
import { moveCaret } from '../../editing/insertion.ts';
import { addFileCopies } from '../fileCopies.ts';
import type { NewFolders } from '../newFolders.ts';

/**
 * Creates the files of a new post as one step and opens the post where writing starts; rejects with a sentence for the
 * writer where that cannot be.
 */
export async function createFiles(plan: NewPostResult, newFolders: NewFolders): Promise<Uri> {
  const { path, cursor, exists } = plan;
  if (exists) throw new Error(l10n.t('{0} exists already. Choose another title.', path));
  const file = Uri.parse(plan.uri);
  const edit = await toWorkspaceEdit(plan);
  await newFolders.remember(file);
  if (!(await workspace.applyEdit(edit)))
    throw new Error(l10n.t('{0} could not be created. Check that its folder can be written to.', path));
  const editor = await window.showTextDocument(file, { preview: false });
  moveCaret(editor, new Position(cursor.line, cursor.character));
  return file;
}

async function toWorkspaceEdit({ uri, text, additionalFiles }: NewPostResult): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit();
  const encoder = new TextEncoder();
  edit.createFile(Uri.parse(uri), { contents: encoder.encode(text) });
  for (const each of additionalFiles)
    if ('text' in each)
      edit.createFile(Uri.parse(each.uri), { contents: encoder.encode(each.text), ignoreIfExists: true });
  await addFileCopies(
    edit,
    additionalFiles.filter((each) => 'from' in each),
  );
  return edit;
}
