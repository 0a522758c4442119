import type { SyntaxNode } from '@lezer/common';
import { Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { blankOut } from '../../../syntax/templates/tags.ts';
import type { Range } from '../../../text/range.ts';
import { matchAt } from '../../../text/scan.ts';

/** A parsed program, with the places in it where its literals are looked for. */
export interface Program {
  readonly text: string;
  /** What the module exports by default, the last time it does; undefined for nothing. */
  readonly exported: SyntaxNode | undefined;
  /** The value of each `const`; undefined for a name that is declared more than once. */
  readonly constants: ReadonlyMap<string, SyntaxNode | undefined>;
  /** The arguments of each call by the name of what is called, in the order of the text. */
  readonly calls: ReadonlyMap<string, readonly SyntaxNode[]>;
}

/** Longer programs are no configuration; mending takes the square of the length, so broken ones are read up to a shorter one. UTF-16 code units. */
const maxLength = 100_000;
const maxBrokenLength = 10_000;
/** More brackets in one another than any configuration has. */
const maxDepth = 200;

const tolerantParser = parser.configure({ dialect: 'ts' });
const strictParser = tolerantParser.configure({ strict: true });

/** The parts of a JavaScript or TypeScript program. Any text is accepted; one that cannot be read has none. */
export function parseProgram(text: string): Program {
  const constants = new Map<string, SyntaxNode | undefined>();
  const calls = new Map<string, SyntaxNode[]>();
  let exported: SyntaxNode | undefined;
  parseTree(blankImportAttributes(text)).iterate({
    enter: (at) => {
      if (at.name === 'ExportDeclaration' || at.name === 'AssignmentExpression')
        exported = getDefaultExport(at.node, text) ?? exported;
      else if (at.name === 'VariableDeclaration')
        for (const [name, value] of readDeclarations(at.node, text))
          constants.set(name, constants.has(name) ? undefined : value);
      else if (at.name === 'ArgList') addCall(at.node, text, calls);
    },
  });
  return { text, exported, constants, calls };
}

/** The text with blanks for `with { type: 'json' }` behind imports, which the parser does not know (1.5.6). */
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
  try {
    return strictParser.parse(text);
  } catch {
    return text.length > maxBrokenLength ? Tree.empty : tolerantParser.parse(text);
  }
}

/** Counts brackets that stay open, those in texts too. */
function isNestedTooDeeply(text: string): boolean {
  let open = 0;
  for (const { 0: bracket } of text.matchAll(/[()[\]{}]/g)) {
    if ('([{'.includes(bracket)) open++;
    else if (open > 0) open--;
    if (open > maxDepth) return true;
  }
  return false;
}

/** The nodes in a node, without comments. */
export function getChildren(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let part = node.firstChild; part; part = part.nextSibling)
    if (part.name !== 'LineComment' && part.name !== 'BlockComment') found.push(part);
  return found;
}

/** The part after the first one with a name; undefined for none. */
export function getChildAfter(name: string, all: readonly SyntaxNode[]): SyntaxNode | undefined {
  const at = all.findIndex((part) => part.name === name);
  return at < 0 ? undefined : all[at + 1];
}

/** What `export default` or `module.exports =` exports. */
function getDefaultExport(node: SyntaxNode, text: string): SyntaxNode | undefined {
  const all = getChildren(node);
  if (node.name === 'ExportDeclaration') return getChildAfter('default', all);
  const [target] = all;
  return target && /^module\s*\.\s*exports$/.test(text.slice(target.from, Math.min(target.to, target.from + 100)))
    ? getChildAfter('Equals', all)
    : undefined;
}

/** Names and values of a `const` declaration; those taken out of an object or a list have none. */
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

/** Notes the arguments of `a.b.c(…)` under `c`. */
function addCall(list: SyntaxNode, text: string, calls: Map<string, SyntaxNode[]>): void {
  const called = list.parent?.name === 'CallExpression' ? list.parent.firstChild : null;
  const name = called?.name === 'MemberExpression' ? called.lastChild : called;
  if (name?.name !== 'VariableName' && name?.name !== 'PropertyName') return;
  const key = text.slice(name.from, name.to);
  const known = calls.get(key);
  if (known) known.push(list);
  else calls.set(key, [list]);
}
