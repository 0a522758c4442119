import type { Range } from './range.ts';

/** Replaces the text in a range; an insertion has an empty one. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * Returns the text with the edits applied. Their ranges are offsets into the text before any of them; insertions at one
 * place keep their order, and an edit that overlaps an earlier one is left out.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.range.start < at) continue;
    result += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return result + text.slice(at);
}
