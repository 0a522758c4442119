import type { Comment, Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Dialect } from '../dialects/dialect.ts';
import type { Defined } from '../syntax/parse/assumeDefined.ts';
import { abbreviate } from './blocks/abbreviations.ts';
import { blocksOf } from './blocks/blocks.ts';
import type { Draft, StandIn } from './source.ts';
import { onlyStandIns, standInPattern, withoutMarks } from './source.ts';
import { fillContents, nameHeadings } from './blocks/headings.ts';
import type { KramdownDraft } from './blocks/kramdown.ts';
import { kramdownDraft } from './blocks/kramdown.ts';
import { placeNotes } from './notes/index.ts';
import type { Piece } from './blocks/chunks.ts';
import { groups } from './blocks/chunkGroups.ts';
import { definitionsOf, PieceReader } from './blocks/chunks.ts';
import { sanitized } from './sanitize.ts';

/** Labels that count as defined, folded as CommonMark does. */
export interface Labels {
  readonly links: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
}

/** One post's article as safe HTML, version after version: what a version shares with the one before is not made again. */
export class Article {
  private reader: PieceReader | undefined;
  private labelKey = '';
  private known = new Map<string, RootContent[]>();
  private aroundKey = '';

  constructor(readonly dialect: Dialect) {}

  /** Blocks carry `data-line`; images `data-src`, inline styles `data-style`, for the page to apply as its policy allows. */
  html(written: Draft, labels: Labels, excerptMarks: readonly string[] = []): string {
    const { draft, named, abbreviations }: KramdownDraft = this.dialect.extensions.attributeLists
      ? kramdownDraft(written)
      : { draft: written, named: new Map(), abbreviations: new Map() };
    const pieces = this.readerFor(labels).read(draft);
    const root: Root = { type: 'root', children: [] };
    for (const block of this.blocks(pieces, draft, named)) {
      const line = block.group[0]!.firstLine;
      if (block.children.length === 0) continue;
      if (root.children.length > 0) root.children.push({ type: 'text', value: '\n' });
      root.children.push(
        ...block.children.map(
          (child) => copied(child, { firstLine: line, lines: draft.lines, excerptMarks }) as RootContent,
        ),
      );
    }
    nameHeadings(root, this.dialect.headings);
    placeNotes(root, this.dialect);
    fillContents(root);
    if (abbreviations.size > 0) abbreviate(root, abbreviations);
    resolve(root, draft.standIns);
    return toHtml(sanitized(root)).trim();
  }

  private readerFor(labels: Labels): PieceReader {
    const key = JSON.stringify([[...labels.links], [...labels.notes]]);
    if (!this.reader || key !== this.labelKey) {
      const defined: Defined = {
        link: (identifier) => labels.links.has(identifier),
        footnote: (identifier) => labels.notes.has(identifier),
      };
      this.reader = new PieceReader(this.dialect, defined);
      this.labelKey = key;
    }
    return this.reader;
  }

  private blocks(
    pieces: readonly Piece[],
    draft: Draft,
    named: KramdownDraft['named'],
  ): { readonly group: readonly Piece[]; readonly children: RootContent[] }[] {
    const definitions = definitionsOf(pieces, this.dialect);
    const aroundKey = JSON.stringify([
      this.labelKey,
      definitions.map(({ identifier, url, title }) => [identifier, url, title]),
      [...named].map(([name, { id, classes, values, names }]) => [name, id, classes, [...values], names]),
    ]);
    if (aroundKey !== this.aroundKey) this.known.clear();
    this.aroundKey = aroundKey;
    const used = new Map<string, RootContent[]>();
    const made = groups(pieces).map((group) => {
      const key = group.map((piece) => piece.key).join('\0');
      const children =
        this.known.get(key) ??
        used.get(key) ??
        blocksOf(group, { dialect: this.dialect, definitions, named, standIns: draft.standIns });
      used.set(key, children);
      return { group, children };
    });
    this.known = used;
    return made;
  }
}

