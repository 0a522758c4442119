import type { NestedLine } from '../nestedTexts/nestedText.ts';
import { NestedText, replaceStart } from '../nestedTexts/nestedText.ts';

/** Asks about one line. */
export type LineTest = (line: string) => boolean;

/** Lines that are read again and again from some line on. */
class LineList {
  private readonly nextLines = new Map<LineTest, Int32Array>();

  constructor(readonly all: readonly NestedLine[]) {}

  /** Returns the index of the first line from one on that passes a test, or the number of lines. Linear, once for each test. */
  findNext(test: LineTest, from: number): number {
    let next = this.nextLines.get(test);
    if (!next) {
      const { all } = this;
      next = new Int32Array(all.length + 1).fill(all.length);
      for (let index = all.length - 1; index >= 0; index--)
        next[index] = test(all[index]!.text) ? index : next[index + 1]!;
      this.nextLines.set(test, next);
    }
    return next[from]!;
  }
}

/** Consecutive lines of which none is blank. Lines count from 0 at its first one. */
export class Block {
  private constructor(
    private readonly list: LineList,
    private readonly start: number,
    private readonly end: number,
  ) {}

  static of(lines: readonly NestedLine[]): Block {
    return new Block(new LineList(lines), 0, lines.length);
  }

  get length(): number {
    return this.end - this.start;
  }

  get lines(): readonly NestedLine[] {
    return this.list.all.slice(this.start, this.end);
  }

  line(index: number): NestedLine | undefined {
    return index < this.length ? this.list.all[this.start + index] : undefined;
  }

  /** The text of a line, without its line break; '' for none. */
  text(index: number): string {
    return this.line(index)?.text.slice(0, -1) ?? '';
  }

  /** Whether a line stands in by a tab. */
  isIndented(index = 0): boolean {
    return this.text(index).startsWith(indentation);
  }

  /** Returns the first line from one on that passes a test; undefined for none. */
  find(test: LineTest, from = 0): number | undefined {
    const index = this.list.findNext(test, this.start + from);
    return index < this.end ? index - this.start : undefined;
  }

  slice(from: number, to = this.length): Block {
    return new Block(this.list, this.start + from, this.start + Math.max(from, to));
  }

  toText(): NestedText {
    return new NestedText(this.lines);
  }
}

/** Returns the blocks of lines, which blank lines part. */
export function toBlocks(lines: readonly NestedLine[]): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (to < lines.length && !isBlank(lines[to]!)) to++;
    if (to > from) blocks.push(Block.of(lines.slice(from, to)));
    from = to + 1;
  }
  return blocks;
}

function isBlank({ text }: NestedLine): boolean {
  return text.trim() === '';
}

const tabLength = 4;

/** Returns a line with spaces in place of tabs: as many as they are wide at its start, one each elsewhere. */
export function expandTabs(line: NestedLine): NestedLine {
  if (!line.text.includes('\t')) return line;
  let length = 0;
  let column = 0;
  for (; line.text[length] === ' ' || line.text[length] === '\t'; length++)
    column += line.text[length] === ' ' ? 1 : tabLength - (column % tabLength);
  const expanded = replaceStart(line, length, column);
  return { ...expanded, text: expanded.text.replaceAll('\t', ' ') };
}

export const indentation = ' '.repeat(tabLength);
