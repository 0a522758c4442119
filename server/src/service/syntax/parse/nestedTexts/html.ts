import type { Cursor, Reader, Tree } from './tree.ts';
import { addChild, createTree } from './tree.ts';
import type { Tag } from './patterns.ts';
import { findReachOfTag, noteReach } from './reach.ts';
import { closingTag, findClosingTag, isBlankLine, matchAt, nextLine, parseTag } from './patterns.ts';

/** More elements in each other are raw. */
const maxDepth = 100;

/** Reads the block of HTML that starts at the cursor, if one does, and returns whether it was the tag that closes the tree's element: parse_block_html in html.rb. */
export function readHtml(reader: Reader, cursor: Cursor, tree: Tree): 'closed' | 'open' | 'none' {
  const { text, at } = cursor;
  const start = at + /^ */.exec(text.slice(at, at + 4))![0].length;
  if (start > at + 3 || text[start] !== '<') return 'none';
  if (start === at && text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    if (close < 0) {
      noteReach(cursor, Infinity);
      return 'none';
    }
    reader.leaves.addHtml(cursor.nested, { start: at, end: close + 3 });
    cursor.at = close + 3;
    skipRestOfLine(cursor);
    addChild(tree, { kind: 'other' });
    return 'open';
  }
  const tag = parseTag(text, start);
  noteReach(cursor, tag ? tag.end : findReachOfTag(text, start));
  if (tag) {
    if (reader.elements.isSpan(tag.name)) return 'none';
    addChild(tree, { kind: 'other' });
    readElement(reader, cursor, tree, { tag, start });
    return 'open';
  }
  const closing = matchAt(closingTag, text, at);
  const name = closing?.[1]!.toLowerCase();
  if (!closing || tree.element?.name !== name) return 'none';
  reader.leaves.addHtml(cursor.nested, { start, end: at + closing[0].length });
  cursor.at += closing[0].length;
  return 'closed';
}

/** Reads an element whose tag is known: handle_html_start_tag in parser/html.rb and handle_kramdown_html_tag in html.rb. */
function readElement(
  reader: Reader,
  cursor: Cursor,
  tree: Tree,
  { tag, start }: { readonly tag: Tag; readonly start: number },
): void {
  const { name, markdown } = tag;
  cursor.at = tag.end;
  reader.leaves.addHtml(cursor.nested, { start, end: tag.end });
  if (name === 'script' || name === 'style') return readUntilClosed(reader, cursor, name);
  const isInRaw = tree.element?.content === 'raw' && !/^(?:[01]|span|block)$/.test(markdown ?? '');
  const content = isInRaw ? 'raw' : reader.elements.blockContent(name, markdown);
  if (content === 'block') skipRestOfLine(cursor);
  if (tag.isClosed || reader.elements.isVoid(name)) return;
  const inner = createTree({ element: { name, content } });
  if (content === 'block') reader.readBlocks(cursor, inner);
  else if (content === 'span') readSpans(reader, cursor, name);
  else readRaw(reader, cursor, inner);
  if (tree.element?.content !== 'raw') skipRestOfLine(cursor);
}

/** Reads what no tag in it can end but the one that closes it. */
function readUntilClosed(reader: Reader, cursor: Cursor, name: string): void {
  const closing = findClosingTag(cursor.text, cursor.at, name);
  reader.leaves.addHtml(cursor.nested, { start: cursor.at, end: closing.end });
  cursor.at = closing.end;
}

function readSpans(reader: Reader, cursor: Cursor, name: string): void {
  const closing = findClosingTag(cursor.text, cursor.at, name);
  reader.leaves.addText(cursor.nested, { start: cursor.at, end: closing.start });
  reader.leaves.addHtml(cursor.nested, closing);
  cursor.at = closing.end;
}

const rawStart = /<[\p{L}_/!?]/gu;

/** Reads raw HTML up to the tag that closes the tree's element; elements in it may say that they hold Markdown: parse_raw_html in parser/html.rb. */
function readRaw(reader: Reader, cursor: Cursor, tree: Tree): void {
  const { text, nested } = cursor;
  let from = cursor.at;
  const flush = (end: number): void => {
    reader.leaves.addHtml(nested, { start: from, end });
    cursor.at = from = end;
  };
  reader.depth++;
  for (let at = cursor.at; ;) {
    rawStart.lastIndex = at;
    const match = rawStart.exec(text);
    if (!match) break;
    at = match.index;
    const ends = text.startsWith('<!--', at) ? '-->' : text[at + 1] === '?' ? '?>' : undefined;
    const close = ends === undefined ? -1 : text.indexOf(ends, at);
    const tag = ends === undefined ? parseTag(text, at) : undefined;
    noteReach(cursor, ends === undefined ? (tag?.end ?? findReachOfTag(text, at)) : close < 0 ? Infinity : close);
    const closing = ends === undefined && !tag ? matchAt(closingTag, text, at) : null;
    if (close >= 0) at = close + ends!.length;
    else if (tag && reader.depth < maxDepth) {
      flush(at);
      readElement(reader, cursor, tree, { tag, start: at });
      at = from = cursor.at;
    } else if (closing && closing[1]!.toLowerCase() === tree.element?.name) {
      flush(at + closing[0].length);
      reader.depth--;
      return;
    } else at++;
  }
  flush(text.length);
  reader.depth--;
}

/** TRAILING_WHITESPACE in html.rb. */
function skipRestOfLine(cursor: Cursor): void {
  if (isBlankLine(cursor.text, cursor.at)) cursor.at = nextLine(cursor.text, cursor.at);
}
