import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { FootnoteDefinition, FootnoteReference, Notation } from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { Range } from '../../../text/range.ts';
import { labelledOccurrenceAt } from '../../labels/occurrences.ts';
import type { Action } from '../../results.ts';

/** Numbers a post's numbered notes by their first use; notes with words for labels stay as they are. */
export function renumberNotes({ syntax }: OpenPost, range: Range): Action[] {
  const occurrence = labelledOccurrenceAt(syntax, range.start);
  if (!occurrence || !('notation' in occurrence)) return [];
  const numbers = assignNumbers(occurrence.notation, syntax);
  const edits = [...syntax.footnoteReferences.values(), ...syntax.footnoteDefinitions.values()]
    .flat()
    .filter(
      (each: FootnoteReference | FootnoteDefinition) => (numbers.get(each.identifier) ?? each.label) !== each.label,
    )
    .map((each) => ({ range: each.labelRange, newText: numbers.get(each.identifier)! }));
  if (edits.length === 0) return [];
  return [
    {
      title: 'Number the notes by their first use',
      kind: 'refactor.rewrite',
      edits: edits.sort((a, b) => a.range.start - b.range.start),
    },
  ];
}

/**
 * New labels by identifier: used notes first, in the order of their first marker, then the others in the order of the
 * text.
 */
function assignNumbers(notation: Notation, syntax: Syntax): ReadonlyMap<string, string> {
  const isNumbered = (each: FootnoteReference | FootnoteDefinition): boolean =>
    each.notation === notation && /^\d+$/.test(each.label);
  const sortByPosition = (groups: Iterable<readonly (FootnoteReference | FootnoteDefinition)[]>): string[] =>
    [...groups]
      .map(([first]) => first!)
      .filter(isNumbered)
      .sort((a, b) => a.range.start - b.range.start)
      .map(({ identifier }) => identifier);
  const order = [
    ...new Set([
      ...sortByPosition(syntax.footnoteReferences.values()),
      ...sortByPosition(syntax.footnoteDefinitions.values()),
    ]),
  ];
  return new Map(order.map((identifier, index) => [identifier, String(index + 1)]));
}
