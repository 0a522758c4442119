import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import type { Named } from '../labels/occurrences.ts';
import { namedAt, namesakes } from '../labels/occurrences.ts';

/**
 * The labels that can be typed over together at an offset; undefined where one of them could not follow: `[label]` and
 * `[label][]` show theirs to readers, and a label in another spelling is written otherwise. Renaming serves those.
 */
export function linkedEditingRanges({ syntax }: OpenPost, offset: number): Range[] | undefined {
  const named = namedAt(syntax, offset);
  if (!named || !touches(named.labelRange, offset)) return undefined;
  const { definitions, uses } = namesakes(syntax, named);
  const all: Named[] = [...definitions, ...uses];
  if (all.length < 2 || !all.every((each) => each.label === named.label && !isShown(each))) return undefined;
  return all.map(({ labelRange }) => labelRange).sort((a, b) => a.start - b.start);
}

function isShown(named: Named): boolean {
  return named.type === 'reference' && named.form !== 'full';
}
