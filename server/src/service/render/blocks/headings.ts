import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import type { HeadingSyntax } from '../../dialects/dialect.ts';
import { createHeadingIds } from '../../dialects/shared/headingIds.ts';
import { parseAttributeList } from '../replacement/attributeList.ts';
import { applyAttributes } from './attributes.ts';
import { blanks, trimEnd } from '../../text/scan.ts';
import type { Steps } from '../../text/steps.ts';

const isHeading = (node: Nodes): node is Element => node.type === 'element' && /^h[1-6]$/.test(node.tagName);

/** `## Heading {#id .class}`: HEADER_ID in kramdown's header.rb, goldmark's parser.WithHeadingAttribute. */
export function applyHeadingAttributes(node: Nodes): void {
  if (isHeading(node)) {
    const last = node.children.at(-1);
    const match = last?.type === 'text' ? /\{([#.][^{}]*|\w+=[^{}]*)\}[ \t]*$/.exec(last.value) : undefined;
    if (match && last?.type === 'text') {
      last.value = trimEnd(last.value.slice(0, match.index), blanks);
      applyAttributes(node, parseAttributeList(match[1]!), new Map());
    }
  } else if ('children' in node) node.children.forEach(applyHeadingAttributes);
}

/** Assigns ids to headings written in Markdown, each id once, as the dialect makes them from the text; HTML headings keep theirs. In steps of one block. */
export function* assignHeadingIds(root: Root, headings: HeadingSyntax): Steps<void> {
  const makeId = createHeadingIds(headings);
  const visit = (node: Nodes): void => {
    const source = isHeading(node) ? node.properties['dataAnchor'] : undefined;
    if (isHeading(node) && typeof source === 'string') {
      delete node.properties['dataAnchor'];
      const id = node.properties['id'] ?? makeId(source || toHeadingText(node).trim());
      if (id !== '') node.properties['id'] = id;
    } else if ('children' in node) node.children.forEach(visit);
  };
  for (const child of root.children) {
    visit(child);
    yield;
  }
}

/** Returns the text of a heading without footnote references. */
function toHeadingText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.properties['dataNote'] !== undefined) return '';
  return 'children' in node ? node.children.map(toHeadingText).join('') : '';
}

/** Replaces lists with `{:toc}` by the table of contents: converter/toc.rb and html.rb, generate_toc_tree. In steps of one block. */
export function* fillTableOfContents(root: Root): Steps<void> {
  const headings: { readonly depth: number; readonly id: string; readonly text: string }[] = [];
  const places: Element[] = [];
  const visit = (node: Nodes): void => {
    if (isHeading(node) && typeof node.properties['id'] === 'string' && node.properties['dataNoToc'] === undefined) {
      headings.push({ depth: Number(node.tagName[1]), id: node.properties['id'], text: toText(node) });
    }
    if (node.type === 'element' && node.properties['dataToc'] !== undefined) places.push(node);
    if ('children' in node) node.children.forEach(visit);
  };
  for (const child of root.children) {
    visit(child);
    yield;
  }
  for (const place of places) {
    delete place.properties['dataToc'];
    place.properties['id'] = 'markdown-toc';
    place.children = toNestedLists(headings, place.tagName);
  }
}

/** Converts headings to nested lists: a deeper one goes into the item of the previous one. */
function toNestedLists(
  headings: readonly { readonly depth: number; readonly id: string; readonly text: string }[],
  tagName: string,
): ElementContent[] {
  const top: ElementContent[] = [];
  const open: { readonly depth: number; readonly item: Element }[] = [];
  for (const { depth, id, text } of headings) {
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop();
    const item = createElement('li', {}, [
      createElement('a', { href: `#${id}`, id: `markdown-toc-${id}` }, [{ type: 'text', value: text }]),
    ]);
    const parent = open.at(-1)?.item;
    let list = parent?.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === tagName,
    );
    if (parent && !list) parent.children.push((list = createElement(tagName, {}, [])));
    (list ? list.children : top).push(item);
    open.push({ depth, item });
  }
  return top;
}

function createElement(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
