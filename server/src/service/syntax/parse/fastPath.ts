import type { Root, RootContent } from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import { findClosingFence, skipBackward } from '../../text/scan.ts';
import { parseFenceMark } from './fenceMark.ts';
import { findAutolinkEnd, findMatchEnd, toPosition, parsePlainText, hasHtml } from './plainText.ts';
import { possibleMark } from '../occurrences/manualFootnotes.ts';

/**
 * Returns what the parser would find in a chunk, without the parser: most chunks are paragraphs, headings, simple lists
 * and quotes, lines of definitions or notes and fenced code, without nested brackets. The tree holds only what `collect`
 * looks for, flat and with offsets only. Undefined where there is anything else; linear in the text.
 */
export function parseFastPath(text: string, dialect: Dialect): Root | undefined {
  const chunk = new FastPathChunk(text, dialect);
  return chunk.read() ? { type: 'root', children: chunk.found } : undefined;
}

/** A line: `first` is its first character that is no space, `end` is after its last that is no white space, `break` where its line break stands. */
interface Line {
  readonly start: number;
  readonly first: number;
  readonly end: number;
  readonly break: number;
}

/** A line starting so may begin another block than a paragraph, or end one. */
const blockStart =
  /#{1,6}(?:[ \t\r\n]|$)|(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)|>|`{3}|~{3}|[-=_*|:+ \t]+(?:[\r\n]|$)|\[[^\]\n]*\]:|\t/y;
