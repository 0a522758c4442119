import { toMarkerText } from '../../../rules/footnotes.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { FootnoteDefinition, FootnoteReference } from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Range } from '../../../text/range.ts';
import { labelledOccurrenceAt } from '../../labels/occurrences.ts';
import type { Action } from '../../results.ts';

/**
 * Converts a manual note, `<sup>1</sup>` or `¹`, to a footnote of the dialect, `[^1]`; a second action converts all of
 * the post's.
 */
export function convertNotes({ syntax }: OpenPost, range: Range): Action[] {
  const occurrence = labelledOccurrenceAt(syntax, range.start);
  if (
    !occurrence ||
    !('notation' in occurrence) ||
    occurrence.notation === 'markdown' ||
    !isComplete(occurrence.identifier, syntax)
  )
    return [];
  const actions: Action[] = [];
  const one = createEdits([occurrence.identifier], syntax);
  if (one)
    actions.push({
      title: `Make "${toMarkerText(occurrence)}" a footnote: [^${toMarkdownLabel(occurrence)}]`,
      kind: 'refactor.rewrite',
      edits: one,
    });
  const manual = [...syntax.footnoteDefinitions]
    .filter(([identifier, [note]]) => note!.notation === occurrence.notation && isComplete(identifier, syntax))
    .map(([identifier]) => identifier);
  const all = manual.length > 1 ? createEdits(manual, syntax) : undefined;
  if (all) actions.push({ title: `Make all ${manual.length} notes footnotes`, kind: 'refactor.rewrite', edits: all });
  return actions;
}

function isComplete(identifier: string, syntax: Syntax): boolean {
  return (
    syntax.footnoteDefinitions.get(identifier)?.length === 1 &&
    (syntax.footnoteReferences.get(identifier)?.length ?? 0) > 0
  );
}

/** Undefined where a footnote of that label exists already or the dialect cannot read it. */
function createEdits(identifiers: readonly string[], syntax: Syntax): TextEdit[] | undefined {
  const found: TextEdit[] = [];
  for (const identifier of identifiers) {
    const note = syntax.footnoteDefinitions.get(identifier)![0]!;
    const label = toMarkdownLabel(note);
    const own = syntax.dialect.footnotes.normalizeLabel(label);
    if (own === undefined || syntax.footnoteDefinitions.has(own) || syntax.footnoteReferences.has(own))
      return undefined;
    found.push(
      ...syntax.footnoteReferences.get(identifier)!.map((marker) => ({ range: marker.range, newText: `[^${label}]` })),
      toMarkdownDefinition(note, syntax),
    );
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

function toMarkdownDefinition(note: FootnoteDefinition | FootnoteReference, syntax: Syntax): TextEdit {
  const end = 'contentRange' in note ? note.contentRange.start : note.range.end;
  const gap = /^[ \t]*/.exec(syntax.text.slice(end, end + 20))![0].length;
  return { range: { start: note.range.start, end: end + gap }, newText: `[^${toMarkdownLabel(note)}]: ` };
}

/** `1` for `¹`. */
function toMarkdownLabel({ label }: FootnoteDefinition | FootnoteReference): string {
  return label.normalize('NFKC');
}
