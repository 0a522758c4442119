import type { Element, Nodes } from 'hast';
import type { Range } from '../text/range.ts';

/** Lines that cannot be a table's: quotes, lists, headings, HTML, code. */
const otherBlock = /^(?: {4}|\t| {0,3}(?:[>#<]|[-+*] |\d+\. |[`~]{3}|\{[:%]))/;
const delimiters = /^ {0,3}[|:+-][-:|+ \t]*-[-:|+ \t\r]*$/;

/**
 * Offsets of tables that have no header, which kramdown reads and GFM does not: a block whose lines all hold a bar
 * (TABLE_LINE in parser/kramdown/table.rb), beginning with a row or with its delimiters.
 */
export function headlessTables(text: string, isInCode: (range: Range) => boolean): number[] {
  if (!text.includes('|')) return [];
  const found: number[] = [];
  for (const match of text.matchAll(/(?<=^[ \t\r\n]*\n|^|\n[ \t\r]*\n)[^\n]*\|[^\n]*(?:\n[^\n]*\|[^\n]*)*(?=\n[ \t\r]*(?:\n|$)|$)/g)) {
    const start = match.index;
    const lines = match[0].split('\n');
    if (isInCode({ start, end: start + 1 }) || lines.some((line) => otherBlock.test(line)) || delimiters.test(lines[1] ?? '')) continue;
    if (lines.every(holdsBar)) found.push(start);
  }
  return found;
}

/** Whether a bar parts the line: not one that is escaped, in code or in mathematics. */
function holdsBar(line: string): boolean {
  return /(?:^|[^\\])\|/.test(line.replace(/(`+)[^`]*\1|\$\$.*?\$\$/g, ''));
}

/** Offsets of the text of items of one line that holds a bar: tables as well. */
export function headlessItems(text: string, isInCode: (range: Range) => boolean): { readonly start: number; readonly indent: number }[] {
  if (!text.includes('|')) return [];
  return [...text.matchAll(/^( {0,3}(?:[-+*]|\d+\.)[ \t]+)(?![ \t])([^\n]*\|[^\n]*)(?=\n[ \t\r]*(?:\n|$)|\n {0,3}(?:[-+*]|\d+\.)[ \t]|$(?!\n))/gm)].flatMap((match) => {
    const start = match.index + match[1]!.length;
    return isInCode({ start, end: start + 1 }) || !holdsBar(match[2]!) ? [] : [{ start, indent: match[1]!.length }];
  });
}

/** A header without text for the table at `start`, to be taken out again by `withoutEmptyHeads`; `indent` for the lines of an item. */
export function headless(text: string, start: number, indent = 0): string {
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end).trim().replace(/^\||\|$/g, '').replace(/(`+)[^`]*\1/g, '');
  const columns = line.split(/(?<!\\)\|/).length;
  const isDelimiter = delimiters.test(line);
  const cells = (cell: string): string => `|${`${cell}|`.repeat(columns)}\n${' '.repeat(indent)}`;
  return isDelimiter ? cells(' ') : cells(' ') + cells('-');
}

/** Takes heads without any text out of tables. */
export function withoutEmptyHeads(node: Nodes): void {
  if (!('children' in node)) return;
  if (node.type === 'element' && node.tagName === 'table') {
    const head = node.children.find((child): child is Element => child.type === 'element' && child.tagName === 'thead');
    if (head && isEmpty(head)) node.children.splice(node.children.indexOf(head), 1);
  }
  node.children.forEach(withoutEmptyHeads);
}

function isEmpty(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return 'children' in node && (node.type !== 'element' || node.tagName !== 'img') && node.children.every(isEmpty);
}
