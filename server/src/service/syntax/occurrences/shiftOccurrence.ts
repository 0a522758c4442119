import { shift } from '../../text/range.ts';
import type { Occurrence } from './occurrence.ts';

/** Returns an occurrence with all of its ranges moved by `by` UTF-16 code units. */
export function shiftOccurrence(occurrence: Occurrence, by: number): Occurrence {
  if (by === 0) return occurrence;
  const range = shift(occurrence.range, by);
  switch (occurrence.type) {
    case 'definition':
      return {
        ...occurrence,
        range,
        labelRange: shift(occurrence.labelRange, by),
        destinationRange: shift(occurrence.destinationRange, by),
      };
    case 'footnoteDefinition':
      return {
        ...occurrence,
        range,
        labelRange: shift(occurrence.labelRange, by),
        contentRange: shift(occurrence.contentRange, by),
      };
    case 'reference':
    case 'footnoteReference':
      return { ...occurrence, range, labelRange: shift(occurrence.labelRange, by) };
    case 'link':
      return { ...occurrence, range, urlRange: shift(occurrence.urlRange, by) };
    case 'heading':
    case 'code':
      return { ...occurrence, range };
  }
}
