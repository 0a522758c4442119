import type { TextDocument, TextEditor } from 'vscode';
import { Range, Selection, TextEditorRevealType, ViewColumn, window } from 'vscode';

/** A visible editor of a document. */
export function findEditor(document: TextDocument): TextEditor | undefined {
  return window.visibleTextEditors.find((editor) => editor.document === document);
}

/** The first line an editor shows, from 0. */
export function getTopLine(editor: TextEditor): number {
  return editor.visibleRanges[0]?.start.line ?? 0;
}

/** The start of a line; lines beyond the document are its last. */
export function toLineStart(document: TextDocument, line: number): Range {
  const { start } = document.lineAt(Math.min(Math.max(0, Math.floor(line)), document.lineCount - 1)).range;
  return new Range(start, start);
}

/** Puts the caret on a line in an editor of the document, one that is open or else one beside the preview. */
export async function revealLine(
  document: TextDocument,
  line: number,
  focus: 'editor' | 'preview',
  previewColumn?: ViewColumn,
): Promise<void> {
  const viewColumn =
    findEditor(document)?.viewColumn ?? (previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: focus === 'preview' });
  const { start } = toLineStart(document, line);
  editor.selection = new Selection(start, start);
  editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
}
