import type { Element, ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { makeBox } from './alerts.ts';

/** The boxes of Docusaurus's own names; others have a box of their own name. */
const alertKinds: ReadonlyMap<string, string> = new Map([
  ['danger', 'caution'],
  ['info', 'note'],
  ['secondary', 'note'],
  ['success', 'tip'],
]);

/** Converts `:::note[Title]` of Docusaurus to a box; without a label its name is the title. */
export function toAdmonition(state: State, node: ContainerDirective): Element {
  const [label, ...rest] = node.children;
  const isLabelled = label?.type === 'paragraph' && label.data?.directiveLabel === true;
  const title = isLabelled
    ? (state.all(label as never) as ElementContent[])
    : [{ type: 'text' as const, value: node.name[0]!.toUpperCase() + node.name.slice(1) }];
  const inner = isLabelled ? { ...node, children: rest } : node;
  const element: Element = {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: state.wrap(state.all(inner as never), true) as ElementContent[],
  };
  state.patch(node as never, element);
  makeBox(element, alertKinds.get(node.name) ?? node.name, title);
  return element;
}
