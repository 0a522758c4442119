import type { Dialect, HtmlElements } from '../../../dialects/dialect.ts';
import type { Range } from '../../../text/range.ts';
import { skipForward } from '../../../text/scan.ts';
import { parseDefinition } from './definitions.ts';
import { parseExtension } from './extensions.ts';
import { readAtxHeading, readSetextHeading } from './headings.ts';
import { readHtml } from './html.ts';
import { LeafList } from './leafList.ts';
import { readDefinitionList, readList } from './lists.ts';
import type { Cursor, Reader, Tree } from './tree.ts';
import { addChild, createTree, followsBoundary, isBoundary } from './tree.ts';
import type { NestedLine } from './nestedText.ts';
import { dropStart, NestedText } from './nestedText.ts';
import {
  blankLines,
  definitionItem,
  endOfBlock,
  findFenceEnd,
  findIndentedEnd,
  indent,
  isAt,
  isAttributeList,
  isBlankLine,
  isLazyEnd,
  matchAt,
  nextLine,
  note,
  parseBraces,
  quoteMark,
  startsBlock,
  thematicBreak,
} from './patterns.ts';
import { findReachOfBoundary, noteReach } from './reach.ts';
import { readTable } from './tables.ts';

/** More containers in each other are one paragraph: nobody writes them, and each is read once for every one around it. */
const maxDepth = 100;

/** Reads a text as parser/kramdown.rb does, block by block. */
export class BlockReader implements Reader {
  readonly leaves: LeafList;
  /** The document is open. */
  depth = 1;

  constructor(
    readonly dialect: Dialect,
    written: string,
    /** Which a post may change from a line on. */
    public elements: HtmlElements,
  ) {
    this.leaves = new LeafList(dialect, written);
  }

  /** Reads the lines of a container. */
  readLines(lines: readonly NestedLine[], tree: Tree): void {
    const nested = new NestedText(lines);
    this.readBlocks({ nested, text: nested.text, at: 0, unclosed: new Set(), reach: 0 }, tree);
  }

  /** Reads blocks up to the end of the text or the tag that closes the tree's element, and returns whether that came. */
  readBlocks(cursor: Cursor, tree: Tree): boolean {
    if (this.depth >= maxDepth) {
      this.leaves.addText(cursor.nested, { start: cursor.at, end: cursor.text.length });
      cursor.at = cursor.text.length;
      return false;
    }
    this.depth++;
    let isClosed = false;
    while (!isClosed && cursor.at < cursor.text.length) isClosed = this.readBlock(cursor, tree) === 'closed';
    this.depth--;
    return isClosed;
  }

  /** Reads one block and returns whether it was the tag that closes the tree's element. */
  readBlock(cursor: Cursor, tree: Tree): 'closed' | 'open' {
    const { text, at } = cursor;
    let first = at;
    while (first < at + 4 && text[first] === ' ') first++;
    if (isWordStart(text.charCodeAt(first)) && first < at + 4) {
      if (!readSetextHeading(this, cursor, tree) && !readTable(this, cursor, tree)) this.readParagraph(cursor, tree);
      return 'open';
    }
    if (
      this.readBlank(cursor, tree) ||
      this.readCode(cursor, tree) ||
      this.readQuote(cursor, tree) ||
      readAtxHeading(this, cursor, tree) ||
      this.readThematicBreak(cursor, tree) ||
      readList(this, cursor, tree) ||
      readDefinitionList(this, cursor, tree)
    )
      return 'open';
    const html = readHtml(this, cursor, tree);
    if (html !== 'none') return html;
    if (
      !readSetextHeading(this, cursor, tree) &&
      !this.readMath(cursor, tree) &&
      !readTable(this, cursor, tree) &&
      !this.readNote(cursor, tree) &&
      !this.readDefinition(cursor, tree) &&
      !this.readUnseen(cursor, tree)
    )
      this.readParagraph(cursor, tree);
    return 'open';
  }

  private readBlank(cursor: Cursor, tree: Tree): boolean {
    const match = matchAt(blankLines, cursor.text, cursor.at);
    if (!match) return false;
    cursor.at += match[0].length;
    const last = tree.children.at(-1);
    if (last?.kind === 'blank') tree.children.pop();
    addChild(tree, { kind: 'blank', isOneLine: last?.kind !== 'blank' && match[0] === '\n' });
    return true;
  }

  private readCode(cursor: Cursor, tree: Tree): boolean {
    const { text, at } = cursor;
    const fenceMarks = this.dialect.blocks.fenceMarks || '~';
    const end = isAt(indent, text, at)
      ? findIndentedEnd(text, at)
      : findFenceEnd(text, at, { marks: fenceMarks, unclosed: cursor.unclosed });
    if (end === undefined) return false;
    this.leaves.addCode(cursor.nested, { start: at, end });
    cursor.at = end;
    addChild(tree, { kind: 'other' });
    return true;
  }

  private readQuote(cursor: Cursor, tree: Tree): boolean {
    const { text, at, nested } = cursor;
    if (!isAt(quoteMark, text, at)) return false;
    let end = nextLine(text, at);
    while (!isLazyEnd(text, end)) end = nextLine(text, end);
    cursor.at = end;
    addChild(tree, { kind: 'other' });
    this.readLines(
      nested
        .linesOf({ start: at, end })
        .map((line) => dropStart(line, matchAt(quoteMark, line.text, 0)?.[0].length ?? 0)),
      createTree(),
    );
    return true;
  }

