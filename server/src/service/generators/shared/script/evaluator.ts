import type { SyntaxNode } from '@lezer/common';
import { isRecord } from '../configurationFile.ts';
import { memoize } from '../../../text/memo.ts';
import type { Literal, LiteralMap } from './literal.ts';
import type { Program } from './program.ts';
import { getChildAfter, getChildren } from './program.ts';
import { getReturnedExpression, unwrapExpression } from './expressions.ts';
import { parseNumber, parseString, unescapeText } from './scalars.ts';

/** Limits beyond which a value is not evaluated: levels of nesting, UTF-16 code units of a text, number of values. */
const maxDepth = 20;
const maxTextLength = 2000;
const maxValues = 10_000;

/** The levels of lists and objects in a value, and the number of values on all of them. */
interface Extent {
  readonly depth: number;
  readonly values: number;
}

const scalarExtent: Extent = { depth: 0, values: 1 };

/** Measures a list or an object; a constant that several others contain is measured once. */
const measureExtent: (value: object) => Extent = memoize((value: object): Extent => {
  const inner = Object.values(value).map((each: unknown) =>
    typeof each === 'object' && each !== null ? measureExtent(each) : scalarExtent,
  );
  return {
    depth: 1 + inner.reduce((most, { depth }) => Math.max(most, depth), 0),
    values: 1 + inner.reduce((sum, each) => sum + each.values, 0),
  };
});

/** Returns a list or an object; undefined where constants in constants make it larger than any setting. */
function rejectIfTooLarge<T extends object>(value: T): T | undefined {
  const { depth, values } = measureExtent(value);
  return depth > maxDepth || values > maxValues ? undefined : value;
}

/** Evaluates the literals of a program; a value is undefined where only running the program would give it. */
export class Evaluator {
  /** Values of constants; one that is being evaluated is undefined to itself. */
  private readonly cache = new Map<string, Literal>();

  constructor(private readonly program: Program) {}

  /** Returns the value of a constant that is declared once. */
  evaluateConstant(name: string, depth = 0): Literal {
    const node = this.program.constants.get(name);
    if (node === undefined) return undefined;
    if (!this.cache.has(name)) {
      this.cache.set(name, undefined);
      this.cache.set(name, this.evaluate(node, depth + 1));
    }
    return this.cache.get(name);
  }

  /** Returns the object that an expression evaluates to: a literal, a constant, the argument of a call or the result of a function. */
  evaluateObject(expression: SyntaxNode | undefined, depth = 0): LiteralMap | undefined {
    const node = expression && unwrapExpression(expression);
    if (!node || depth > maxDepth) return undefined;
    switch (node.name) {
      case 'ObjectExpression':
        return this.evaluateMap(node, depth);
      case 'CallExpression':
        return this.evaluateObject(getFirstArgument(node), depth + 1);
      case 'VariableName':
        return this.evaluateObject(this.program.constants.get(this.getText(node)), depth + 1);
      default:
        return this.evaluateObject(getReturnedExpression(node), depth + 1);
    }
  }

  /** Returns the values of an array or of a call's arguments. */
  evaluateList(node: SyntaxNode, depth = 0): readonly Literal[] | undefined {
    const items: Literal[] = [];
    const all = getChildren(node);
    for (const [at, part] of all.entries()) {
      if (punctuation.has(part.name)) continue;
      const value = this.evaluate(part, depth + 1);
      if (all[at - 1]?.name === 'Spread' && Array.isArray(value)) items.push(...(value as readonly Literal[]));
      else items.push(value);
      if (items.length > maxValues) return undefined;
    }
    return rejectIfTooLarge(items);
  }

  private evaluate(expression: SyntaxNode, depth: number): Literal {
    if (depth > maxDepth) return undefined;
    const node = unwrapExpression(expression);
    switch (node.name) {
      case 'ObjectExpression':
        return this.evaluateMap(node, depth);
      case 'ArrayExpression':
        return this.evaluateList(node, depth);
      case 'CallExpression':
        return this.evaluateCall(node, depth);
      case 'VariableName':
        return this.evaluateConstant(this.getText(node), depth);
      case 'MemberExpression':
        return this.evaluateMember(node, depth);
      case 'TemplateString':
        return this.evaluateTemplate(node, depth);
      case 'BinaryExpression':
        return this.evaluateConcatenation(node, depth);
      default:
        return this.evaluateScalar(node);
    }
  }

