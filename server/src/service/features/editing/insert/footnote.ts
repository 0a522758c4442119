import type { Refusal } from '../../../../protocol/index.ts';
import { addLine, addParagraph } from '../../../rules/placement.ts';
import type { FootnoteDefinition, FootnoteReference } from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import { pickEffective } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Range } from '../../../text/range.ts';
import { touches } from '../../../text/range.ts';
import { occurrenceAt } from '../../labels/occurrences.ts';
import type { Insertion } from '../../results.ts';

/**
 * Inserts a footnote at the end of a selection: the next number, its note where this author has notes, the caret in it.
 * From a note or a marker that exists already, the caret moves to the other of the two instead.
 */
export function insertFootnote(syntax: Syntax, selection: Range): Insertion | Refusal {
  const counterpart = findCounterpart(syntax, selection.end);
  if (counterpart !== undefined) return { edits: [], caret: counterpart };
  if (selection.end < syntax.body.start)
    return { refusal: 'A footnote belongs into the text: put the caret behind the word it is about.' };
  const notes = syntax.occurrences.filter((each): each is FootnoteDefinition => each.type === 'footnoteDefinition');
  const isManual = notes.length > 0 && notes.every(({ notation }) => notation === 'sup');
  const number = nextNoteNumber(syntax);
  const marker: TextEdit = {
    range: { start: selection.end, end: selection.end },
    newText: isManual ? `<sup>${number}</sup>` : `[^${number}]`,
  };
  const note = createNoteEdit(syntax, selection.end, isManual ? `<sup>${number}</sup> ` : `[^${number}]: `, notes);
  const inNote = note.newText.trimEnd().length + (note.newText.includes(': ') || isManual ? 1 : 0);
  const before = note.range.start >= selection.end ? marker.newText.length : 0;
  return { edits: [marker, note], caret: note.range.start + before + inNote };
}

/**
 * The offset after the marker of the note at an offset, or of the text of the note whose marker is there; undefined for
 * neither.
 */
function findCounterpart(syntax: Syntax, offset: number): number | undefined {
  const inside = syntax.occurrences.find(
    (each): each is FootnoteDefinition => each.type === 'footnoteDefinition' && touches(each.range, offset),
  );
  const marker = inside && syntax.footnoteReferences.get(inside.identifier)?.[0];
  if (marker) return marker.range.end;
  const occurrence = occurrenceAt(syntax, offset);
  if (occurrence?.type !== 'footnoteReference' || offset === occurrence.range.start) return undefined;
  return pickEffective(syntax.footnoteDefinitions.get(occurrence.identifier) ?? [], syntax.dialect.footnotes.wins)
    ?.contentRange.start;
}

function nextNoteNumber(syntax: Syntax): number {
  const labels = syntax.occurrences.filter(
    (each): each is FootnoteDefinition | FootnoteReference =>
      each.type === 'footnoteDefinition' || each.type === 'footnoteReference',
  );
  return Math.max(0, ...labels.map(({ label }) => (/^\d{1,6}$/.test(label) ? Number(label) : 0))) + 1;
}

/**
 * Inserts a note after the other notes where they are together, below the paragraph where they are spread over the
 * text, else at the end.
 */
function createNoteEdit(syntax: Syntax, at: number, note: string, notes: readonly FootnoteDefinition[]): TextEdit {
  const { text } = syntax;
  if (notes.length > 0 && isScattered(syntax, notes)) return insertBelowParagraph(text, at, note);
  const [last, before] = [notes.at(-1), notes.at(-2)];
  const isDense =
    last !== undefined &&
    before !== undefined &&
    !/\n[ \t]*\r?\n/.test(text.slice(before.contentRange.start, last.range.start));
  return isDense ? addLine(syntax, note, notes) : addParagraph(syntax, note, notes);
}

/** Whether text of the post follows on its notes. */
function isScattered(syntax: Syntax, notes: readonly FootnoteDefinition[]): boolean {
  const after = syntax.text.slice(notes[0]!.range.start);
  const others = [...notes, ...syntax.occurrences.filter(({ type }) => type === 'definition')];
  const rest = others.reduce((left, { range }) => left.replace(syntax.text.slice(range.start, range.end), ''), after);
  return rest.trim() !== '';
}

function insertBelowParagraph(text: string, at: number, note: string): TextEdit {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text.slice(at).search(/\r?\n[ \t]*(?:\r?\n|$)/);
  const end = gap < 0 ? text.trimEnd().length : at + gap;
  return { range: { start: Math.max(at, end), end: Math.max(at, end) }, newText: newline + newline + note };
}
