import type { SyntaxNode } from '@lezer/common';
import type { Program } from './program.ts';
import { parseString } from './scalars.ts';

/**
 * Returns the specifiers of modules whose code may change what functions with these names do: something of the module is
 * passed to one of them, or is called itself. Of `import a from './a.js'; md.use(a)` and `use`, `./a.js`.
 */
export function findUsedModules({ tree, text }: Program, functions: ReadonlySet<string>): string[] {
  const specifiers = new Map<string, string>();
  const used = new Set<string>();
  const names: SyntaxNode[] = [];
  tree.iterate({
    enter: ({ node }) => {
      const specifier = getSpecifier(node, text);
      if (specifier !== undefined) {
        for (const name of getNames(node)) specifiers.set(text.slice(name.from, name.to), specifier);
        if (isUsed(node, functions, text)) used.add(specifier);
      } else if (node.name === 'VariableName') names.push(node);
    },
  });
  for (const name of names) {
    const specifier = specifiers.get(text.slice(name.from, name.to));
    if (specifier !== undefined && !used.has(specifier) && isUsed(name, functions, text)) used.add(specifier);
  }
  return [...used];
}

/** Returns what an import declaration, `import('x')` or `require('x')` names; undefined for any other node. */
function getSpecifier(node: SyntaxNode, text: string): string | undefined {
  const { firstChild } = node;
  const isRequire =
    node.name === 'CallExpression' && firstChild !== null && text.slice(firstChild.from, firstChild.to) === 'require';
  if (!isRequire && node.name !== 'ImportDeclaration' && node.name !== 'DynamicImport') return undefined;
  const written = (isRequire ? node.getChild('ArgList') : node)?.getChild('String');
  return written ? parseString(text.slice(written.from, written.to)) : undefined;
}

/** Returns the names that an import or a declaration gives to what it takes from a module. */
function getNames(node: SyntaxNode): SyntaxNode[] {
  const names: SyntaxNode[] = [];
  const declaration = node.name === 'ImportDeclaration' ? node : getDeclaration(node);
  declaration?.cursor().iterate((at) => {
    if (at.name === 'VariableDefinition') names.push(at.node);
    return at.name !== 'ArgList' && at.name !== 'Block';
  });
  return names;
}

/** Returns the declaration of `const a = await import('x')` and `const { a } = require('x').b`. */
function getDeclaration(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | null = node.parent;
  while (
    at &&
    (at.name === 'AwaitExpression' || at.name === 'MemberExpression' || at.name === 'ParenthesizedExpression')
  )
    at = at.parent;
  return at?.name === 'VariableDeclaration' ? at : undefined;
}

/** Whether an expression is called, itself or a member of it, or is in the arguments of one of the functions. */
function isUsed(node: SyntaxNode, functions: ReadonlySet<string>, text: string): boolean {
  let inner = node;
  let isMemberOfNode = true;
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.name === 'CallExpression' || outer.name === 'NewExpression') {
      if (inner.name === 'ArgList' ? functions.has(getCalledName(outer, text)) : isMemberOfNode) return true;
    }
    isMemberOfNode &&= outer.name === 'MemberExpression' || outer.name === 'ParenthesizedExpression';
    inner = outer;
  }
  return false;
}

function getCalledName(call: SyntaxNode, text: string): string {
  const called = call.firstChild;
  const name = called?.name === 'MemberExpression' ? called.lastChild : called;
  return name ? text.slice(name.from, name.to) : '';
}
