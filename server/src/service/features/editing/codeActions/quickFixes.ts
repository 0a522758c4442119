import { problems } from '../../../rules/lint.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Range } from '../../../text/range.ts';
import { overlaps } from '../../../text/range.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';

/** The fixes of the problems in a range. */
export function quickFixes({ environment }: Context, post: OpenPost, range: Range): Action[] {
  return problems(post, environment)
    .filter((problem) => overlaps(problem.range, range))
    .flatMap((problem) => (problem.fixes?.() ?? []).map((fix): Action => ({ ...fix, kind: 'quickfix', problem })));
}
