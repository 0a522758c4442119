import type { Cursor, Reader, Tree } from './tree.ts';
import { addChild, createTree, takesDefinition } from './tree.ts';
import type { NestedLine } from './nestedText.ts';
import { dropStart, replaceStart } from './nestedText.ts';
import {
  blankLines,
  bulletItem,
  definitionItem,
  endOfBlock,
  endsItem,
  findClosingBrace,
  isAt,
  isBlankLine,
  matchAt,
  nextLine,
  orderedItem,
  thematicBreak,
} from './patterns.ts';

/** A list item while its lines are collected. Those of a list in it that follows its text are a part of their own. */
interface Item {
  readonly parts: NestedLine[][];
  /** Columns that its lines are indented by. */
  readonly indentation: number;
}

const itemStart = /(?:[+*-]|\d+\.)[\t| ]/y;
/** Returns how many characters at the start of an item's text are an attribute list with white space around: LIST_ITEM_IAL in list.rb. */
function measureAttributes(text: string): number {
  const start = text.length - text.trimStart().length;
  if (!/^\{:[^:/}]/.test(text.slice(start, start + 3)) || /^\{:\w[\w-]*:/.test(text.slice(start, start + 100)))
    return 0;
  const close = findClosingBrace(text, start + 2);
  if (close < 0) return 0;
  const rest = text.slice(close + 1);
  return text.length - rest.trimStart().length;
}

/** Reads the list that starts at the cursor, if one does: parse_list in list.rb. */
export function readList(reader: Reader, cursor: Cursor, tree: Tree): boolean {
  const { text } = cursor;
  const marker = isAt(bulletItem, text, cursor.at) ? bulletItem : orderedItem;
  if (!isAt(marker, text, cursor.at)) return false;
  const { items, endsWithMark } = collectItems(cursor, marker);
  let endsWithBlank = false;
  for (const { parts } of items) {
    const itemTree = createTree({ isItem: true });
    for (const lines of parts) if (lines.length > 0) reader.readLines(lines, itemTree);
    if (itemTree.children.length > 0) endsWithBlank = itemTree.children.at(-1)!.kind === 'blank';
  }
  addChild(tree, { kind: 'list' });
  if (endsWithBlank && !endsWithMark) addChild(tree, { kind: 'blank' });
  return true;
}

function collectItems(cursor: Cursor, marker: RegExp): { readonly items: Item[]; readonly endsWithMark: boolean } {
  const { text, nested } = cursor;
  const items: Item[] = [];
  let maxIndent = 3;
  let hasNestedList = false;
  let followsBlank = false;
  while (cursor.at < text.length) {
    if (followsBlank && isAt(thematicBreak, text, cursor.at)) break;
    const end = matchAt(endOfBlock, text, cursor.at);
    if (end) {
      cursor.at += end[0].length;
      return { items, endsWithMark: true };
    }
    const next = nextLine(text, cursor.at);
    const [line] = nested.linesOf({ start: cursor.at, end: next }) as [NestedLine];
    const match = matchAt(marker, text, cursor.at);
    const item = items.at(-1);
    if (match && /^ */.exec(match[1]!)![0].length <= maxIndent) {
      const started = startItem(line, match[1]!.length);
      items.push(started);
      maxIndent = Math.min(3, Math.max(0, started.indentation - 1));
      hasNestedList = isListLine(started.parts[0]?.[0]?.text ?? '');
      followsBlank = false;
    } else if (item && isBlankLine(text, cursor.at)) {
      hasNestedList = true;
      followsBlank = true;
      item.parts.at(-1)!.push(line);
    } else if (item && takesLine(item, line, followsBlank)) {
      hasNestedList = addLine(item, line, hasNestedList);
      followsBlank = false;
    } else break;
    cursor.at = next;
  }
  return { items, endsWithMark: false };
}

/** parse_first_list_line. */
function startItem(line: NestedLine, markerLength: number): Item {
  let content = dropStart(line, markerLength);
  if (content.text.slice(measureAttributes(content.text)).trim() === '') {
    return { parts: [[]], indentation: 4 };
  }
  content = expandTabs(content, markerLength);
  const spaces = /^ */.exec(content.text)![0].length;
  const words = dropStart(content, content.text.length - content.text.trimStart().length);
  return { parts: [[dropStart(words, measureAttributes(words.text))]], indentation: markerLength + spaces };
}

/** Puts spaces in place of the tabs before a line's text, which starts in a column. */
function expandTabs(line: NestedLine, column: number): NestedLine {
  const white = /^[ \t]*/.exec(line.text)![0];
  if (!white.includes('\t')) return line;
  let width = 0;
  for (const character of white) width += character === '\t' ? 4 - ((width + column) % 4) : 1;
  return replaceStart(line, white.length, width);
}

/** Whether a line belongs to an item: content_re and lazy_re. */
function takesLine({ indentation }: Item, { text }: NestedLine, followsBlank: boolean): boolean {
  return isIndentedBy(text, indentation) || (!followsBlank && !endsItem(text, 0, indentation));
}

function isIndentedBy(text: string, indentation: number): boolean {
  let at = 0;
  const takeTabStop = (): boolean => {
    const length = text[at] === '\t' ? 1 : text.startsWith('    ', at) ? 4 : 0;
    at += length;
    return length > 0;
  };
  for (let stops = indentation >> 2; stops > 0; stops--) if (!takeTabStop()) return false;
  return text.startsWith(' '.repeat(indentation % 4), at) || takeTabStop();
}

/** Adds a line, and returns whether the item has a list in it by then. */
function addLine(item: Item, line: NestedLine, hasNestedList: boolean): boolean {
  const tabs = /^\t*/.exec(line.text)![0].length;
  const expanded = replaceStart(line, tabs, 4 * tabs);
  const isIndented = expanded.text.startsWith(' '.repeat(item.indentation));
  const content = isIndented ? dropStart(expanded, item.indentation) : expanded;
  const isList = isListLine(content.text);
  if (!hasNestedList && isIndented && isList) {
    item.parts.push([content]);
    return true;
  }
  item.parts
    .at(-1)!
    .push(hasNestedList && !isIndented && isList ? replaceStart(content, 0, item.indentation + 4) : content);
  return hasNestedList;
}

function isListLine(text: string): boolean {
  return isAt(itemStart, text, /^ {0,3}/.exec(text)![0].length);
}

/** Reads the definitions, `: text`, of the terms in the paragraph before: parse_definition_list in list.rb. */
export function readDefinitionList(reader: Reader, cursor: Cursor, tree: Tree): boolean {
  if (!isAt(definitionItem, cursor.text, cursor.at) || !takesDefinition(tree)) return false;
  reader.leaves.splitLastText();
  while (tree.children.pop()?.kind !== 'paragraph');
  let endsWithBlank = false;
  for (const { parts } of collectDefinitions(cursor)) {
    const itemTree = createTree();
    if (parts[0]!.length > 0) reader.readLines(parts[0]!, itemTree);
    if (itemTree.children.length > 0) endsWithBlank = itemTree.children.at(-1)!.kind === 'blank';
  }
  addChild(tree, { kind: 'other' });
  if (endsWithBlank) addChild(tree, { kind: 'blank' });
  return true;
}

function collectDefinitions(cursor: Cursor): Item[] {
  const { text, nested } = cursor;
  const items: Item[] = [];
  let maxIndent = 3;
  let followsBlank = false;
  while (cursor.at < text.length && !isAt(endOfBlock, text, cursor.at)) {
    const next = nextLine(text, cursor.at);
    const [line] = nested.linesOf({ start: cursor.at, end: next }) as [NestedLine];
    const match = matchAt(definitionItem, text, cursor.at);
    const item = items.at(-1);
    if (match && /^ */.exec(match[1]!)![0].length <= maxIndent) {
      const started = startItem(line, match[1]!.length);
      items.push(started);
      maxIndent = Math.min(3, Math.max(0, started.indentation - 1));
      followsBlank = false;
    } else if (item && matchAt(blankLines, text, cursor.at)) {
      followsBlank = true;
      item.parts[0]!.push(line);
    } else if (item && takesLine(item, line, followsBlank)) {
      const tabs = /^\t*/.exec(line.text)![0].length;
      const expanded = replaceStart(line, tabs, 4 * tabs);
      const isIndented = expanded.text.startsWith(' '.repeat(item.indentation));
      item.parts[0]!.push(isIndented ? dropStart(expanded, item.indentation) : expanded);
      followsBlank = false;
    } else break;
    cursor.at = next;
  }
  return items;
}
