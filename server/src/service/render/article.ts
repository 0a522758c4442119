import type { Comment, Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Dialect } from '../dialects/dialect.ts';
import type { Steps } from '../text/steps.ts';
import type { DefinedLabels } from '../syntax/parse/assumeDefined.ts';
import { abbreviate } from './blocks/abbreviations.ts';
import { renderBlocks } from './blocks/blocks.ts';
import type { PreviewSource, Placeholder } from './replacement/previewSource.ts';
import { onlyPlaceholdersPattern, placeholderPattern, stripMarks } from './replacement/previewSource.ts';
import { fillTableOfContents, assignHeadingIds } from './blocks/headings.ts';
import type { DialectSource } from './blocks/dialectMarkup.ts';
import { replaceDialectMarkup } from './blocks/dialectMarkup.ts';
import { placeFootnotes } from './notes/index.ts';
import type { PreviewChunk } from './blocks/chunks.ts';
import { groupChunks } from './blocks/chunkGroups.ts';
import { findEffectiveDefinitions, ChunkParser } from './blocks/chunks.ts';
import { sanitizePage } from './sanitize.ts';

/** Labels that count as defined, normalized as in CommonMark. */
export interface Labels {
  readonly links: ReadonlySet<string>;
  readonly footnotes: ReadonlySet<string>;
}

/** Renders one post as safe HTML, version after version; what did not change since the previous version is reused. */
export class Article {
  private parser: ChunkParser | undefined;
  private labelKey = '';
  private cache: ReadonlyMap<string, RootContent[]> = new Map();
  private contextKey = '';

  constructor(readonly dialect: Dialect) {}

  /** Returns safe HTML, in steps. Blocks have `data-line` (from 0), images `data-src` and inline styles `data-style`, which the page applies as its content security policy allows. */
  *toHtml(previewSource: PreviewSource, labels: Labels, excerptMarks: readonly string[] = []): Steps<string> {
    const { source, attributeDefinitions, abbreviations } = replaceDialectMarkup(previewSource, this.dialect);
    yield;
    const chunks = yield* this.getParser(labels).parse(source);
    const root: Root = { type: 'root', children: [] };
    for (const block of yield* this.renderBlocks(chunks, source, attributeDefinitions)) {
      const line = block.group[0]!.firstLine;
      if (block.children.length === 0) continue;
      if (root.children.length > 0) root.children.push({ type: 'text', value: '\n' });
      root.children.push(
        ...block.children.map(
          (child) => cloneAt(child, { firstLine: line, lines: source.lines, excerptMarks }) as RootContent,
        ),
      );
      yield;
    }
    yield* assignHeadingIds(root, this.dialect.headings);
    yield* placeFootnotes(root, this.dialect);
    yield* fillTableOfContents(root);
    if (abbreviations.size > 0) abbreviate(root, abbreviations);
    yield;
    yield* fillBlocks(root, source.placeholders);
    return yield* toSafeHtml(root);
  }

  private getParser(labels: Labels): ChunkParser {
    const key = JSON.stringify([[...labels.links], [...labels.footnotes]]);
    if (!this.parser || key !== this.labelKey) {
      const defined: DefinedLabels = {
        link: (identifier) => labels.links.has(identifier),
        footnote: (identifier) => labels.footnotes.has(identifier),
      };
      this.parser = new ChunkParser(this.dialect, defined);
      this.labelKey = key;
    }
    return this.parser;
  }

  private *renderBlocks(
    chunks: readonly PreviewChunk[],
    source: PreviewSource,
    attributeDefinitions: DialectSource['attributeDefinitions'],
  ): Steps<RenderedGroup[]> {
    const definitions = findEffectiveDefinitions(chunks, this.dialect);
    const contextKey = JSON.stringify([
      this.labelKey,
      definitions.map(({ identifier, url, title }) => [identifier, url, title]),
      [...attributeDefinitions].map(([name, { id, classes, values, names }]) => [
        name,
        id,
        classes,
        [...values],
        names,
      ]),
    ]);
    const previous = contextKey === this.contextKey ? this.cache : undefined;
    const cache = new Map<string, RootContent[]>();
    const rendered: RenderedGroup[] = [];
    for (const group of groupChunks(chunks)) {
      const key = group.map((chunk) => chunk.key).join('\0');
      const context = { dialect: this.dialect, definitions, attributeDefinitions, placeholders: source.placeholders };
      const children = previous?.get(key) ?? cache.get(key) ?? renderBlocks(group, context);
      cache.set(key, children);
      rendered.push({ group, children });
      yield;
    }
    this.cache = cache;
    this.contextKey = contextKey;
    return rendered;
  }
}

/** Chunks that HTML ties together, and their elements. */
interface RenderedGroup {
  readonly group: readonly PreviewChunk[];
  readonly children: RootContent[];
}

