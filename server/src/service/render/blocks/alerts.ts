import type { Element, ElementContent, Nodes } from 'hast';

const titles: Readonly<Record<string, string>> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

/** `> [!NOTE]` alone on the first line of a quote makes the quote a box (GitHub; Hugo since 0.134). */
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

/** Makes a box with a heading of an element. */
export function makeBox(element: Element, kind: string, title: ElementContent[]): void {
  element.tagName = 'div';
  element.properties['dataBox'] = kind;
  element.children.unshift({ type: 'element', tagName: 'p', properties: { dataBox: 'title' }, children: title });
}

/** Gives boxes their classes, once the author's own are sorted out. */
export function assignBoxClasses(node: Nodes): void {
  if ('children' in node) node.children.forEach(assignBoxClasses);
  const kind = node.type === 'element' ? node.properties['dataBox'] : undefined;
  if (node.type !== 'element' || typeof kind !== 'string') return;
  delete node.properties['dataBox'];
  node.properties['className'] = kind === 'title' ? ['galley-box-title'] : ['galley-box', `galley-box-${kind}`];
}
