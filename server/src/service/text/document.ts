import type { Position } from '../../protocol/index.ts';
import type { TextEdit } from './edit.ts';
import { applyEdits } from './edit.ts';

/** One version of a text with its line index; immutable. */
export class Document {
  private lines: readonly number[] | undefined;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly text: string,
  ) {}

  /** Offsets at which lines start; `\n`, `\r\n` and `\r` end a line. */
  get lineStarts(): readonly number[] {
    return (this.lines ??= findLineStarts(this.text));
  }

  /** Returns the position (line and character, both from 0) of an offset; offsets outside the text are clamped. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: clamped - starts[low]! };
  }

  /** Returns the offset of a position; a character beyond the end of its line stops before the line break. */
  offsetAt(position: Position): number {
    const starts = this.lineStarts;
    if (position.line < 0) return 0;
    const start = starts[position.line];
    if (start === undefined) return this.text.length;
    let end = starts[position.line + 1] ?? this.text.length;
    while (end > start && (this.text[end - 1] === '\n' || this.text[end - 1] === '\r')) end--;
    return Math.min(start + Math.max(0, position.character), end);
  }

  /** The next version, with edits whose ranges are offsets into this one. */
  withEdits(version: number, edits: readonly TextEdit[]): Document {
    return new Document(this.uri, version, applyEdits(this.text, edits));
  }
}

function findLineStarts(text: string): number[] {
  return text.includes('\r') ? findAfterLineBreaks(text) : findAfterNewlines(text);
}

function findAfterNewlines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function findAfterLineBreaks(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
