import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { AttributeList } from '../replacement/attributeList.ts';
import type { Placeholder } from '../replacement/previewSource.ts';
import { onlyPlaceholdersPattern, placeholderPattern } from '../replacement/previewSource.ts';

type Parent = Root | Element;
type AttributeDefinitions = ReadonlyMap<string, AttributeList>;

/** Applies the attribute lists of placeholders in the tree to their elements, and removes those placeholders. */
export function applyPlaceholderAttributes(
  parent: Parent,
  placeholders: readonly Placeholder[],
  attributeDefinitions: AttributeDefinitions,
): void {
  const children = parent.children as ElementContent[];
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!;
    if (child.type === 'element') {
      if (child.tagName === 'p' && isAttributeLine(child, placeholders)) {
        applyToAdjacent(children, index, placeholders, attributeDefinitions);
        children.splice(index--, 1);
      } else applyPlaceholderAttributes(child, placeholders, attributeDefinitions);
    } else if (child.type === 'text' && child.value.includes('\uE000'))
      child.value = applyAttributesInText(child.value, parent, children, index, placeholders, attributeDefinitions);
  }
}

function findAttributes(text: string, placeholders: readonly Placeholder[]): (Placeholder & { kind: 'attributes' })[] {
  return [...text.matchAll(placeholderPattern)].flatMap(([, number]) => {
    const placeholder = placeholders[Number(number)];
    return placeholder?.kind === 'attributes' ? [placeholder] : [];
  });
}

function isAttributeLine(element: Element, placeholders: readonly Placeholder[]): boolean {
  const [only] = element.children;
  return (
    element.children.length === 1 &&
    only?.type === 'text' &&
    onlyPlaceholdersPattern.test(only.value) &&
    findAttributes(only.value, placeholders).length === [...only.value.matchAll(placeholderPattern)].length
  );
}

/** Applies a line of attributes to the block above or below it. */
function applyToAdjacent(
  children: readonly Nodes[],
  index: number,
  placeholders: readonly Placeholder[],
  attributeDefinitions: AttributeDefinitions,
): void {
  const text = (children[index] as Element).children[0] as { value: string };
  for (const { list, target } of findAttributes(text.value, placeholders)) {
    const others = target === 'previous' ? children.slice(0, index).reverse() : children.slice(index + 1);
    const element = others.find((node): node is Element => node.type === 'element');
    if (element) applyAttributes(element, list, attributeDefinitions);
  }
}

/** Returns a text without its attribute lists, which are applied to the element right before, or to the block whose lines they end. */
function applyAttributesInText(
  text: string,
  parent: Parent,
  siblings: readonly ElementContent[],
  index: number,
  placeholders: readonly Placeholder[],
  attributeDefinitions: AttributeDefinitions,
): string {
  return text.replace(placeholderPattern, (all, number: string, at: number) => {
    const placeholder = placeholders[Number(number)];
    if (placeholder?.kind !== 'attributes') return all;
    const before = text.slice(0, at);
    const sibling = siblings[index - 1];
    if (placeholder.target === 'item' || /\n[ \t]*$/.test(before)) {
      if (parent.type === 'element') applyAttributes(parent, placeholder.list, attributeDefinitions);
      return '';
    }
    if (/^(\uE000\d+\uE001)*$/.test(before) && sibling?.type === 'element') {
      applyAttributes(sibling, placeholder.list, attributeDefinitions);
      return '';
    }
    return placeholder.source ?? '';
  });
}

/** Applies an attribute list, and the defined lists it names, to an element. */
export function applyAttributes(
  element: Element,
  list: AttributeList,
  attributeDefinitions: ReadonlyMap<string, AttributeList>,
): void {
  for (const name of list.names) {
    const other = attributeDefinitions.get(name);
    if (name === 'toc') element.properties['dataToc'] = '';
    else if (other && other !== list) applyAttributes(element, { ...other, names: [] }, attributeDefinitions);
  }
  if (list.id !== undefined) element.properties['id'] = list.id;
  for (const [key, value] of list.values) {
    if (key === 'class') addClasses(element, value.split(/\s+/));
    else if (key !== 'markdown') element.properties[key.toLowerCase()] = value;
  }
  if (list.names.includes('no_toc') || list.classes.includes('no_toc')) element.properties['dataNoToc'] = '';
  addClasses(element, list.classes);
}

function addClasses(element: Element, classes: readonly string[]): void {
  if (classes.length === 0) return;
  const previous = element.properties['className'];
  element.properties['className'] = [...(Array.isArray(previous) ? previous : []), ...classes];
}
