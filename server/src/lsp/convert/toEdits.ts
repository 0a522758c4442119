import type { CodeAction, TextEdit as LspTextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Action, Document, DocumentEdit, TextEdit } from '../../service/index.ts';
import type { ResponseContext } from './responseContext.ts';
import { toDiagnostic } from './toDiagnostic.ts';
import { toRange } from './toRange.ts';

/** Edits whose ranges are offsets into `document`. */
export function toTextEdits(document: Document, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map(({ range, newText }) => ({ range: toRange(document, range), newText }));
}

/** One undoable edit of several documents, of which the client knows only those it has open by their version. */
export function toWorkspaceEdit(
  { client, clientUri, isOpen }: ResponseContext,
  changes: readonly DocumentEdit[],
): WorkspaceEdit {
  if (!client.versionsEdits)
    return {
      changes: Object.fromEntries(
        changes.map(({ document, edits }) => [clientUri(document.uri), toTextEdits(document, edits)]),
      ),
    };
  return {
    documentChanges: changes.map(({ document, edits }) => ({
      textDocument: { uri: clientUri(document.uri), version: isOpen(document.uri) ? document.version : null },
      edits: toTextEdits(document, edits),
    })),
  };
}

/** An action with its edit, bound to the diagnostic it fixes. */
export function toCodeAction(response: ResponseContext, document: Document, action: Action): CodeAction {
  return {
    title: action.title,
    kind: action.kind,
    edit: toWorkspaceEdit(response, [{ document, edits: action.edits }]),
    ...(action.problem && { diagnostics: [toDiagnostic(response, document, action.problem)] }),
    ...(action.preferred && { isPreferred: true }),
  };
}
