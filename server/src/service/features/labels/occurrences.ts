import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Occurrence,
  Reference,
} from '../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import { effective } from '../../syntax/syntax.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';

/** An occurrence that has a label: what navigation and renaming work on. */
export type Named = Definition | Reference | FootnoteDefinition | FootnoteReference;

/** What names and what is named under one identifier; one of the two pairs is empty. */
export interface Namesakes {
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
  readonly uses: readonly (Reference | FootnoteReference)[];
  /** The definition or note that counts. */
  readonly effective: Definition | FootnoteDefinition | undefined;
}

/** The innermost occurrence at an offset that names or shows something; of a note, its marker only. */
export function occurrenceAt(syntax: Syntax, offset: number): Occurrence | undefined {
  let best: Occurrence | undefined;
  for (const occurrence of syntax.occurrences) {
    if (occurrence.range.start > offset) break;
    if (occurrence.type === 'code' || !touches(grip(occurrence), offset)) continue;
    if (!best || occurrence.range.end - occurrence.range.start <= best.range.end - best.range.start) best = occurrence;
  }
  return best;
}

/** The labelled occurrence at an offset. */
export function namedAt(syntax: Syntax, offset: number): Named | undefined {
  const occurrence = occurrenceAt(syntax, offset);
  return occurrence && 'identifier' in occurrence ? occurrence : undefined;
}

/** Where an occurrence can be pointed at: `[^1]:` of a note, all of the others. */
export function grip(occurrence: Occurrence): Range {
  if (occurrence.type !== 'footnoteDefinition') return occurrence.range;
  const { range, labelRange, contentRange, notation } = occurrence;
  return { start: range.start, end: notation === 'markdown' ? labelRange.end + 2 : contentRange.start };
}

/** Everything that shares an occurrence's label in the post's dialect. */
export function namesakes(syntax: Syntax, named: Named): Namesakes {
  const { identifier } = named;
  if (named.type === 'definition' || named.type === 'reference') {
    const definitions = syntax.definitions.get(identifier) ?? [];
    return {
      definitions,
      uses: syntax.references.get(identifier) ?? [],
      effective: effective(definitions, syntax.dialect.links.definitionWins),
    };
  }
  const notes = syntax.notes.get(identifier) ?? [];
  return {
    definitions: notes,
    uses: syntax.markers.get(identifier) ?? [],
    effective: effective(notes, syntax.dialect.footnotes.wins),
  };
}
