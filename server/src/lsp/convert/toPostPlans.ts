import type { RenameFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import type { ChangedPost, ChangePostsResult, NewPostResult } from '../../protocol/index.ts';
import type { NewPost, PostPlan, PostPlans } from '../../service/index.ts';
import { Document } from '../../service/index.ts';
import type { ResponseContext } from './responseContext.ts';
import { toTextEdits } from './toEdits.ts';

/** A new post with the line and column where writing starts. */
export function toNewPost(post: NewPost): NewPostResult {
  return { ...post, cursor: new Document(post.uri, 0, post.text).positionAt(post.cursor) };
}

const annotationId = 'galley';

/**
 * Planned changes of posts as one edit of the workspace: links first, then places, then texts. Each part bears an
 * annotation, so that a client can have all of them confirmed before they are made.
 */
export function toPostPlans({ clientUri }: ResponseContext, { plans, others, refusals }: PostPlans): ChangePostsResult {
  const linkEdits = others.map(({ document, edits }) =>
    annotate(clientUri(document.uri), toTextEdits(document, edits)),
  );
  const renames = plans
    .flatMap(({ moves }) => moves)
    .map(({ from, to }): RenameFile => ({
      kind: 'rename',
      oldUri: clientUri(from),
      newUri: to,
      options: { overwrite: false },
      annotationId,
    }));
  const toPlace = ({ uri, moves, created }: PostPlan): string =>
    moves.length > 0 || created !== undefined ? uri : clientUri(uri);
  const own = plans
    .map((plan) => annotate(toPlace(plan), toTextEdits(plan.document, plan.edits)))
    .filter(({ edits }) => edits.length > 0);
  const label = plans.map(({ path }) => path).join(', ');
  return {
    edit: {
      documentChanges: [...linkEdits, ...renames, ...own],
      changeAnnotations: { [annotationId]: { label, needsConfirmation: false } },
    },
    others: others.length,
    posts: plans.map((plan) => toChangedPost(plan, clientUri(plan.document.uri), toPlace(plan))),
    copies: plans.flatMap(({ copies = [] }) => copies),
    refusals,
  };
}

function toChangedPost({ path, url, state, created }: PostPlan, from: string, uri: string): ChangedPost {
  return { from, uri, path, url, state, ...(created !== undefined && { created }) };
}

function annotate(uri: string, edits: readonly TextEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits: edits.map((edit) => ({ ...edit, annotationId })) };
}
