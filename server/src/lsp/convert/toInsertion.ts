import type { InsertResult } from '../../protocol/index.ts';
import type { Insertion } from '../../service/index.ts';
import { applyEdits, Document } from '../../service/index.ts';
import { toTextEdits } from './toEdits.ts';
import { toRange } from './toRange.ts';

/** An insertion in lines and columns; the caret's are those of the text after it. */
export function toInsertion(document: Document, { edits, caret, snippet, isUsual }: Insertion): InsertResult {
  const after =
    caret === undefined ? undefined : new Document(document.uri, 0, applyEdits(document.text, edits)).positionAt(caret);
  return {
    edits: toTextEdits(document, edits),
    ...(after && { caret: after }),
    ...(isUsual && { isUsual }),
    ...(snippet && { snippet: { range: toRange(document, snippet.range), text: snippet.text } }),
  };
}
