import type { SyntaxNode } from '@lezer/common';
import { isRecord } from '../configurationFile.ts';
import { memoize } from '../../../text/memo.ts';
import type { Literal, LiteralMap } from './literal.ts';
import type { Program } from './program.ts';
import { partAfter, parts } from './program.ts';
import { returned, unwrapped } from './shapes.ts';
import { numberIn, stringIn, unescaped } from './scalars.ts';

/** Deeper nesting is not followed, and no setting is longer or made of more values. */
const deepest = 20;
const longestText = 2000;
const mostValues = 10_000;

/** How many levels of lists and objects are in a value, and how many values at all of them. */
interface Extent {
  readonly depth: number;
  readonly values: number;
}

const scalarExtent: Extent = { depth: 0, values: 1 };

/** The extent of a list or an object; a constant in several others is measured once. */
const extentOf: (value: object) => Extent = memoize((value: object): Extent => {
  const inner = Object.values(value).map((each: unknown) =>
    typeof each === 'object' && each !== null ? extentOf(each) : scalarExtent,
  );
  return {
    depth: 1 + inner.reduce((most, { depth }) => Math.max(most, depth), 0),
    values: 1 + inner.reduce((sum, each) => sum + each.values, 0),
  };
});

/** A list or an object; undefined where constants in constants make it larger than any setting. */
function unlessTooLarge<T extends object>(value: T): T | undefined {
  const { depth, values } = extentOf(value);
  return depth > deepest || values > mostValues ? undefined : value;
}

/** Reads the values that a program states in plain literals; each is undefined where only running it would tell. */
export class Evaluator {
  /** Of the constants read so far; one that is being read is unknown to itself. */
  private readonly known = new Map<string, Literal>();

  constructor(private readonly program: Program) {}

  /** The value of a constant whose name is declared once. */
  constant(name: string, depth = 0): Literal {
    const node = this.program.constants.get(name);
    if (node === undefined) return undefined;
    if (!this.known.has(name)) {
      this.known.set(name, undefined);
      this.known.set(name, this.value(node, depth + 1));
    }
    return this.known.get(name);
  }

  /** The object that an expression comes to: written out, a constant, wrapped in a call or returned by a function. */
  object(expression: SyntaxNode | undefined, depth = 0): LiteralMap | undefined {
    const node = expression && unwrapped(expression);
    if (!node || depth > deepest) return undefined;
    switch (node.name) {
      case 'ObjectExpression':
        return this.map(node, depth);
      case 'CallExpression':
        return this.object(firstArgument(node), depth + 1);
      case 'VariableName':
        return this.object(this.program.constants.get(this.textOf(node)), depth + 1);
      default:
        return this.object(returned(node), depth + 1);
    }
  }

  /** The values in a list, or of a call's arguments. */
  list(node: SyntaxNode, depth = 0): readonly Literal[] | undefined {
    const items: Literal[] = [];
    const all = parts(node);
    for (const [at, part] of all.entries()) {
      if (punctuation.has(part.name)) continue;
      const value = this.value(part, depth + 1);
      if (all[at - 1]?.name === 'Spread' && Array.isArray(value)) items.push(...(value as readonly Literal[]));
      else items.push(value);
      if (items.length > mostValues) return undefined;
    }
    return unlessTooLarge(items);
  }

  private value(expression: SyntaxNode, depth: number): Literal {
    if (depth > deepest) return undefined;
    const node = unwrapped(expression);
    switch (node.name) {
      case 'ObjectExpression':
        return this.map(node, depth);
      case 'ArrayExpression':
        return this.list(node, depth);
      case 'CallExpression':
        return this.call(node, depth);
      case 'VariableName':
        return this.constant(this.textOf(node), depth);
      case 'MemberExpression':
        return this.member(node, depth);
      case 'TemplateString':
        return this.template(node, depth);
      case 'BinaryExpression':
        return this.joined(node, depth);
      default:
        return this.scalar(node);
    }
  }

