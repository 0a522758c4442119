import type { CreateFile, RenameFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type { ChangePostsResult } from '../protocol/index.ts';
import type { PostPlan, PostPlans } from '../service/index.ts';
import type { Recipient } from './toProtocol.ts';
import { toEdits } from './toProtocol.ts';

const annotationId = 'galley';

/**
 * Planned changes of posts as one edit of the workspace: links first, then places, then texts. Each part bears an annotation, so
 * that a client can have all of them confirmed before they are made.
 */
export function toPostPlan({ spelling }: Recipient, { plans, others }: PostPlans, refusals: readonly string[]): ChangePostsResult {
  const along = others.map(({ document, edits }) => annotated(spelling(document.uri), toEdits(document, edits)));
  const moved = plans.flatMap(({ moves }) => moves).map(({ from, to }): RenameFile => ({ kind: 'rename', oldUri: spelling(from), newUri: to, options: { overwrite: false }, annotationId }));
  const made = plans.filter(({ created }) => created !== undefined).map(({ uri }): CreateFile => ({ kind: 'create', uri, options: { overwrite: false }, annotationId }));
  const placeOf = ({ uri, moves, created }: PostPlan): string => (moves.length > 0 || created !== undefined ? uri : spelling(uri));
  const own = plans.map((plan) => annotated(placeOf(plan), textOf(plan))).filter(({ edits }) => edits.length > 0);
  const label = plans.map(({ path }) => path).join(', ');
  return {
    edit: { documentChanges: [...along, ...made, ...moved, ...own], changeAnnotations: { [annotationId]: { label, needsConfirmation: false } } },
    others: others.length,
    posts: plans.map((plan) => ({ uri: placeOf(plan), path: plan.path, url: plan.url, state: plan.state })),
    copies: plans.flatMap(({ copies = [] }) => copies),
    refusals,
  };
}

function textOf({ created, document, edits }: PostPlan): readonly TextEdit[] {
  const start = { line: 0, character: 0 };
  return created === undefined ? toEdits(document, edits) : [{ range: { start, end: start }, newText: created }];
}

function annotated(uri: string, edits: readonly TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits: edits.map((edit) => ({ ...edit, annotationId })) };
}
