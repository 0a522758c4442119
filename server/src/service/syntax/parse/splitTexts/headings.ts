import { skipBackward, skipForward } from '../../../text/scan.ts';
import type { Processor } from './tree.ts';
import { addNode } from './tree.ts';

function isHashHeading(line: string): boolean {
  return line.startsWith('#');
}

/** HashHeaderProcessor: a heading in any line of a block. */
export const readHashHeading: Processor = (reader, parent, block, rest) => {
  const at = block.find(isHashHeading);
  if (at === undefined) return false;
  if (at > 0) reader.readBlocks(parent, [block.slice(0, at)]);
  const nested = block.slice(at, at + 1).toText();
  const { text } = nested;
  const depth = skipForward(text, 0, '#', 6);
  const lineEnd = skipBackward(text, text.length, ' \n');
  const start = Math.min(lineEnd, skipForward(text, depth, ' '));
  const end = skipBackward(text, skipBackward(text, lineEnd, '#', start), ' ', start);
  if (end > start) reader.leaves.addHeading(nested, { start: 0, end: lineEnd }, { text: { start, end }, depth });
  addNode(parent, 'other');
  rest.putBack(block.slice(at + 1));
  return true;
};

const underline = /^[=-]+ *$/;

/** SetextHeaderProcessor: the first two lines of a block. */
export const readSetextHeading: Processor = (reader, parent, block, rest) => {
  const below = block.text(1);
  if (block.length < 2 || !underline.test(below)) return false;
  const nested = block.slice(0, 2).toText();
  const { text } = nested;
  const lineEnd = block.text(0).length;
  const start = Math.min(lineEnd, skipForward(text, 0, ' '));
  const end = skipBackward(text, lineEnd, ' ', start);
  reader.leaves.addHeading(
    nested,
    { start, end: skipBackward(text, text.length, ' \n') },
    { text: { start, end }, depth: below.startsWith('=') ? 1 : 2 },
  );
  addNode(parent, 'other');
  rest.putBack(block.slice(2));
  return true;
};
