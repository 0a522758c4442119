import type { Range } from '../../text/range.ts';
import { findLineEnd, matchAt } from '../../text/scan.ts';

/** Attributes as kramdown writes them: `{: #id .class key="value" name}`. */
export interface AttributeList {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** Names of lists defined elsewhere, `{:name: .class}`, or `toc`. */
  readonly names: readonly string[];
}

/** What a value may follow, a name, ids and classes: ALD_TYPE_ANY in parser/kramdown/extensions.rb without its values. */
const partPattern = /(?:(\w[\w-]*)(?:=(["']))?|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))/y;

/** Parses the text between `{:` and `}`; what is no attribute is ignored. Linear in the text. */
export function parseAttributeList(text: string): AttributeList {
  const classes: string[] = [];
  const names: string[] = [];
  const values = new Map<string, string>();
  const closingQuote = createQuoteFinder(text);
  let id: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const match = at > 0 && /\S/.test(text[at - 1]!) ? null : matchAt(text, at, partPattern);
    if (!match) continue;
    const [whole, name, quote, shorthand] = match;
    const end = quote === undefined ? at + whole.length : closingQuote(quote, at + whole.length) + 1;
    if (end === 0 || /\S/.test(text[end] ?? ' ')) continue;
    if (quote !== undefined) values.set(name!, text.slice(at + whole.length, end - 1).replace(/\\(["'}])/g, '$1'));
    else if (name !== undefined) names.push(name);
    for (const [each] of shorthand?.matchAll(/[#.][^#.]+/g) ?? []) {
      if (each.startsWith('#')) id = each.slice(1);
      else classes.push(each.slice(1));
    }
    at = end - 1;
  }
  return { ...(id !== undefined && { id }), classes, values, names };
}

/**
 * Returns a function that finds the offset of the quote that ends a value: the first one before white space that no backslash
 * precedes, else the last one that a backslash does precede; -1 for none. A brace ends the search. A failed search is not repeated.
 */
function createQuoteFinder(text: string): (quote: string, from: number) => number {
  const notFound = new Set<string>();
  return (quote, from) => {
    if (notFound.has(quote)) return -1;
    let escaped = -1;
    for (let at = from; at < text.length; at++) {
      const isEscaped = at > from && text[at - 1] === '\\';
      if (text[at] === '}' && !isEscaped) break;
      if (text[at] !== quote || /\S/.test(text[at + 1] ?? ' ')) continue;
      if (!isEscaped) return at;
      escaped = at;
    }
    if (escaped < 0) notFound.add(quote);
    return escaped;
  };
}

/** Returns the ranges of `{:.class}` right after a link, emphasis, code or HTML, on one line. Linear in the text. */
export function findSpanAttributeLists(text: string): Range[] {
  const found: Range[] = [];
  let brace = -1;
  let lineEnd = -1;
  for (let start = text.indexOf('{:'); start >= 0; start = text.indexOf('{:', start)) {
    if (brace < start + 2) brace = text.indexOf('}', start + 2);
    if (brace < 0) break;
    if (lineEnd < start) lineEnd = findLineEnd(text, start);
    const isList = brace < lineEnd && /[)\]*_`>]/.test(text[start - 1] ?? '') && !/[:/}]/.test(text[start + 2]!);
    const end = isList ? findListEnd(text, brace, lineEnd) : -1;
    if (isList) found.push({ start, end });
    start = isList ? end : start + 2;
  }
  return found;
}

/** The offset after the first brace from `brace` on that no backslash escapes, else after the last one of the line. */
function findListEnd(text: string, brace: number, lineEnd: number): number {
  let last = brace;
  for (let next = brace; next >= 0 && next < lineEnd; next = text.indexOf('}', next + 1)) {
    last = next;
    if (text[next - 1] !== '\\') break;
  }
  return last + 1;
}
