import type {
  Definition,
  FootnoteDefinition,
  Heading,
  InlineCode,
  Nodes as MdastNodes,
  Paragraph,
  Root as MdastRoot,
  RootContent,
} from 'mdast';
import type { Dialect } from '../../dialects/dialect.ts';
import type { Defined } from '../../syntax/parse/assumeDefined.ts';
import { cuts, unmarkedCuts } from '../../syntax/parse/chunks.ts';
import { rangeOf } from '../../syntax/parse/collect.ts';
import type { Draft, StandIn } from '../source.ts';
import { onlyStandIns, standInPattern, withoutMarks } from '../source.ts';
import { readerOf } from './parser.ts';

/** A piece of a draft that can be read by itself. */
export interface Piece {
  /** What decides how it reads: its text and the HTML in it. */
  readonly key: string;
  /** The draft's line (from 0) it starts on; lines in the tree count from the piece. */
  readonly firstLine: number;
  readonly root: MdastRoot;
  /** Opening and closing tags, in order. */
  readonly tags: readonly Tag[];
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
}

type Read = Pick<Piece, 'root' | 'tags'> & { readonly closed: boolean };

/** What was read for one set of defined labels, to be used again for the next version of the post. */
export class PieceReader {
  private known = new Map<string, Read>();
  private used = new Map<string, Read>();

  constructor(
    private readonly dialect: Dialect,
    private readonly defined: Defined,
  ) {}

  /** The draft in pieces; what the last draft held too is not parsed again. */
  read(draft: Draft): Piece[] {
    const { text } = draft;
    const starts = cuts(text, this.dialect).filter((at) => at === 0 || !isTied(text, at, draft.standIns));
    const forced = new Set(unmarkedCuts(text, this.dialect));
    const pieces: Piece[] = [];
    let line = 0;
    for (let index = 0; index < starts.length;) {
      for (let taken = 1; ; taken *= 2) {
        const end = starts[index + taken] ?? text.length;
        const part = text.slice(starts[index], end);
        const key = keyOf(part, draft.standIns);
        const read = this.readPart(key, part, draft.standIns);
        if (!read.closed && end !== text.length && !forced.has(end)) continue;
        pieces.push({ key, firstLine: line, root: read.root, tags: read.tags });
        line += part.split('\n').length - 1;
        index += Math.min(taken, starts.length - index);
        break;
      }
    }
    this.known = this.used;
    this.used = new Map();
    return pieces;
  }

  private readPart(key: string, part: string, standIns: readonly StandIn[]): Read {
    let read = this.known.get(key) ?? this.used.get(key);
    if (!read) {
      const root = readerOf(this.dialect)(`${part}\n\n${sentinel}`, this.defined);
      const last = root.children.at(-1);
      const closed = last?.type === 'paragraph' && rangeOf(last).start === part.length + 2;
      if (closed) root.children.pop();
      const whole = closed ? root : readerOf(this.dialect)(part, this.defined);
      const tags: Tag[] = [];
      new Expansion(part, standIns, tags, this.dialect).expand(whole);
      read = { root: whole, tags, closed };
    }
    this.used.set(key, read);
    return read;
  }
}

/** Whether what starts here belongs to what stands above: an item to its list, a definition to its term, attributes to a block. */
function isTied(text: string, at: number, standIns: readonly StandIn[]): boolean {
  if (/^(?::|[-+*]|\d{1,9}[.)])(?:[ \t]|$)/m.test(text.slice(at, at + 11))) return true;
  const attributesOf = (number: string | undefined): string | undefined => {
    const stand = standIns[Number(number)];
    return stand?.kind === 'attributes' ? stand.of : undefined;
  };
  if (text[at] === '\uE000' && attributesOf(/^\uE000(\d+)/.exec(text.slice(at, at + 20))?.[1]) === 'before')
    return true;
  const above = text.slice(Math.max(0, at - 80), at).trimEnd();
  return above.endsWith('\uE001') && attributesOf(/(\d+)\uE001$/.exec(above)?.[1]) === 'behind';
}