  private evaluateScalar(node: SyntaxNode): Literal {
    const written = this.getText(node);
    switch (node.name) {
      case 'String':
        return parseString(written);
      case 'Number':
      case 'UnaryExpression':
        return parseNumber(written);
      case 'BooleanLiteral':
        return written === 'true';
      case 'null':
        return null;
      default:
        return undefined;
    }
  }

  private evaluateMap(node: SyntaxNode, depth: number): LiteralMap | undefined {
    const entries = new Map<string, Literal>();
    for (const part of getChildren(node)) {
      if (part.name === 'Property') this.addProperty(getChildren(part), entries, depth);
      else if (part.type.isError) entries.set('...', undefined);
    }
    return rejectIfTooLarge(Object.fromEntries(entries));
  }

  private addProperty(all: readonly SyntaxNode[], entries: Map<string, Literal>, depth: number): void {
    const [first] = all;
    if (first?.name === 'Spread') {
      const value = all[1] && this.evaluate(all[1], depth + 1);
      for (const [key, each] of isPlainMap(value) ? Object.entries(value) : [['...', undefined] as const])
        entries.set(key, each);
      return;
    }
    const key = all.find(({ name }) => name === 'PropertyDefinition' || name === 'String' || name === 'Number');
    const name = key?.name === 'String' ? parseString(this.getText(key)) : key && this.getText(key);
    const written = first === key ? getChildAfter(':', all) : undefined;
    if (first?.name === '[' || name === undefined) entries.set('...', undefined);
    else if (all.length === 1) entries.set(name, this.evaluateConstant(name, depth + 1));
    else entries.set(name, written && this.evaluate(written, depth + 1));
  }

  private evaluateCall(node: SyntaxNode, depth: number): LiteralMap | undefined {
    const called = node.firstChild;
    const list = node.getChild('ArgList');
    if (!called || !list || !isNamePath(called)) return undefined;
    const name = called.name === 'MemberExpression' ? called.lastChild! : called;
    const values = this.evaluateList(list, depth);
    return values && rejectIfTooLarge({ '()': this.getText(name), arguments: values });
  }

  /** Evaluates `site.url` of a constant. */
  private evaluateMember(node: SyntaxNode, depth: number): Literal {
    const { firstChild: object, lastChild: property } = node;
    if (!object || property?.name !== 'PropertyName') return undefined;
    const value = this.evaluate(object, depth + 1);
    const name = this.getText(property);
    return isPlainMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }

  /** Evaluates a template whose `${}` hold strings and numbers. */
  private evaluateTemplate(node: SyntaxNode, depth: number): string | undefined {
    let text = '';
    let end = node.from + 1;
    for (const part of getChildren(node)) {
      if (part.type.isError) return undefined;
      if (part.name !== 'Interpolation') continue;
      const inner = getChildren(part)[1];
      const value = inner && this.evaluate(inner, depth + 1);
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      text += unescapeText(this.program.text.slice(end, part.from)) + String(value);
      if (text.length > maxTextLength) return undefined;
      end = part.to;
    }
    text += unescapeText(this.program.text.slice(end, node.to - 1));
    return text.length > maxTextLength ? undefined : text;
  }

  /** Evaluates two strings joined with `+`. */
  private evaluateConcatenation(node: SyntaxNode, depth: number): string | undefined {
    const [left, operator, right] = getChildren(node);
    if (!left || !right || !operator || this.getText(operator) !== '+') return undefined;
    const texts = [this.evaluate(left, depth + 1), this.evaluate(right, depth + 1)];
    const text = texts.every((each) => typeof each === 'string') ? texts.join('') : undefined;
    return text !== undefined && text.length > maxTextLength ? undefined : text;
  }

  private getText({ from, to }: SyntaxNode): string {
    return this.program.text.slice(from, to);
  }
}

const punctuation = new Set(['(', ')', '[', ']', ',', 'Spread', '⚠']);

function getFirstArgument(call: SyntaxNode): SyntaxNode | undefined {
  const list = call.getChild('ArgList');
  return list ? getChildren(list)[1] : undefined;
}

/** Whether an expression is a name, or a name with properties: `a.b.c`. */
function isNamePath(node: SyntaxNode): boolean {
  let at: SyntaxNode | null = node;
  while (at?.name === 'MemberExpression' && at.lastChild?.name === 'PropertyName') at = at.firstChild;
  return at?.name === 'VariableName';
}

/** Whether a value is an object literal, and no call. */
function isPlainMap(value: Literal): value is LiteralMap {
  return isRecord(value) && !('()' in value);
}
