import type { Syntax } from '../syntax/syntax.ts';
import type { Range } from '../text/range.ts';
import type { TextEdit } from '../text/edit.ts';

/** The edit that adds a line such as a definition after the last of its `siblings`, else at the end of the text. */
export function addLine(syntax: Syntax, line: string, siblings: readonly { readonly range: Range }[]): TextEdit {
  const { text } = syntax;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = siblings.at(-1);
  if (last) return insertAt(lineEnd(text, last.range.end), newline + line);
  return insertAt(text.length, gapBefore(text, newline) + line + newline);
}

/**
 * The edit that adds a paragraph after the last of its `siblings`, else at the end of the text but before the
 * definitions there.
 */
export function addParagraph(
  syntax: Syntax,
  paragraph: string,
  siblings: readonly { readonly range: Range }[],
): TextEdit {
  const { text } = syntax;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = siblings.at(-1);
  if (last) return insertAt(lineEnd(text, last.range.end), newline + newline + paragraph);
  const start = closingDefinitions(syntax);
  if (start !== undefined) return insertAt(start, paragraph + newline + newline);
  return insertAt(text.length, gapBefore(text, newline) + paragraph + newline);
}

/** Removes whole lines; where that would leave two blank lines together, one of them too. */
export function removeLines(text: string, range: Range): TextEdit {
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const end = Math.min(
    text.length,
    lineEnd(text, range.end) + (text.startsWith('\r\n', lineEnd(text, range.end)) ? 2 : 1),
  );
  const blankBefore = /(^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 80), start));
  const blankAfter = /^[ \t]*\r?\n/.exec(text.slice(end, end + 80))?.[0].length ?? 0;
  return { range: { start, end: blankBefore ? end + blankAfter : end }, newText: '' };
}

function insertAt(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

/** Where the line of an offset ends, line break excluded. */
function lineEnd(text: string, at: number): number {
  const found = text.slice(at).search(/\r?\n/);
  return found < 0 ? text.length : at + found;
}

/** The line breaks between the text and something appended that make a blank line. */
function gapBefore(text: string, newline: string): string {
  if (text === '' || /\n[ \t]*\r?\n[ \t]*$/.test(text)) return '';
  return /\n[ \t]*$/.test(text) ? newline : newline + newline;
}

/** Where the definitions start with which the text ends; undefined when it ends with something else. */
function closingDefinitions(syntax: Syntax): number | undefined {
  const definitions = syntax.occurrences.filter((occurrence) => occurrence.type === 'definition');
  let start: number | undefined;
  let end = syntax.text.trimEnd().length;
  for (const { range } of definitions.reverse()) {
    if (syntax.text.slice(range.end, end).trim() !== '') break;
    end = start = range.start;
  }
  return start;
}
