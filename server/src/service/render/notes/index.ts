import type { Element, ElementContent, Nodes, Root } from 'hast';
import type { Dialect, FootnoteRendering } from '../../dialects/dialect.ts';

/** A note that is printed, with its marks in the order of the text. */
interface Note {
  readonly key: string;
  readonly number: number;
  readonly text: Element;
  readonly references: string[];
  /** The marks that the note's arrows lead to; those that later notes hold are not among them where an engine prints note after note. */
  returns?: readonly string[];
}

/** Numbers marks and moves notes to the end, as the dialect's engine does; notes that no mark reaches are dropped. */
export function placeFootnotes(root: Root, dialect: Dialect): void {
  const texts = new Map<string, Element>();
  collect(root, texts, dialect);
  const notes = new Map<string, Note>();
  const mark = (node: Nodes): void => {
    if (node.type === 'element' && typeof node.properties['dataNote'] === 'string')
      linkReference(node, notes, texts, dialect);
    else if ('children' in node) node.children.forEach(mark);
  };
  if (dialect.rendering.footnotes.count === 'in the file') mark(root);
  takeOut(root);
  if (dialect.rendering.footnotes.count === 'in the text') {
    mark(root);
    for (const note of notes.values()) {
      mark(note.text);
      note.returns = [...note.references];
    }
  }
  if (notes.size > 0) root.children.push(section([...notes.values()], dialect.rendering.footnotes));
}

/** The notes that count, by key. */
function collect(node: Nodes, found: Map<string, Element>, dialect: Dialect): void {
  if ('children' in node) for (const child of node.children) collect(child, found, dialect);
  const key = node.type === 'element' ? node.properties['dataNoteText'] : undefined;
  if (node.type === 'element' && typeof key === 'string' && (dialect.footnotes.wins === 'last' || !found.has(key)))
    found.set(key, node);
}

/** Takes notes out of where they were written. */
function takeOut(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).filter(
    (child) => child.type !== 'element' || child.properties['dataNoteText'] === undefined,
  );
  for (const child of parent.children) if (child.type === 'element') takeOut(child);
}

function linkReference(
  sup: Element,
  notes: Map<string, Note>,
  texts: ReadonlyMap<string, Element>,
  dialect: Dialect,
): void {
  const { firstNumber, id, referenceId } = dialect.rendering.footnotes;
  const key = String(sup.properties['dataNote']);
  const text = texts.get(key);
  if (!text) return;
  let note = notes.get(key);
  if (!note) notes.set(key, (note = { key, number: notes.size + firstNumber, text, references: [] }));
  const own = referenceId(key, note.number, note.references.length);
  note.references.push(own);
  sup.properties = { id: own };
  sup.children = [
    {
      type: 'element',
      tagName: 'a',
      properties: { href: `#${id(key, note.number)}`, className: ['footnote'], role: 'doc-noteref' },
      children: [{ type: 'text', value: String(note.number) }],
    },
  ];
}

function section(notes: readonly Note[], rendering: FootnoteRendering): Element {
  const { firstNumber, backlink } = rendering;
  const items = notes.map((note): Element => {
    const { dataLine } = note.text.properties;
    const item: Element = {
      type: 'element',
      tagName: 'li',
      properties: { id: rendering.id(note.key, note.number), ...(dataLine !== undefined && { dataLine }) },
      children: note.text.children,
    };
    const last = item.children.findLast((child) => child.type === 'element');
    const paragraph: Element =
      last?.type === 'element' && last.tagName === 'p'
        ? last
        : { type: 'element', tagName: 'p', properties: {}, children: [] };
    if (paragraph !== last) item.children.push(paragraph);
    for (const [index, id] of backlink === '' ? [] : (note.returns ?? note.references).entries())
      paragraph.children.push({ type: 'text', value: '\u00A0' }, backLink(id, index, rendering));
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

/** A link back to the mark, with its number from the second on where the engine prints it. */
function backLink(id: string, index: number, { backlink, numbersBacklinks }: FootnoteRendering): Element {
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
