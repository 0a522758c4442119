import type { Position } from './request.ts';

/** Client tells server where the caret is, some moments after an edit and whenever it moves after that. */
export const caretMoved = { method: 'galley/caretMoved' };

export interface CaretMovedParams {
  /** URI of the document that was edited last. */
  readonly uri: string;
  /** Absent when the caret is in no editor of it. */
  readonly position?: Position;
}
