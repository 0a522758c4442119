import type { ChangeAnnotation, CreateFile, RenameFile, TextDocumentEdit } from 'vscode-languageserver';
import type { ChangePostResult } from '../protocol/index.ts';
import type { PostPlan } from '../service/index.ts';
import type { Recipient } from './toProtocol.ts';
import { toEdits } from './toProtocol.ts';

const annotationId = 'galley';

/** A planned change of a post as one edit of the workspace. Clients show a change of several files before they make it. */
export function toPostPlan({ spelling }: Recipient, { uri, path, url, state, moves, document, edits, created }: PostPlan): ChangePostResult {
  const annotation = moves.length > 1 ? { annotationId } : {};
  const moved = moves.map(({ from, to }): RenameFile => ({ kind: 'rename', oldUri: spelling(from), newUri: to, options: { overwrite: false }, ...annotation }));
  const made: CreateFile[] = created === undefined ? [] : [{ kind: 'create', uri, options: { overwrite: false } }];
  const text = created === undefined ? toEdits(document, edits) : [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: created }];
  const place = moves.length > 0 || created !== undefined ? uri : spelling(uri);
  const edited: TextDocumentEdit[] = text.length === 0 ? [] : [{ textDocument: { uri: place, version: null }, edits: text.map((edit) => ({ ...edit, ...annotation })) }];
  const changeAnnotations: Record<string, ChangeAnnotation> = { [annotationId]: { label: path, needsConfirmation: true } };
  const edit = { documentChanges: [...made, ...moved, ...edited], ...(moves.length > 1 && { changeAnnotations }) };
  return { edit, uri: place, path, url, state };
}
