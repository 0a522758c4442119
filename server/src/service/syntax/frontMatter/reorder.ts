import type { TextEdit } from '../../text/edit.ts';
import type { FrontMatter } from './index.ts';

/**
 * Returns the edit that puts entries into another order, each with the comments and blank lines above it. `rank` returns the place of a key;
 * equal ones keep their order. Undefined where nothing would change, and for JSON and tables of TOML, whose order has a meaning.
 */
export function reorderEntries(
  { entries, contentRange, format, errors, closed }: FrontMatter,
  text: string,
  rank: (key: string) => number,
): TextEdit | undefined {
  const isTable = entries.some(({ keyRange, valueRange }) => keyRange.start === valueRange.start);
  if (!closed || errors.length > 0 || entries.length < 2 || format === 'json' || isTable) return undefined;
  let start = contentRange.start;
  const pieces = entries.map(({ key, range }) => {
    const end = text.indexOf('\n', Math.max(range.end - 1, start)) + 1;
    const piece = { key, text: text.slice(start, end) };
    start = end;
    return piece;
  });
  if (pieces.some(({ text: piece }) => !piece.endsWith('\n'))) return undefined;
  const sorted = pieces
    .map((piece) => ({ piece, rank: rank(piece.key) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ piece }) => piece);
  const newText = sorted.map((piece) => piece.text).join('');
  const range = { start: contentRange.start, end: start };
  return newText === text.slice(range.start, range.end) ? undefined : { range, newText };
}
