import type { FootnoteDefinition } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';

/**
 * Paragraphs after a note that were meant to belong to it and do not, because they are indented by two or three spaces
 * instead of four.
 */
export interface Continuation {
  readonly note: FootnoteDefinition;
  /** Text of the first line. */
  readonly range: Range;
  /** What makes the paragraphs part of the note. */
  readonly edits: readonly TextEdit[];
}

/** Two or three spaces after a blank line, and the rest of their line. */
const afterNote = /[ \t]*\r?\n[ \t]*\r?\n( {2,3})(\S[^\n\r]*)/y;
const anywhere = /\n[ \t\r]*\n {2,3}(\S[^\n\r]*)/g;

/** Whether a line is plain text; the indentation of a list, a quote, a definition or a tag may be intended. */
function isPlainText(line: string): boolean {
  return /^(?:[^\s\-+*>#|<`~:{]|[-+*:]\S)/.test(line) && !/^(?:\d{1,9}[.)]|\[[^\]]*\]:)/.test(line);
}

/**
 * Paragraphs that fell out of their notes. Silent where a post indents other paragraphs so, too: then it is its style.
 * Consecutive paragraphs are one continuation.
 */
export function findContinuations({ text, footnoteDefinitions }: Syntax): Continuation[] {
  const found = [...footnoteDefinitions.values()].flat().flatMap((note) => findContinuation(note, text) ?? []);
  const meant = found.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  if (meant === 0) return [];
  const all = [...text.matchAll(anywhere)].filter(([, line]) => isPlainText(line!));
  return meant < all.length ? [] : found;
}

function findContinuation(
  note: FootnoteDefinition,
  text: string,
): (Continuation & { readonly paragraphs: number }) | undefined {
  if (
    note.notation !== 'markdown' ||
    !note.isSupported ||
    !/^$|\n$/.test(text.slice(Math.max(0, note.range.start - 1), note.range.start))
  )
    return undefined;
  let range: Range | undefined;
  let paragraphs = 0;
  const edits: TextEdit[] = [];
  for (
    afterNote.lastIndex = note.range.end;
    ;
    afterNote.lastIndex = indentParagraph(text, afterNote.lastIndex, edits)
  ) {
    const match = afterNote.exec(text);
    if (!match || !isPlainText(match[2]!)) break;
    const start = afterNote.lastIndex - match[2]!.length;
    range ??= { start, end: start + match[2]!.trimEnd().length };
    paragraphs++;
    edits.push(createIndentEdit(start - match[1]!.length, match[1]!.length));
  }
  return range && { note, range, edits, paragraphs };
}

/** Where the last line of a paragraph ends whose first line ends at an offset; the lines between are indented, too. */
function indentParagraph(text: string, from: number, edits: TextEdit[]): number {
  const nextLine = /\r?\n( *)\S[^\n\r]*/y;
  let end = from;
  for (nextLine.lastIndex = end; ; end = nextLine.lastIndex) {
    const match = nextLine.exec(text);
    if (!match) return end;
    const spaces = match[1]!.length;
    if (spaces < 4) edits.push(createIndentEdit(match.index + match[0].search(/\n/) + 1, spaces));
  }
}

function createIndentEdit(at: number, spaces: number): TextEdit {
  return { range: { start: at, end: at + spaces }, newText: '    ' };
}
