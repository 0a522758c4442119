import type { FootnoteDefinition } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';

/** Paragraphs behind a note that were meant as its own and are not, because four spaces are wanted and they have two or three. */
export interface Continuation {
  readonly note: FootnoteDefinition;
  /** Text of the first line. */
  readonly range: Range;
  /** What makes the paragraphs part of the note. */
  readonly edits: readonly TextEdit[];
}

/** Two or three spaces before plain text; a list, a quote, a definition or a tag may be meant to stand so. */
const indentedText = String.raw`( {2,3})(?=[^\s\-+*>#|<${'`'}~:{]|[-+*:][^\s])(?!\d{1,9}[.)]|\[[^\]\n]*\]:)([^\n\r]*)`;
const behindNote = new RegExp(String.raw`[ \t]*\r?\n[ \t]*\r?\n${indentedText}`, 'y');
const anywhere = new RegExp(String.raw`\n[ \t\r]*\n${indentedText}`, 'g');

/**
 * Paragraphs that fell out of their notes. Silent where a post indents other paragraphs so, too: then it is its style.
 * Of the paragraphs that follow one another the first stands for all.
 */
export function continuations({ text, notes }: Syntax): Continuation[] {
  const found = [...notes.values()].flat().flatMap((note) => continuationOf(note, text) ?? []);
  const meant = found.reduce((sum, { paragraphs }) => sum + paragraphs, 0);
  return meant === 0 || meant < (text.match(anywhere)?.length ?? 0) ? [] : found;
}

function continuationOf(
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
    behindNote.lastIndex = note.range.end;
    ;
    behindNote.lastIndex = paragraphEnd(text, behindNote.lastIndex, edits)
  ) {
    const match = behindNote.exec(text);
    if (!match) break;
    const start = behindNote.lastIndex - match[2]!.length;
    range ??= { start, end: start + match[2]!.trimEnd().length };
    paragraphs++;
    edits.push(indentation(start - match[1]!.length, match[1]!.length));
  }
  return range && { note, range, edits, paragraphs };
}

/** Where the last line of a paragraph ends whose first line ends at an offset; the lines between are indented, too. */
function paragraphEnd(text: string, from: number, edits: TextEdit[]): number {
  const nextLine = /\r?\n( *)\S[^\n\r]*/y;
  let end = from;
  for (nextLine.lastIndex = end; ; end = nextLine.lastIndex) {
    const match = nextLine.exec(text);
    if (!match) return end;
    const spaces = match[1]!.length;
    if (spaces < 4) edits.push(indentation(match.index + match[0].search(/\n/) + 1, spaces));
  }
}

function indentation(at: number, spaces: number): TextEdit {
  return { range: { start: at, end: at + spaces }, newText: '    ' };
}
