import type { CreateFile, RenameFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type { ChangePostResult } from '../protocol/index.ts';
import type { PostPlan } from '../service/index.ts';
import type { Recipient } from './toProtocol.ts';
import { toEdits } from './toProtocol.ts';

const annotationId = 'galley';

/**
 * A planned change of a post as one edit of the workspace. Each part bears an annotation, so that a client can have all of them
 * confirmed before they are made.
 */
export function toPostPlan({ spelling }: Recipient, { uri, path, url, state, moves, document, edits, others, created, copies = [] }: PostPlan): ChangePostResult {
  const moved = moves.map(({ from, to }): RenameFile => ({ kind: 'rename', oldUri: spelling(from), newUri: to, options: { overwrite: false }, annotationId }));
  const made: CreateFile[] = created === undefined ? [] : [{ kind: 'create', uri, options: { overwrite: false }, annotationId }];
  const start = { line: 0, character: 0 };
  const text = created === undefined ? toEdits(document, edits) : [{ range: { start, end: start }, newText: created }];
  const place = moves.length > 0 || created !== undefined ? uri : spelling(uri);
  const along = others.map((other) => annotated(spelling(other.document.uri), toEdits(other.document, other.edits)));
  const own = text.length === 0 ? [] : [annotated(place, text)];
  const edit = { documentChanges: [...along, ...made, ...moved, ...own], changeAnnotations: { [annotationId]: { label: path, needsConfirmation: false } } };
  return { edit, uri: place, path, url, state, others: others.length, copies };
}

function annotated(uri: string, edits: readonly TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits: edits.map((edit) => ({ ...edit, annotationId })) };
}
