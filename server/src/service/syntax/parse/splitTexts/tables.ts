import { findCells } from '../nestedTexts/tables.ts';
import { skipForward } from '../../../text/scan.ts';
import type { Block } from './block.ts';
import type { Processor } from './tree.ts';
import { addNode } from './tree.ts';

/** TableProcessor in extensions/tables.py: a block whose second line parts as many columns as the first one has. */
export const readTable: Processor = (reader, parent, block) => {
  if (reader.dialect.extensions.tables === 'none' || !isTable(block)) return false;
  const nested = block.toText();
  let at = 0;
  for (let index = 0; index < block.length; index++) {
    const row = { start: at, end: at + block.text(index).length };
    at = row.end + 1;
    if (index === 1) continue;
    const cells = findCells(nested.text, row);
    if (cells.length > 0) reader.leaves.addCells(nested, cells);
  }
  addNode(parent, 'other');
  return true;
};

function isTable(block: Block): boolean {
  const head = block.text(0).trim();
  const below = block.text(1).trim();
  if (!head.includes('|') || !below.includes('-') || skipForward(below, 0, '|:- ') !== below.length) return false;
  const columns = countColumns(head);
  return columns === countColumns(below) && (columns > 1 || block.lines.every(({ text }) => hasBorder(text.trim())));
}

function hasBorder(row: string): boolean {
  return row.startsWith('|') || row.endsWith('|');
}

function countColumns(row: string): number {
  const inner = row.slice(row.startsWith('|') ? 1 : 0, row.length > 1 && row.endsWith('|') ? -1 : row.length);
  let count = 1;
  for (let bar = inner.indexOf('|'); bar >= 0; bar = inner.indexOf('|', bar + 1)) if (inner[bar - 1] !== '\\') count++;
  return count;
}
