import { problems } from '../../../rules/lint.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Range } from '../../../text/range.ts';
import { overlaps } from '../../../text/range.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';
import { isRemovedBy } from './tryEdits.ts';

/** Problems in a range whose fixes are tried; for each fix the post is read and checked again. */
const maxTried = 10;

/** The fixes of the problems in a range: those that remove their problem, where a writer asks about a place. */
export function quickFixes(context: Context, post: OpenPost, range: Range): Action[] {
  const inRange = problems(post, context.environment).filter((problem) => overlaps(problem.range, range));
  return inRange.flatMap((problem) =>
    (problem.fixes?.() ?? [])
      .filter(({ edits }) => inRange.length > maxTried || isRemovedBy(edits, context, post)(problem))
      .map((fix): Action => ({ ...fix, kind: 'quickfix', problem })),
  );
}