  private scalar(node: SyntaxNode): Literal {
    const written = this.textOf(node);
    switch (node.name) {
      case 'String':
        return stringIn(written);
      case 'Number':
      case 'UnaryExpression':
        return numberIn(written);
      case 'BooleanLiteral':
        return written === 'true';
      case 'null':
        return null;
      default:
        return undefined;
    }
  }

  private map(node: SyntaxNode, depth: number): LiteralMap | undefined {
    const entries = new Map<string, Literal>();
    for (const part of parts(node)) {
      if (part.name === 'Property') this.addProperty(parts(part), entries, depth);
      else if (part.type.isError) entries.set('...', undefined);
    }
    return unlessTooLarge(Object.fromEntries(entries));
  }

  private addProperty(all: readonly SyntaxNode[], entries: Map<string, Literal>, depth: number): void {
    const [first] = all;
    if (first?.name === 'Spread') {
      const value = all[1] && this.value(all[1], depth + 1);
      for (const [key, each] of isPlainMap(value) ? Object.entries(value) : [['...', undefined] as const])
        entries.set(key, each);
      return;
    }
    const key = all.find(({ name }) => name === 'PropertyDefinition' || name === 'String' || name === 'Number');
    const name = key?.name === 'String' ? stringIn(this.textOf(key)) : key && this.textOf(key);
    const written = first === key ? partAfter(':', all) : undefined;
    if (first?.name === '[' || name === undefined) entries.set('...', undefined);
    else if (all.length === 1) entries.set(name, this.constant(name, depth + 1));
    else entries.set(name, written && this.value(written, depth + 1));
  }

  private call(node: SyntaxNode, depth: number): LiteralMap | undefined {
    const called = node.firstChild;
    const list = node.getChild('ArgList');
    if (!called || !list || !isPath(called)) return undefined;
    const name = called.name === 'MemberExpression' ? called.lastChild! : called;
    const values = this.list(list, depth);
    return values && unlessTooLarge({ '()': this.textOf(name), arguments: values });
  }

  /** `site.url` of a constant. */
  private member(node: SyntaxNode, depth: number): Literal {
    const { firstChild: object, lastChild: property } = node;
    if (!object || property?.name !== 'PropertyName') return undefined;
    const value = this.value(object, depth + 1);
    const name = this.textOf(property);
    return isPlainMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }

  /** A template whose `${}` hold texts and numbers. */
  private template(node: SyntaxNode, depth: number): string | undefined {
    let text = '';
    let end = node.from + 1;
    for (const part of parts(node)) {
      if (part.type.isError) return undefined;
      if (part.name !== 'Interpolation') continue;
      const inner = parts(part)[1];
      const value = inner && this.value(inner, depth + 1);
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      text += unescaped(this.program.text.slice(end, part.from)) + String(value);
      if (text.length > longestText) return undefined;
      end = part.to;
    }
    text += unescaped(this.program.text.slice(end, node.to - 1));
    return text.length > longestText ? undefined : text;
  }

  /** Two texts joined with `+`. */
  private joined(node: SyntaxNode, depth: number): string | undefined {
    const [left, operator, right] = parts(node);
    if (!left || !right || !operator || this.textOf(operator) !== '+') return undefined;
    const texts = [this.value(left, depth + 1), this.value(right, depth + 1)];
    const text = texts.every((each) => typeof each === 'string') ? texts.join('') : undefined;
    return text !== undefined && text.length > longestText ? undefined : text;
  }

  private textOf({ from, to }: SyntaxNode): string {
    return this.program.text.slice(from, to);
  }
}

const punctuation = new Set(['(', ')', '[', ']', ',', 'Spread', '⚠']);

function firstArgument(call: SyntaxNode): SyntaxNode | undefined {
  const list = call.getChild('ArgList');
  return list ? parts(list)[1] : undefined;
}

/** Whether a name alone or with names after dots is written. */
function isPath(node: SyntaxNode): boolean {
  let at: SyntaxNode | null = node;
  while (at?.name === 'MemberExpression' && at.lastChild?.name === 'PropertyName') at = at.firstChild;
  return at?.name === 'VariableName';
}

/** Whether a value is an object that is written out, and no call. */
function isPlainMap(value: Literal): value is LiteralMap {
  return isRecord(value) && !('()' in value);
}
