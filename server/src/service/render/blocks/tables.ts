import type { Element, Nodes } from 'hast';
import type { Range } from '../../text/range.ts';
import { skipForward } from '../../text/scan.ts';

/** Lines that cannot be a table's: quotes, lists, headings, HTML, code. */
const otherBlockPattern = /^(?: {4}|\t| {0,3}(?:[>#<]|[-+*] |\d+\. |[`~]{3}|\{[:%]))/;
const delimiterPattern = /^ {0,3}[|:+-][:|+ \t]*-[-:|+ \t\r]*$/;

/** A line without its line ending, and its UTF-16 offset. */
interface Line {
  readonly start: number;
  readonly text: string;
}

function splitLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, text: line };
    start += line.length + 1;
    return found;
  });
}

const isBlank = ({ text }: Line): boolean => text.trim() === '';

/**
 * Returns the offsets of tables without a header, which kramdown reads and GFM does not: a block whose lines all hold a bar
 * (TABLE_LINE in parser/kramdown/table.rb), beginning with a row or with its delimiters.
 */
export function findHeadlessTables(text: string, isInCode: (range: Range) => boolean): number[] {
  if (!text.includes('|')) return [];
  const found: number[] = [];
  const lines = splitLines(text);
  for (let index = 0; index < lines.length; index++) {
    const first = index;
    while (index < lines.length && !isBlank(lines[index]!)) index++;
    if (index === first) continue;
    const { start } = lines[first]!;
    if (isHeadlessTable(lines.slice(first, index)) && !isInCode({ start, end: start + 1 })) found.push(start);
  }
  return found;
}

function isHeadlessTable(block: readonly Line[]): boolean {
  const isTable = block.every(({ text }) => text.includes('|') && !otherBlockPattern.test(text) && hasColumns(text));
  return isTable && !delimiterPattern.test(block[1]?.text ?? '');
}

/** Whether a bar separates columns: not one that is escaped, in code or in math. */
function hasColumns(line: string): boolean {
  return /(?:^|[^\\])\|/.test(removeCode(line).replace(/\$\$.*?\$\$/g, ''));
}

/**
 * Removes code from a line: what begins with a run of backticks ends with the next that holds as many
 * (parser/kramdown/codespan.rb).
 */
function removeCode(line: string): string {
  const runs = [...line.matchAll(/`+/g)].reverse();
  const longestFrom = new Map<number, number>();
  let longest = 0;
  for (const { 0: run, index } of runs) {
    longestFrom.set(index + run.length, longest);
    longest = Math.max(longest, run.length);
  }
  let kept = '';
  let at = 0;
  for (let open = line.indexOf('`'); open >= 0; open = line.indexOf('`', at)) {
    const end = skipForward(line, open, '`');
    const isClosed = longestFrom.get(end)! >= end - open;
    kept += line.slice(at, isClosed ? open : end);
    at = isClosed ? line.indexOf(line.slice(open, end), end) + (end - open) : end;
  }
  return kept + line.slice(at);
}

const itemMarkerPattern = /^ {0,3}(?:[-+*]|\d{1,9}\.)[ \t]+/;

/** Returns the offsets of the text of one-line items with a bar, which are tables too, and the width of their markers. */
export function findHeadlessItems(
  text: string,
  isInCode: (range: Range) => boolean,
): { readonly start: number; readonly indent: number }[] {
  if (!text.includes('|')) return [];
  const lines = splitLines(text);
  return lines.flatMap((line, index) => {
    const marker = itemMarkerPattern.exec(line.text)?.[0];
    const next = lines[index + 1];
    if (marker === undefined || (next && !isBlank(next) && !itemMarkerPattern.test(next.text))) return [];
    const start = line.start + marker.length;
    return isInCode({ start, end: start + 1 }) || !hasColumns(line.text.slice(marker.length))
      ? []
      : [{ start, indent: marker.length }];
  });
}

/** Returns an empty header for the table at an offset, which `removeEmptyHeads` removes after parsing; `indent` is that of an item. */
export function createEmptyHead(text: string, start: number, indent = 0): string {
  const end = text.indexOf('\n', start);
  const line = removeCode(
    text
      .slice(start, end < 0 ? text.length : end)
      .trim()
      .replace(/^\||\|$/g, ''),
  );
  const columns = line.split(/(?<!\\)\|/).length;
  const isDelimiter = delimiterPattern.test(line);
  const repeatCell = (cell: string): string => `|${`${cell}|`.repeat(columns)}\n${' '.repeat(indent)}`;
  return isDelimiter ? repeatCell(' ') : repeatCell(' ') + repeatCell('-');
}

/** Removes table heads without text. */
export function removeEmptyHeads(node: Nodes): void {
  if (!('children' in node)) return;
  if (node.type === 'element' && node.tagName === 'table') {
    const head = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'thead');
    if (head && isEmpty(head)) node.children.splice(node.children.indexOf(head), 1);
  }
  node.children.forEach(removeEmptyHeads);
}

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return 'children' in node && (node.type !== 'element' || node.tagName !== 'img') && node.children.every(isEmpty);
}
