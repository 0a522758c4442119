import { blanks, skipBackward, skipForward } from '../../../text/scan.ts';
import { atxHeading, matchAt, nextLine, setextHeading, tightAtxHeading } from './patterns.ts';
import type { Cursor, Reader, Tree } from './tree.ts';
import { addChild, followsBoundary } from './tree.ts';

/** Reads the heading with marks before it that starts at the cursor, if one does: parse_atx_header in header.rb and the GFM parser. */
export function readAtxHeading(reader: Reader, cursor: Cursor, tree: Tree): boolean {
  const { text, at } = cursor;
  const { unspacedHeadings, headingsInterruptParagraphs } = reader.dialect.blocks;
  const match = matchAt(unspacedHeadings ? tightAtxHeading : atxHeading, text, at);
  if (!match || (!headingsInterruptParagraphs && !followsBoundary(tree))) return false;
  const start = skipForward(text, at + match[1]!.length, blanks);
  const content = text.slice(start, at + match[0].length).trimEnd();
  const words = removeClosingMarks(content, unspacedHeadings ? '\\' : undefined);
  if (words.trim() === '') return false;
  cursor.at += match[0].length;
  reader.leaves.addHeading(
    cursor.nested,
    { start: at, end: start + content.length },
    { text: { start, end: start + words.length }, depth: match[1]!.length },
  );
  addChild(tree, { kind: 'other' });
  return true;
}

/** Reads the heading with a line below it that starts at the cursor, if one does: parse_setext_header in header.rb. */
export function readSetextHeading(reader: Reader, cursor: Cursor, tree: Tree): boolean {
  const { text, at } = cursor;
  const next = text[nextLine(text, at)];
  if ((next !== '-' && next !== '=') || !followsBoundary(tree)) return false;
  const match = matchAt(setextHeading, text, at);
  if (!match) return false;
  const start = at + match[0].indexOf(match[1]!);
  cursor.at += match[0].length;
  reader.leaves.addHeading(
    cursor.nested,
    { start, end: start + match[0].trim().length },
    { text: { start, end: start + match[1]!.trimEnd().length }, depth: match[2] === '-' ? 2 : 1 },
  );
  addChild(tree, { kind: 'other' });
  return true;
}

/** Returns the text of a heading without the marks at its end, which follow a blank, or anything but an escape. */
function removeClosingMarks(text: string, escape: string | undefined): string {
  const end = skipBackward(text, text.length, '#');
  const before = text[end - 1] ?? '';
  if (escape === undefined) return blanks.includes(before) && before !== '' ? text.slice(0, end).trimEnd() : text;
  return text.slice(0, before === escape ? Math.min(text.length, end + 1) : end).trimEnd();
}
