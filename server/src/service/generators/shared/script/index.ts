import { Tokens } from './tokens.ts';

/** A value that a configuration written as a program states plainly; undefined stands for what only running it would tell. */
export type Literal = string | number | boolean | null | undefined | readonly Literal[] | LiteralMap;

/** Properties of an object in a program; those spread into it are noted under `...`, as undefined. A call is one too: its name under `()`, its arguments under `arguments`. */
export interface LiteralMap {
  readonly [key: string]: Literal;
}

/** A configuration in JavaScript or TypeScript, never run: only what it states in plain literals is known of it. */
export interface Script {
  /** The object that is the module's default export, however it is wrapped; undefined where none is to be seen. */
  readonly exported: LiteralMap | undefined;
  /** The value of a constant declared once; undefined where that is not plain. */
  constant(name: string): Literal;
  /** The arguments of each call of a function or method with this name. */
  calls(name: string): readonly (readonly Literal[])[];
}

/** Deeper nesting than this is not followed, and no setting is longer. */
const deepest = 20;
const longestText = 2000;

/** What a program states in plain literals; any text is accepted. */
export function readScript(text: string): Script {
  const reader = new Reader(new Tokens(text));
  return {
    exported: reader.exported(),
    constant: (name) => reader.constant(name, 0),
    calls: (name) => reader.calls(name),
  };
}

interface Read {
  readonly value: Literal;
  /** The token behind it. */
  readonly next: number;
}

class Reader {
  private readonly constants: ReadonlyMap<string, number>;
  /** Those read so far; one that is being read is unknown to itself. */
  private readonly values = new Map<string, Literal>();

  constructor(private readonly tokens: Tokens) {
    this.constants = constantsOf(tokens);
  }

  exported(): LiteralMap | undefined {
    const { tokens } = this;
    for (let at = tokens.length - 1; at >= 0; at--) {
      const isDefault = tokens.is(at, 'export') && tokens.is(at + 1, 'default');
      const isModule =
        tokens.is(at, 'module') && tokens.is(at + 1, '.') && tokens.is(at + 2, 'exports') && tokens.is(at + 3, '=');
      if (isDefault || isModule) return this.objectAt(at + (isDefault ? 2 : 4), 0);
    }
    return undefined;
  }

  constant(name: string, depth: number): Literal {
    const at = this.constants.get(name);
    if (at === undefined || at < 0 || depth > deepest) return undefined;
    if (this.values.has(name)) return this.values.get(name);
    this.values.set(name, undefined);
    const { value, next } = this.valueAt(at, depth + 1);
    if (this.tokens.endsStatement(next)) this.values.set(name, value);
    return this.values.get(name);
  }

  calls(name: string): Literal[][] {
    const found: Literal[][] = [];
    for (let at = 0; at < this.tokens.length; at++) {
      if (!this.tokens.is(at, name) || !this.tokens.is(at + 1, '(')) continue;
      const { value, next } = this.listAt(at + 1, 0);
      found.push(value);
      at = next - 1;
    }
    return found;
  }

  /** The object that an expression comes to: written out, a constant, wrapped in a call or returned by a function. */
  private objectAt(at: number, depth: number): LiteralMap | undefined {
    const { tokens } = this;
    if (depth > deepest) return undefined;
    if (tokens.is(at, '{')) return this.mapAt(at, depth).value;
    if (tokens.is(at, '(') && !tokens.is(tokens.closingOf(at) + 1, '=>')) return this.objectAt(at + 1, depth + 1);
    if (tokens.is(at, 'function') || tokens.is(at, 'async') || tokens.is(at, '(') || tokens.is(at + 1, '=>'))
      return this.returnedFrom(at, depth);
    if (tokens.kind(at) !== 'name') return undefined;
    const call = tokens.afterPath(at);
    if (tokens.is(call, '(')) return this.objectAt(call + 1, depth + 1);
    const constant = this.constants.get(tokens.text(at));
    return constant === undefined || constant < 0 ? undefined : this.objectAt(constant, depth + 1);
  }

  /** The object that the last `return {` of a function gives, or the body of `() => ({ … })`. */
  private returnedFrom(at: number, depth: number): LiteralMap | undefined {
    const { tokens } = this;
    const body = tokens.bodyOf(at);
    if (body === undefined) return undefined;
    if (tokens.is(body, '(')) return this.objectAt(body + 1, depth + 1);
    const end = tokens.closingOf(body);
    for (let inner = end; inner > body; inner--)
      if (tokens.is(inner, 'return')) return this.objectAt(inner + 1, depth + 1);
    return undefined;
  }

