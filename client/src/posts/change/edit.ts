import type { TextDocument, WorkspaceEdit } from 'vscode';
import { commands, Uri, workspace } from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import type { ChangedPost, ChangePostsResult } from '../../../../server/src/protocol/index.ts';
import { addFileCopies } from '../fileCopies.ts';
import type { LinkUpdate } from './linkUpdate.ts';

/**
 * Converts a plan into the edit of VS Code that carries it out. A copy is created with its text: inserted afterwards,
 * that would get the line ends of this computer.
 */
export async function toWorkspaceEdit(
  { protocol2CodeConverter }: BaseLanguageClient,
  { edit, posts, copies }: ChangePostsResult,
  linkUpdate: LinkUpdate,
): Promise<WorkspaceEdit> {
  const { changeAnnotations = {}, documentChanges = [] } = edit as ProtocolEdit;
  const needsConfirmation = linkUpdate === 'preview';
  const annotations = Object.entries(changeAnnotations).map(
    ([id, annotation]) => [id, { ...annotation, needsConfirmation }] as const,
  );
  const changes = documentChanges.filter(
    (each) => linkUpdate !== 'none' || 'kind' in each || posts.some(({ uri }) => uri === each.textDocument.uri),
  );
  const converted = await protocol2CodeConverter.asWorkspaceEdit({
    documentChanges: changes,
    changeAnnotations: Object.fromEntries(annotations),
  });
  for (const { uri, created } of posts)
    if (created !== undefined) converted.createFile(Uri.parse(uri), { contents: new TextEncoder().encode(created) });
  await addFileCopies(converted, copies);
  return converted;
}

/**
 * Makes one undo in the post's editor take back all of an edit. VS Code keeps what undo needs by file: it drops the
 * move of a file that is opened only afterwards, where that name was undone before, so the file is opened first; and
 * the move of a folder is none of the post's own steps, so the post gets one that replaces its first line with itself.
 */
export async function addUndoStep(edit: WorkspaceEdit, { from, uri, path }: ChangedPost): Promise<void> {
  const target = Uri.parse(uri);
  await commands.executeCommand('vscode.open', Uri.parse(from), { preview: false });
  const document = findOpenDocument(Uri.parse(from));
  if (!document || edit.get(target).length > 0) return;
  const { rangeIncludingLineBreak } = document.lineAt(0);
  // Without a label VS Code leaves out an edit that changes nothing.
  edit.replace(target, rangeIncludingLineBreak, document.getText(rangeIncludingLineBreak), {
    label: path,
    needsConfirmation: false,
  });
}

/** The open document of a file. */
export function findOpenDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
