import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Highlight } from '../results.ts';
import { findTargetPlaces, renameTargetAt } from '../labels/renameTarget.ts';

/** The places of the label or heading at an offset: definitions, notes and headings as written to, uses as read. */
export function documentHighlights(open: OpenPost, offset: number): Highlight[] {
  const target = renameTargetAt(open, offset);
  return target
    ? findTargetPlaces(open.syntax, target).map(({ range, isDefinition }) => ({
        range,
        kind: isDefinition ? 'write' : 'read',
      }))
    : [];
}
