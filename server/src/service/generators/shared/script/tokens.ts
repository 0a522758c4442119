/** What a token of a program is; `template` for those with `${}` in them, `other` for regular expressions. */
export type TokenKind = 'string' | 'template' | 'number' | 'name' | 'sign' | 'other' | 'end';

interface Token {
  readonly kind: TokenKind;
  /** The value of a string, else as written. */
  readonly text: string;
  /** Whether a line break is before it. */
  readonly startsLine: boolean;
}

const space = /(?:\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))*/y;
const forms: readonly (readonly [TokenKind, RegExp])[] = [
  ['string', /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|`(?:[^`\\$]|\\[^]|\$(?!\{))*`/y],
  ['template', /`(?:[^`\\]|\\[^])*`/y],
  ['other', /`[^]*|["'][^\n]*/y],
  ['number', /\d[\w.]*/y],
  ['name', /[\p{L}_$#@][\p{L}\p{N}_$]*/uy],
  ['sign', /=>|\.\.\.|[^]/y],
];
const regularExpression = /\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
/** Longer programs are no configuration. */
const longest = 200_000;

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** The tokens of a JavaScript or TypeScript program, as far as its literals need them. */
export class Tokens {
  private readonly all: readonly Token[];

  constructor(text: string) {
    this.all = text.length > longest ? [] : tokensOf(text);
  }

  get length(): number {
    return this.all.length;
  }

  kind(at: number): TokenKind {
    return this.all[at]?.kind ?? 'end';
  }

  text(at: number): string {
    return this.all[at]?.text ?? '';
  }

  /** Whether a name or sign is written there. */
  is(at: number, text: string): boolean {
    const token = this.all[at];
    return token !== undefined && (token.kind === 'name' || token.kind === 'sign') && token.text === text;
  }

  closes(at: number): boolean {
    return this.kind(at) === 'end' || (this.kind(at) === 'sign' && closing.has(this.text(at)));
  }

  /** Whether a value is over there: at a comma, a closing bracket, a semicolon. */
  endsValue(at: number): boolean {
    return this.closes(at) || this.is(at, ',') || this.endsStatement(at);
  }

  endsStatement(at: number): boolean {
    return this.kind(at) === 'end' || this.is(at, ';') || (this.all[at]!.startsLine && this.kind(at) === 'name');
  }

  /** The next token outside all brackets that ends what starts here. */
  skipped(at: number): number {
    let depth = 0;
    for (let next = at; next < this.length; next++) {
      if (this.kind(next) !== 'sign') continue;
      const text = this.text(next);
      if (opening.has(text)) depth++;
      else if (closing.has(text)) {
        if (depth === 0) return next;
        depth--;
      } else if (depth === 0 && text === ',') return next;
    }
    return this.length;
  }

  /** The bracket that closes the one there; the end for none. */
  closingOf(at: number): number {
    let next = this.skipped(at + 1);
    while (this.is(next, ',')) next = this.skipped(next + 1);
    return next;
  }

  /** Behind `a.b.c`. */
  afterPath(at: number): number {
    let next = at + 1;
    while (this.is(next, '.') && this.kind(next + 1) === 'name') next += 2;
    return next;
  }

  /** Behind `as const`, `satisfies Config` and the like. */
  afterType(at: number): number {
    let next = at;
    while (this.is(next, 'as') || this.is(next, 'satisfies')) {
      next = this.afterPath(next + 1);
      while (this.is(next, '[') && this.is(next + 1, ']')) next += 2;
    }
    return next;
  }

  /** The `=` behind a declared name and its type; undefined where there is none near. */
  afterDeclaredType(at: number): number | undefined {
    const end = Math.min(this.length, at + 30);
    for (let next = at; next < end; next++) {
      if (this.is(next, '=')) return next;
      if (this.is(next, ';')) return undefined;
    }
    return undefined;
  }

  /** Where the body of a function starts: its `{`, or the `(` around the object of an arrow function; undefined for none. */
  bodyOf(at: number): number | undefined {
    let next = at;
    while (next < this.length && !this.is(next, '(') && !this.is(next, '=>')) next++;
    if (this.is(next, '(')) next = this.closingOf(next) + 1;
    while (next < this.length && !this.is(next, '{') && !this.is(next, '=>')) next++;
    if (this.is(next, '=>')) next++;
    return this.is(next, '{') || this.is(next, '(') ? next : undefined;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  let at = spaceEnd(text, 0);
  while (at < text.length) {
    const startsLine = text.slice(before, at).includes('\n');
    const [kind, written] = tokenAt(text, at, tokens.at(-1));
    tokens.push({
      kind,
      text: kind === 'string' || kind === 'template' ? unescaped(written.slice(1, -1)) : written,
      startsLine,
    });
    before = at + written.length;
    at = spaceEnd(text, before);
  }
  return tokens;
}

function spaceEnd(text: string, at: number): number {
  space.lastIndex = at;
  return at + space.exec(text)![0].length;
}

function tokenAt(text: string, at: number, previous: Token | undefined): readonly [TokenKind, string] {
  const mayBeRegularExpression =
    text[at] === '/' &&
    (previous === undefined || (previous.kind === 'sign' ? !closing.has(previous.text) : previous.text === 'return'));
  for (const [kind, pattern] of mayBeRegularExpression ? [['other', regularExpression] as const, ...forms] : forms) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return [kind, found[0]];
  }
  return ['other', text[at]!];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^]))/g,
    (_, braced, four, two, unit: string) => {
      const code = Number.parseInt((braced ?? four ?? two ?? '') as string, 16);
      return Number.isNaN(code)
        ? unit === '\n'
          ? ''
          : (escapes[unit] ?? unit)
        : code <= 0x10ffff
          ? String.fromCodePoint(code)
          : '';
    },
  );
}
