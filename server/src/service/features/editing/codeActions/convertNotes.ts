import { markerText } from '../../../rules/footnotes.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { FootnoteDefinition, FootnoteReference } from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Range } from '../../../text/range.ts';
import { namedAt } from '../../labels/occurrences.ts';
import type { Action } from '../../results.ts';

/** Turns a note made by hand, `<sup>1</sup>` or `¹`, into a footnote of the dialect, `[^1]`, and all of the post's at once. */
export function convertNotes({ syntax }: OpenPost, range: Range): Action[] {
  const named = namedAt(syntax, range.start);
  if (!named || !('notation' in named) || named.notation === 'markdown' || !isComplete(named.identifier, syntax))
    return [];
  const actions: Action[] = [];
  const one = edits([named.identifier], syntax);
  if (one)
    actions.push({
      title: `Make "${markerText(named)}" a footnote: [^${plainLabel(named)}]`,
      kind: 'refactor.rewrite',
      edits: one,
    });
  const handmade = [...syntax.notes]
    .filter(([identifier, [note]]) => note!.notation === named.notation && isComplete(identifier, syntax))
    .map(([identifier]) => identifier);
  const all = handmade.length > 1 ? edits(handmade, syntax) : undefined;
  if (all) actions.push({ title: `Make all ${handmade.length} notes footnotes`, kind: 'refactor.rewrite', edits: all });
  return actions;
}

function isComplete(identifier: string, syntax: Syntax): boolean {
  return syntax.notes.get(identifier)?.length === 1 && (syntax.markers.get(identifier)?.length ?? 0) > 0;
}

/** Undefined where a footnote of that label is there already or the dialect cannot read it. */
function edits(identifiers: readonly string[], syntax: Syntax): TextEdit[] | undefined {
  const found: TextEdit[] = [];
  for (const identifier of identifiers) {
    const note = syntax.notes.get(identifier)![0]!;
    const label = plainLabel(note);
    const own = syntax.dialect.footnotes.normalizeLabel(label);
    if (own === undefined || syntax.notes.has(own) || syntax.markers.has(own)) return undefined;
    found.push(
      ...syntax.markers.get(identifier)!.map((marker) => ({ range: marker.range, newText: `[^${label}]` })),
      definition(note, syntax),
    );
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

function definition(note: FootnoteDefinition | FootnoteReference, syntax: Syntax): TextEdit {
  const end = 'contentRange' in note ? note.contentRange.start : note.range.end;
  const gap = /^[ \t]*/.exec(syntax.text.slice(end, end + 20))![0].length;
  return { range: { start: note.range.start, end: end + gap }, newText: `[^${plainLabel(note)}]: ` };
}

/** `1` for `¹`. */
function plainLabel({ label }: FootnoteDefinition | FootnoteReference): string {
  return label.normalize('NFKC');
}
