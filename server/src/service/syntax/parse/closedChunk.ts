import type { Root } from 'mdast';
import type { DefinedLabels } from './assumeDefined.ts';
import { rangeOfNode } from './collect.ts';
import type { MarkdownParser } from './parser.ts';
import type { Steps } from '../../text/steps.ts';

/** A word that no construct but a paragraph can hold at this place: where it ends up shows whether the chunk is closed. */
const sentinel = 'galley';

/**
 * Returns the tree of a text, and whether its blocks have ended with it, so that what follows can be parsed by itself.
 * Where they have not (an open fence or HTML block), the tree holds a word more than the text.
 */
export function parseWithSentinel(
  text: string,
  parser: MarkdownParser,
  defined: DefinedLabels,
): { readonly root: Root; readonly closed: boolean } {
  const root = parser(`${text}\n\n${sentinel}`, defined);
  const last = root.children.at(-1);
  const closed = last?.type === 'paragraph' && rangeOfNode(last).start === text.length + 2;
  if (closed) root.children.pop();
  return { root, closed };
}

/**
 * Returns the first part of a text from the cut with an index on that is whole, or the rest of the text: one that is
 * not is read again with twice as many of the parts after it each time, so that the work stays linear. `starts` are the
 * offsets of the cuts, `length` is the text's.
 */
export function* extendUntilWhole<Part>(
  { starts, length }: { readonly starts: readonly number[]; readonly length: number },
  index: number,
  read: (start: number, end: number) => Part,
  isWhole: (part: Part, end: number) => boolean,
): Steps<{ readonly part: Part; readonly end: number }> {
  for (let taken = 1; ; taken *= 2) {
    const end = starts[index + taken] ?? length;
    const part = read(starts[index]!, end);
    if (end === length || isWhole(part, end)) return { part, end };
    yield;
  }
}
