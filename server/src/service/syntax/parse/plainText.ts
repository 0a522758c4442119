import type { Nodes, RootContent } from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import type { Range } from '../../text/range.ts';

/** The position of a node; of its points only the offsets count here. */
export function toPosition({ start, end }: Range): NonNullable<RootContent['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}

/**
 * Returns the links, images, references, footnote markers, code spans and tags of a paragraph's text, as a flat list;
 * undefined where only the parser knows them: nested, open or escaped brackets.
 */
export function parsePlainText(text: string, range: Range, dialect: Dialect): RootContent[] | undefined {
  const reader = new PlainTextReader(text, range, dialect);
  return reader.read() ? reader.found : undefined;
}

/** The offset after a construct; -1 where the text is not plain. */
type Offset = number;
const notPlain = -1;

/** `(url)`, `(url "title")`: no escapes, character references, brackets or line breaks. */
const resource = /\([^\s()<>\\&`[\]"']+(?:[ \t]+"[^"\\&\n\r[\]`<]*")?\)/y;
/** The label after a text: `[label]`, or `[]`. */
const label = /\[(?:[^[\]\\^\s`<][^[\]\\`<]{0,400})?\]/y;
const footnote = /\[\^[^[\]\\\s`<]{1,200}\]/y;
const autolink = /<[a-zA-Z][a-zA-Z0-9+.-]+:[^\s<>\0-\x20]*>/y;
const scheme = /<[a-zA-Z][a-zA-Z0-9+.-]{1,31}:/y;
const tag = /<(?:\/[a-zA-Z][a-zA-Z0-9-]*|[a-zA-Z][a-zA-Z0-9-]*(?: [a-zA-Z][a-zA-Z-]*="[^"\n\r]*")* ?\/?)>/iy;
/** The parser reads it: it may be a manual footnote's. */
const superscript = /<sup\b/iy;
/** What a backslash may stand before: anything but the `!` of an image; within brackets, what changes nothing about them. */
const escape = /\\[^!\s]/y;
const harmlessEscape = /\\[^[\]()`<>\\!^&"'\s]/y;

/** Where a sticky pattern that matches at an offset ends; -1 where it does not match. */
export function findMatchEnd(pattern: RegExp, text: string, at: number): Offset {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : notPlain;
}

/** Where an autolink at an offset ends (CommonMark 6.5); -1 where there is none. */
export function findAutolinkEnd(text: string, at: number): Offset {
  return findMatchEnd(scheme, text, at) === notPlain ? notPlain : findMatchEnd(autolink, text, at);
}

/** Whether tags and comments are HTML to a dialect. */
export function hasHtml({ html }: Dialect): boolean {
  return html.kind === 'commonmark' || html.kind === 'content model';
}

class PlainTextReader {
  readonly found: RootContent[] = [];

  constructor(
    private readonly text: string,
    private readonly range: Range,
    private readonly dialect: Dialect,
  ) {}

  read(): boolean {
    const { start, end } = this.range;
    for (let at = this.findNextMark(start); at < end; at = this.findNextMark(at)) {
      at =
        this.text[at] === '['
          ? this.readBracket(at, at)
          : this.text[at] === '\\'
            ? findMatchEnd(escape, this.text, at)
            : this.readOther(at);
      if (at === notPlain) return false;
    }
    return true;
  }

  /** The next character that may begin something. */
  private findNextMark(from: number): Offset {
    const { text, range } = this;
    for (let at = from; at < range.end; at++) {
      const code = text.charCodeAt(at);
      if (code === 91 || code === 93 || code === 96 || code === 60 || code === 92) return at;
    }
    return range.end;
  }

  /** Takes a code span, autolink, tag or escape; not a bracket that closes nothing. */
  private readOther(at: number): Offset {
    const { text } = this;
    if (text[at] === '`') return this.readCode(at);
    if (text[at] === '\\') return findMatchEnd(harmlessEscape, text, at);
    if (text[at] !== '<' || !hasHtml(this.dialect)) return notPlain;
    if (/[\s\d=<]/.test(text[at + 1] ?? ' ')) return at + 1;
    const isTag = findMatchEnd(superscript, text, at) === notPlain ? findMatchEnd(tag, text, at) : notPlain;
    const end = isTag === notPlain ? findAutolinkEnd(text, at) : isTag;
    if (end === notPlain || end > this.range.end) return notPlain;
    const range = { start: at, end };
    this.add(
      isTag === notPlain
        ? { type: 'link', url: text.slice(at + 1, end - 1), children: [] }
        : { type: 'html', value: '' },
      range,
    );
    return end;
  }

  /** A code span; backticks that nothing closes are left to the parser, which looks for their end only once. */
  private readCode(at: number): Offset {
    const { text, range } = this;
    let open = at;
    while (text[open] === '`') open++;
    const size = open - at;
    for (let close = text.indexOf('`', open); close >= 0 && close < range.end; close = text.indexOf('`', close)) {
      const start = close;
      while (text[close] === '`') close++;
      if (close - start !== size) continue;
      this.add({ type: 'inlineCode', value: '' }, { start: at, end: close });
      return close;
    }
    return notPlain;
  }

  /** What starts with the bracket at `open`; `outer` is the bracket it stands in, or itself. */
  private readBracket(open: number, outer: number): Offset {
    const { text, range } = this;
    const isImage = open > range.start && text[open - 1] === '!';
    if (text[open + 1] === '^')
      return isImage || open !== outer || !this.dialect.footnotes.isEnabled
        ? notPlain
        : this.readFootnoteReference(open);
    let hasBrackets = false;
    for (let at = this.findNextMark(open + 1); at < range.end; at = this.findNextMark(at)) {
      const character = text[at];
      if (character === ']')
        return this.readAfterBracket({ start: isImage ? open - 1 : open, end: at }, open, hasBrackets);
      if (character === '[') {
        if (open !== outer || isImage || text[at - 1] !== '!') return notPlain;
        hasBrackets = true;
        at = this.readBracket(at, outer);
      } else {
        const { length } = this.found;
        at = this.readOther(at);
        if (this.found.length > length && this.found.at(-1)!.type !== 'html') hasBrackets ||= this.hasBrackets(length);
        if (this.found.length > length && this.found.at(-1)!.type === 'link') return notPlain;
      }
      if (at === notPlain || (isImage && this.found.length > 0 && this.found.at(-1)!.position!.start.offset! > open))
        return notPlain;
    }
    return notPlain;
  }

  private hasBrackets(index: number): boolean {
    const position = this.found[index]!.position!;
    return /[[\]]/.test(this.text.slice(position.start.offset, position.end.offset));
  }

  /** Decides by what follows a closed bracket; `range` is that of the brackets without the closing one. */
  private readAfterBracket({ start, end }: Range, open: number, hasBrackets: boolean): Offset {
    const { text } = this;
    const isImage = start < open;
    const next = text[end + 1];
    if (next === '(') {
      const close = findMatchEnd(resource, text, end + 1);
      if (close === notPlain || close > this.range.end) return notPlain;
      const url = /[^\s")]+/.exec(text.slice(end + 2, close))![0];
      this.add(isImage ? { type: 'image', url } : { type: 'link', url, children: [] }, { start, end: close });
      return close;
    }
    if (next === ':' && this.startsLine(start)) return notPlain;
    const close = next === '[' ? findMatchEnd(label, text, end + 1) : end + 1;
    if (close === notPlain || close > this.range.end) return notPlain;
    const referenceType = next !== '[' ? 'shortcut' : close === end + 3 ? 'collapsed' : 'full';
    const inside = text.slice(open + 1, end);
    if (referenceType !== 'full' && (hasBrackets || inside.length > 400 || inside.trim() === '')) return notPlain;
    this.add(
      { type: isImage ? 'imageReference' : 'linkReference', referenceType, identifier: '', children: [] },
      { start, end: close },
    );
    return close;
  }

  private readFootnoteReference(open: number): Offset {
    const { text } = this;
    const end = findMatchEnd(footnote, text, open);
    if (end === notPlain || end > this.range.end || text[end] === '(' || (text[end] === '[' && text[end + 1] !== '^'))
      return notPlain;
    if (text[end] === ':' && this.startsLine(open)) return notPlain;
    this.add({ type: 'footnoteReference', identifier: '' }, { start: open, end });
    return end;
  }

  /** A definition may stand there. */
  private startsLine(at: number): boolean {
    let start = at;
    while (start > 0 && ' \t>'.includes(this.text[start - 1]!)) start--;
    return start <= this.range.start || this.text[start - 1] === '\n' || at === this.range.start;
  }

  private add(node: Nodes, range: Range): void {
    this.found.push({ ...node, position: toPosition(range) } as RootContent);
  }
}