/** With the first character of its text. */
const atxHeading = /#{1,6}[ \t]+[^\s#]/y;
const itemMark = /(?:[-+*]|\d{1,9}[.)]) {1,4}(?=\S)/y;
const quoteMark = /> ?(?=\S|$)/y;
const definition = /\[([^[\]\\\s`^][^[\]\\\n\r`]*)\]:[ \t]*[^\s<>()\\&"'[\]`]+(?:[ \t]+"([^"\\&\n\r]+)")?/y;
/** With the first character of its text. */
const noteMark = /\[\^([^[\]\\\s`<]+)\]:[ \t]+\S/y;
const taskBox = /\[[ xX\t]\]/y;
/** With the first character of its text. */
const plainTaskBox = /\[[ xX]\] +\S/y;
/** UTF-16 code units; the parser reads definitions and notes with longer labels. */
const maxLabelLength = 200;

function startsBlock(text: string, at: number): boolean {
  return text[at] === '<' ? findAutolinkEnd(text, at) < 0 : findMatchEnd(blockStart, text, at) >= 0;
}

class FastPathChunk {
  readonly found: RootContent[] = [];
  /** Where the open paragraph starts; undefined for none. */
  private paragraph: number | undefined;
  private paragraphEnd = 0;
  /** The open note: where it and its text start and where its last paragraph started. */
  private footnote: { readonly start: number; readonly content: number } | undefined;
  private previousBlock: 'start' | 'text' | 'quote' | 'item' | 'definition' | 'note' = 'start';
  /** Columns at which the contents of the open list items start. */
  private itemColumns: number[] = [];
  /** Whether the line before was blank, but one before that was not. */
  private followsBlankLine = false;

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  read(): boolean {
    const { text } = this;
    if (/[\0\ue000]|\r(?!\n)/.test(text) || possibleMark.test(text)) return false;
    for (let at = 0; at < text.length;) {
      const newline = text.indexOf('\n', at);
      const lineEnd = newline < 0 ? text.length : newline;
      let first = at;
      while (first < lineEnd && text[first] === ' ') first++;
      const lineBreak = lineEnd > at && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
      let end = lineBreak;
      while (end > first && ' \t'.includes(text[end - 1]!)) end--;
      const next = this.readLine({ start: at, first, end, break: lineBreak }, lineEnd + 1);
      if (next < 0) return false;
      at = next;
    }
    const isPlain = this.closeParagraph();
    this.closeFootnote();
    return isPlain;
  }

  /** Reads a line and returns the offset of the next, or -1 where the chunk is not simple. */
  private readLine(line: Line, next: number): number {
    const { text } = this;
    if (line.first >= line.end) return this.readBlankLine() ? next : -1;
    const character = text[line.first]!;
    if (this.followsBlankLine && (character === '>' || character === '[' || !this.closeDeeperItems(line))) return -1;
    this.followsBlankLine = false;
    if (text.startsWith('<!--', line.first)) return this.readComment(line);
    if (character === '>' || this.previousBlock === 'quote') return this.readQuoteLine(line) ? next : -1;
    if (!startsBlock(text, line.first)) return this.readTextLine(line) ? next : -1;
    if (character === '#') return this.readHeading(line) ? next : -1;
    if (character === '[') return this.readDefinition(line) ? next : -1;
    if (character === '`' || character === '~') return this.readFence(line, next);
    return this.readListItem(line) ? next : -1;
  }

  private readBlankLine(): boolean {
    this.followsBlankLine = this.previousBlock !== 'start';
    return this.closeParagraph();
  }

  /** Closes what a line after a blank one does not belong to; a note continues in lines indented by four. */
  private closeDeeperItems({ start, first }: Line): boolean {
    const column = first - start;
    if (this.previousBlock === 'note') return column >= 4 && column < 8;
    const { itemColumns } = this;
    while (itemColumns.length > 0 && itemColumns.at(-1)! > column) itemColumns.pop();
    return (
      this.previousBlock !== 'quote' && this.previousBlock !== 'definition' && column - (itemColumns.at(-1) ?? 0) < 4
    );
  }

  private readTextLine({ start, first, break: end }: Line): boolean {
    if (this.paragraph === undefined) {
      const isIndented = first - start > 3 && !(this.previousBlock === 'note' || this.itemColumns.length > 0);
      if (isIndented || this.previousBlock === 'definition') return false;
      this.paragraph = first;
      if (this.previousBlock === 'start') this.previousBlock = 'text';
    }
    this.paragraphEnd = end;
    return true;
  }

  private readQuoteLine({ start, first, end }: Line): boolean {
    if (start !== first || (this.previousBlock !== 'start' && this.previousBlock !== 'quote')) return false;
    const { text } = this;
    this.previousBlock = 'quote';
    if (end === first + 1 && text[first] === '>') return this.closeParagraph();
    const content = findMatchEnd(quoteMark, text, first);
    if (content < 0 || startsBlock(text, content)) return false;
    this.paragraph ??= content;
    this.paragraphEnd = end;
    return true;
  }

  private readHeading({ start, first, end, break: lineBreak }: Line): boolean {
    const { text, found } = this;
    const content = findMatchEnd(atxHeading, text, first) - 1;
    if (content < 0 || first !== start || text[end - 1] === '#' || !this.closeParagraph()) return false;
    this.closeFootnote();
    const inside = parsePlainText(text, { start: content, end }, this.dialect);
    if (!inside) return false;
    const depth = /^#+/.exec(text.slice(first, first + 6))![0].length as 1;
    const words: RootContent = { type: 'text', value: '', position: toPosition({ start: content, end }) };
    found.push({ type: 'heading', depth, children: [words], position: toPosition({ start: first, end: lineBreak }) });
    for (const node of inside) found.push(node);
    this.previousBlock = 'text';
    this.itemColumns = [];
    return true;
  }

  private readDefinition(line: Line): boolean {
    const { text, previousBlock } = this;
    const { start, first, end } = line;
    if (first !== start || (this.paragraph !== undefined && previousBlock !== 'note')) return false;
    if (text[first + 1] !== '^') {
      definition.lastIndex = first;
      const match = definition.exec(text);
      if (!match || definition.lastIndex !== end || end !== line.break || previousBlock === 'note') return false;
      if (match[1]!.length > maxLabelLength + 1) return false;
      this.found.push({
        type: 'definition',
        identifier: '',
        url: '',
        ...(match[2] !== undefined && { title: match[2] }),
        position: toPosition({ start: first, end }),
      });
      this.previousBlock = 'definition';
      return true;
    }
    const content = this.dialect.footnotes.isEnabled ? this.findNoteContent(first) : -1;
    if (
      content < 0 ||
      (previousBlock !== 'start' && (previousBlock !== 'note' || !this.dialect.footnotes.interruptsParagraph))
    )
      return false;
    if (startsBlock(text, content) || !this.closeParagraph()) return false;
    this.closeFootnote();
    this.footnote = { start: first, content };
    this.paragraph = content;
    this.paragraphEnd = line.break;
    this.previousBlock = 'note';
    return true;
  }

  private findNoteContent(start: number): number {
    noteMark.lastIndex = start;
    const match = noteMark.exec(this.text);
    return match && match[1]!.length <= maxLabelLength ? noteMark.lastIndex - 1 : -1;
  }

  /** Fenced code that is closed. */
  private readFence({ start, first }: Line, next: number): number {
    const { text } = this;
    const mark = parseFenceMark(text.slice(first, next));
    if (!mark || first !== start || !this.closeParagraph()) return -1;
    this.closeFootnote();
    const closing = findClosingFence(text, mark, next - 1);
    if (!closing) return -1;
    this.found.push({
      type: 'code',
      value: '',
      position: toPosition({ start, end: skipBackward(text, closing.end, ' \t\r') }),
    });
    this.previousBlock = 'text';
    this.itemColumns = [];
    return closing.end + 1;
  }

  /** A list item with text of its own; the text may be indented by what its mark takes, and no more than a nested list. */
  private readListItem({ start, first, end }: Line): boolean {
    const { text, itemColumns, previousBlock } = this;
    const content = findMatchEnd(itemMark, text, first);
    if (content < 0 || content >= end || previousBlock === 'definition' || previousBlock === 'note') return false;
    const isTask = findMatchEnd(taskBox, text, content) >= 0;
    const words = isTask && this.dialect.extensions.taskLists ? findMatchEnd(plainTaskBox, text, content) - 1 : content;
    if (words < 0 || (isTask && words === content) || startsBlock(text, words)) return false;
    const column = first - start;
    const open = itemColumns.length;
    while (itemColumns.length > 0 && itemColumns.at(-1)! > column) itemColumns.pop();
    if (column - (itemColumns.at(-1) ?? 0) > 3) return false;
    const interrupts = this.paragraph !== undefined && itemColumns.length === open;
    if (interrupts && /\d/.test(text[first]!)) return false;
    if (!this.closeParagraph()) return false;
    itemColumns.push(content - start);
    this.paragraph = words;
    this.paragraphEnd = end;
    this.previousBlock = 'item';
    return true;
  }

  /** A comment with nothing after it, perhaps over several lines. */
  private readComment({ start, first }: Line): number {
    const { text } = this;
    const close = text.indexOf('-->', first + 4);
    if (close < 0 || first !== start || !hasHtml(this.dialect) || !this.closeParagraph()) return -1;
    const restOfLine = /[ \t]*(\r?\n|$)/y;
    const next = findMatchEnd(restOfLine, text, close + 3);
    if (next < 0) return -1;
    this.closeFootnote();
    this.found.push({ type: 'html', value: '', position: toPosition({ start, end: close + 3 }) });
    this.previousBlock = 'text';
    this.itemColumns = [];
    return next;
  }

  /** Ends the open paragraph and reads it. */
  private closeParagraph(): boolean {
    const { paragraph, paragraphEnd } = this;
    if (paragraph === undefined) return true;
    this.paragraph = undefined;
    const inside = parsePlainText(this.text, { start: paragraph, end: paragraphEnd }, this.dialect);
    for (const node of inside ?? []) this.found.push(node);
    return inside !== undefined;
  }

  /** Ends the open note, whose last paragraph was the last one closed. */
  private closeFootnote(): void {
    const { footnote, paragraphEnd: end } = this;
    if (!footnote) return;
    this.footnote = undefined;
    const content: RootContent = {
      type: 'paragraph',
      children: [],
      position: toPosition({ start: footnote.content, end }),
    };
    this.found.push({
      type: 'footnoteDefinition',
      identifier: '',
      children: [content],
      position: toPosition({ start: footnote.start, end }),
    });
  }
}
