import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { AttributeList } from './attributeList.ts';
import { applyAttributes } from './attributeList.ts';
import type { StandIn } from '../source.ts';
import { onlyStandIns, standInPattern } from '../source.ts';

type Parent = Root | Element;
type Named = ReadonlyMap<string, AttributeList>;

/** Gives elements the attributes that stand-ins in the tree hold for them, and takes those out. */
export function applyStandInAttributes(parent: Parent, standIns: readonly StandIn[], named: Named): void {
  const children = parent.children as ElementContent[];
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!;
    if (child.type === 'element') {
      if (child.tagName === 'p' && isAttributes(child, standIns)) {
        giveToNeighbours(children, index, standIns, named);
        children.splice(index--, 1);
      } else applyStandInAttributes(child, standIns, named);
    } else if (child.type === 'text' && child.value.includes('\uE000'))
      child.value = withoutAttributes(child.value, parent, children, index, standIns, named);
  }
}

function attributesIn(text: string, standIns: readonly StandIn[]): (StandIn & { kind: 'attributes' })[] {
  return [...text.matchAll(standInPattern)].flatMap(([, number]) => {
    const stand = standIns[Number(number)];
    return stand?.kind === 'attributes' ? [stand] : [];
  });
}

function isAttributes(element: Element, standIns: readonly StandIn[]): boolean {
  const [only] = element.children;
  return (
    element.children.length === 1 &&
    only?.type === 'text' &&
    onlyStandIns.test(only.value) &&
    attributesIn(only.value, standIns).length === [...only.value.matchAll(standInPattern)].length
  );
}

/** A line of attributes belongs to the block above or below it. */
function giveToNeighbours(children: readonly Nodes[], index: number, standIns: readonly StandIn[], named: Named): void {
  const text = (children[index] as Element).children[0] as { value: string };
  for (const { list, of } of attributesIn(text.value, standIns)) {
    const others = of === 'before' ? children.slice(0, index).reverse() : children.slice(index + 1);
    const target = others.find((node): node is Element => node.type === 'element');
    if (target) applyAttributes(target, list, named);
  }
}

/** A text without its lists of attributes; they go to the element right before, or to the block whose lines they end. */
function withoutAttributes(
  text: string,
  parent: Parent,
  siblings: readonly ElementContent[],
  index: number,
  standIns: readonly StandIn[],
  named: Named,
): string {
  return text.replace(standInPattern, (all, number: string, at: number) => {
    const stand = standIns[Number(number)];
    if (stand?.kind !== 'attributes') return all;
    const before = text.slice(0, at);
    const sibling = siblings[index - 1];
    if (stand.of === 'item' || /\n[ \t]*$/.test(before)) {
      if (parent.type === 'element') applyAttributes(parent, stand.list, named);
      return '';
    }
    if (/^(\uE000\d+\uE001)*$/.test(before) && sibling?.type === 'element') {
      applyAttributes(sibling, stand.list, named);
      return '';
    }
    return stand.source ?? '';
  });
}
