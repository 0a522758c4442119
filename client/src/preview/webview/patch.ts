import morphdom from 'morphdom';

/** A block about to be shown, with what it was made from as text. */
export interface Block {
  readonly element: Element;
  readonly key: string;
}

/** What the blocks on the page were made from. */
const keys = new WeakMap<Element, string>();

/** A block's HTML without its line numbers, which shift when something is typed above. */
export function toKey(element: Element): string {
  return element.outerHTML.replace(/ data-line="\d+"/g, '');
}

/**
 * Makes the children of `parent` these blocks and leaves alone what stays the same, so that selections, opened details
 * and the scroll position survive. Gives the first block that is new or different.
 */
export function patchBlocks(parent: Element, next: readonly Block[]): Element | undefined {
  const old = [...parent.children];
  const isSame = (before: Element | undefined, after: Block | undefined): boolean =>
    before !== undefined && after !== undefined && keys.get(before) === after.key;
  let start = 0;
  while (isSame(old[start], next[start])) start++;
  let end = 0;
  while (end < Math.min(old.length, next.length) - start && isSame(old.at(-1 - end), next.at(-1 - end))) end++;
  for (let index = 0; index < start; index++) copyLines(next[index]!.element, old[index]!);
  for (let index = 1; index <= end; index++) copyLines(next.at(-index)!.element, old.at(-index)!);
  return replaceBetween(
    parent,
    old.slice(start, old.length - end),
    next.slice(start, next.length - end),
    old[old.length - end],
  );
}

/** Turns the differing old blocks into the new ones, one by one where they are of a kind. */
function replaceBetween(
  parent: Element,
  old: readonly Element[],
  next: readonly Block[],
  following: Element | undefined,
): Element | undefined {
  let first: Element | undefined;
  next.forEach(({ element, key }, index) => {
    const before = old[index];
    let now = element;
    if (before?.tagName === element.tagName) now = morph(before, element);
    else parent.insertBefore(element, before ?? following ?? null);
    keys.set(now, key);
    first ??= now;
    if (before && now !== before) before.remove();
  });
  for (const gone of old.slice(next.length)) gone.remove();
  return first;
}

function morph(before: Element, after: Element): Element {
  return morphdom(before, after, {
    onBeforeElUpdated: (from, to) => {
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      return !from.isEqualNode(to);
    },
  }) as Element;
}

/** Same HTML, so the same elements in the same order: only where they come from has changed. */
function copyLines(from: Element, to: Element): void {
  const sources = [from, ...from.querySelectorAll('[data-line]')];
  const targets = [to, ...to.querySelectorAll('[data-line]')];
  sources.forEach((source, index) => {
    const line = source.getAttribute('data-line');
    if (line !== null) targets[index]?.setAttribute('data-line', line);
  });
}
