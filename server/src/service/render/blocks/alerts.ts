import type { Element, ElementContent, Nodes } from 'hast';

const titles: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

/** Makes boxes of block quotes whose first line is `> [!NOTE]` alone (GitHub; Hugo since 0.134). */
export function makeAlerts(node: Nodes): void {
  if ('children' in node) node.children.forEach(makeAlerts);
  if (node.type !== 'element' || node.tagName !== 'blockquote') return;
  const first = node.children.find((child): child is Element => child.type === 'element');
  const text = first?.tagName === 'p' ? first.children[0] : undefined;
  const match =
    text?.type === 'text' ? /^\[!(note|tip|important|warning|caution)\][ \t]*(\n|$)/i.exec(text.value) : undefined;
  if (!match || text?.type !== 'text' || (match[2] === '' && first!.children.length > 1)) return;
  const kind = match[1]!.toLowerCase();
  text.value = text.value.slice(match[0].length);
  if (text.value === '' && first!.children.length === 1) node.children.splice(node.children.indexOf(first!), 1);
  makeBox(node, kind, [{ type: 'text', value: titles[kind]! }]);
}

/** Makes an element a box with a title. */
export function makeBox(element: Element, kind: string, title: ElementContent[]): void {
  element.tagName = 'div';
  element.properties['dataBox'] = kind;
  element.children.unshift({ type: 'element', tagName: 'p', properties: { dataBox: 'title' }, children: title });
}

/** Assigns the classes of boxes, after reserved classes of the author were removed. */
export function assignBoxClasses(node: Nodes): void {
  if ('children' in node) node.children.forEach(assignBoxClasses);
  const kind = node.type === 'element' ? node.properties['dataBox'] : undefined;
  if (node.type !== 'element' || typeof kind !== 'string') return;
  delete node.properties['dataBox'];
  node.properties['className'] = kind === 'title' ? ['galley-box-title'] : ['galley-box', `galley-box-${kind}`];
}