/** Where a cached tree stands in its draft. */
interface Place {
  readonly firstLine: number;
  readonly lines: readonly number[];
  readonly excerptMarks: readonly string[];
}

/** A copy with the document's lines, of which those of the cached tree count from its piece. */
function copied(node: Nodes, place: Place): Nodes {
  if (node.type !== 'element')
    return node.type === 'comment' ? (cutLine(node, place.excerptMarks) ?? node) : { ...node };
  const properties = { ...node.properties };
  const { dataLine } = properties;
  if (typeof dataLine === 'string')
    properties['dataLine'] = String(place.lines[Number(dataLine) + place.firstLine] ?? 0);
  return {
    type: 'element',
    tagName: node.tagName,
    properties,
    children: node.children.map((child) => copied(child, place) as ElementContent),
  };
}

/** Where a list of posts ends the excerpt: Hugo, Hexo, Zola and Jekyll sites write `more`, Docusaurus `truncate`. */
function cutLine({ value }: Comment, marks: readonly string[]): Element | undefined {
  if (!marks.includes(value.trim())) return undefined;
  return {
    type: 'element',
    tagName: 'hr',
    properties: { className: ['galley-cut'], title: 'In lists of posts the excerpt ends here.' },
    children: [],
  };
}

/** Puts the values of templates in place, and moves what would load or be refused by the page's policy into data attributes. */
function resolve(node: Nodes, standIns: readonly StandIn[]): void {
  if (node.type === 'element') resolveAttributes(node, standIns);
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index]!;
    const block = child.type === 'element' && child.tagName === 'p' ? blockIn(child, standIns) : undefined;
    if (block) {
      block.forEach((node) => resolve(node, standIns));
      children.splice(index, 1, ...block);
    } else if (child.type !== 'text') resolve(child, standIns);
    else if (/[\uE000-\uE002]/.test(child.value)) children.splice(index, 1, ...nodesOf(child.value, standIns));
  }
}

/** The blocks a paragraph holds that is nothing but a stand-in for them. */
function blockIn({ children, properties }: Element, standIns: readonly StandIn[]): Nodes[] | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text' || !onlyStandIns.test(only.value)) return undefined;
  const nodes = nodesOf(only.value, standIns).filter((node) => node.type === 'element');
  if (nodes.length === 0 || !nodes.every(({ tagName }) => /^(?:div|figure|pre|section)$/.test(tagName)))
    return undefined;
  for (const node of nodes)
    if (properties['dataLine'] !== undefined) node.properties['dataLine'] = properties['dataLine'];
  return nodes;
}

function resolveAttributes({ tagName, properties }: Element, standIns: readonly StandIn[]): void {
  if (typeof properties['style'] === 'string') properties['dataStyle'] = properties['style'];
  for (const [name, value] of Object.entries(properties))
    if (typeof value === 'string') properties[name] = withTexts(value, standIns);
  if (tagName === 'img' && typeof properties['src'] === 'string') {
    properties['dataSrc'] = properties['src'];
    delete properties['src'];
  }
}

function nodesOf(text: string, standIns: readonly StandIn[]): Nodes[] {
  return text.split(standInPattern).flatMap((part, index): Nodes[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: withoutMarks(part) }];
    const stand = standIns[Number(part)];
    if (stand?.kind === 'nodes')
      return stand.nodes.map((each) => copied(each, { firstLine: 0, lines: [], excerptMarks: [] }));
    return stand?.source ? [{ type: 'text', value: withoutMarks(stand.source) }] : [];
  });
}

/** An attribute with the values that are known in place; the others are left out. */
function withTexts(text: string, standIns: readonly StandIn[]): string {
  return withoutMarks(
    text.replace(standInPattern, (_all, number: string) => {
      const stand = standIns[Number(number)];
      if (stand?.kind !== 'nodes') return '';
      const [node] = stand.nodes;
      if (node?.type === 'text') return node.value;
      return '';
    }),
  );
}