/** The HTML of a page without anything that could run or load, in steps of one block. */
function* toSafeHtml(root: Root): Steps<string> {
  const parts: string[] = [];
  for (const child of root.children) {
    parts.push(toHtml(sanitizePage({ type: 'root', children: [child] })));
    yield;
  }
  return parts.join('').trim();
}

/** Where a cached tree is in its source. */
interface CachedPlace {
  readonly firstLine: number;
  readonly lines: readonly number[];
  readonly excerptMarks: readonly string[];
}

/** Returns a copy whose lines are those of the document; lines of the cached tree count from its chunk. */
function cloneAt(node: Nodes, place: CachedPlace): Nodes {
  if (node.type !== 'element')
    return node.type === 'comment' ? (toExcerptMark(node, place.excerptMarks) ?? node) : { ...node };
  const properties = { ...node.properties };
  const { dataLine } = properties;
  if (typeof dataLine === 'string')
    properties['dataLine'] = String(place.lines[Number(dataLine) + place.firstLine] ?? 0);
  return {
    type: 'element',
    tagName: node.tagName,
    properties,
    children: node.children.map((child) => cloneAt(child, place) as ElementContent),
  };
}

/** Converts a comment that ends the excerpt in lists of posts: Hugo, Hexo, Zola and Jekyll sites write `more`, Docusaurus `truncate`. */
function toExcerptMark({ value }: Comment, marks: readonly string[]): Element | undefined {
  if (!marks.includes(value.trim())) return undefined;
  return {
    type: 'element',
    tagName: 'hr',
    properties: { className: ['galley-cut'], title: 'In lists of posts the excerpt ends here.' },
    children: [],
  };
}

/** Replaces placeholders by the values of templates, and moves what would load or violate the page's content security policy into data attributes. In steps of one block. */
function* fillBlocks(root: Root, placeholders: readonly Placeholder[]): Steps<void> {
  const children: Nodes[] = [];
  for (const child of root.children) {
    children.push(...fillPlaceholders(child, placeholders));
    yield;
  }
  root.children = children as RootContent[];
}

/** Returns what a node is replaced by: itself, its placeholders filled. */
function fillPlaceholders(node: Nodes, placeholders: readonly Placeholder[]): readonly Nodes[] {
  if (node.type === 'text') return /[\uE000-\uE002]/.test(node.value) ? toNodes(node.value, placeholders) : [node];
  const blocks = node.type === 'element' && node.tagName === 'p' ? findBlocks(node, placeholders) : undefined;
  if (blocks) return blocks.flatMap((block) => fillPlaceholders(block, placeholders));
  if (node.type === 'element') {
    resolveAttributes(node, placeholders);
    node.children = node.children.flatMap((child) => fillPlaceholders(child, placeholders)) as ElementContent[];
  }
  return [node];
}

/** Returns the blocks that a paragraph of nothing but placeholders is replaced by; undefined for other paragraphs. */
function findBlocks({ children, properties }: Element, placeholders: readonly Placeholder[]): Nodes[] | undefined {
  const [child] = children;
  if (children.length !== 1 || child?.type !== 'text' || !onlyPlaceholdersPattern.test(child.value)) return undefined;
  const nodes = toNodes(child.value, placeholders).filter((node) => node.type === 'element');
  if (nodes.length === 0 || !nodes.every(({ tagName }) => /^(?:div|figure|pre|section)$/.test(tagName)))
    return undefined;
  for (const node of nodes)
    if (properties['dataLine'] !== undefined) node.properties['dataLine'] = properties['dataLine'];
  return nodes;
}

function resolveAttributes({ tagName, properties }: Element, placeholders: readonly Placeholder[]): void {
  if (typeof properties['style'] === 'string') properties['dataStyle'] = properties['style'];
  for (const [name, value] of Object.entries(properties))
    if (typeof value === 'string') properties[name] = fillAttribute(value, placeholders);
  if (tagName === 'img' && typeof properties['src'] === 'string') {
    properties['dataSrc'] = properties['src'];
    delete properties['src'];
  }
}

function toNodes(text: string, placeholders: readonly Placeholder[]): Nodes[] {
  return text.split(placeholderPattern).flatMap((part, index): Nodes[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: stripMarks(part) }];
    const placeholder = placeholders[Number(part)];
    if (placeholder?.kind === 'nodes')
      return placeholder.nodes.map((each) => cloneAt(each, { firstLine: 0, lines: [], excerptMarks: [] }));
    return placeholder?.source ? [{ type: 'text', value: stripMarks(placeholder.source) }] : [];
  });
}

/** Returns an attribute with placeholders replaced by their texts; unknown ones are removed. */
function fillAttribute(text: string, placeholders: readonly Placeholder[]): string {
  return stripMarks(
    text.replace(placeholderPattern, (_all, number: string) => {
      const placeholder = placeholders[Number(number)];
      if (placeholder?.kind !== 'nodes') return '';
      const [node] = placeholder.nodes;
      if (node?.type === 'text') return node.value;
      return '';
    }),
  );
}
