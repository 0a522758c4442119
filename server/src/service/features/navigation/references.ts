import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Target } from '../results.ts';
import { places, subjectAt } from '../labels/renameTarget.ts';

/** Every place of the post that shares the label at an offset or leads to the heading there, in the order of the text. */
export function references(open: OpenPost, offset: number, include: 'all' | 'uses'): Target[] {
  const { document, syntax } = open;
  const subject = subjectAt(open, offset);
  if (!subject) return [];
  return places(syntax, subject)
    .filter(({ isDefinition }) => include === 'all' || !isDefinition)
    .map(({ range, fullRange }) => ({ document, range, fullRange }));
}
