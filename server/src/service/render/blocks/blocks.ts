import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import type { Definition, FootnoteDefinition, FootnoteReference, Html, Root as MdastRoot } from 'mdast';
import { defListHastHandlers } from 'mdast-util-definition-list';
import type { Handlers, State } from 'mdast-util-to-hast';
import { toHast } from 'mdast-util-to-hast';
import type { Dialect, HtmlSyntax } from '../../dialects/dialect.ts';
import { makeAlerts, assignBoxClasses } from './alerts.ts';
import { toAdmonition } from './admonitions.ts';
import { applyPlaceholderAttributes } from './attributes.ts';
import type { AttributeList } from '../replacement/attributeList.ts';
import type { Placeholder } from '../replacement/previewSource.ts';
import { applyHeadingAttributes } from './headings.ts';
import { highlight } from './highlight.ts';
import type { PreviewChunk } from './chunks.ts';
import { toFootnoteKey } from './chunks.ts';
import { removeEmptyHeads } from './tables.ts';

/** What rendering the blocks of a post depends on outside them. */
export interface BlockContext {
  readonly dialect: Dialect;
  readonly definitions: readonly Definition[];
  readonly attributeDefinitions: ReadonlyMap<string, AttributeList>;
  readonly placeholders: readonly Placeholder[];
}

/**
 * Renders a group of chunks as elements: lines in `dataLine` (from 0, counted from the first chunk), footnotes where they are
 * written, template values still placeholders. The result is not sanitized.
 */
export function renderBlocks(group: readonly PreviewChunk[], context: BlockContext): RootContent[] {
  const { dialect } = context;
  const first = group[0]!.firstLine;
  const root: Root = { type: 'root', children: [] };
  for (const chunk of group) {
    const tree: MdastRoot = { type: 'root', children: [...context.definitions, ...removeDefinitions(chunk.root)] };
    const html = toHast(tree, {
      allowDangerousHtml: true,
      clobberPrefix: '',
      handlers: createHandlers(dialect),
    }) as Root;
    numberLines(html, chunk.firstLine - first);
    if (root.children.length > 0) root.children.push({ type: 'text', value: '\n' });
    root.children.push(...html.children);
  }
  const complete = hasRaw(root) ? parseRawHtml(root) : root;
  if (dialect.extensions.attributeLists)
    applyPlaceholderAttributes(complete, context.placeholders, context.attributeDefinitions);
  if (dialect.extensions.tables === 'any') removeEmptyHeads(complete);
  if (dialect.headings.attributes) applyHeadingAttributes(complete);
  removeReservedClasses(complete);
  if (dialect.extensions.alerts) makeAlerts(complete);
  assignBoxClasses(complete);
  highlight(complete);
  return complete.children;
}

function removeDefinitions({ children }: MdastRoot): MdastRoot['children'] {
  return children.filter(({ type }) => type !== 'definition');
}

function createHandlers(dialect: Dialect): Handlers {
  return {
    ...(defListHastHandlers as unknown as Handlers),
    footnoteReference: (_state: State, node: FootnoteReference): Element => ({
      type: 'element',
      tagName: 'sup',
      properties: { dataNote: toFootnoteKey(node, dialect) },
      children: [],
    }),
    footnoteDefinition: (state: State, node: FootnoteDefinition): Element => {
      const note: Element = {
        type: 'element',
        tagName: 'aside',
        properties: { dataNoteText: toFootnoteKey(node, dialect) },
        children: state.wrap(state.all(node), true) as ElementContent[],
      };
      state.patch(node, note);
      return note;
    },
    containerDirective: toAdmonition,
    ...(dialect.html.kind === 'content model' && {
      html: (_state: State, node: Html, parent: { type: string } | undefined): Nodes =>
        parent?.type !== 'root' &&
        parent?.type !== 'listItem' &&
        parent?.type !== 'blockquote' &&
        isBlockTag(node.value, dialect.html)
          ? { type: 'text', value: node.value }
          : ({ type: 'raw', value: node.value } as unknown as Nodes),
    }),
  } as Handlers;
}

/** Whether HTML is a block-level tag, which is text within a line. */
function isBlockTag(html: string, { elements }: HtmlSyntax): boolean {
  const name = /^<\/?([a-zA-Z][\w-]*)/.exec(html)?.[1];
  return name !== undefined && elements.isBlock(name.toLowerCase());
}

/** Elements that get the line they start on in `dataLine`. */
const numberedElements = new Set(
  'p h1 h2 h3 h4 h5 h6 li pre blockquote table tr hr div figure dl dt dd details section aside'.split(' '),
);

function numberLines(node: Nodes, from: number): void {
  if (node.type === 'element' && node.position) {
    if (numberedElements.has(node.tagName)) node.properties['dataLine'] = String(node.position.start.line - 1 + from);
    if (/^h[1-6]$/.test(node.tagName)) node.properties['dataAnchor'] ??= '';
  }
  if ('children' in node) for (const child of node.children) numberLines(child, from);
}

/** Returns the tree with the HTML in it as elements, or as its text where the library fails. */
function parseRawHtml(root: Root): Root {
  try {
    return raw(root) as Root;
  } catch (error) {
    // hast-util-from-parse5 expects every `template` to have a content, which one in SVG or MathML has not.
    if (!(error instanceof TypeError)) throw error;
    return toTextNodes(root) as Root;
  }
}

/** Returns a copy with text in place of HTML. */
function toTextNodes(node: Nodes): Nodes {
  const { type, value } = node as { readonly type: string; readonly value?: string };
  if (type === 'raw') return { type: 'text', value: value ?? '' };
  return 'children' in node ? ({ ...node, children: node.children.map(toTextNodes) } as Nodes) : node;
}

function hasRaw(node: Nodes): boolean {
  return (node as { type: string }).type === 'raw' || ('children' in node && node.children.some(hasRaw));
}

/** Removes the author's class names that are reserved for Galley's page, highlighted code and VS Code. */
function removeReservedClasses(node: Nodes): void {
  if (node.type === 'element' && Array.isArray(node.properties['className'])) {
    node.properties['className'] = node.properties['className'].filter(
      (name) => !/^(galley|vscode|hljs)/i.test(String(name)),
    );
  }
  if ('children' in node) for (const child of node.children) removeReservedClasses(child);
}
