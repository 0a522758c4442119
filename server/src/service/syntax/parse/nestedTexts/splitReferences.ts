import type { Dialect } from '../../../dialects/dialect.ts';
import type { Range } from '../../../text/range.ts';
import type { Reference } from '../../occurrences/occurrence.ts';

/** Brackets with a label after them, on one line. */
const brackets = /!?\[([^[\]\n\\^][^[\]\n\\]*)\](?:\[([^[\]\n\\^]*)\])?/g;

/** Returns the references of a row that no cell holds whole: a bar of the table is in them. Offsets into the text. */
export function findSplitReferences(text: string, cells: readonly Range[], { links }: Dialect): Reference[] {
  const start = cells[0]!.start;
  const row = text.slice(start, cells.at(-1)!.end);
  return [...row.matchAll(brackets)].flatMap(({ 0: written, 1: words = '', 2: label, index }): Reference[] => {
    const range = { start: start + index, end: start + index + written.length };
    const isWhole = cells.some((cell) => cell.start <= range.start && range.end <= cell.end);
    const isImage = written.startsWith('!');
    if (isWhole || (label === undefined && !isImage && text[range.end] !== ':')) return [];
    const form = label === undefined ? 'shortcut' : label === '' ? 'collapsed' : 'full';
    const name = form === 'full' ? label! : words;
    const labelEnd = range.end - (form === 'collapsed' ? 3 : 1);
    return [
      {
        type: 'reference',
        target: isImage ? 'image' : 'link',
        form,
        range,
        label: name,
        labelRange: { start: labelEnd - name.length, end: labelEnd },
        identifier: links.normalizeLabel(name),
        text: words,
        isSpaced: false,
        isSplit: true,
        followsWordCharacter: false,
      },
    ];
  });
}
