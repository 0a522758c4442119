import type { FrontMatterFormat } from '../../syntax/frontMatter.ts';
import type { Range } from '../../text/range.ts';

/** In the value of a key, or in an item of its list. */
export interface ValueCaret {
  readonly on: 'value';
  readonly format: FrontMatterFormat;
  readonly key: string;
  /** What a proposal replaces: the value or item, without the quotes it stands in. */
  readonly range: Range;
  /** The quote the caret stands in. */
  readonly quote: '' | '"' | "'";
  /** Where in a list, if in one. */
  readonly list: 'none' | 'flow' | 'block';
  /** The other items of the list. */
  readonly others: readonly string[];
  /** The caret is right behind the colon. */
  readonly needsSpace: boolean;
}

const yamlKey = /^(["']?)([A-Za-z_][\w-]*)\1:([ \t]+|$)/;

const blockItem = /^[ \t]*-[ \t]+(.*)$/;

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

/** A value or list item of YAML at the caret. */
export function yamlValue(line: CaretLine): ValueCaret | undefined {
  const own = yamlKey.exec(line.before);
  if (own) return inValue(line, { format: 'yaml', key: own[2]!, written: line.before.slice(own[0].length), needsSpace: own[3] === '' });
  const item = /^([ \t]*)-[ \t]+(.*)$/.exec(line.before);
  const isIndented = /^[ \t]+\S?/.test(line.before);
  if (!item && !isIndented && !/^[\]"']/.test(line.before)) return undefined;
  const { parent, below } = parentOf(line);
  if (!parent) return undefined;
  if (item && parent.value === '') {
    const others = [...below, ...itemsBelow(line)].flatMap((each) => blockItem.exec(each)?.[1] ?? []);
    const value = inValue(line, { format: 'yaml', key: parent.key, written: item[2]!, needsSpace: false });
    return value && { ...value, list: 'block', others: others.map(bare) };
  }
  return parent.value.startsWith('[') ? inFlow(line, { format: 'yaml', key: parent.key, written: [parent.value, ...below, line.before].join('\n'), needsSpace: false }) : undefined;
}

/** A value or array item of TOML at the caret. */
export function tomlValue(line: CaretLine): ValueCaret | undefined {
  const own = /^([\w-]+)[ \t]*=[ \t]*/.exec(line.before);
  if (own) return inValue(line, { format: 'toml', key: own[1]!, written: line.before.slice(own[0].length), needsSpace: false });
  const opener = line.above.findLastIndex((above) => /^[\w-]+[ \t]*=/.test(above));
  const match = opener < 0 ? null : /^([\w-]+)[ \t]*=[ \t]*(\[[^\]]*)$/.exec(line.above[opener]!);
  return match ? inFlow(line, { format: 'toml', key: match[1]!, written: [match[2]!, ...line.above.slice(opener + 1), line.before].join('\n'), needsSpace: false }) : undefined;
}

/** A value or array item of JSON at the caret. */
export function jsonValue(line: CaretLine): ValueCaret | undefined {
  const own = /^[\s{]*"([^"]+)"\s*:\s*/.exec(line.before);
  return own ? inValue(line, { format: 'json', key: own[1]!, written: line.before.slice(own[0].length), needsSpace: false }) : undefined;
}

/** What is written of a value before the caret. */
interface Written {
  readonly format: FrontMatterFormat;
  readonly key: string;
  readonly written: string;
  readonly needsSpace: boolean;
}

function inValue(line: CaretLine, value: Written): ValueCaret | undefined {
  const { written } = value;
  if (written.startsWith('[')) return inFlow(line, value);
  const quote = quoteOf(written);
  const start = line.offset - written.length + quote.length;
  const rest = quote ? line.after.split(quote)[0]! : line.after.replace(/(?:^|[ \t]+)#.*$|[ \t]*,?[ \t]*$/, '');
  return { ...value, on: 'value', range: { start, end: line.offset + rest.length }, quote, list: 'none', others: [] };
}

/** In `[a, b]`: the item at the caret; undefined when the bracket is closed before it. */
function inFlow(line: CaretLine, value: Written): ValueCaret | undefined {
  const { written } = value;
  const last = /(?:^\[|,)\s*([^,\]]*)$/.exec(written);
  if (!last || written.slice(1).includes(']')) return undefined;
  const quote = quoteOf(last[1]!);
  const typed = last[1]!.slice(quote.length);
  if (quote && typed.includes(quote)) return undefined;
  const rest = (quote ? /^[^"'\],\n]*/ : /^[^\],\n]*?(?=\s*(?:[\],]|$))/).exec(line.after)![0];
  const behind = line.after.slice(rest.length).replace(/\].*$/, '');
  const others = [...written.slice(1, written.length - last[0].length + (last[0].startsWith('[') ? 1 : 0)).split(','), ...behind.split(',').slice(1)];
  return { ...value, on: 'value', range: { start: line.offset - typed.length, end: line.offset + rest.length }, quote, list: 'flow', others: others.map(bare).filter((each) => each !== '') };
}

function quoteOf(written: string): '' | '"' | "'" {
  return written.startsWith('"') ? '"' : written.startsWith("'") ? "'" : '';
}

/** The items of the same list that follow the caret's line. */
function itemsBelow({ below }: CaretLine): readonly string[] {
  const end = below.findIndex((each) => !blockItem.test(each));
  return end < 0 ? below : below.slice(0, end);
}

function bare(item: string): string {
  return item.trim().replace(/[ \t]+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
}

/** The key that a list's line belongs to, with what stands behind its colon and the lines between. */
function parentOf({ above }: CaretLine): { readonly parent: { readonly key: string; readonly value: string } | undefined; readonly below: readonly string[] } {
  const index = above.findLastIndex((each) => yamlKey.test(each));
  const match = index < 0 ? null : yamlKey.exec(above[index]!);
  const below = above.slice(index + 1);
  const value = match ? above[index]!.slice(match[0].length).replace(/(?:^|[ \t]+)#.*$/, '').trim() : '';
  return { parent: match ? { key: match[2]!, value } : undefined, below };
}
