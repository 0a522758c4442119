import type { Range as LspRange } from 'vscode-languageserver';
import type { Document, Range } from '../../service/index.ts';

/** Lines and columns of a range of offsets. */
export function toRange(document: Document, { start, end }: Range): LspRange {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A range with room for another one in it: LSP wants an outer range to hold the inner one. */
export function toOuterRange(document: Document, outer: Range, inner: Range): LspRange {
  return toRange(document, { start: Math.min(outer.start, inner.start), end: Math.max(outer.end, inner.end) });
}
