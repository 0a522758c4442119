import type { ChangeAnnotation, CreateFile, RenameFile, TextDocumentEdit } from 'vscode-languageserver';
import type { ChangePostResult } from '../protocol/index.ts';
import type { PostPlan } from '../service/index.ts';
import type { Recipient } from './toProtocol.ts';
import { toEdits } from './toProtocol.ts';

const annotationId = 'galley';

/** A planned change of a post as one edit of the workspace. Clients show a change of several files before they make it. */
export function toPostPlan({ spelling }: Recipient, { uri, path, url, state, moves, document, edits, others, created }: PostPlan): ChangePostResult {
  const isWide = moves.length + others.length > 1;
  const annotation = isWide ? { annotationId } : {};
  const moved = moves.map(({ from, to }): RenameFile => ({ kind: 'rename', oldUri: spelling(from), newUri: to, options: { overwrite: false }, ...annotation }));
  const made: CreateFile[] = created === undefined ? [] : [{ kind: 'create', uri, options: { overwrite: false } }];
  const text = created === undefined ? toEdits(document, edits) : [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: created }];
  const place = moves.length > 0 || created !== undefined ? uri : spelling(uri);
  const edited: TextDocumentEdit[] = text.length === 0 ? [] : [{ textDocument: { uri: place, version: null }, edits: text.map((edit) => ({ ...edit, ...annotation })) }];
  const along = others.map((other): TextDocumentEdit => ({ textDocument: { uri: spelling(other.document.uri), version: null }, edits: toEdits(other.document, other.edits).map((edit) => ({ ...edit, ...annotation })) }));
  const changeAnnotations: Record<string, ChangeAnnotation> = { [annotationId]: { label: path, needsConfirmation: true } };
  const edit = { documentChanges: [...along, ...made, ...moved, ...edited], ...(isWide && { changeAnnotations }) };
  return { edit, uri: place, path, url, state };
}
