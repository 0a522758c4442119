import type { NestedLine } from '../nestedTexts/nestedText.ts';
import { dropStart } from '../nestedTexts/nestedText.ts';
import { skipBackward, skipForward } from '../../../text/scan.ts';
import { Block, indentation } from './block.ts';
import type { Node, Processor, Reader } from './tree.ts';
import { addNode } from './tree.ts';

const itemStart = /^ {0,3}(?:\d+\.|[*+-]) +/;
const indentedItem = /^ {4,7}(?:\d+\.|[*+-]) +/;
const definitionStart = /^ {0,3}: {1,3}/;

function isDefinition(line: string): boolean {
  return definitionStart.test(line);
}

/** ListIndentProcessor and, for definition lists, DefListIndentProcessor: what is indented below a list belongs to it. */
export const readIndented: Processor = (reader, parent, block) => {
  const { definitionLists } = reader.dialect.extensions;
  const isItem = parent.kind === 'item' || (definitionLists && parent.kind === 'description');
  const last = parent.children.at(-1);
  if (!block.isIndented() || reader.isState('detabbed')) return false;
  if (!isItem && !(last && isList(last, definitionLists))) return false;
  const { level, node } = findLevel(reader, parent, block.text(0));
  const lines = Block.of(block.lines.map((line) => dropIndentation(line, level)));
  const inner = node.children.at(-1);
  if (isItem) reader.readBlocks(last && isList(last, definitionLists) ? last : parent, [lines], 'detabbed');
  else if (node.kind === 'item' || node.kind === 'description') reader.readBlocks(node, [lines], 'detabbed');
  else if (inner?.kind === 'item' || inner?.kind === 'description') {
    moveTextToParagraph(inner);
    reader.readLines(inner, lines.lines, 'detabbed');
  } else reader.readBlocks(addNode(node, node.kind === 'list' ? 'item' : 'description'), [lines], 'detabbed');
  return true;
};

function isList({ kind }: Node, definitionLists: boolean): boolean {
  return kind === 'list' || (definitionLists && kind === 'definition list');
}

/** get_level: how deep a line is indented into the lists that are open. */
function findLevel(reader: Reader, parent: Node, line: string): { readonly level: number; readonly node: Node } {
  const { definitionLists } = reader.dialect.extensions;
  const indent = Math.floor((line.length - line.trimStart().length) / indentation.length);
  let level = reader.isState('list') ? 1 : 0;
  let node = parent;
  while (indent > level) {
    const child = node.children.at(-1);
    const isOpen =
      child &&
      (isList(child, definitionLists) || child.kind === 'item' || (definitionLists && child.kind === 'description'));
    if (!isOpen) break;
    if (isList(child, definitionLists)) level++;
    node = child;
  }
  return { level, node };
}

function dropIndentation(line: NestedLine, level: number): NestedLine {
  const length = indentation.length * level;
  return line.text.startsWith(indentation.repeat(level)) ? dropStart(line, length) : line;
}

/** The text of an item becomes its first paragraph as soon as a block follows. */
function moveTextToParagraph(item: Node): void {
  if (!item.hasText) return;
  item.hasText = false;
  item.children.unshift({ kind: 'paragraph', children: [], hasText: false });
}

/** OListProcessor and UListProcessor. */
export const readList: Processor = (reader, parent, block) => {
  if (!itemStart.test(block.text(0))) return false;
  const items = splitItems(block);
  const last = parent.children.at(-1);
  let list: Node;
  if (last?.kind === 'list') {
    list = last;
    const before = list.children.at(-1);
    if (before) moveTextToParagraph(before);
    reader.readBlocks(addNode(list, 'item'), [items.shift()!], 'looselist');
  } else list = parent.kind === 'list' ? parent : addNode(parent, 'list');
  for (const item of items) {
    const isIndented = item.text(0).startsWith(indentation) && list.children.length > 0;
    reader.readBlocks(isIndented ? list.children.at(-1)! : addNode(list, 'item'), [item], 'list');
  }
  return true;
};

/** get_items: a line that is no item belongs to the one before it. */
function splitItems(block: Block): Block[] {
  const items: NestedLine[][] = [];
  let isIndented = false;
  for (const line of block.lines) {
    const start = itemStart.exec(line.text)?.[0].length;
    if (start !== undefined) {
      items.push([dropStart(line, Math.min(start, line.text.length - 1))]);
      isIndented = false;
    } else if (indentedItem.test(line.text) && !isIndented) {
      items.push([line]);
      isIndented = true;
    } else items.at(-1)!.push(line);
  }
  return items.map((lines) => Block.of(lines));
}

/** DefListProcessor: terms stand above their definitions, or are the paragraph before. */
export const readDefinitionList: Processor = (reader, parent, block, rest) => {
  const at = reader.dialect.extensions.definitionLists ? block.find(isDefinition) : undefined;
  if (at === undefined) return false;
  const last = parent.children.at(-1);
  if (at === 0 && !last) return false;
  const isLoose = at === 0 && last?.kind === 'paragraph';
  if (isLoose) parent.children.pop();
  for (let line = 0; line < at; line++) addTerm(reader, block.slice(line, line + 1));
  const before = parent.children.at(-1);
  const list = before?.kind === 'definition list' ? before : addNode(parent, 'definition list');
  const previous = list.children.at(-1);
  const follows = at === 0 && !isLoose && previous?.kind === 'description' && previous.children.length > 0;
  if (at > 0 || isLoose) addNode(list, 'term');
  const mark = definitionStart.exec(block.text(at))![0].length;
  const { lines, end } = takeDefinition(block, at + 1);
  const first = dropStart(block.line(at)!, mark);
  const content = first.text.trim() === '' ? lines : [first, ...lines];
  const isInLooseList = isLoose || follows;
  if (content.length > 0)
    reader.readBlocks(addNode(list, 'description'), [Block.of(content)], isInLooseList ? 'looselist' : 'list');
  rest.putBack(block.slice(end));
  return true;
};

function addTerm(reader: Reader, line: Block): void {
  const text = line.toText();
  reader.leaves.addText(text, {
    start: skipForward(text.text, 0, ' '),
    end: skipBackward(text.text, text.text.length, ' \n'),
  });
}

/** The lines after the first one of a definition: all if the next one is not indented, else those that are. */
function takeDefinition(block: Block, from: number): { readonly lines: readonly NestedLine[]; readonly end: number } {
  if (/^ {0,3}[^ :]/.test(block.text(from))) return { lines: block.slice(from).lines, end: block.length };
  let end = from;
  while (end < block.length && block.isIndented(end)) end++;
  const lines = block.slice(from, end).lines.map((line) => dropStart(line, indentation.length));
  return { lines, end };
}
