import type { Environment } from '../../../generators/contract/model.ts';
import { problems } from '../../../rules/lint.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Range } from '../../../text/range.ts';
import { overlaps } from '../../../text/range.ts';
import type { Action } from '../../results.ts';

/** The fixes of the problems in a range. */
export function quickFixes(post: OpenPost, range: Range, environment: Environment): Action[] {
  return problems(post, environment)
    .filter((problem) => overlaps(problem.range, range))
    .flatMap((problem) => (problem.fixes?.() ?? []).map((fix): Action => ({ ...fix, kind: 'quickfix', problem })));
}