/** A word behind the piece: where it does not come out as a paragraph, a fence or HTML block is still open. */
const sentinel = 'galley';

/** Stand-ins are numbered through the post: their content instead of their number keeps a piece the same. */
function keyOf(text: string, standIns: readonly StandIn[]): string {
  if (!text.includes('\uE000')) return text;
  return text.replace(standInPattern, (all, number: string) => {
    const stand = standIns[Number(number)];
    if (stand?.kind === 'html') return `\uE000${stand.html}\uE001`;
    return stand?.kind === 'attributes' ? `\uE000${all}${stand.source ?? ''}\uE001` : all;
  });
}

const voidTags = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Puts HTML and what stands in code into a tree where stand-ins are, and collects the tags of all HTML. */
class Expansion {
  constructor(
    private readonly text: string,
    private readonly standIns: readonly StandIn[],
    private readonly tags: Tag[],
    private readonly dialect: Dialect,
  ) {}

  expand(node: MdastNodes): void {
    if (node.type === 'code') node.value = withSources(node.value, this.standIns);
    else if (node.type === 'inlineCode') this.inlineCode(node);
    else if (node.type === 'html') this.tagsOf(node.value);
    else if (node.type === 'heading' && this.dialect.rendering.headingIdSource === 'source') this.heading(node);
    if (!('children' in node)) return;
    const children = node.children as RootContent[];
    if (this.dialect.html.kind === 'content model' && node.type === 'paragraph') this.rawSpan(node, children);
    if (this.dialect.links.spacedReferences) pairReferences(children);
    for (let index = 0; index < children.length; index++) {
      const made = expanded(children[index]!, this.standIns);
      if (made) children.splice(index, 1, ...made);
      const child = children[index];
      if (child) this.expand(child);
    }
  }

