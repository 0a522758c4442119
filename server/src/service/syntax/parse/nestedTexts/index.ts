import type { Dialect } from '../../../dialects/dialect.ts';
import { blankOut } from '../../templates/replaceRanges.ts';
import { applyOptions } from '../options.ts';
import { readLeaves } from './blockReader.ts';
import type { Leaf, MaskedLeaf } from './leaf.ts';
import { maskSpans, mayHoldOccurrence } from './spans.ts';

/**
 * Returns the leaves of a text, without those that hold nothing that could be found. `written` is the text before it was
 * masked, offset by offset. Linear in the text, but for what is nested.
 */
export function readMaskedLeaves(text: string, written: string, dialect: Dialect): readonly MaskedLeaf[] {
  const lineDialect = applyOptions(text, dialect);
  const found: MaskedLeaf[] = [];
  let last = -1;
  for (const leaf of readLeaves(text, written, dialect)) {
    /** Spaces in place of a tab may let a leaf begin before the one before it has: it is left out. */
    if (leaf.start <= last || leaf.start >= text.length) continue;
    const masked = maskLeaf(text, leaf, lineDialect);
    if (leaf.own.length === 0 && !mayHoldOccurrence(masked)) continue;
    found.push({ start: leaf.start, text: leaf.text, isParagraph: leaf.isParagraph, own: leaf.own, masked });
    last = leaf.start;
  }
  return found;
}

/** Returns the text of a leaf at its place, from its start on; a space for one that has none. */
function maskLeaf(text: string, { start, text: ranges }: Leaf, dialect: Dialect): string {
  if (ranges.length === 0) return ' ';
  const written =
    ranges.length === 1
      ? text.slice(ranges[0]!.start, ranges[0]!.end)
      : ranges.map((range) => text.slice(range.start, range.end)).join('');
  const words = maskSpans(written, dialect);
  if (ranges.length === 1 && ranges[0]!.start === start) return words;
  const parts: string[] = [];
  let at = start;
  let from = 0;
  for (const range of ranges) {
    const first = Math.max(range.start, at);
    const last = Math.min(range.end, text.length);
    if (last > first) {
      const gap = text.slice(at, first);
      parts.push(blankOut(gap, [{ start: 0, end: gap.length }]));
      parts.push(words.slice(from + first - range.start, from + last - range.start));
      at = last;
    }
    from += range.end - range.start;
  }
  return parts.join('') || ' ';
}
