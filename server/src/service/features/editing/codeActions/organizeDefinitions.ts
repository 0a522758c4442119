import { removeLines } from '../../../rules/placement.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Definition } from '../../../syntax/occurrences/occurrence.ts';
import { applyEdits } from '../../../text/edit.ts';
import type { Action } from '../../results.ts';

/**
 * Collects the definitions at the end of the post, sorted by label; copies of one label keep their order, since it
 * decides which counts.
 */
export function organizeDefinitions({ syntax }: OpenPost): Action[] {
  const { text } = syntax;
  const found = syntax.occurrences.filter(
    (occurrence): occurrence is Definition => occurrence.type === 'definition' && isMovable(occurrence, text),
  );
  if (found.length < 2) return [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = found
    .toSorted((a, b) => a.identifier.localeCompare(b.identifier, 'en', { numeric: true }))
    .map(({ range }) => text.slice(range.start, range.end));
  const block = lines.join(newline);
  const removals = found.map(({ range }) => removeLines(text, range));
  const rest = applyEdits(text, removals);
  const gap = rest === '' || /\n[ \t]*\r?\n$/.test(rest) ? '' : rest.endsWith('\n') ? newline : newline + newline;
  if (rest + gap + block + newline === text) return [];
  const edits = [...removals, { range: { start: text.length, end: text.length }, newText: gap + block + newline }];
  return [{ title: 'Sort definitions and collect them at the end', kind: 'source.organizeDefinitions', edits }];
}

/**
 * Whether a definition may move: one in a list, a quote or a note stays where it is, and so does one between two lists.
 */
function isMovable({ range }: Definition, text: string): boolean {
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const after = text.slice(range.end, range.end + 2000).replace(/^(\s*\[[^\]\n]+\]:[^\n]*\n?)+/, '');
  return /^ {0,3}$/.test(text.slice(start, range.start)) && !/^\s*([-+*]|\d{1,9}[.)])[ \t]/.test(after);
}
