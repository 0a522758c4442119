import { skipForward } from '../../../text/scan.ts';
import type { Cursor, Reader, Tree } from './tree.ts';
import { addChild, followsBoundary, isBoundary } from './tree.ts';
import { nextLine } from './patterns.ts';
import type { Range } from '../../../text/range.ts';

/** Reads the table that starts at the cursor, if one does: parse_table in table.rb. */
export function readTable(reader: Reader, cursor: Cursor, tree: Tree): boolean {
  const { text, at, nested } = cursor;
  if (!/^ {0,3}\S/.test(text.slice(at, at + 5)) || !isTableLine(text, at) || !followsBoundary(tree)) return false;
  const found = collectRows(text, at);
  if (!found || !isBoundary(text, found.end)) return false;
  cursor.at = found.end;
  for (const row of found.rows) reader.leaves.addCells(nested, findCells(text, row));
  addChild(tree, { kind: 'other' });
  return true;
}

/** Whether a line has a bar that no backslash escapes: TABLE_LINE. */
function isTableLine(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  for (let bar = text.indexOf('|', at); bar >= 0 && bar < end; bar = text.indexOf('|', bar + 1))
    if (bar === at || text[bar - 1] !== '\\') return true;
  return false;
}

/** Returns the rows of a table; undefined where a row has all its bars in code or HTML, or where there is nothing but a head. */
function collectRows(
  text: string,
  start: number,
): { readonly rows: readonly Range[]; readonly end: number } | undefined {
  const rows: Range[] = [];
  let at = start;
  /** Rows since the last line that parts some from others. */
  let count = 0;
  let [hasBody, hasHead, hasFooter] = [false, false, false];
  for (; at < text.length && isTableLine(text, at); at = nextLine(text, at)) {
    const row = { start: at, end: nextLine(text, at) - 1 };
    if (isMadeOf(text, row, '-', '+|: \t-')) {
      if (count > 0 && (hasHead || hasFooter)) hasBody ||= !hasFooter;
      else if (count > 0) hasHead = true;
      if (at > start) count = 0;
    } else if (isMadeOf(text, row, '=', '+|: \t=')) {
      hasBody ||= count > 0;
      hasFooter = true;
      count = 0;
    } else {
      if (!hasBarInText(text, row)) return undefined;
      rows.push(row);
      count++;
    }
  }
  return hasBody || (count > 0 && !hasFooter) ? { rows, end: at } : undefined;
}

/** Whether a line holds a mark and nothing but some characters: TABLE_SEP_LINE, TABLE_FSEP_LINE. */
function isMadeOf(text: string, { start, end }: Range, mark: string, characters: string): boolean {
  return skipForward(text, start, characters, end) === end && text.slice(start, end).includes(mark);
}

const mark = /`+|<(\w+)|[|\\]/g;

function hasBarInText(text: string, row: Range): boolean {
  return findBars(text.slice(row.start, row.end), 'html').length > 0;
}

/** Returns the offsets of bars that are in no code and, where asked, in no HTML. */
function findBars(line: string, skipped: 'code' | 'html'): number[] {
  const bars: number[] = [];
  mark.lastIndex = 0;
  for (let match = mark.exec(line); match; match = mark.exec(line)) {
    const [written, name] = match;
    if (written === '|') {
      if (line[match.index - 1] !== '\\') bars.push(match.index);
    } else if (written === '\\') mark.lastIndex = match.index + (line[match.index + 1] === '`' ? 2 : 1);
    else {
      const isSkipped = name === undefined || skipped === 'html' || name === 'code';
      const close = isSkipped ? line.indexOf(name === undefined ? written : `</${name}`, mark.lastIndex) : -1;
      if (close >= 0) mark.lastIndex = close + (name === undefined ? written.length : 2);
    }
  }
  return bars;
}

/** Returns the cells of a row with their text. */
export function findCells(text: string, row: Range): Range[] {
  const bars = findBars(text.slice(row.start, row.end), 'code').map((bar) => row.start + bar);
  return [row.start - 1, ...bars].flatMap((bar, index, all) => {
    let start = bar + 1;
    let end = all[index + 1] ?? row.end;
    while (start < end && ' \t'.includes(text[start]!)) start++;
    while (end > start && ' \t'.includes(text[end - 1]!)) end--;
    return end > start ? [{ start, end }] : [];
  });
}
