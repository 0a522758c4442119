import type { Range } from '../../../text/range.ts';

/** A line of a nested text; its offset in the document is that which its first character has, or would have: spaces may stand in for a tab. */
export interface NestedLine {
  /** With its line break. */
  readonly text: string;
  readonly offset: number;
}

/**
 * A text that is cut out of a document line by line and read by itself: the content of a list item, quote or note. It
 * ends with a line break.
 */
export class NestedText {
  readonly text: string;
  /** Offsets in this text at which a line starts. */
  private readonly starts: readonly number[];

  constructor(private readonly lines: readonly NestedLine[]) {
    const starts: number[] = [];
    let length = 0;
    for (const { text } of lines) {
      starts.push(length);
      length += text.length;
    }
    this.starts = starts;
    this.text = lines.map(({ text }) => text).join('');
  }

  /** Returns the offset in the document of one in this text. */
  toDocumentOffset(at: number): number {
    const index = this.findLine(at);
    return index < 0 ? 0 : this.lines[index]!.offset + at - this.starts[index]!;
  }

  /** Returns the parts of the document that a part of this text stands for, one for each line it comes from. */
  toDocumentRanges({ start, end }: Range): Range[] {
    const ranges: Range[] = [];
    for (let index = this.findLine(start); index < this.lines.length && this.starts[index]! < end; index++) {
      const from = Math.max(start, this.starts[index]!);
      const to = Math.min(end, this.starts[index]! + this.lines[index]!.text.length);
      const shift = this.lines[index]!.offset - this.starts[index]!;
      if (to > from) ranges.push({ start: from + shift, end: to + shift });
    }
    return ranges;
  }

  /** Returns the lines of a part of this text that starts with a line. */
  linesOf({ start, end }: Range): NestedLine[] {
    const lines: NestedLine[] = [];
    for (let at = start; at < end;) {
      const next = Math.min(end, this.text.indexOf('\n', at) + 1 || end);
      lines.push({ text: this.text.slice(at, next), offset: this.toDocumentOffset(at) });
      at = next;
    }
    return lines;
  }

  private findLine(at: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

/** Returns a line without its first characters. */
export function dropStart({ text, offset }: NestedLine, length: number): NestedLine {
  return { text: text.slice(length), offset: offset + length };
}

/** Returns a line with spaces in place of its first characters. */
export function replaceStart({ text, offset }: NestedLine, length: number, spaces: number): NestedLine {
  return { text: ' '.repeat(spaces) + text.slice(length), offset: offset + length - spaces };
}
