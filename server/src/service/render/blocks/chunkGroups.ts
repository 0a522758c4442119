import type { PreviewChunk } from './chunks.ts';

/** Elements whose end tag may be left out. */
const optionalEndTags = new Set('p li dt dd td th tr thead tbody tfoot colgroup option rt rp'.split(' '));

/** Groups chunks that HTML connects: a tag opened in one is closed in another, or nowhere. */
export function groupChunks(chunks: readonly PreviewChunk[]): PreviewChunk[][] {
  const open = new Map<string, number[]>();
  const groupEnds = chunks.map((_, index) => index);
  for (const [index, { tags }] of chunks.entries()) {
    for (const { name, isClosing } of tags) {
      const stack = open.get(name) ?? [];
      if (!open.has(name)) open.set(name, stack);
      if (!isClosing) stack.push(index);
      else if (stack.length > 0) {
        const from = stack.pop()!;
        groupEnds[from] = Math.max(groupEnds[from]!, index);
      }
    }
  }
  for (const [name, stack] of open)
    if (stack[0] !== undefined && !optionalEndTags.has(name)) groupEnds[stack[0]] = chunks.length - 1;
  const found: PreviewChunk[][] = [];
  for (let index = 0; index < chunks.length;) {
    let end = groupEnds[index]!;
    for (let at = index; at <= end; at++) end = Math.max(end, groupEnds[at]!);
    found.push(chunks.slice(index, end + 1));
    index = end + 1;
  }
  return found;
}
