import type { KeyedOccurrence, Source } from './keyedOccurrence.ts';
import { joinSpacedReferences } from './spacedReferences.ts';
import { findLabelEnd, findDestination, findLabelStart } from './brackets.ts';
import type { Heading as MdastHeading, Image, ImageReference, Link, LinkReference, Node, Nodes, Root } from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import { foldLabel } from '../../dialects/shared/labels.ts';
import type { Range } from '../../text/range.ts';
import { replaceLinks } from '../occurrences/linkText.ts';
import { findClosingBracket, parseLink } from '../occurrences/linkParts.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { findManualFootnotes } from '../occurrences/manualFootnotes.ts';

/** Returns the occurrences of a tree in the order of the text; offsets into the source. */
export function collect(root: Root, source: Source, dialect: Dialect): KeyedOccurrence[] {
  const collector = new Collector(source, dialect);
  collector.visit(root);
  const found = collector.found.sort((a, b) => a.occurrence.range.start - b.occurrence.range.start);
  return dialect.links.spacedReferences === 'none' ? found : joinSpacedReferences(found, source, dialect);
}

/** Returns the offsets of a node in the text that it was parsed from. */
export function rangeOfNode(node: Node): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

class Collector {
  readonly found: KeyedOccurrence[] = [];

  constructor(
    private readonly source: Source,
    private readonly dialect: Dialect,
  ) {}

  /** Goes through a tree; not by recursion, since a post may nest ten thousand quotes. */
  visit(root: Root): void {
    const open: Nodes[] = [root];
    for (let node = open.pop(); node; node = open.pop()) {
      this.collectNode(node);
      if (!('children' in node)) continue;
      const isText = isLink(node) && this.isBroken(node);
      for (const child of node.children) if (isText || !isNestedLink(child, node)) open.push(child);
    }
  }

  private collectNode(node: Nodes): void {
    if (node.type === 'paragraph')
      for (const occurrence of findManualFootnotes(node, this.source)) this.found.push({ occurrence });
    else if (node.type === 'heading') this.collectHeading(node);
    else if (node.type === 'definition') this.collectDefinition(rangeOfNode(node), node.title ?? undefined);
    else if (node.type === 'footnoteDefinition') this.collectFootnoteDefinition(rangeOfNode(node), node.children);
    else if (node.type === 'footnoteReference') this.collectFootnoteReference(rangeOfNode(node));
    else if (node.type === 'linkReference' || node.type === 'imageReference')
      this.collectReference(rangeOfNode(node), node);
    else if (node.type === 'link' || node.type === 'image') this.collectLink(rangeOfNode(node), node);
    else if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html')
      this.collectCode(rangeOfNode(node), node.type === 'html');
  }

  private slice(range: Range): string {
    return this.source.written.slice(range.start, range.end);
  }

  private collectHeading(node: MdastHeading): void {
    const first = node.children[0];
    const last = node.children.at(-1);
    const text = first && last ? this.slice({ start: rangeOfNode(first).start, end: rangeOfNode(last).end }) : '';
    this.found.push({
      occurrence: { type: 'heading', range: rangeOfNode(node), depth: node.depth, text: removeCommonMarkup(text) },
    });
  }

  /** Without the blank lines at its end, which belong to it or not as the block around it is closed. */
  private collectCode({ start, end }: Range, isHtml: boolean): void {
    const range = { start, end: start + this.source.masked.slice(start, end).trimEnd().length };
    this.found.push({ occurrence: { type: 'code', range, ...(isHtml && { isHtml }) } });
  }

  private collectDefinition(range: Range, title: string | undefined): void {
    const close = findLabelEnd(this.source.masked, range.start);
    const labelRange = { start: range.start + 1, end: close };
    const destinationRange = findDestination(this.source.masked, close + 2);
    const label = this.slice(labelRange);
    this.add(labelRange, {
      type: 'definition',
      range,
      label,
      labelRange,
      identifier: this.dialect.links.normalizeLabel(label),
      destination: this.slice(destinationRange).replace(/^<(.*)>$/, '$1'),
      destinationRange,
      ...(title !== undefined && { title }),
    });
  }

