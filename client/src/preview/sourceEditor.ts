import type { TextDocument, TextEditor } from 'vscode';
import { Range, Selection, TextEditorRevealType, ViewColumn, window } from 'vscode';

/** Finds a visible editor of a document. */
export function findEditor(document: TextDocument): TextEditor | undefined {
  return window.visibleTextEditors.find((editor) => editor.document === document);
}

/** The first line that an editor shows, from 0. */
export function getTopLine(editor: TextEditor): number {
  return editor.visibleRanges[0]?.start.line ?? 0;
}

/** An empty range at the start of a line, from 0; a fraction is rounded down, a line beyond the end is the last one. */
export function toLineStart(document: TextDocument, line: number): Range {
  const { start } = document.lineAt(Math.min(Math.max(0, Math.floor(line)), document.lineCount - 1)).range;
  return new Range(start, start);
}

/** Moves the caret to a line in an editor of the document, one that is visible or else one next to the preview. */
export async function revealLine(
  document: TextDocument,
  { line, focus }: { readonly line: number; readonly focus: 'editor' | 'preview' },
  previewColumn: ViewColumn | undefined,
): Promise<void> {
  const viewColumn =
    findEditor(document)?.viewColumn ?? (previewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One);
  const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: focus === 'preview' });
  const range = toLineStart(document, line);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
