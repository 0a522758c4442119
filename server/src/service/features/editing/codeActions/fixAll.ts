import { problems } from '../../../rules/lint.ts';
import type { Problem } from '../../../rules/rule.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { commonPrefixLength, commonSuffixLength } from '../../../text/commonEnds.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { applyEdits, EditSet } from '../../../text/edit.ts';
import type { Steps } from '../../../text/steps.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';
import { isRemovedBy, tryEdits } from './tryEdits.ts';

/** A fix may bring to light what another one fixes: a line that becomes a definition may have a label that is none. */
const maxRounds = 5;

/** Applies all safe fixes of the post, and those of what they bring to light, so that doing it again changes nothing. */
export function* fixAll(context: Context, post: OpenPost): Steps<Action[]> {
  let edits = yield* fixOnce(context, post);
  let fixed = post;
  let more = edits;
  for (let round = 1; more.length > 0 && round < maxRounds; round++) {
    fixed = tryEdits(more, context, fixed);
    more = yield* fixOnce(context, fixed);
    if (more.length > 0) edits = [toOneEdit(post.document.text, applyEdits(fixed.document.text, more))];
  }
  return edits.length === 0 ? [] : [{ title: 'Fix all that can be fixed safely', kind: 'source.fixAll.galley', edits }];
}

/** Returns the edits of safe fixes that do not overlap and that, applied together, remove their problems. */
function* fixOnce(context: Context, post: OpenPost): Steps<readonly TextEdit[]> {
  const all = yield* problems(post, context.environment);
  const together = yield* safeEdits(all);
  if (together.length === 0) return together;
  const removed = all.filter(yield* isRemovedBy(together, context, post));
  return removed.length === all.length ? together : yield* safeEdits(removed);
}

/** Returns the edit that makes one text another. */
function toOneEdit(before: string, after: string): TextEdit {
  const start = commonPrefixLength(before, after);
  const end = commonSuffixLength(before.slice(start), after.slice(start));
  return { range: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}

/** Returns the edits of the problems' safe fixes in the order of the text, without those that touch one before. */
function* safeEdits(found: readonly Problem[]): Steps<readonly TextEdit[]> {
  const edits = new EditSet();
  for (const problem of found) {
    edits.add(problem.fixes?.().find((fix) => fix.isSafe)?.edits ?? []);
    yield;
  }
  return edits.inOrder;
}