  private collectReference(range: Range, node: LinkReference | ImageReference): void {
    const { masked } = this.source;
    if (node.type === 'imageReference') {
      if (this.dialect.footnotes.isEnabled && /^!\[\^[^\s[\]]+\]$/.test(masked.slice(range.start, range.end)))
        return this.collectFootnoteReference({ start: range.start + 1, end: range.end });
      this.collectFootnotesInAlt(range);
    }
    if (this.isBroken(node)) return this.collectLabelAsReference(range, node);
    const open = range.start + (node.type === 'imageReference' ? 2 : 1);
    const labelStart = node.referenceType === 'full' ? findLabelStart(masked, range.end - 1) + 1 : open;
    const labelRange = { start: labelStart, end: range.end - (node.referenceType === 'collapsed' ? 3 : 1) };
    const label = this.slice(labelRange);
    this.add(labelRange, {
      type: 'reference',
      target: node.type === 'imageReference' ? 'image' : 'link',
      form: node.referenceType,
      range,
      label,
      labelRange,
      identifier: this.dialect.links.normalizeLabel(label),
      text: node.referenceType === 'full' ? this.slice({ start: open, end: labelStart - 2 }) : label,
      isSpaced: false,
      followsWordCharacter: /[\p{L}\p{N}_\]]/u.test(masked[range.start - 1] ?? ''),
    });
  }

  private collectFootnoteDefinition(range: Range, children: readonly Node[]): void {
    const close = findLabelEnd(this.source.masked, range.start);
    const labelRange = { start: range.start + 2, end: close };
    const first = children[0];
    const start = first ? rangeOfNode(first).start : close + 2;
    const end = children.length > 0 ? rangeOfNode(children.at(-1)!).end : start;
    this.add(labelRange, {
      type: 'footnoteDefinition',
      notation: 'markdown',
      range,
      labelRange,
      contentRange: { start, end },
      ...this.normalizeFootnoteLabel(labelRange),
    });
  }

  private collectFootnoteReference(range: Range): void {
    const labelRange = { start: range.start + 2, end: range.end - 1 };
    this.add(labelRange, {
      type: 'footnoteReference',
      notation: 'markdown',
      range,
      labelRange,
      ...this.normalizeFootnoteLabel(labelRange),
    });
  }

  private normalizeFootnoteLabel(labelRange: Range): {
    readonly label: string;
    readonly identifier: string;
    readonly isSupported: boolean;
  } {
    const label = this.slice(labelRange);
    const identifier = this.dialect.footnotes.normalizeLabel(label);
    return { label, identifier: identifier ?? `unsupported ${label}`, isSupported: identifier !== undefined };
  }

  private collectLink(range: Range, node: Link | Image): void {
    if (node.type === 'image') this.collectFootnotesInAlt(range);
    if (this.isBroken(node)) return;
    const parts = parseLink(this.source, range, node.type);
    if (parts)
      this.found.push({
        occurrence: {
          type: 'link',
          target: node.type,
          range,
          url: parts.url ?? node.url,
          urlRange: parts.urlRange,
          text: parts.text,
        },
      });
  }

  /** Collects footnotes cited in an image's alternative text: nobody sees the marker, but the note is shown. */
  private collectFootnotesInAlt(image: Range): void {
    if (!this.dialect.footnotes.isEnabled) return;
    const { masked } = this.source;
    const text = masked.slice(image.start, findClosingBracket(masked, image.start + 1, image.end));
    for (const match of text.matchAll(/\[\^[^\s[\]]+\]/g)) {
      if (text[match.index - 1] === '\\') continue;
      const start = image.start + match.index;
      this.collectFootnoteReference({ start, end: start + match[0].length });
    }
  }

  /** Whether the dialect takes the brackets for text, because a footnote is cited in them. */
  private isBroken(node: Link | Image | LinkReference | ImageReference): boolean {
    const { brokenBy } = this.dialect.links;
    if (brokenBy === 'nothing') return false;
    if (brokenBy === 'footnote') return hasFootnoteReference(node);
    const { start, end } = rangeOfNode(node);
    const open = this.source.masked.indexOf('[', start);
    return (
      open >= 0 &&
      open < end &&
      /(?<!\\)\[\^/.test(this.source.masked.slice(open, findClosingBracket(this.source.masked, open, end)))
    );
  }

  /** Collects what is left of `[text[^1]][label]` when the text is no link: the label, as a shortcut. */
  private collectLabelAsReference(range: Range, node: LinkReference | ImageReference): void {
    if (node.referenceType !== 'full') return;
    const labelRange = { start: findLabelStart(this.source.masked, range.end - 1) + 1, end: range.end - 1 };
    const label = this.slice(labelRange);
    const identifier = this.dialect.links.normalizeLabel(label);
    this.add(labelRange, {
      type: 'reference',
      target: 'link',
      form: 'shortcut',
      range: { start: labelRange.start - 1, end: range.end },
      label,
      labelRange,
      identifier,
      text: label,
      isSpaced: false,
      followsWordCharacter: true,
    });
  }

  private add(labelRange: Range, occurrence: Occurrence): void {
    this.found.push({ occurrence, key: foldLabel(this.source.masked.slice(labelRange.start, labelRange.end)) });
  }
}

function hasFootnoteReference(node: Nodes): boolean {
  return node.type === 'footnoteReference' || ('children' in node && node.children.some(hasFootnoteReference));
}

/** Whether a node is a link in a link, which is text. */
function isNestedLink(child: Nodes, parent: Nodes): boolean {
  return isLink(child) && isLink(parent);
}

function isLink(node: Nodes): node is Link | LinkReference {
  return node.type === 'link' || node.type === 'linkReference';
}

/** Returns a heading's text without the most common markup. */
export function removeCommonMarkup(text: string): string {
  const words = replaceLinks(text, '!?[', (inner) => inner);
  return words.slice(0, findAttributesAtEnd(words)).replace(/[*`]/g, '').trim();
}

/** Returns the offset of an attribute list at the end of a text, `{#id}` or `{: .class}`, or the end. */
function findAttributesAtEnd(text: string): number {
  if (!text.endsWith('}')) return text.length;
  const opening = /\{:?[.#]/g;
  opening.lastIndex = text.lastIndexOf('}', text.length - 2) + 1;
  return opening.exec(text)?.index ?? text.length;
}
