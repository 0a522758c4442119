import type { Refusal } from '../../../../protocol/index.ts';
import { addLine, addParagraph } from '../../../rules/placement.ts';
import type { FootnoteDefinition, FootnoteReference } from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import { effective } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Range } from '../../../text/range.ts';
import { touches } from '../../../text/range.ts';
import { occurrenceAt } from '../../labels/occurrences.ts';
import type { Insertion } from '../../results.ts';

/**
 * A footnote at the end of a selection: the next number, its note where this author keeps notes, the caret in it. From a note or a
 * marker that is there already, the caret goes to the other of the two instead.
 */
export function footnote(syntax: Syntax, selection: Range): Insertion | Refusal {
  const there = counterpart(syntax, selection.end);
  if (there !== undefined) return { edits: [], caret: there };
  if (selection.end < syntax.body.start)
    return { refusal: 'A footnote belongs into the text: put the caret behind the word it is about.' };
  const notes = syntax.occurrences.filter((each): each is FootnoteDefinition => each.type === 'footnoteDefinition');
  const isRaised = notes.length > 0 && notes.every(({ notation }) => notation === 'sup');
  const number = nextNumber(syntax);
  const marker: TextEdit = {
    range: { start: selection.end, end: selection.end },
    newText: isRaised ? `<sup>${number}</sup>` : `[^${number}]`,
  };
  const note = noteEdit(syntax, selection.end, isRaised ? `<sup>${number}</sup> ` : `[^${number}]: `, notes);
  const inNote = note.newText.trimEnd().length + (note.newText.includes(': ') || isRaised ? 1 : 0);
  const before = note.range.start >= selection.end ? marker.newText.length : 0;
  return { edits: [marker, note], caret: note.range.start + before + inNote };
}

/** Behind the marker of the note at an offset, or at the text of the note whose marker is there. */
function counterpart(syntax: Syntax, offset: number): number | undefined {
  const inside = syntax.occurrences.find(
    (each): each is FootnoteDefinition => each.type === 'footnoteDefinition' && touches(each.range, offset),
  );
  const marker = inside && syntax.markers.get(inside.identifier)?.[0];
  if (marker) return marker.range.end;
  const occurrence = occurrenceAt(syntax, offset);
  if (occurrence?.type !== 'footnoteReference' || offset === occurrence.range.start) return undefined;
  return effective(syntax.notes.get(occurrence.identifier) ?? [], syntax.dialect.footnotes.wins)?.contentRange.start;
}

function nextNumber(syntax: Syntax): number {
  const labels = syntax.occurrences.filter(
    (each): each is FootnoteDefinition | FootnoteReference =>
      each.type === 'footnoteDefinition' || each.type === 'footnoteReference',
  );
  return Math.max(0, ...labels.map(({ label }) => (/^\d{1,6}$/.test(label) ? Number(label) : 0))) + 1;
}

/** Behind the other notes where they stand together; below the paragraph where each stands with its own; else at the end. */
function noteEdit(syntax: Syntax, at: number, note: string, notes: readonly FootnoteDefinition[]): TextEdit {
  const { text } = syntax;
  if (notes.length > 0 && isScattered(syntax, notes)) return belowParagraph(text, at, note);
  const [last, before] = [notes.at(-1), notes.at(-2)];
  const isDense =
    last !== undefined &&
    before !== undefined &&
    !/\n[ \t]*\r?\n/.test(text.slice(before.contentRange.start, last.range.start));
  return isDense ? addLine(syntax, note, notes) : addParagraph(syntax, note, notes);
}

/** Whether text of the post follows on its notes. */
function isScattered(syntax: Syntax, notes: readonly FootnoteDefinition[]): boolean {
  const behind = syntax.text.slice(notes[0]!.range.start);
  const others = [...notes, ...syntax.occurrences.filter(({ type }) => type === 'definition')];
  const rest = others.reduce((left, { range }) => left.replace(syntax.text.slice(range.start, range.end), ''), behind);
  return rest.trim() !== '';
}

function belowParagraph(text: string, at: number, note: string): TextEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text.slice(at).search(/\r?\n[ \t]*(?:\r?\n|$)/);
  const end = gap < 0 ? text.trimEnd().length : at + gap;
  return { range: { start: Math.max(at, end), end: Math.max(at, end) }, newText: newline + newline + note };
}
