import { problems } from '../../../rules/lint.ts';
import type { Problem } from '../../../rules/rule.ts';
import { withDocument } from '../../../site/model/snapshot.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { Document } from '../../../text/document.ts';
import type { Steps } from '../../../text/steps.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { applyEdits } from '../../../text/edit.ts';
import type { Context } from '../../context.ts';

/** Returns the post as it is after edits; the snapshot stays without them. */
export function tryEdits(edits: readonly TextEdit[], { snapshot }: Context, { document }: OpenPost): OpenPost {
  const edited = new Document(document.uri, document.version + 1, applyEdits(document.text, edits));
  return withDocument(snapshot, edited).open.get(document.uri)!;
}

/**
 * Returns a test for problems that edits really remove. A fix may not do what it promises: what is added to the end of
 * a post is text where code or HTML above is never closed. A problem counts as left where the edited post has one of
 * the same rule with the same message at its place, moved by the edits before it.
 */
export function* isRemovedBy(
  edits: readonly TextEdit[],
  context: Context,
  post: OpenPost,
): Steps<(problem: Problem) => boolean> {
  const after = yield* problems(tryEdits(edits, context, post), context.environment);
  const left = new Set(after.map((each) => keyOf(each, each.range.start)));
  return (problem) => !left.has(keyOf(problem, toOffsetAfter(problem.range.start, edits)));
}

function keyOf({ rule, message }: Problem, start: number): string {
  return `${start} ${rule} ${message}`;
}

/** Returns where an offset is after edits. */
function toOffsetAfter(offset: number, edits: readonly TextEdit[]): number {
  return edits.reduce(
    (at, { range, newText }) => (range.end <= offset ? at + newText.length - (range.end - range.start) : at),
    offset,
  );
}
