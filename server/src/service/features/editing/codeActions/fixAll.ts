import { problems } from '../../../rules/lint.ts';
import type { Problem } from '../../../rules/rule.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { EditSet } from '../../../text/edit.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';
import { isRemovedBy } from './isRemoved.ts';

/** Applies all safe fixes of the post that do not overlap and that, applied together, remove their problems. */
export function fixAll(context: Context, post: OpenPost): Action[] {
  const all = problems(post, context.environment);
  const together = safeEdits(all);
  if (together.length === 0) return [];
  const isRemoved = isRemovedBy(together, context, post);
  const removed = all.filter(isRemoved);
  const edits = removed.length === all.length ? together : safeEdits(removed);
  return edits.length === 0 ? [] : [{ title: 'Fix all that can be fixed safely', kind: 'source.fixAll.galley', edits }];
}

/** Returns the edits of the problems' safe fixes in the order of the text, without those that touch one before. */
function safeEdits(found: readonly Problem[]): readonly TextEdit[] {
  const edits = new EditSet();
  for (const problem of found) edits.add(problem.fixes?.().find((fix) => fix.isSafe)?.edits ?? []);
  return edits.inOrder;
}
