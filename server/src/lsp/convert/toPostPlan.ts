import type { RenameFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type { ChangedPost, ChangePostsResult } from '../../protocol/index.ts';
import type { PostPlan, PostPlans } from '../../service/index.ts';
import type { Recipient } from './toProtocol.ts';
import { toEdits } from './toProtocol.ts';

const annotationId = 'galley';

/**
 * Planned changes of posts as one edit of the workspace: links first, then places, then texts. Each part bears an annotation, so
 * that a client can have all of them confirmed before they are made.
 */
export function toPostPlan(
  { spelling }: Recipient,
  { plans, others }: PostPlans,
  refusals: readonly string[],
): ChangePostsResult {
  const along = others.map(({ document, edits }) => annotated(spelling(document.uri), toEdits(document, edits)));
  const moved = plans
    .flatMap(({ moves }) => moves)
    .map(({ from, to }): RenameFile => ({
      kind: 'rename',
      oldUri: spelling(from),
      newUri: to,
      options: { overwrite: false },
      annotationId,
    }));
  const placeOf = ({ uri, moves, created }: PostPlan): string =>
    moves.length > 0 || created !== undefined ? uri : spelling(uri);
  const own = plans
    .map((plan) => annotated(placeOf(plan), toEdits(plan.document, plan.edits)))
    .filter(({ edits }) => edits.length > 0);
  const label = plans.map(({ path }) => path).join(', ');
  return {
    edit: {
      documentChanges: [...along, ...moved, ...own],
      changeAnnotations: { [annotationId]: { label, needsConfirmation: false } },
    },
    others: others.length,
    posts: plans.map((plan) => changed(plan, spelling(plan.document.uri), placeOf(plan))),
    copies: plans.flatMap(({ copies = [] }) => copies),
    refusals,
  };
}

function changed({ path, url, state, created }: PostPlan, from: string, uri: string): ChangedPost {
  return { from, uri, path, url, state, ...(created !== undefined && { created }) };
}

function annotated(uri: string, edits: readonly TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits: edits.map((edit) => ({ ...edit, annotationId })) };
}
