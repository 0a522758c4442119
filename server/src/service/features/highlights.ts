import type { OpenPost } from '../site/snapshot.ts';
import { grip, namedAt, namesakes } from './named.ts';
import type { Highlight } from './results.ts';

/** The places that share the label at an offset: definitions and notes as written to, uses as read. */
export function highlights({ syntax }: OpenPost, offset: number): Highlight[] {
  const named = namedAt(syntax, offset);
  if (!named) return [];
  const { definitions, uses } = namesakes(syntax, named);
  return [
    ...definitions.map((occurrence): Highlight => ({ range: grip(occurrence), kind: 'write' })),
    ...uses.map((occurrence): Highlight => ({ range: grip(occurrence), kind: 'read' })),
  ].sort((a, b) => a.range.start - b.range.start);
}
