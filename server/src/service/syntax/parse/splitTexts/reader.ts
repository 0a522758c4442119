import type { Dialect } from '../../../dialects/dialect.ts';
import { skipBackward, skipForward } from '../../../text/scan.ts';
import type { Leaf } from '../nestedTexts/leaf.ts';
import { LeafList } from '../nestedTexts/leafList.ts';
import type { NestedLine } from '../nestedTexts/nestedText.ts';
import { dropStart, NestedText } from '../nestedTexts/nestedText.ts';
import { Block, indentation, toBlocks } from './block.ts';
import { readAbbreviation, readDefinition, readNote } from './definitions.ts';
import { readHashHeading, readSetextHeading } from './headings.ts';
import { readDefinitionList, readIndented, readList } from './lists.ts';
import { findFences, findHtml, placeholder, toLines } from './raw.ts';
import { readTable } from './tables.ts';
import type { Node, Processor, Reader, State } from './tree.ts';
import { addNode, Queue } from './tree.ts';

/** More containers in each other are paragraphs: nobody writes them, and each is read once for every one around it. */
const maxDepth = 60;

/** Returns the leaves of a text in its order. Reads as Python-Markdown does (blockprocessors.py), processor by processor. */
export function readSplitLeaves(text: string, written: string, dialect: Dialect): readonly Leaf[] {
  const whole = text.replaceAll('\r', ' ');
  const fences = findFences(whole, dialect);
  const parts = [...fences, ...findHtml(whole, fences, dialect)].sort((a, b) => a.start - b.start);
  const reader = new BlockReader(dialect, written);
  for (const { start, end, kind } of parts) {
    const part = new NestedText([{ text: whole.slice(start, end), offset: start }]);
    if (kind === 'code') reader.leaves.addCode(part, { start: 0, end: end - start });
    else reader.leaves.addHtml(part, { start: 0, end: end - start });
  }
  reader.readAll(toLines(whole, parts));
  return reader.leaves.takeAll().toSorted((a, b) => a.start - b.start);
}

/** By their priorities. */
const processors: readonly Processor[] = [
  readBox,
  readIndented,
  readCode,
  readTable,
  readHashHeading,
  readSetextHeading,
  readThematicBreak,
  readList,
  readDefinitionList,
  readQuote,
  readNote,
  readAbbreviation,
  readDefinition,
];

class BlockReader implements Reader {
  readonly leaves: LeafList;
  private readonly states: (State | undefined)[] = [];
  private later: (readonly NestedLine[])[] = [];
  private depth = 0;

  constructor(
    readonly dialect: Dialect,
    written: string,
  ) {
    this.leaves = new LeafList(dialect, written);
  }

  /** Reads a text and the notes that it has. */
  readAll(lines: readonly NestedLine[]): void {
    this.later.push(lines);
    for (let next = this.later.shift(); next; next = this.later.shift())
      this.readLines({ kind: 'root', children: [], hasText: false }, next);
  }

  isState(state: State): boolean {
    return this.states.at(-1) === state;
  }

  readLines(parent: Node, lines: readonly NestedLine[], state?: State): void {
    this.readBlocks(parent, toBlocks(lines), state);
  }

  readBlocks(parent: Node, blocks: readonly Block[], state?: State): void {
    if (state !== undefined) this.states.push(state);
    this.depth++;
    const queue = new Queue(blocks);
    for (let block = queue.take(); block; block = queue.take()) {
      const current = block;
      const isRead = this.depth < maxDepth && processors.some((process) => process(this, parent, current, queue));
      if (!isRead) this.addParagraph(parent, block);
    }
    this.depth--;
    if (state !== undefined) this.states.pop();
  }

  readLater(lines: readonly NestedLine[]): void {
    this.later.push(lines);
  }

  /** ParagraphProcessor. */
  private addParagraph(parent: Node, block: Block): void {
    const lines = block.lines.filter(({ text }) => !text.includes(placeholder));
    if (lines.length > 0) {
      const nested = new NestedText(lines);
      const { text } = nested;
      this.leaves.addText(nested, { start: skipForward(text, 0, ' \n'), end: skipBackward(text, text.length, ' \n') });
    }
    if (!this.isState('list')) addNode(parent, 'paragraph');
    else if (parent.children.length === 0) parent.hasText = true;
  }
}

const boxStart = /^(?:!!!|\?\?\?\+?|===[+!]*) ?["\w]/;

function isBoxStart(line: string): boolean {
  return boxStart.test(line);
}

/** AdmonitionProcessor, and the blocks of pymdownx.details and pymdownx.tabbed: what is indented below belongs to the box. */
function readBox(...[reader, parent, block, rest]: Parameters<Processor>): boolean {
  if (!reader.dialect.extensions.indentedBoxes) return false;
  const at = block.find(isBoxStart);
  const last = parent.children.at(-1);
  const isContinued = at === undefined && last?.kind === 'box' && block.isIndented();
  if (at === undefined && !isContinued) return false;
  if (at) reader.readBlocks(parent, [block.slice(0, at)]);
  const box = isContinued ? last : addNode(parent, 'box');
  const from = at === undefined ? 0 : at + 1;
  let end = from;
  while (end < block.length && block.isIndented(end)) end++;
  const lines = block.slice(from, end).lines.map((line) => dropStart(line, indentation.length));
  if (lines.length > 0) reader.readBlocks(box, [Block.of(lines)]);
  rest.putBack(block.slice(end));
  return true;
}

/** CodeBlockProcessor. */
function readCode(...[reader, parent, block, rest]: Parameters<Processor>): boolean {
  let end = 0;
  while (end < block.length && block.isIndented(end)) end++;
  if (end === 0) return false;
  if (block.text(0).includes(placeholder)) return false;
  const nested = block.slice(0, end).toText();
  reader.leaves.addCode(nested, { start: 0, end: nested.text.length });
  if (parent.children.at(-1)?.kind !== 'code') addNode(parent, 'code');
  rest.putBack(block.slice(end));
  return true;
}

/** HRProcessor.SEARCH_RE. */
function isThematicBreak(line: string): boolean {
  const mark = line.trim()[0] ?? '';
  if (!'-_*'.includes(mark) || mark === '' || skipForward(line, 0, ' ') > 3) return false;
  const marks = line.trim();
  return (
    skipForward(marks, 0, `${mark} `) === marks.length && !marks.includes('   ') && marks.replaceAll(' ', '').length > 2
  );
}

function readThematicBreak(...[reader, parent, block, rest]: Parameters<Processor>): boolean {
  const at = block.find(isThematicBreak);
  if (at === undefined) return false;
  if (at > 0) reader.readBlocks(parent, [block.slice(0, at)]);
  addNode(parent, 'other');
  rest.putBack(block.slice(at + 1));
  return true;
}

const quoteMark = /^ {0,3}> ?/;

function isQuote(line: string): boolean {
  return quoteMark.test(line);
}

/** BlockQuoteProcessor: everything from the first mark on. */
function readQuote(...[reader, parent, block]: Parameters<Processor>): boolean {
  const at = block.find(isQuote);
  if (at === undefined) return false;
  if (at > 0) reader.readBlocks(parent, [block.slice(0, at)]);
  const last = parent.children.at(-1);
  const quote = last?.kind === 'quote' ? last : addNode(parent, 'quote');
  const lines = block
    .slice(at)
    .lines.map((line) => dropStart(line, Math.min(quoteMark.exec(line.text)?.[0].length ?? 0, line.text.length - 1)));
  reader.readLines(quote, lines, 'quote');
  return true;
}
