import type { Dialect, HtmlElements } from '../../../dialects/dialect.ts';
import { skipForward } from '../../../text/scan.ts';
import type { LeafList } from './leafList.ts';
import type { NestedLine, NestedText } from './nestedText.ts';
import { endOfBlock, isAt, isAttributeList, isBlankLine } from './patterns.ts';

/** What was read of a text so far. */
export interface Cursor {
  readonly nested: NestedText;
  readonly text: string;
  at: number;
  /** Marks of fences that nothing closes after here. */
  readonly unclosed: Set<string>;
  /** The offset up to which something was looked for further on than the next line. */
  reach: number;
}

/** A block of which the next one may ask. */
export interface Child {
  readonly kind: 'paragraph' | 'blank' | 'definition' | 'end' | 'list' | 'other';
  /** Of a blank: whether it is one line without spaces. */
  readonly isOneLine?: boolean;
}

/** Where blocks are put. */
export interface Tree {
  readonly children: Child[];
  /** The element of HTML whose content is read. */
  readonly element?: { readonly name: string; readonly content: 'raw' | 'span' | 'block' };
  readonly isItem?: boolean;
  /** An attribute list waits for the next block. */
  hasAttributes: boolean;
}

/** What reads blocks, as those that read one kind of them see it. */
export interface Reader {
  readonly dialect: Dialect;
  readonly leaves: LeafList;
  readonly elements: HtmlElements;
  /** How many containers are open. */
  depth: number;
  /** Reads blocks up to the end of the text or the tag that closes the tree's element, and returns whether that came. */
  readBlocks(cursor: Cursor, tree: Tree): boolean;
  /** Reads the lines of a container. */
  readLines(lines: readonly NestedLine[], tree: Tree): void;
}

export function createTree(rest: Pick<Tree, 'element' | 'isItem'> = {}): Tree {
  return { children: [], hasAttributes: false, ...rest };
}

/** Puts a block into a tree. */
export function addChild(tree: Tree, child: Child): void {
  tree.hasAttributes = false;
  tree.children.push(child);
}

/** Whether the block before is over for certain: after_block_boundary? in block_boundary.rb. */
export function followsBoundary({ children, hasAttributes }: Tree): boolean {
  const last = children.at(-1)?.kind;
  return last === undefined || last === 'blank' || last === 'end' || hasAttributes;
}

/**
 * Whether all that came before is over at the cursor, so that what follows reads as after any other blank line: no
 * definition takes the paragraph before for its term, attributes before it or not.
 */
export function endsSection({ text, at }: Cursor, tree: Tree): boolean {
  if (tree.children.at(-1)?.kind !== 'blank' || tree.hasAttributes) return false;
  return !takesDefinition(tree) || !':{'.includes(text[skipForward(text, at, ' ', at + 3)]!);
}

/** Whether a paragraph stands before, or a paragraph and one blank line. */
export function takesDefinition({ children }: Tree): boolean {
  const last = children.at(-1);
  return last?.kind === 'paragraph' || (last?.isOneLine === true && children.at(-2)?.kind === 'paragraph');
}

/** Whether a block may end before a line: BLOCK_BOUNDARY. */
export function isBoundary(text: string, at: number): boolean {
  return at >= text.length || isBlankLine(text, at) || isAt(endOfBlock, text, at) || isAttributeList(text, at);
}
