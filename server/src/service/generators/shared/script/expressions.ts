import type { SyntaxNode } from '@lezer/common';
import { getChildren } from './program.ts';

/** Returns an expression without parentheses and types: `a` of `(a as const)!`. */
export function unwrapExpression(expression: SyntaxNode): SyntaxNode {
  let node = expression;
  for (let inner: SyntaxNode | undefined = node; inner; inner = getInnerExpression(node)) node = inner;
  return node;
}

function getInnerExpression(node: SyntaxNode): SyntaxNode | undefined {
  const all = getChildren(node);
  switch (node.name) {
    case 'ParenthesizedExpression':
      return all[1];
    case 'BinaryExpression':
      return all[1]?.name === 'as' || all[1]?.name === 'satisfies' ? all[0] : undefined;
    case 'PostfixExpression':
      return all[1]?.name === 'LogicOp' ? all[0] : undefined;
    case 'PrefixCast':
      return all.at(-1);
    default:
      return undefined;
  }
}

const functions = new Set(['FunctionExpression', 'FunctionDeclaration', 'ArrowFunction']);

/** Returns the expression that a function returns: the body of `() => x`, else that of its last `return`; undefined for any other node. */
export function getReturnedExpression(node: SyntaxNode): SyntaxNode | undefined {
  if (!functions.has(node.name)) return undefined;
  const body = getChildren(node).at(-1);
  if (body?.name !== 'Block') return node.name === 'ArrowFunction' ? body : undefined;
  let value: SyntaxNode | undefined;
  body.cursor().iterate((at) => {
    if (at.name === 'ReturnStatement') value = getChildren(at.node)[1] ?? value;
    return !functions.has(at.name) && at.name !== 'Property' && at.name !== 'ClassBody';
  });
  return value;
}
