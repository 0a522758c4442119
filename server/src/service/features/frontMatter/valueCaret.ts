import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import type { Range } from '../../text/range.ts';
import { stripComment } from './comment.ts';

/** In the value of a key, or in an item of its list. */
export interface ValueCaret {
  readonly on: 'value';
  readonly format: FrontMatterFormat;
  /** With the maps it is in: `extra.team`. */
  readonly key: string;
  /** What a proposal replaces: the value or item, without its quotes. */
  readonly range: Range;
  /** The quote around the caret. */
  readonly quote: '' | '"' | "'";
  /** Where in a list, if in one. */
  readonly list: 'none' | 'flow' | 'block';
  /** The other items of the list. */
  readonly others: readonly string[];
  /** The caret is directly after the colon. */
  readonly needsSpace: boolean;
}

/** Where a key is or could be, as a format's reader finds it. */
export interface KeyPlace {
  readonly on: 'key';
  /** The maps it is in, the outermost first. */
  readonly path: readonly string[];
  /** The word typed so far and the rest of it after the caret; in JSON with its quotes. */
  readonly range: Range;
  /** A colon or equals sign follows already. */
  readonly hasSeparator: boolean;
  /** Of a key within a map: the others there. Those at the top are the front matter's entries. */
  readonly siblings: readonly string[];
}

/** A line of a text, without its line break, and the caret in it. */
export interface CaretLine {
  readonly text: string;
  readonly start: number;
  readonly before: string;
  readonly after: string;
  readonly offset: number;
  /** Lines of the front matter above, the nearest last. */
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** What is written of a value before the caret. */
export interface WrittenValue {
  readonly format: FrontMatterFormat;
  readonly key: string;
  readonly written: string;
  readonly needsSpace: boolean;
}

/** The caret in a value that begins on its line. */
export function toValueCaret(line: CaretLine, value: WrittenValue): ValueCaret | undefined {
  const { written } = value;
  if (written.startsWith('[')) return toFlowCaret(line, value);
  const quote = openingQuote(written);
  const start = line.offset - written.length + quote.length;
  const rest = quote ? line.after.split(quote)[0]! : valueAfterCaret(line.after);
  return { ...value, on: 'value', range: { start, end: line.offset + rest.length }, quote, list: 'none', others: [] };
}

/** The part of a value after the caret, without a comment, else without a comma at the end. */
function valueAfterCaret(after: string): string {
  const written = stripComment(after);
  return written.length < after.length ? written : written.trimEnd().replace(/,$/, '').trimEnd();
}

/** In `[a, b]`: the item at the caret; undefined when the bracket is closed before it. */
export function toFlowCaret(line: CaretLine, value: WrittenValue): ValueCaret | undefined {
  const { written } = value;
  const itemStart = Math.max(written.startsWith('[') ? 1 : 0, written.lastIndexOf(',') + 1);
  if (itemStart === 0 || written.slice(1).includes(']')) return undefined;
  const item = written.slice(itemStart).trimStart();
  const quote = openingQuote(item);
  const typed = item.slice(quote.length);
  if (quote && typed.includes(quote)) return undefined;
  const ahead = (quote ? /^[^"'\],\n]*/ : /^[^\],\n]*/).exec(line.after)![0];
  const rest = quote ? ahead : ahead.trimEnd();
  const [after = ''] = line.after.slice(rest.length).split(']', 1);
  const others = [...written.slice(1, itemStart).split(','), ...after.split(',').slice(1)];
  const range = { start: line.offset - typed.length, end: line.offset + rest.length };
  return {
    ...value,
    on: 'value',
    range,
    quote,
    list: 'flow',
    others: others.map(unquoteItem).filter((each) => each !== ''),
  };
}

function openingQuote(written: string): '' | '"' | "'" {
  return written.startsWith('"') ? '"' : written.startsWith("'") ? "'" : '';
}

/** An item without comment and quotes. */
export function unquoteItem(item: string): string {
  return stripComment(item.trim()).replace(/^(?:"(.*)"|'(.*)')$/, '$1$2');
}
