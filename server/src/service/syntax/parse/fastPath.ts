import type { Root, RootContent } from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import { endOf, positionOf, readPlainText, readsHtml } from './plainText.ts';
import { mayHoldMark } from '../occurrences/manualFootnotes.ts';

/**
 * Returns what the parser would find in a chunk, without the parser: most chunks are paragraphs, headings, simple lists
 * and quotes, lines of definitions or notes and fenced code, without nested brackets. The tree holds only what `collect`
 * looks for, flat and with offsets only. Undefined where there is anything else; linear in the text.
 */
export function readPlainPiece(text: string, dialect: Dialect): Root | undefined {
  const piece = new PlainPiece(text, dialect);
  return piece.read() ? { type: 'root', children: piece.found } : undefined;
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
  /#{1,6}(?![^ \t\r\n])|(?:[-+*]|\d{1,9}[.)])(?![^ \t\r\n])|>|`{3}|~{3}|<(?![a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*>)|[-=_*|:+ \t]+(?![^\r\n])|\[[^\]\n]*\]:|\t/y;
const atxHeading = /#{1,6}[ \t]+(?=[^\s#])/y;
const itemMark = /(?:[-+*]|\d{1,9}[.)]) {1,4}(?=\S)/y;
const quoteMark = /> ?(?=\S|$)/y;
const definition =
  /\[(?!\^)[^[\]\\\s`][^[\]\\\n\r`]{0,200}\]:[ \t]*[^\s<>()\\&"'[\]`]+(?:[ \t]+"([^"\\&\n\r]+)")?(?![^\r\n])/y;
const noteMark = /\[\^[^[\]\\\s`<]{1,200}\]:[ \t]+(?=\S)/y;
const taskBox = /\[[ xX\t]\]/y;
const plainTaskBox = /\[[ xX]\] +(?=\S)/y;

class PlainPiece {
  readonly found: RootContent[] = [];
  /** Where the open paragraph starts; undefined for none. */
  private paragraph: number | undefined;
  private paragraphEnd = 0;
  /** The open note: where it and its text start and where its last paragraph started. */
  private note: { readonly start: number; readonly content: number } | undefined;
  private before: 'start' | 'text' | 'quote' | 'item' | 'definition' | 'note' = 'start';
  /** Columns at which the contents of the open list items start. */
  private items: number[] = [];
  /** Whether the line before was blank, but one before that was not. */
  private afterBlank = false;

  constructor(
    private readonly text: string,
    private readonly dialect: Dialect,
  ) {}

  read(): boolean {
    const { text } = this;
    if (/[\0\ue000]|\r(?!\n)/.test(text) || mayHoldMark.test(text)) return false;
    for (let at = 0; at < text.length;) {
      const newline = text.indexOf('\n', at);
      const lineEnd = newline < 0 ? text.length : newline;
      let first = at;
      while (first < lineEnd && text[first] === ' ') first++;
      const lineBreak = lineEnd > at && text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
      let end = lineBreak;
      while (end > first && ' \t'.includes(text[end - 1]!)) end--;
      const next = this.line({ start: at, first, end, break: lineBreak }, lineEnd + 1);
      if (next < 0) return false;
      at = next;
    }
    const isPlain = this.close();
    this.endNote();
    return isPlain;
  }

  /** Reads a line and returns the offset of the next, or -1 where the chunk is not simple. */
  private line(line: Line, next: number): number {
    const { text } = this;
    if (line.first >= line.end) return this.blankLine() ? next : -1;
    const unit = text[line.first]!;
    if (this.afterBlank && (unit === '>' || unit === '[' || !this.outdent(line))) return -1;
    this.afterBlank = false;
    if (text.startsWith('<!--', line.first)) return this.comment(line);
    if (unit === '>' || this.before === 'quote') return this.quoteLine(line) ? next : -1;
    if (endOf(blockStart, text, line.first) < 0) return this.textLine(line) ? next : -1;
    if (unit === '#') return this.heading(line) ? next : -1;
    if (unit === '[') return this.definitionOrNote(line) ? next : -1;
    if (unit === '`' || unit === '~') return this.fence(line, next);
    return this.item(line) ? next : -1;
  }

  private blankLine(): boolean {
    this.afterBlank = this.before !== 'start';
    return this.close();
  }

  /** Closes what a line after a blank one does not belong to; a note continues in lines indented by four. */
  private outdent({ start, first }: Line): boolean {
    const column = first - start;
    if (this.before === 'note') return column >= 4 && column < 8;
    const { items } = this;
    while (items.length > 0 && items.at(-1)! > column) items.pop();
    return this.before !== 'quote' && this.before !== 'definition' && column - (items.at(-1) ?? 0) < 4;
  }

  private textLine({ start, first, break: end }: Line): boolean {
    if (this.paragraph === undefined) {
      const isIndented = first - start > 3 && !(this.before === 'note' || this.items.length > 0);
      if (isIndented || this.before === 'definition') return false;
      this.paragraph = first;
      if (this.before === 'start') this.before = 'text';
    }
    this.paragraphEnd = end;
    return true;
  }

  private quoteLine({ start, first, end }: Line): boolean {
    if (start !== first || (this.before !== 'start' && this.before !== 'quote')) return false;
    const { text } = this;
    this.before = 'quote';
    if (end === first + 1 && text[first] === '>') return this.close();
    const content = endOf(quoteMark, text, first);
    if (content < 0 || endOf(blockStart, text, content) >= 0) return false;
    this.paragraph ??= content;
    this.paragraphEnd = end;
    return true;
  }

  private heading({ start, first, end, break: lineBreak }: Line): boolean {
    const { text, found } = this;
    const content = endOf(atxHeading, text, first);
    if (content < 0 || first !== start || text[end - 1] === '#' || !this.close()) return false;
    this.endNote();
    const inside = readPlainText(text, { start: content, end }, this.dialect);
    if (!inside) return false;
    const depth = /^#+/.exec(text.slice(first, first + 6))![0].length as 1;
    const words: RootContent = { type: 'text', value: '', position: positionOf({ start: content, end }) };
    found.push({ type: 'heading', depth, children: [words], position: positionOf({ start: first, end: lineBreak }) });
    for (const node of inside) found.push(node);
    this.before = 'text';
    this.items = [];
    return true;
  }

  private definitionOrNote(line: Line): boolean {
    const { text, before } = this;
    const { start, first, end } = line;
    if (first !== start || (this.paragraph !== undefined && before !== 'note')) return false;
    if (text[first + 1] !== '^') {
      definition.lastIndex = first;
      const match = definition.exec(text);
      if (!match || definition.lastIndex !== end || before === 'note') return false;
      this.found.push({
        type: 'definition',
        identifier: '',
        url: '',
        ...(match[1] !== undefined && { title: match[1] }),
        position: positionOf({ start: first, end }),
      });
      this.before = 'definition';
      return true;
    }
    const content = this.dialect.footnotes.isRead ? endOf(noteMark, text, first) : -1;
    if (content < 0 || (before !== 'start' && (before !== 'note' || !this.dialect.footnotes.interruptsParagraph)))
      return false;
    if (endOf(blockStart, text, content) >= 0 || !this.close()) return false;
    this.endNote();
    this.note = { start: first, content };
    this.paragraph = content;
    this.paragraphEnd = line.break;
    this.before = 'note';
    return true;
  }

  /** Fenced code that is closed. */
  private fence({ start, first }: Line, next: number): number {
    const { text } = this;
    const mark = /^(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})/.exec(text.slice(first, next))?.[0];
    if (!mark || first !== start || !this.close()) return -1;
    this.endNote();
    const closing = new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t\\r]*$`, 'gm');
    closing.lastIndex = next;
    const match = closing.exec(text);
    if (!match) return -1;
    this.found.push({
      type: 'code',
      value: '',
      position: positionOf({ start, end: match.index + match[0].trimEnd().length }),
    });
    this.before = 'text';
    this.items = [];
    return match.index + match[0].length + 1;
  }

  /** A list item with text of its own; the text may be indented by what its mark takes, and no more than a nested list. */
  private item({ start, first, end }: Line): boolean {
    const { text, items, before } = this;
    const content = endOf(itemMark, text, first);
    if (content < 0 || content >= end || before === 'definition' || before === 'note') return false;
    const isTask = endOf(taskBox, text, content) >= 0;
    const words = isTask && this.dialect.extensions.taskLists ? endOf(plainTaskBox, text, content) : content;
    if (words < 0 || (isTask && words === content) || endOf(blockStart, text, words) >= 0) return false;
    const column = first - start;
    const open = items.length;
    while (items.length > 0 && items.at(-1)! > column) items.pop();
    if (column - (items.at(-1) ?? 0) > 3) return false;
    const interrupts = this.paragraph !== undefined && items.length === open;
    if (interrupts && /\d/.test(text[first]!)) return false;
    if (!this.close()) return false;
    items.push(content - start);
    this.paragraph = words;
    this.paragraphEnd = end;
    this.before = 'item';
    return true;
  }

  /** A comment with nothing after it, perhaps over several lines. */
  private comment({ start, first }: Line): number {
    const { text } = this;
    const close = text.indexOf('-->', first + 4);
    if (close < 0 || first !== start || !readsHtml(this.dialect) || !this.close()) return -1;
    const behind = /[ \t]*(\r?\n|$)/y;
    const next = endOf(behind, text, close + 3);
    if (next < 0) return -1;
    this.endNote();
    this.found.push({ type: 'html', value: '', position: positionOf({ start, end: close + 3 }) });
    this.before = 'text';
    this.items = [];
    return next;
  }

  /** Ends the open paragraph and reads it. */
  private close(): boolean {
    const { paragraph, paragraphEnd } = this;
    if (paragraph === undefined) return true;
    this.paragraph = undefined;
    const inside = readPlainText(this.text, { start: paragraph, end: paragraphEnd }, this.dialect);
    for (const node of inside ?? []) this.found.push(node);
    return inside !== undefined;
  }

  /** Ends the open note, whose last paragraph was the last one closed. */
  private endNote(): void {
    const { note, paragraphEnd: end } = this;
    if (!note) return;
    this.note = undefined;
    const content: RootContent = {
      type: 'paragraph',
      children: [],
      position: positionOf({ start: note.content, end }),
    };
    this.found.push({
      type: 'footnoteDefinition',
      identifier: '',
      children: [content],
      position: positionOf({ start: note.start, end }),
    });
  }
}
