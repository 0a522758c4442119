import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Occurrence,
  Reference,
} from '../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import { pickEffective } from '../../syntax/syntax.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';

/** An occurrence that has a label. */
export type LabelledOccurrence = Definition | Reference | FootnoteDefinition | FootnoteReference;

/** The definitions and uses of one identifier. */
export interface LabelOccurrences {
  readonly definitions: readonly (Definition | FootnoteDefinition)[];
  readonly uses: readonly (Reference | FootnoteReference)[];
  /** The definition or note that counts. */
  readonly effective: Definition | FootnoteDefinition | undefined;
}

/** The innermost occurrence at an offset, other than code; of a note, its marker only. */
export function occurrenceAt(syntax: Syntax, offset: number): Occurrence | undefined {
  let best: Occurrence | undefined;
  for (const occurrence of syntax.occurrences) {
    if (occurrence.range.start > offset) break;
    if (occurrence.type === 'code' || !touches(activeRange(occurrence), offset)) continue;
    if (!best || occurrence.range.end - occurrence.range.start <= best.range.end - best.range.start) best = occurrence;
  }
  return best;
}

/** The labelled occurrence at an offset. */
export function labelledOccurrenceAt(syntax: Syntax, offset: number): LabelledOccurrence | undefined {
  const occurrence = occurrenceAt(syntax, offset);
  return occurrence && 'identifier' in occurrence ? occurrence : undefined;
}

/** The range in which a caret refers to an occurrence: `[^1]:` of a note, all of the others. */
export function activeRange(occurrence: Occurrence): Range {
  if (occurrence.type !== 'footnoteDefinition') return occurrence.range;
  const { range, labelRange, contentRange, notation } = occurrence;
  return { start: range.start, end: notation === 'markdown' ? labelRange.end + 2 : contentRange.start };
}

/** Everything that shares an occurrence's label in the post's dialect. */
export function occurrencesOfLabel(syntax: Syntax, occurrence: LabelledOccurrence): LabelOccurrences {
  const { identifier } = occurrence;
  if (occurrence.type === 'definition' || occurrence.type === 'reference') {
    const definitions = syntax.definitions.get(identifier) ?? [];
    return {
      definitions,
      uses: syntax.references.get(identifier) ?? [],
      effective: pickEffective(definitions, syntax.dialect.links.definitionWins),
    };
  }
  const notes = syntax.footnoteDefinitions.get(identifier) ?? [];
  return {
    definitions: notes,
    uses: syntax.footnoteReferences.get(identifier) ?? [],
    effective: pickEffective(notes, syntax.dialect.footnotes.wins),
  };
}
