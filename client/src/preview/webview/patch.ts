import morphdom from 'morphdom';

/**
 * Replaces the blocks of an element and leaves alone those that stay the same, so that selections, opened details and
 * the scroll position survive.
 */
export class BlockPatcher {
  /** The HTML that the blocks on the page were made from, without line numbers. */
  private readonly sources = new WeakMap<Element, string>();

  /**
   * Makes these blocks, not on the page yet, the children of an element; returns the first one that is new or changed.
   */
  patch(parent: Element, blocks: readonly Element[]): Element | undefined {
    const old = [...parent.children];
    const sources = blocks.map(toSource);
    const isSame = (oldIndex: number, newIndex: number): boolean =>
      oldIndex < old.length && newIndex < blocks.length && this.sources.get(old[oldIndex]!) === sources[newIndex];
    const most = Math.min(old.length, blocks.length);
    let start = 0;
    while (start < most && isSame(start, start)) start++;
    let end = 0;
    while (end < most - start && isSame(old.length - 1 - end, blocks.length - 1 - end)) end++;
    for (let index = 0; index < start; index++) copyLines(blocks[index]!, old[index]!);
    for (let index = 1; index <= end; index++) copyLines(blocks.at(-index)!, old.at(-index)!);
    const replaced = old.slice(start, old.length - end);
    return this.replace(parent, replaced, blocks.slice(start, blocks.length - end), old[old.length - end]);
  }

  /**
   * Turns the old blocks into the new ones, one by one where both have the same tag; `following` is the block after
   * them.
   */
  private replace(
    parent: Element,
    old: readonly Element[],
    blocks: readonly Element[],
    following: Element | undefined,
  ): Element | undefined {
    let first: Element | undefined;
    blocks.forEach((block, index) => {
      const previous = old[index];
      const source = toSource(block);
      let current = block;
      if (previous?.tagName === block.tagName) current = morph(previous, block);
      else parent.insertBefore(block, previous ?? following ?? null);
      this.sources.set(current, source);
      first ??= current;
      if (previous && current !== previous) previous.remove();
    });
    for (const surplus of old.slice(blocks.length)) surplus.remove();
    return first;
  }
}

/** A block's HTML without its line numbers, which shift when something is typed above. */
function toSource(block: Element): string {
  return block.outerHTML.replace(/ data-line="\d+"/g, '');
}

function morph(from: Element, to: Element): Element {
  return morphdom(from, to, {
    onBeforeElUpdated: (old, next) => {
      if (old instanceof HTMLDetailsElement && next instanceof HTMLDetailsElement) next.open = old.open;
      return !old.isEqualNode(next);
    },
  }) as Element;
}

/** Copies line numbers between two blocks of the same HTML, which have the same elements in the same order. */
function copyLines(from: Element, to: Element): void {
  const sources = [from, ...from.querySelectorAll('[data-line]')];
  const targets = [to, ...to.querySelectorAll('[data-line]')];
  sources.forEach((source, index) => {
    const line = source.getAttribute('data-line');
    if (line !== null) targets[index]?.setAttribute('data-line', line);
  });
}
