import type { SyntaxNode } from '@lezer/common';
import { Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { blankOut } from '../../../syntax/templates/replaceRanges.ts';
import type { Range } from '../../../text/range.ts';
import { findLineEnd, matchAt } from '../../../text/scan.ts';

/** A parsed program with the syntax nodes of its literals. */
export interface Program {
  readonly text: string;
  readonly tree: Tree;
  /** The last default export of the module; undefined for none. */
  readonly exported: SyntaxNode | undefined;
  /** The value of each `const`; undefined for a name that is declared more than once. */
  readonly constants: ReadonlyMap<string, SyntaxNode | undefined>;
  /** The argument lists of calls and of `new` by the name of the function, method or class, in the order of the text. */
  readonly calls: ReadonlyMap<string, readonly SyntaxNode[]>;
}

/** Longer programs are no configuration. Error recovery is quadratic, so the limit for programs with errors is lower. UTF-16 code units. */
const maxLength = 100_000;
const maxBrokenLength = 10_000;
/** Lines of a long program that may be left out since the parser does not know what is written there. */
const maxUnknownLines = 10;
/** More nested brackets than any configuration has. */
const maxDepth = 200;

const tolerantParser = parser.configure({ dialect: 'ts' });
const strictParser = tolerantParser.configure({ strict: true });

/** Parses a JavaScript or TypeScript program. Never throws: a text that cannot be parsed has no exports, constants and calls. */
export function parseProgram(text: string): Program {
  const constants = new Map<string, SyntaxNode | undefined>();
  const calls = new Map<string, SyntaxNode[]>();
  let exported: SyntaxNode | undefined;
  const tree = parseTree(blankImportAttributes(text));
  tree.iterate({
    enter: (at) => {
      if (at.name === 'ExportDeclaration' || at.name === 'AssignmentExpression')
        exported = getDefaultExport(at.node, text) ?? exported;
      else if (at.name === 'VariableDeclaration')
        for (const [name, value] of readDeclarations(at.node, text))
          constants.set(name, constants.has(name) ? undefined : value);
      else if (at.name === 'ArgList') addCall(at.node, text, calls);
    },
  });
  return { text, tree, exported, constants, calls };
}

/** Replaces `with { type: 'json' }` after imports by blanks, since the parser (1.5.6) does not know it. */
function blankImportAttributes(text: string): string {
  const found: Range[] = [];
  for (const { 0: from, index } of text.matchAll(/\bfrom\s*/g)) {
    const [whole = '', source = ''] = matchAt(text, index + from.length, sourceWithAttributes) ?? [];
    const start = index + from.length + source.length;
    found.push({ start, end: start + whole.length - source.length });
  }
  return blankOut(text, found);
}

const sourceWithAttributes = /((?:'[^'\n]*'|"[^"\n]*")\s*)(?:with|assert)\s*\{[^{}]*\}/y;

function parseTree(text: string): Tree {
  if (text.length > maxLength || isNestedTooDeeply(text)) return Tree.empty;
  const tree = parseStrictly(text);
  if (typeof tree !== 'number') return tree;
  return text.length > maxBrokenLength ? parseWithoutLines(text, tree) : tolerantParser.parse(text);
}

/** Parses a program without errors; gives the offset of the first error where there is one. */
function parseStrictly(text: string): Tree | number {
  try {
    return strictParser.parse(text);
  } catch (error) {
    return Number(/ at (\d+)$/.exec(error instanceof Error ? error.message : '')?.[1] ?? 0);
  }
}

/** Parses a program with the lines left out that the parser does not know: `[a[0], a[1]] = [a[1], a[0]];`. */
function parseWithoutLines(text: string, errorAt: number): Tree {
  let rest = text;
  let found: Tree | number = errorAt;
  for (let count = 0; typeof found === 'number' && count < maxUnknownLines; count++) {
    const start = rest.lastIndexOf('\n', found - 1) + 1;
    const without = blankOut(rest, [{ start, end: findLineEnd(rest, start) }]);
    if (without === rest) break;
    rest = without;
    found = parseStrictly(rest);
  }
  return typeof found === 'number' ? Tree.empty : found;
}

/** Whether too many brackets are open at once; those in strings count too. */
function isNestedTooDeeply(text: string): boolean {
  let open = 0;
  for (const { 0: bracket } of text.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(bracket)) open++;
    else if (open > 0) open--;
    if (open > maxDepth) return true;
  }
  return false;
}

/** Returns the child nodes of a node, without comments. */
export function getChildren(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let part = node.firstChild; part; part = part.nextSibling)
    if (part.name !== 'LineComment' && part.name !== 'BlockComment') found.push(part);
  return found;
}

/** Returns the node after the first one with a name; undefined for none. */
export function getChildAfter(name: string, all: readonly SyntaxNode[]): SyntaxNode | undefined {
  const at = all.findIndex((part) => part.name === name);
  return at < 0 ? undefined : all[at + 1];
}

/** Returns the expression that `export default` or `module.exports =` exports. */
function getDefaultExport(node: SyntaxNode, text: string): SyntaxNode | undefined {
  const all = getChildren(node);
  if (node.name === 'ExportDeclaration') return getChildAfter('default', all);
  const [target] = all;
  return target && /^module\s*\.\s*exports$/.test(text.slice(target.from, Math.min(target.to, target.from + 100)))
    ? getChildAfter('Equals', all)
    : undefined;
}

/** Returns the names and values of a `const` declaration; destructured names are left out. */
function readDeclarations(node: SyntaxNode, text: string): (readonly [string, SyntaxNode])[] {
  const all = getChildren(node);
  if (all[0]?.name !== 'const') return [];
  const found: (readonly [string, SyntaxNode])[] = [];
  let name: string | undefined;
  for (const [at, part] of all.entries()) {
    const value = all[at + 1];
    if (part.name === 'VariableDefinition') name = text.slice(part.from, part.to);
    else if (part.name === ',') name = undefined;
    else if (part.name === 'Equals' && name !== undefined && value) found.push([name, value]);
  }
  return found;
}

/** Adds the arguments of `a.b.c(…)` under `c`. */
function addCall(list: SyntaxNode, text: string, calls: Map<string, SyntaxNode[]>): void {
  const call = list.parent;
  const called =
    call?.name === 'NewExpression' ? call.getChild('VariableName') : call?.name === 'CallExpression' && call.firstChild;
  const name = called && called.name === 'MemberExpression' ? called.lastChild : called;
  if (!name || (name.name !== 'VariableName' && name.name !== 'PropertyName')) return;
  const key = text.slice(name.from, name.to);
  const existing = calls.get(key);
  if (existing) existing.push(list);
  else calls.set(key, [list]);
}
