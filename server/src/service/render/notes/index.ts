import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { Dialect, FootnoteRendering } from '../../dialects/dialect.ts';
import type { Steps } from '../../text/steps.ts';

/** A footnote that is printed, with the ids of its references in the order of the text. */
interface Footnote {
  readonly key: string;
  readonly number: number;
  readonly definition: Element;
  readonly references: string[];
  /** The ids that backlinks lead to; those in later footnotes are left out where an engine prints one footnote after another. */
  backlinkTargets?: readonly string[];
}

/** Numbers footnote references and moves footnotes to the end, as the dialect's engine does; footnotes without a reference are dropped. Changes the tree, in steps of one block. */
export function* placeFootnotes(root: Root, dialect: Dialect): Steps<void> {
  const definitions = new Map<string, Element>();
  yield* inEachBlock(root, (block) => collectFootnotes(block, definitions, dialect));
  const footnotes = new Map<string, Footnote>();
  const linkReferences = (node: Nodes): void => {
    if (node.type === 'element' && typeof node.properties['dataNote'] === 'string')
      linkReference(node, footnotes, definitions, dialect);
    else if ('children' in node) node.children.forEach(linkReferences);
  };
  if (dialect.rendering.footnotes.count === 'in the file') yield* inEachBlock(root, linkReferences);
  yield* removeFootnotes(root);
  if (dialect.rendering.footnotes.count === 'in the text') {
    yield* inEachBlock(root, linkReferences);
    for (const footnote of footnotes.values()) {
      linkReferences(footnote.definition);
      footnote.backlinkTargets = [...footnote.references];
      yield;
    }
  }
  if (footnotes.size > 0) root.children.push(createSection([...footnotes.values()], dialect.rendering.footnotes));
}

function* inEachBlock({ children }: Root, visit: (block: Nodes) => void): Steps<void> {
  for (const block of children) {
    visit(block);
    yield;
  }
}

/** Collects one definition for each footnote, by key: the first or the last, as the dialect says. */
function collectFootnotes(node: Nodes, found: Map<string, Element>, dialect: Dialect): void {
  if ('children' in node) for (const child of node.children) collectFootnotes(child, found, dialect);
  const key = node.type === 'element' ? node.properties['dataNoteText'] : undefined;
  if (node.type === 'element' && typeof key === 'string' && (dialect.footnotes.wins === 'last' || !found.has(key)))
    found.set(key, node);
}

/** Removes footnote definitions from where they are written. */
function* removeFootnotes(root: Root): Steps<void> {
  root.children = root.children.filter((child) => !isFootnote(child));
  yield* inEachBlock(root, removeFootnotesWithin);
}

function removeFootnotesWithin(node: Nodes): void {
  if (node.type !== 'element') return;
  node.children = node.children.filter((child) => !isFootnote(child));
  node.children.forEach(removeFootnotesWithin);
}

function isFootnote(node: Nodes): boolean {
  return node.type === 'element' && node.properties['dataNoteText'] !== undefined;
}

function linkReference(
  sup: Element,
  footnotes: Map<string, Footnote>,
  definitions: ReadonlyMap<string, Element>,
  dialect: Dialect,
): void {
  const { firstNumber, id, referenceId } = dialect.rendering.footnotes;
  const key = String(sup.properties['dataNote']);
  const definition = definitions.get(key);
  if (!definition) return;
  let footnote = footnotes.get(key);
  if (!footnote)
    footnotes.set(key, (footnote = { key, number: footnotes.size + firstNumber, definition, references: [] }));
  const ownId = referenceId(key, footnote.number, footnote.references.length);
  footnote.references.push(ownId);
  sup.properties = { id: ownId };
  sup.children = [
    {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${id(key, footnote.number)}`, className: ['footnote'], role: 'doc-noteref' },
      children: [{ type: 'text', value: String(footnote.number) }],
    },
  ];
}

function createSection(footnotes: readonly Footnote[], rendering: FootnoteRendering): Element {
  const { firstNumber, backlink } = rendering;
  const items = footnotes.map((footnote): Element => {
    const { dataLine } = footnote.definition.properties;
    const item: Element = {
      type: 'element',
      tagName: 'li',
      properties: { id: rendering.id(footnote.key, footnote.number), ...(dataLine !== undefined && { dataLine }) },
      children: footnote.definition.children,
    };
    const last = item.children.findLast((child) => child.type === 'element');
    const paragraph: Element =
      last?.type === 'element' && last.tagName === 'p'
        ? last
        : { type: 'element', tagName: 'p', properties: {}, children: [] };
    if (paragraph !== last) item.children.push(paragraph);
    for (const [index, id] of backlink === '' ? [] : (footnote.backlinkTargets ?? footnote.references).entries())
      paragraph.children.push({ type: 'text', value: '\u00A0' }, createBacklink(id, index, rendering));
    return item;
  });
  const list: Element = {
    type: 'element',
    tagName: 'ol',
    properties: firstNumber === 1 ? {} : { start: firstNumber },
    children: items,
  };
  return {
    type: 'element',
    tagName: 'section',
    properties: { className: ['footnotes'], role: 'doc-endnotes', ariaLabel: 'Notes' },
    children: [list],
  };
}

/** Creates a link back to a reference, numbered from the second on where the engine does so. */
function createBacklink(id: string, index: number, { backlink, numbersBacklinks }: FootnoteRendering): Element {
  const isNumbered = index > 0 && numbersBacklinks;
  const number: ElementContent[] = isNumbered
    ? [{ type: 'element', tagName: 'sup', properties: {}, children: [{ type: 'text', value: String(index + 1) }] }]
    : [];
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${id}`, className: ['reversefootnote'], role: 'doc-backlink', ariaLabel: 'Back to the text' },
    children: [{ type: 'text', value: backlink }, ...number],
  };
}
