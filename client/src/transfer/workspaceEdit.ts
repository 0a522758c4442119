import type { TextDocument } from 'vscode';
import { WorkspaceEdit } from 'vscode';
import type { InsertResult } from '../../../server/src/protocol/index.ts';
import { toRange } from '../server/ranges.ts';

/** Converts planned edits of a document into the additional edit of a paste or drop. */
export function toWorkspaceEdit(document: TextDocument, edits: InsertResult['edits']): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
  return edit;
}
