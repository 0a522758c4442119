import type { Dialect } from '../../../dialects/dialect.ts';
import type { Range } from '../../../text/range.ts';
import { blankOut } from '../../templates/replaceRanges.ts';
import { applyOptions } from '../options.ts';
import { readLeaves } from './blockReader.ts';
import type { Leaf } from './leaf.ts';
import { maskSpans } from './spans.ts';

/** A document of an engine that reads nested texts: its leaves, and the text with all but what is text of them blanked. */
export interface LeafText {
  readonly masked: string;
  /** In the order of the text, each with a start of its own. */
  readonly leaves: readonly Leaf[];
}

/** Returns the leaves of a text; `written` is it before it was masked, offset by offset. Linear in the text, but for what is nested. */
export function readLeafText(text: string, written: string, dialect: Dialect): LeafText {
  const leaves = sortLeaves(readLeaves(text, written, dialect), text.length);
  const lineDialect = applyOptions(text, dialect);
  const parts: string[] = [];
  let at = 0;
  for (const leaf of leaves) {
    const words = maskSpans(leaf.text.map(({ start, end }) => text.slice(start, end)).join(''), lineDialect);
    let from = 0;
    for (const { start, end } of leaf.text) {
      /** Spaces in place of a tab may reach into what comes before. */
      const first = Math.max(start, at);
      const last = Math.min(end, text.length);
      if (last > first) {
        parts.push(blank(text, { start: at, end: first }), words.slice(from + first - start, from + last - start));
        at = last;
      }
      from += end - start;
    }
  }
  parts.push(blank(text, { start: at, end: text.length }));
  return { masked: parts.join(''), leaves };
}

/** Tabs that are shown as spaces may let a leaf begin before the one before it has: it is left out. */
function sortLeaves(leaves: readonly Leaf[], end: number): Leaf[] {
  let last = -1;
  return leaves.filter(({ start }) => {
    if (start <= last || start >= end) return false;
    last = start;
    return true;
  });
}

function blank(text: string, { start, end }: Range): string {
  return blankOut(text.slice(start, end), [{ start: 0, end: Math.max(0, end - start) }]);
}
