import { skipForward } from '../../../text/scan.ts';

/** A literal of Python: tuples and sets are lists, `None` is null. */
export type PythonValue =
  | string
  | number
  | boolean
  | null
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue };

/** The values of names so far. */
export type Values = Map<string, PythonValue>;

const number = /-?(?:\d[\d_]*(?:\.\d+)?|\.\d+)/y;
const name = /[A-Za-z_]\w*/y;
const stringStart = /([A-Za-z]{0,2})("""|'''|"|')/y;
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};
/** Deeper literals are not read. */
const maxDepth = 50;

/** Reads one literal of a program. */
export class LiteralReader {
  private depth = 0;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly values: ReadonlyMap<string, PythonValue>,
  ) {}

  /** Returns the literal that is all of a statement; undefined where it is more or something else. */
  readStatement(): { readonly value: PythonValue } | undefined {
    const start = this.at;
    const value = this.readValue();
    const end = skipForward(this.text, this.at, ' \t\r');
    const isWhole = end >= this.text.length || '\n#;'.includes(this.text[end]!);
    if (value !== undefined && isWhole) return { value };
    this.at = start;
    this.skipStatement();
    return undefined;
  }

  /** Goes to the end of a statement: brackets and long texts go over lines. */
  skipStatement(): void {
    const { text } = this;
    for (let depth = 0; this.at < text.length;) {
      const character = text[this.at]!;
      stringStart.lastIndex = this.at;
      const isName = /\w/.test(text[this.at - 1] ?? ' ');
      const opening = !isName && stringStart.test(text);
      if (opening) {
        if (this.readString() === undefined) this.at++;
        continue;
      }
      if (character === '#') this.skipComment();
      else {
        if ('([{'.includes(character)) depth++;
        else if (')]}'.includes(character)) depth--;
        else if (character === '\n' && depth <= 0) return;
        this.at += character === '\\' ? 2 : 1;
      }
    }
  }

  /** The offset of the line after the one that was read last. */
  nextLine(): number {
    const lineBreak = this.text.indexOf('\n', this.at);
    return lineBreak < 0 ? this.text.length : lineBreak + 1;
  }

  private skipComment(): void {
    const lineBreak = this.text.indexOf('\n', this.at);
    this.at = lineBreak < 0 ? this.text.length : lineBreak;
  }

  /** White space, comments and line breaks inside of brackets. */
  private skipSpace(): void {
    for (;;) {
      this.at = skipForward(this.text, this.at, this.depth > 0 ? ' \t\r\n' : ' \t\r');
      if (this.depth === 0 || this.text[this.at] !== '#') return;
      this.skipComment();
    }
  }

  private readValue(): PythonValue | undefined {
    if (this.depth > maxDepth) return undefined;
    this.skipSpace();
    const character = this.text[this.at] ?? '';
    if ('([{'.includes(character) && character !== '') return this.readBrackets(character);
    const text = this.readStrings();
    if (text !== undefined) return text;
    number.lastIndex = this.at;
    const digits = number.exec(this.text);
    if (digits) {
      this.at += digits[0].length;
      return Number(digits[0].replaceAll('_', ''));
    }
    name.lastIndex = this.at;
    const word = name.exec(this.text)?.[0];
    if (word === undefined) return undefined;
    this.at += word.length;
    if (word === 'None') return null;
    return word === 'True' ? true : word === 'False' ? false : this.values.get(word);
  }

  /** Texts that stand behind each other are one. */
  private readStrings(): string | undefined {
    let whole: string | undefined;
    for (let part = this.readString(); part !== undefined; part = this.readString()) {
      whole = (whole ?? '') + part;
      this.skipSpace();
    }
    return whole;
  }

  private readString(): string | undefined {
    const { text } = this;
    stringStart.lastIndex = this.at;
    const match = stringStart.exec(text);
    if (!match) return undefined;
    const [opening, prefix, quote] = match as unknown as [string, string, string];
    let value = '';
    for (let at = this.at + opening.length; at < text.length; at++) {
      if (text.startsWith(quote, at)) {
        this.at = at + quote.length;
        return /[fb]/i.test(prefix) ? undefined : value;
      }
      if (quote.length === 1 && text[at] === '\n') return undefined;
      if (text[at] !== '\\') value += text[at];
      else {
        at++;
        const escaped = text[at] ?? '';
        value += /r/i.test(prefix) ? `\\${escaped}` : (escapes[escaped] ?? `\\${escaped}`);
      }
    }
    return undefined;
  }

  private readBrackets(open: string): PythonValue | undefined {
    const close = { '(': ')', '[': ']', '{': '}' }[open]!;
    const items: PythonValue[] = [];
    const pairs: [string, PythonValue][] = [];
    let hasComma = false;
    this.at++;
    this.depth++;
    for (this.skipSpace(); this.text[this.at] !== close; this.skipSpace()) {
      const item = this.readValue();
      if (item === undefined) return undefined;
      this.skipSpace();
      if (open === '{' && this.text[this.at] === ':') {
        this.at++;
        const value = this.readValue();
        if (value === undefined || typeof item !== 'string') return undefined;
        pairs.push([item, value]);
      } else items.push(item);
      this.skipSpace();
      if (this.text[this.at] !== ',') break;
      hasComma = true;
      this.at++;
    }
    if (this.text[this.at] !== close) return undefined;
    this.at++;
    this.depth--;
    if (open === '{' && items.length === 0) return Object.fromEntries(pairs);
    return open === '(' && items.length === 1 && !hasComma ? items[0]! : items;
  }
}