  private readThematicBreak(cursor: Cursor, tree: Tree): boolean {
    const match = matchAt(thematicBreak, cursor.text, cursor.at);
    if (!match) return false;
    cursor.at += match[0].length;
    addChild(tree, { kind: 'other' });
    return true;
  }

  /** `$$ … $$` as a block: BLOCK_MATH_START in math.rb. */
  private readMath(cursor: Cursor, tree: Tree): boolean {
    const { text, at } = cursor;
    const start = at + /^ */.exec(text.slice(at, at + 4))![0].length;
    if (!text.startsWith('$$', start) || !followsBoundary(tree)) return false;
    const close = text.indexOf('$$', start + 2);
    const end = close >= 0 && isBlankLine(text, close + 2) ? nextLine(text, close + 2) : close + 2;
    noteReach(cursor, close < 0 ? Infinity : findReachOfBoundary(text, end));
    if (close < 0) return false;
    if (end !== close + 2 ? !isBoundary(text, end) : true) return false;
    cursor.at = end;
    addChild(tree, { kind: 'other' });
    return true;
  }

  private readNote(cursor: Cursor, tree: Tree): boolean {
    const { text, at, nested } = cursor;
    const match = matchAt(note, text, at);
    if (!match) return false;
    const content = { start: at + match[0].length, end: findIndentedEnd(text, nextLine(text, at)) };
    cursor.at = content.end;
    this.leaves.addNote(nested, { start: at + match[0].indexOf('['), end: content.start }, content);
    this.readLines(
      nested.linesOf(content).map((line) => dropStart(line, matchAt(indent, line.text, 0)?.[0].length ?? 0)),
      createTree(),
    );
    addChild(tree, { kind: 'definition' });
    return true;
  }

  private readDefinition(cursor: Cursor, tree: Tree): boolean {
    const found = parseDefinition(cursor.text, cursor.at);
    if (!found) return false;
    cursor.at = found.next;
    this.leaves.addDefinition(cursor.nested, found);
    addChild(tree, { kind: 'definition' });
    return true;
  }

  /** Reads what leaves nothing in the page: abbreviations, attributes, extensions, marks of the end of a block. */
  private readUnseen(cursor: Cursor, tree: Tree): boolean {
    const { text, at } = cursor;
    const braces = parseBraces(text, at);
    const next = isAbbreviation(text, at) ? nextLine(text, at) : braces?.kind === 'named attributes' ? braces.end : at;
    if (next > at) {
      cursor.at = next;
      addChild(tree, { kind: 'definition' });
      return true;
    }
    const found = parseExtension(text, at);
    if (found) {
      cursor.at = found.end;
      if (found.options) this.elements = (this.dialect.withOptions?.(found.options) ?? this.dialect).html.elements;
      addChild(tree, { kind: found.options ? 'definition' : 'other' });
      return true;
    }
    if (braces?.kind === 'extension') noteReach(cursor, Infinity);
    if (braces?.kind === 'attributes') {
      cursor.at = braces.end;
      const last = tree.children.at(-1)?.kind;
      if (last === undefined || last === 'blank' || last === 'end') tree.hasAttributes = true;
      else if (!isAttributeList(text, cursor.at)) addChild(tree, { kind: 'definition' });
      return true;
    }
    const end = matchAt(endOfBlock, text, at);
    if (!end) return false;
    cursor.at += end[0].length;
    addChild(tree, { kind: 'end' });
    return true;
  }

  private readParagraph(cursor: Cursor, tree: Tree): void {
    const { text, at } = cursor;
    const { blocks, extensions } = this.dialect;
    let end = nextLine(text, at);
    while (!this.endsParagraph(text, end, blocks)) end = nextLine(text, end);
    cursor.at = end;
    const isContinued = tree.children.at(-1)?.kind === 'paragraph';
    const range = trim(text, { start: at, end });
    if (isContinued) return this.leaves.extendText(cursor.nested, range);
    if (tree.isItem && extensions.taskLists && tree.children.length === 0)
      range.start +=
        /^\[[ xX]\]\s+/.exec(text.slice(range.start, Math.min(range.end + 1, range.start + 100)))?.[0].length ?? 0;
    this.leaves.addText(cursor.nested, range);
    addChild(tree, { kind: 'paragraph' });
  }

  /** PARAGRAPH_END in paragraph.rb, PARAGRAPH_END_GFM in the GFM parser. */
  private endsParagraph(text: string, at: number, blocks: Dialect['blocks']): boolean {
    if (at >= text.length) return true;
    let first = at;
    while (first < at + 4 && text[first] === ' ') first++;
    if (isWordStart(text.charCodeAt(first))) return false;
    return (
      isLazyEnd(text, at) ||
      isAt(definitionItem, text, at) ||
      (blocks.headingsInterruptParagraphs && startsBlock(text, at, blocks.fenceMarks || '~'))
    );
  }
}

/** `*[HTML]: …`: ABBREV_DEFINITION_START in abbreviation.rb. */
function isAbbreviation(text: string, at: number): boolean {
  const start = skipForward(text, at, ' ', at + 3);
  return text.startsWith('*[', start) && text.slice(start + 3, nextLine(text, at)).includes(']:');
}

/** Whether no block but a paragraph, a heading with an underline or a table can start with a character: a letter. */
function isWordStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 0xbf;
}

function trim(text: string, { start, end }: Range): { start: number; end: number } {
  const trimmed = { start, end };
  while (trimmed.end > start && ' \t\n'.includes(text[trimmed.end - 1]!)) trimmed.end--;
  while (trimmed.start < trimmed.end && ' \t\n'.includes(text[trimmed.start]!)) trimmed.start++;
  return trimmed;
}
