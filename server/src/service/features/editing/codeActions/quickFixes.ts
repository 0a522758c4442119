import { problems } from '../../../rules/lint.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Range } from '../../../text/range.ts';
import { overlaps } from '../../../text/range.ts';
import type { Steps } from '../../../text/steps.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';
import { isRemovedBy } from './tryEdits.ts';

/** Problems in a range whose fixes are tried; for each fix the post is read and checked again. */
const maxTried = 10;

/** The fixes of the problems in a range: those that remove their problem, where a writer asks about a place. */
export function* quickFixes(context: Context, post: OpenPost, range: Range): Steps<Action[]> {
  const all = yield* problems(post, context.environment);
  const inRange = all.filter((problem) => overlaps(problem.range, range));
  const found: Action[] = [];
  for (const problem of inRange) {
    for (const fix of problem.fixes?.() ?? [])
      if (inRange.length > maxTried || (yield* isRemovedBy(fix.edits, context, post))(problem))
        found.push({ ...fix, kind: 'quickfix', problem });
    yield;
  }
  return found;
}
