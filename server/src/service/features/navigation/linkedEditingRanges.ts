import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import type { LabelledOccurrence } from '../labels/occurrences.ts';
import { labelledOccurrenceAt, occurrencesOfLabel } from '../labels/occurrences.ts';

/**
 * The labels that can be typed over together at an offset; undefined where one of them could not follow: `[label]` and
 * `[label][]` show theirs to readers, and labels may differ in case. Those need a rename.
 */
export function linkedEditingRanges({ syntax }: OpenPost, offset: number): Range[] | undefined {
  const labelled = labelledOccurrenceAt(syntax, offset);
  if (!labelled || !touches(labelled.labelRange, offset)) return undefined;
  const { definitions, uses } = occurrencesOfLabel(syntax, labelled);
  const all: LabelledOccurrence[] = [...definitions, ...uses];
  if (all.length < 2 || !all.every((each) => each.label === labelled.label && !isVisibleLabel(each))) return undefined;
  return all.map(({ labelRange }) => labelRange).sort((a, b) => a.start - b.start);
}

function isVisibleLabel(occurrence: LabelledOccurrence): boolean {
  return occurrence.type === 'reference' && occurrence.form !== 'full';
}
