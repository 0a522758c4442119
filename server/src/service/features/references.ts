import type { OpenPost } from '../site/snapshot.ts';
import { grip, namedAt, namesakes } from './named.ts';
import type { Target } from './results.ts';

/** Every place of the post that shares the label at an offset, in the order of the text. */
export function references({ document, syntax }: OpenPost, offset: number, include: 'all' | 'uses'): Target[] {
  const named = namedAt(syntax, offset);
  if (!named) return [];
  const { definitions, uses } = namesakes(syntax, named);
  return [...(include === 'all' ? definitions : []), ...uses]
    .sort((a, b) => a.range.start - b.range.start)
    .map((occurrence) => ({ document, range: grip(occurrence), fullRange: occurrence.range }));
}
