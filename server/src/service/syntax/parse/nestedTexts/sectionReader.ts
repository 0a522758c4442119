import type { Dialect, HtmlElements } from '../../../dialects/dialect.ts';
import { blankOut } from '../../templates/replaceRanges.ts';
import type { Source } from '../keyedOccurrence.ts';
import { readSplitLeaves } from '../splitTexts/reader.ts';
import { BlockReader } from './blockReader.ts';
import type { Leaf, MaskedLeaf } from './leaf.ts';
import { NestedText } from './nestedText.ts';
import { findReach } from './reach.ts';
import type { Section } from './section.ts';
import { maskSpans, mayHoldOccurrence } from './spans.ts';
import type { Cursor, Tree } from './tree.ts';
import { createTree, endsSection } from './tree.ts';

/** How a text is read: its blocks as the site has it, its lines with what the post sets. */
export interface ReadingDialects {
  readonly siteDialect: Dialect;
  readonly dialect: Dialect;
}

/** What is known where the reading of a text begins. */
interface Beginning {
  readonly start: number;
  readonly elements: HtmlElements;
  /** Where the last leaf before begins. */
  readonly lastLeaf: number;
}

/** Reads a text section by section. */
export class SectionReader {
  private readonly reader: BlockReader;
  private readonly cursor: Cursor;
  private readonly tree: Tree = createTree();
  private lastLeaf: number;

  constructor(
    private readonly source: Source,
    private readonly dialects: ReadingDialects,
    { start, elements, lastLeaf }: Beginning,
  ) {
    /** A line break is taken to stand at the end. */
    const text = `${source.masked.replaceAll('\r', ' ')}\n`;
    this.reader = new BlockReader(dialects.siteDialect, source.written, elements);
    this.cursor = { nested: new NestedText([{ text, offset: 0 }]), text, at: start, unclosed: new Set(), reach: 0 };
    this.lastLeaf = lastLeaf;
    if (start > 0) this.tree.children.push({ kind: 'blank' });
  }

  get start(): number {
    return this.cursor.at;
  }

  get elements(): HtmlElements {
    return this.reader.elements;
  }

  get isAtEnd(): boolean {
    return this.cursor.at >= this.cursor.text.length;
  }

  readSection(): Section {
    if (this.dialects.siteDialect.blocks.reading === 'split texts') return this.readWhole();
    const { start, elements, cursor } = this;
    do this.reader.readBlock(cursor, this.tree);
    while (!this.isAtEnd && !endsSection(cursor, this.tree));
    const leaves = this.reader.leaves.takeAll();
    return {
      start,
      length: cursor.at - start,
      reach: findReach(cursor, start) - start,
      elements,
      leaves: this.maskLeaves(leaves, start),
      isSelfContained: leaves.every((leaf) => leaf.start >= start),
    };
  }

  /** Reads all of the text as one section: what a block of split texts is may depend on all that follows. */
  private readWhole(): Section {
    const { source, dialects, cursor, elements } = this;
    const { length } = cursor.text;
    const leaves = readSplitLeaves(source.masked, source.written, dialects.siteDialect);
    cursor.at = length;
    return { start: 0, length, reach: length + 1, elements, leaves: this.maskLeaves(leaves, 0), isSelfContained: true };
  }

  /** Returns leaves with their text, without those that hold nothing that could be found. */
  private maskLeaves(leaves: readonly Leaf[], sectionStart: number): readonly MaskedLeaf[] {
    const { masked: text } = this.source;
    const found: MaskedLeaf[] = [];
    for (const leaf of leaves) {
      const { start, isParagraph, own } = leaf;
      /** Spaces in place of a tab may let a leaf begin before the one before it has: it is left out. */
      if (start <= this.lastLeaf || start >= text.length) continue;
      const masked = maskLeaf(text, leaf, this.dialects.dialect);
      if (own.length === 0 && !mayHoldOccurrence(masked)) continue;
      found.push({ start: start - sectionStart, hasText: leaf.text.length > 0, isParagraph, own, masked });
      this.lastLeaf = start;
    }
    return found;
  }
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
