import type { FootnoteDefinition, FootnoteReference, Notation } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { pickEffective } from '../syntax/syntax.ts';
import { contains } from '../text/range.ts';
import { skipBackward } from '../text/scan.ts';

/** What closes brackets, emphasis and quotes. */
const closers = ')]*_"\'’”»';
/** Those of them that may follow a sentence's punctuation. */
const sentenceClosers = ')"\'’”»';
const punctuation = '.,;:!?…';

/** How a note is written in the text, for messages: `[^1]`, `<sup>1</sup>` or `¹`. */
export function toMarkerText({ notation, label }: FootnoteDefinition | FootnoteReference): string {
  if (notation === 'markdown') return `[^${label}]`;
  return notation === 'sup' ? `<sup>${label}</sup>` : label;
}

/**
 * Whether a marker without a note was meant as one. `[^1]` always is; `<sup>2</sup>` only after a word when the post
 * has manual notes of that notation, and only after a sentence's punctuation when it has none (`m<sup>2</sup>` is an
 * exponent).
 */
export function isMeantAsMarker(marker: FootnoteReference, syntax: Syntax): boolean {
  if (marker.notation === 'markdown') return true;
  const before = syntax.text.slice(Math.max(0, marker.range.start - 40), marker.range.start);
  if (hasManualNotes(syntax, marker.notation)) return endsWithWord(before);
  if (marker.notation === 'mark') return false;
  return (
    endsWithSentence(before) &&
    (marker.label === '1' || !/\d/.test(marker.label) || syntax.footnoteReferences.has('sup 1'))
  );
}

/**
 * Whether a text ends with a word of at least three letters, closed by punctuation or not: what a note's marker follows
 * and an exponent does not.
 */
function endsWithWord(text: string): boolean {
  const end = skipBackward(text, text.length, closers);
  return hasWordBefore(text, end > 0 && punctuation.includes(text[end - 1]!) ? end - 1 : end);
}

/** Whether a text ends with a word and a sentence's punctuation. */
function endsWithSentence(text: string): boolean {
  const end = skipBackward(text, text.length, sentenceClosers);
  return end > 0 && punctuation.includes(text[end - 1]!) && hasWordBefore(text, end - 1);
}

function hasWordBefore(text: string, end: number): boolean {
  return /\p{L}{3}$/u.test(text.slice(0, skipBackward(text, end, closers)));
}

function hasManualNotes(syntax: Syntax, notation: Notation): boolean {
  for (const notes of syntax.footnoteDefinitions.values()) if (notes[0]?.notation === notation) return true;
  return false;
}

/**
 * Whether a note that nothing cites was meant as one. `[^1]: …` always is; a paragraph that starts with `<sup>1</sup>`
 * only where nothing but notes and definitions follow: `<sup>13</sup>C` starts a sentence.
 */
export function isMeantAsNote(note: FootnoteDefinition, syntax: Syntax): boolean {
  if (note.notation === 'markdown') return true;
  const after = syntax.occurrences.filter(
    (other) =>
      (other.type === 'definition' || other.type === 'footnoteDefinition') && other.range.start >= note.range.end,
  );
  let rest = '';
  let at = note.range.end;
  for (const { range } of after) {
    rest += syntax.text.slice(at, Math.max(at, range.start));
    at = Math.max(at, range.end);
  }
  return !/[\p{L}\p{N}]/u.test(removeTags(rest + syntax.text.slice(at)));
}

/** A text without HTML and tags of templates; what follows a `<` that nothing closes is text. */
function removeTags(text: string): string {
  return text.replace(/<[^>]*>?|\{%[^%]*%\}/g, (found) =>
    /[^>]$/.test(found) && found.startsWith('<') ? found.replace(/\{%[^%]*%\}/g, '') : '',
  );
}

/** A note no text of the post reaches, with the unreachable note that cites it, if one does. */
export interface Orphan {
  readonly note: FootnoteDefinition;
  readonly citedBy: FootnoteDefinition | undefined;
}

/**
 * Notes that no chain of markers reaches from the text; copies that another one overrides are left out. Linear in the
 * number of occurrences.
 */
export function findOrphans(syntax: Syntax): Orphan[] {
  if (syntax.footnoteDefinitions.size === 0) return [];
  const { wins } = syntax.dialect.footnotes;
  const notes = [...syntax.footnoteDefinitions.values()].map((copies) => pickEffective(copies, wins)!);
  const holders = mapMarkersToNotes(syntax);
  const cited = new Map<FootnoteDefinition | undefined, FootnoteReference[]>();
  for (const [marker, holder] of holders) {
    const others = cited.get(holder);
    if (others) others.push(marker);
    else cited.set(holder, [marker]);
  }
  const reached = new Set<FootnoteDefinition>();
  const queue = cited.get(undefined) ?? [];
  for (let marker = queue.pop(); marker; marker = queue.pop()) {
    const note = pickEffective(syntax.footnoteDefinitions.get(marker.identifier) ?? [], wins);
    if (!note || reached.has(note)) continue;
    reached.add(note);
    for (const other of cited.get(note) ?? []) queue.push(other);
  }
  return notes
    .filter((note) => !reached.has(note))
    .map((note) => ({
      note,
      citedBy: syntax.footnoteReferences.get(note.identifier)?.map((marker) => holders.get(marker))[0],
    }));
}

/** The note that contains each marker, the outermost of nested ones; undefined for the text. */
function mapMarkersToNotes({ occurrences }: Syntax): ReadonlyMap<FootnoteReference, FootnoteDefinition | undefined> {
  const holders = new Map<FootnoteReference, FootnoteDefinition | undefined>();
  let holder: FootnoteDefinition | undefined;
  for (const occurrence of occurrences) {
    if (occurrence.type === 'footnoteDefinition' && (!holder || occurrence.range.start >= holder.contentRange.end))
      holder = occurrence;
    if (occurrence.type === 'footnoteReference')
      holders.set(occurrence, holder && contains(holder.contentRange, occurrence.range) ? holder : undefined);
  }
  return holders;
}
