import type { Dialect } from '../../../dialects/dialect.ts';
import type { LeafList } from '../nestedTexts/leafList.ts';
import type { NestedLine } from '../nestedTexts/nestedText.ts';
import type { Block } from './block.ts';

/** What Python-Markdown calls an element of its tree, by what the next block may ask of it. */
export interface Node {
  readonly kind:
    | 'root'
    | 'list'
    | 'item'
    | 'definition list'
    | 'term'
    | 'description'
    | 'quote'
    | 'code'
    | 'box'
    | 'paragraph'
    | 'other';
  readonly children: Node[];
  /** Of an item: it has text that is no paragraph. */
  hasText: boolean;
}

/** How blocks are read at the moment: the states of blockparser.py that a processor asks for. */
export type State = 'list' | 'looselist' | 'detabbed' | 'quote';

/** What reads blocks, as those that read one kind of them see it. */
export interface Reader {
  readonly dialect: Dialect;
  readonly leaves: LeafList;
  isState(state: State): boolean;
  /** Reads blocks into a node, in a state. */
  readBlocks(parent: Node, blocks: readonly Block[], state?: State): void;
  /** Reads lines into a node, in a state; blank lines part them. */
  readLines(parent: Node, lines: readonly NestedLine[], state?: State): void;
  /** Reads the text of a note, when all else is read. */
  readLater(lines: readonly NestedLine[]): void;
}

/** The blocks that are still to be read, the next one first. */
export class Queue {
  private readonly reversed: Block[];

  constructor(blocks: readonly Block[]) {
    this.reversed = blocks.toReversed();
  }

  get next(): Block | undefined {
    return this.reversed.at(-1);
  }

  take(): Block | undefined {
    return this.reversed.pop();
  }

  /** Puts a block back before the others, unless it is empty. */
  putBack(block: Block): void {
    if (block.length > 0) this.reversed.push(block);
  }
}

/** Reads the block if it is of one kind, puts back what of it is none, and returns whether it was. */
export type Processor = (reader: Reader, parent: Node, block: Block, rest: Queue) => boolean;

export function addNode(parent: Node, kind: Node['kind']): Node {
  const node: Node = { kind, children: [], hasText: false };
  parent.children.push(node);
  return node;
}