  private valueAt(at: number, depth: number): Read {
    if (depth > deepest) return this.unknown(at);
    const { tokens } = this;
    const read = this.writtenAt(at, depth);
    const next = tokens.afterType(read.next);
    return tokens.endsValue(next) ? { value: read.value, next } : this.unknown(at);
  }

  private writtenAt(at: number, depth: number): Read {
    const { tokens } = this;
    if (tokens.is(at, '{')) return this.mapAt(at, depth);
    if (tokens.is(at, '[')) return this.listAt(at, depth);
    if (!tokens.is(at, '(')) return this.plainAt(at, depth);
    const { value, next } = this.valueAt(at + 1, depth + 1);
    return tokens.is(next, ')') ? { value, next: next + 1 } : this.unknown(at);
  }

  private plainAt(at: number, depth: number): Read {
    const { tokens } = this;
    const text = tokens.text(at);
    switch (tokens.kind(at)) {
      case 'string':
        return { value: text, next: at + 1 };
      case 'template':
        return { value: this.filled(text, depth), next: at + 1 };
      case 'number':
        return { value: Number(text), next: at + 1 };
      case 'name':
        if (text === 'true' || text === 'false') return { value: text === 'true', next: at + 1 };
        if (tokens.is(tokens.afterPath(at), '(')) return this.callAt(at, depth);
        return { value: text === 'null' ? null : this.constant(text, depth + 1), next: at + 1 };
      default:
        return this.unknown(at);
    }
  }

  /** A template whose `${}` hold nothing but constants. */
  private filled(template: string, depth: number): string | undefined {
    let isPlain = true;
    const text = template.replace(/\$\{([^{}]*)\}/g, (_, name: string) => {
      const value = this.constant(name.trim(), depth + 1);
      isPlain &&= typeof value === 'string' || typeof value === 'number';
      return String(value);
    });
    return isPlain && !text.includes('${') && text.length <= longestText ? text : undefined;
  }

  private callAt(at: number, depth: number): Read {
    const opening = this.tokens.afterPath(at);
    const { value, next } = this.listAt(opening, depth);
    return { value: { '()': this.tokens.text(opening - 1), arguments: value }, next };
  }

  private unknown(at: number): Read {
    return { value: undefined, next: this.tokens.skipped(at) };
  }

  private listAt(at: number, depth: number): Read & { readonly value: Literal[] } {
    const value: Literal[] = [];
    let next = at + 1;
    while (next < this.tokens.length && !this.tokens.closes(next)) {
      const read = this.valueAt(next, depth + 1);
      value.push(read.value);
      next = this.behindComma(read.next);
    }
    return { value, next: next + 1 };
  }

  private mapAt(at: number, depth: number): Read & { readonly value: LiteralMap } {
    const { tokens } = this;
    const entries = new Map<string, Literal>();
    let next = at + 1;
    while (next < tokens.length && !tokens.closes(next)) {
      const kind = tokens.kind(next);
      const isKey = (kind === 'name' || kind === 'string' || kind === 'number') && tokens.is(next + 1, ':');
      const read = isKey ? this.valueAt(next + 2, depth + 1) : this.unknown(next);
      if (kind !== 'sign' || tokens.is(next, '...'))
        entries.set(
          tokens.text(next),
          isKey || !tokens.endsValue(next + 1) ? read.value : this.constant(tokens.text(next), depth + 1),
        );
      next = this.behindComma(read.next);
    }
    return { value: Object.fromEntries(entries), next: next + 1 };
  }

  private behindComma(at: number): number {
    if (this.tokens.is(at, ',') || this.tokens.is(at, ';')) return at + 1;
    return this.tokens.closes(at) ? at : Math.max(at, this.tokens.skipped(at));
  }
}

/** Where the value of each `const` starts; -1 for names declared more than once. */
function constantsOf(tokens: Tokens): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < tokens.length; at++) {
    if (!tokens.is(at, 'const') || tokens.kind(at + 1) !== 'name') continue;
    const equals = tokens.afterDeclaredType(at + 2);
    if (equals === undefined) continue;
    const name = tokens.text(at + 1);
    found.set(name, found.has(name) ? -1 : equals + 1);
  }
  return found;
}
