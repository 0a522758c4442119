import type { Element, Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import type { Definition, FootnoteDefinition, Nodes as MdastNodes, Root as MdastRoot, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Dialect } from '../dialects/dialect.ts';
import { foldLabel } from '../dialects/labels.ts';
import { anchor, freeAnchor } from '../syntax/anchor.ts';
import { unmarkedCuts } from '../syntax/chunks.ts';
import { attributeLists } from '../syntax/neutral.ts';
import { parserOf } from '../syntax/parser.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { longestBody } from '../syntax/syntax.ts';
import { applyEdits } from '../text/edit.ts';
import { sanitized } from './sanitize.ts';
import { shownTemplates } from './templates.ts';

/**
 * A post's body as safe HTML. Blocks carry `data-line`, the line of the document they come from (from 0); images carry
 * `data-src` instead of `src`, and inline styles `data-style`, for the page to apply as its policy allows.
 */
export function toPreviewHtml(syntax: Syntax): string {
  if (syntax.text.length > longestBody) return '<p>This post is too long for a preview.</p>';
  const { text, values } = shownTemplates(syntax);
  const tree = parsed(applyEdits(text, attributeLists(text, syntax.dialect).map((range) => ({ range, newText: '' }))), syntax);
  withoutLosers(tree, syntax.dialect);
  const html = toHast(tree, { allowDangerousHtml: true, clobberPrefix: '', footnoteLabel: 'Notes' }) as Root;
  const ids = new Map<string, number>();
  numberLines(html, ids);
  const whole = raw(html) as Root;
  prepare(whole, values);
  return toHtml(sanitized(whole));
}

/** The whole tree; positions count the lines of the text. */
function parsed(text: string, syntax: Syntax): MdastRoot {
  const parse = parserOf(syntax.dialect);
  const defined = definedLabels(syntax);
  const starts = [0, ...unmarkedCuts(text, syntax.dialect)];
  const children = starts.flatMap((start, index) => {
    const piece = parse(text.slice(start, starts[index + 1]), defined);
    moveLines(piece, text.slice(0, start).split('\n').length - 1);
    return piece.children;
  });
  return { type: 'root', children };
}

function moveLines(node: MdastNodes, by: number): void {
  if (by === 0) return;
  if (node.position) node.position.start.line += by;
  if ('children' in node) for (const child of node.children) moveLines(child, by);
}

function definedLabels(syntax: Syntax): { link(identifier: string): boolean; footnote(identifier: string): boolean } {
  const links = new Set([...syntax.definitions.values()].map(([first]) => foldLabel(first!.label)));
  const notes = new Set([...syntax.notes.values()].map(([first]) => foldLabel(first!.label)));
  return { link: (identifier) => links.has(identifier), footnote: (identifier) => notes.has(identifier) };
}

/** Takes out the definitions and notes that this dialect does not use, so that what is left is what counts. */
function withoutLosers(tree: MdastRoot, dialect: Dialect): void {
  const last = new Map<string, Definition | FootnoteDefinition>();
  const wins = { definition: dialect.definitionWins, footnoteDefinition: dialect.footnoteWins };
  const visit = (nodes: RootContent[], act: (node: Definition | FootnoteDefinition) => boolean): void => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index]!;
      if ((node.type === 'definition' || node.type === 'footnoteDefinition') && act(node)) nodes.splice(index, 1);
      else if ('children' in node) visit(node.children as RootContent[], act);
    }
  };
  visit(tree.children, (node) => {
    if (wins[node.type] === 'last' && last.has(key(node))) return true;
    last.set(key(node), node);
    return false;
  });
}

function key(node: Definition | FootnoteDefinition): string {
  return `${node.type} ${node.identifier}`;
}

/** Elements a writer can point at: each gets the line it starts on. */
const blocks = new Set('p h1 h2 h3 h4 h5 h6 li pre blockquote table tr hr div figure dl dt dd details section'.split(' '));

function numberLines(node: Nodes, ids: Map<string, number>): void {
  if (node.type === 'element' && blocks.has(node.tagName) && node.position) node.properties['dataLine'] = String(node.position.start.line - 1);
  if (node.type === 'element' && /^h[1-6]$/.test(node.tagName) && node.properties['id'] === undefined) node.properties['id'] = freeAnchor(anchor(toText(node)), ids);
  if ('children' in node) for (const child of node.children) numberLines(child, ids);
}

/** Moves what would load or be refused by the page's policy into data attributes, and puts template values in place. */
function prepare(node: Nodes, values: readonly Element[]): void {
  if (node.type === 'element') {
    const { properties } = node;
    if (typeof properties['style'] === 'string') properties['dataStyle'] = properties['style'];
    if (node.tagName === 'img' && typeof properties['src'] === 'string') {
      properties['dataSrc'] = withoutTokens(properties['src'], values);
      delete properties['src'];
    }
    for (const name of ['href', 'alt', 'title']) {
      const value = properties[name];
      if (typeof value === 'string') properties[name] = withoutTokens(value, values);
    }
  }
  if (!('children' in node)) return;
  const children = node.children as Nodes[];
  for (let index = children.length - 1; index >= 0; index--) {
    const child = children[index]!;
    if (child.type === 'text' && child.value.includes(tokenStart)) children.splice(index, 1, ...split(child.value, values));
    else prepare(child, values);
  }
}

/** Stand-ins for template parts: private-use characters around a number, see templates.ts. */
const tokenStart = '\uE000';
const token = /(?:\uE000|%EE%80%80)(\d+)(?:\uE001|%EE%80%81)/;

function split(text: string, values: readonly Element[]): Nodes[] {
  return text.split(new RegExp(token, 'g')).flatMap((part, index): Nodes[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
    const value = values[Number(part)];
    return value ? [structuredCopy(value)] : [];
  });
}

function structuredCopy(element: Element): Element {
  return { ...element, properties: { ...element.properties }, children: [...element.children] };
}

/** An attribute with the values that are known in place; the others are left out. */
function withoutTokens(text: string, values: readonly Element[]): string {
  return text.replace(new RegExp(token, 'g'), (_all, number: string) => {
    const value = values[Number(number)];
    const [child] = value?.children ?? [];
    return child?.type === 'text' && value?.properties['className'] === undefined ? child.value : '';
  });
}
