import { problems } from '../../../rules/lint.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { overlaps } from '../../../text/range.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';

/** Applies all safe fixes of the post that do not overlap. */
export function fixAll({ environment }: Context, post: OpenPost): Action[] {
  const edits: TextEdit[] = [];
  for (const problem of problems(post, environment)) {
    const safe = problem.fixes?.().find((fix) => fix.isSafe);
    const fresh = safe?.edits.filter((edit) => !edits.some((other) => isSame(edit, other)));
    if (fresh?.every((edit) => !edits.some((other) => overlaps(edit.range, other.range)))) edits.push(...fresh);
  }
  return edits.length === 0
    ? []
    : [
        {
          title: 'Fix all that can be fixed safely',
          kind: 'source.fixAll.galley',
          edits: edits.sort((a, b) => a.range.start - b.range.start),
        },
      ];
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.newText === b.newText && a.range.start === b.range.start && a.range.end === b.range.end;
}
