import type { Heading, InlineCode, Nodes as MdastNodes, Paragraph, RootContent } from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import { rangeOfNode } from '../../syntax/parse/collect.ts';
import type { Placeholder } from '../replacement/previewSource.ts';
import { onlyPlaceholdersPattern, placeholderPattern, stripMarks } from '../replacement/previewSource.ts';
import { removeClosingSequence } from '../../syntax/structure/headings.ts';

/** An opening or closing HTML tag, its name in lower case. */
export interface HtmlTag {
  readonly name: string;
  readonly isClosing: boolean;
}

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Replaces placeholders in a tree by HTML, and in code by their source, and collects the tags of all HTML. */
export class PlaceholderExpansion {
  constructor(
    private readonly text: string,
    private readonly placeholders: readonly Placeholder[],
    private readonly tags: HtmlTag[],
    private readonly dialect: Dialect,
  ) {}

  expand(node: MdastNodes): void {
    if (node.type === 'code') node.value = restoreSources(node.value, this.placeholders);
    else if (node.type === 'inlineCode') this.expandInlineCode(node);
    else if (node.type === 'html') this.collectTags(node.value);
    else if (node.type === 'heading' && /^(?:source|Markdown)$/.test(this.dialect.rendering.headingIdSource))
      this.keepHeadingSource(node);
    if (!('children' in node)) return;
    const children = node.children as RootContent[];
    if (this.dialect.html.kind === 'content model' && node.type === 'paragraph') this.expandRawSpans(node, children);
    if (this.dialect.links.spacedReferences !== 'none') joinSpacedReferences(children);
    for (let index = 0; index < children.length; index++) {
      const expanded = expandPlaceholders(children[index]!, this.placeholders);
      if (expanded) children.splice(index, 1, ...expanded);
      const child = children[index];
      if (child) this.expand(child);
    }
    if (this.dialect.rendering.hardLineBreaks) insertBreaks(children);
  }

  private collectTags(html: string): void {
    for (const [tag, slash, name, rest] of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^>]*)>?/g)) {
      if (tag.endsWith('>') && !voidTags.has(name!.toLowerCase()) && !rest!.endsWith('/'))
        this.tags.push({ name: name!.toLowerCase(), isClosing: slash !== '' });
    }
  }

  /** Strips a space at each end of code; the parser strips only where there are spaces at both. */
  private expandInlineCode(node: InlineCode): void {
    node.value = restoreSources(node.value, this.placeholders);
    if (this.dialect.spans.codeSpaces === 'each' && this.text[rangeOfNode(node).start + 1] === '`')
      node.value = node.value.replace(/^ /, '').replace(/ $/, '');
  }

  /** What follows a tag whose content is raw is no Markdown, up to its end or that of the paragraph. */
  private expandRawSpans(paragraph: Paragraph, children: RootContent[]): void {
    const { elements } = this.dialect.html;
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!;
      const name =
        child.type === 'html'
          ? /^<([a-zA-Z][\w-]*)(?:[^\w>-][^>]*)?>$/.exec(child.value)?.[1]?.toLowerCase()
          : undefined;
      if (name === undefined || voidTags.has(name) || elements.isBlock(name) || elements.spanContent(name) === 'span')
        continue;
      const closing = children.findIndex(
        (other, at) => at > index && other.type === 'html' && other.value.toLowerCase() === `</${name}>`,
      );
      const end = closing < 0 ? children.length : closing;
      const range = {
        start: rangeOfNode(child).end,
        end: closing < 0 ? rangeOfNode(paragraph).end : rangeOfNode(children[closing]!).start,
      };
      if (range.start < range.end)
        children.splice(index + 1, end - index - 1, { type: 'html', value: this.text.slice(range.start, range.end) });
      index++;
    }
  }

  private keepHeadingSource(node: Heading): void {
    const { start, end } = rangeOfNode(node);
    const lines = this.text.slice(start, end).trimEnd().split('\n');
    const last = lines.length > 1 ? lines.at(-2)! : removeClosingSequence(lines[0]!).replace(/^ {0,3}#+/, '');
    node.data = { ...node.data, hProperties: { dataAnchor: last.replace(/\{[#.][^{}]*\}[ \t]*$/, '').trim() } };
  }
}

/** Replaces each line ending in a text by a break. */
function insertBreaks(children: RootContent[]): void {
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index]!;
    if (child.type !== 'text' || !child.value.includes('\n')) continue;
    const lines = child.value.split('\n').map((value): RootContent => ({ type: 'text', value }));
    children.splice(index, 1, ...lines.flatMap((line, at) => (at === 0 ? [line] : [{ type: 'break' as const }, line])));
  }
}

/** `[text] [label]` is one reference: the first is its text, whether or not it is defined itself, the second its label. */
function joinSpacedReferences(children: RootContent[]): void {
  for (let index = 0; index + 1 < children.length; index++) {
    const [text, label] = [children[index]!, children[index + 1]!];
    if (text.type !== 'text' || label.type !== 'linkReference' || label.referenceType !== 'shortcut') continue;
    const previous = children[index - 1];
    const isDefined =
      /^[ \t]*(?:\n[ \t]*)?$/.test(text.value) &&
      previous?.type === 'linkReference' &&
      previous.referenceType === 'shortcut';
    const textMatch = isDefined ? undefined : /\[([^[\]]+)\][ \t]*(?:\n[ \t]*)?$/.exec(text.value);
    if (isDefined) children.splice(--index, 3, { ...label, children: previous.children });
    else if (textMatch) {
      text.value = text.value.slice(0, textMatch.index);
      children[index + 1] = { ...label, children: [{ type: 'text', value: textMatch[1]! }] };
    }
  }
}

/** A paragraph of HTML blocks only becomes the blocks; HTML in a text becomes a node of its own. */
function expandPlaceholders(node: RootContent, placeholders: readonly Placeholder[]): RootContent[] | undefined {
  if (node.type === 'paragraph') {
    const [child] = node.children;
    if (node.children.length !== 1 || child?.type !== 'text' || !onlyPlaceholdersPattern.test(child.value))
      return undefined;
    const found = [...child.value.matchAll(placeholderPattern)].map(([, number]) => placeholders[Number(number)]);
    if (!found.every((placeholder) => placeholder?.kind === 'html')) return undefined;
    return found.map((placeholder) => ({
      type: 'html',
      value: placeholder?.kind === 'html' ? placeholder.html : '',
      ...(node.position && { position: node.position }),
    }));
  }
  if (node.type !== 'text') return undefined;
  node.value = node.value.replaceAll('\uE002', '');
  if (!node.value.includes('\uE000')) return undefined;
  const parts = node.value.split(placeholderPattern);
  if (!parts.some((part, index) => index % 2 === 1 && placeholders[Number(part)]?.kind === 'html')) return undefined;
  return parts.flatMap((part, index): RootContent[] => {
    const placeholder = index % 2 === 1 ? placeholders[Number(part)] : undefined;
    if (placeholder?.kind === 'html') return [{ type: 'html', value: placeholder.html }];
    const value = index % 2 === 1 ? `\uE000${part}\uE001` : part;
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

/** What the author wrote, in code, where Markdown's dialects do not reach; template values stay placeholders. */
function restoreSources(text: string, placeholders: readonly Placeholder[]): string {
  return text.replaceAll('\uE002', '').replace(placeholderPattern, (all, number: string) => {
    const placeholder = placeholders[Number(number)];
    const source = placeholder?.source ?? (placeholder?.kind === 'html' ? placeholder.html : undefined);
    return source === undefined ? all : stripMarks(source);
  });
}