  private tagsOf(html: string): void {
    for (const [, slash, name, rest] of html.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^>]*)>/g)) {
      if (!voidTags.has(name!.toLowerCase()) && !rest!.endsWith('/'))
        this.tags.push({ name: name!.toLowerCase(), closes: slash !== '' });
    }
  }

  /** The parser takes spaces away where there are some at both sides. */
  private inlineCode(node: InlineCode): void {
    node.value = withSources(node.value, this.standIns);
    if (this.dialect.spans.codeSpaces === 'each' && this.text[rangeOf(node).start + 1] === '`')
      node.value = node.value.replace(/^ /, '').replace(/ $/, '');
  }

  /** What follows a tag whose content is raw is no Markdown, up to its end or that of the paragraph. */
  private rawSpan(paragraph: Paragraph, children: RootContent[]): void {
    const { elements } = this.dialect.html;
    for (let index = 0; index < children.length; index++) {
      const child = children[index]!;
      const name =
        child.type === 'html' ? /^<([a-zA-Z][\w-]*)[^>]*[^/>]?>$/.exec(child.value)?.[1]?.toLowerCase() : undefined;
      if (name === undefined || voidTags.has(name) || elements.isBlock(name) || elements.spanContent(name) === 'span')
        continue;
      const closing = children.findIndex(
        (other, at) => at > index && other.type === 'html' && other.value.toLowerCase() === `</${name}>`,
      );
      const end = closing < 0 ? children.length : closing;
      const range = {
        start: rangeOf(child).end,
        end: closing < 0 ? rangeOf(paragraph).end : rangeOf(children[closing]!).start,
      };
      if (range.start < range.end)
        children.splice(index + 1, end - index - 1, { type: 'html', value: this.text.slice(range.start, range.end) });
      index++;
    }
  }

  private heading(node: Heading): void {
    const { start, end } = rangeOf(node);
    const lines = this.text.slice(start, end).trimEnd().split('\n');
    const last = lines.length > 1 ? lines.at(-2)! : lines[0]!.replace(/^ {0,3}#+[ \t]*|[ \t]+#+$/g, '');
    node.data = { ...node.data, hProperties: { dataAnchor: last.replace(/[ \t]*\{[#.][^{}]*\}[ \t]*$/, '').trim() } };
  }
}

/** `[text] [label]` is one reference: the first is its text, whether or not it is defined itself, the second its label. */
function pairReferences(children: RootContent[]): void {
  for (let index = 0; index + 1 < children.length; index++) {
    const [text, label] = [children[index]!, children[index + 1]!];
    if (text.type !== 'text' || label.type !== 'linkReference' || label.referenceType !== 'shortcut') continue;
    const before = children[index - 1];
    const isDefined =
      /^[ \t]*\n?[ \t]*$/.test(text.value) && before?.type === 'linkReference' && before.referenceType === 'shortcut';
    const written = isDefined ? undefined : /\[([^[\]]+)\][ \t]*\n?[ \t]*$/.exec(text.value);
    if (isDefined) children.splice(--index, 3, { ...label, children: before.children });
    else if (written) {
      text.value = text.value.slice(0, written.index);
      children[index + 1] = { ...label, children: [{ type: 'text', value: written[1]! }] };
    }
  }
}

/** A paragraph of HTML blocks only becomes the blocks; HTML in a text becomes a node of its own. */
function expanded(node: RootContent, standIns: readonly StandIn[]): RootContent[] | undefined {
  if (node.type === 'paragraph') {
    const [only] = node.children;
    if (node.children.length !== 1 || only?.type !== 'text' || !onlyStandIns.test(only.value)) return undefined;
    const stands = [...only.value.matchAll(standInPattern)].map(([, number]) => standIns[Number(number)]);
    if (!stands.every((stand) => stand?.kind === 'html')) return undefined;
    return stands.map((stand) => ({
      type: 'html',
      value: stand?.kind === 'html' ? stand.html : '',
      ...(node.position && { position: node.position }),
    }));
  }
  if (node.type !== 'text') return undefined;
  node.value = node.value.replaceAll('\uE002', '');
  if (!node.value.includes('\uE000')) return undefined;
  const parts = node.value.split(standInPattern);
  if (!parts.some((part, index) => index % 2 === 1 && standIns[Number(part)]?.kind === 'html')) return undefined;
  return parts.flatMap((part, index): RootContent[] => {
    const stand = index % 2 === 1 ? standIns[Number(part)] : undefined;
    if (stand?.kind === 'html') return [{ type: 'html', value: stand.html }];
    const value = index % 2 === 1 ? `\uE000${part}\uE001` : part;
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

/** What the author wrote, in code, where Markdown's dialects do not reach; template values stay stand-ins. */
function withSources(text: string, standIns: readonly StandIn[]): string {
  return text.replaceAll('\uE002', '').replace(standInPattern, (all, number: string) => {
    const stand = standIns[Number(number)];
    const source = stand?.source ?? (stand?.kind === 'html' ? stand.html : undefined);
    return source === undefined ? all : withoutMarks(source);
  });
}

/** The definitions that count, of all pieces. */
export function definitionsOf(pieces: readonly Piece[], dialect: Dialect): Definition[] {
  const found = new Map<string, Definition>();
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'definition') {
        if (dialect.links.definitionWins === 'last' || !found.has(node.identifier)) found.set(node.identifier, node);
      } else if (
        node.type === 'blockquote' ||
        node.type === 'list' ||
        node.type === 'listItem' ||
        node.type === 'footnoteDefinition'
      )
        visit(node.children);
    }
  };
  for (const { root } of pieces) visit(root.children);
  return [...found.values()];
}

/** A note's identifier as the dialect compares them. */
export function noteKey(
  node: Pick<FootnoteDefinition, 'identifier'> & { readonly label?: string | null | undefined },
  dialect: Dialect,
): string {
  return dialect.footnotes.normalizeLabel(node.label ?? node.identifier) ?? node.identifier;
}
