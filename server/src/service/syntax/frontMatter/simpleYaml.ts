import { skipBackward } from '../../text/scan.ts';
import type { EntryItem, Pair } from './index.ts';
import type { ParsedContent } from './parsedContent.ts';
import { toData } from './parsedContent.ts';
import { isPlainSource, parsePlainScalar } from './yamlScalar.ts';

/**
 * Reads the YAML that nearly all posts have: one `key: value` a line, values plain or simply quoted, lists `[a, b]` on one
 * line or `- a` on lines of their own. Undefined for anything else, which the full parser then reads; where it answers, it
 * answers the same. Content `text.slice(start, end)`, offsets into `text`.
 */
export function readSimpleYaml(text: string, start: number, end: number): ParsedContent | undefined {
  const pairs: Pair[] = [];
  let block: BlockList | undefined;
  for (let at = start; at < end;) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1;
    const line = text.slice(at, findTextEnd(text, at, next));
    if (line !== '' && line[0] !== '#') {
      const pair = parsePair(line, at);
      if (pair) {
        pairs.push(pair);
        block = pair.valueRange.start === pair.valueRange.end ? { start: at, indent: undefined, items: [] } : undefined;
      } else if (!block || !addItem(block, line, at)) return undefined;
      else pairs[pairs.length - 1] = withItems(pairs.at(-1)!, block);
    } else if (!isReadable(line)) return undefined;
    at = next;
  }
  return { data: toData(pairs), pairs, errors: [] };
}

/** Returns the end of a line without its line break and the spaces before it. */
function findTextEnd(text: string, start: number, lineEnd: number): number {
  let end = lineEnd;
  if (end > start && text[end - 1] === '\n') end--;
  if (end > start && text[end - 1] === '\r') end--;
  return skipBackward(text, end, ' ', start);
}

/** A list under a key that has no value on its own line. */
interface BlockList {
  start: number;
  indent: number | undefined;
  readonly items: EntryItem[];
}

const keyStart = /^([A-Za-z_][\w-]*):(?:( +)(\S.*))?$/;

function parsePair(line: string, at: number): Pair | undefined {
  const match = keyStart.exec(line);
  if (!match) return undefined;
  const [, key, space, written] = match as unknown as [string, string, string?, string?];
  const keyRange = { start: at, end: at + key.length };
  const valueStart = keyRange.end + 1 + (space?.length ?? 0);
  if (written === undefined || (written.startsWith('#') && isReadable(written)))
    return { key, keyRange, value: null, valueRange: { start: keyRange.end + 1, end: keyRange.end + 1 } };
  const value = written[0] === '[' ? parseFlowList(written, valueStart) : parseScalar(written);
  if (value === undefined) return undefined;
  const valueRange = { start: valueStart, end: valueStart + value.length };
  return { key, keyRange, value: value.value, valueRange, ...(value.items && { items: value.items }) };
}

interface Scalar {
  readonly value: unknown;
  readonly length: number;
  readonly items?: readonly EntryItem[];
}

/** A simple scalar that fills the rest of a line, but for a comment; `length` is its own. */
function parseScalar(written: string): Scalar | undefined {
  const quote = written[0];
  if (quote === '"' || quote === "'") {
    const close = written.indexOf(quote, 1);
    if (close < 0 || !/^(?: +#.*)?$/.test(written.slice(close + 1))) return undefined;
    const inner = written.slice(1, close);
    return isReadable(written) && (quote === "'" || !inner.includes('\\'))
      ? { value: inner, length: close + 1 }
      : undefined;
  }
  const comment = written.indexOf(' #');
  const source = comment < 0 ? written : written.slice(0, skipBackward(written, comment, ' '));
  return isPlainSource(source) && isReadable(written)
    ? { value: parsePlainScalar(source), length: source.length }
    : undefined;
}

function parseFlowList(written: string, at: number): Scalar | undefined {
  const close = written.indexOf(']');
  if (close < 0 || !/^(?: +#.*)?$/.test(written.slice(close + 1)) || !isReadable(written)) return undefined;
  const inner = written.slice(1, close);
  const items: EntryItem[] = [];
  let offset = 1;
  for (const part of inner.trim() === '' ? [] : inner.split(',')) {
    const item = part.trim();
    const value = parseFlowItem(item);
    if (value === undefined) return undefined;
    const start = at + offset + part.length - part.trimStart().length;
    items.push({ value, range: { start, end: start + item.length } });
    offset += part.length + 1;
  }
  return { value: items.map((item) => item.value), length: close + 1, items };
}

/** Reads a flow item; only those without an indicator of YAML are simple. */
function parseFlowItem(item: string): string | number | boolean | null | undefined {
  if (/^"[^"\\[\]{},]*"$|^'[^'[\]{},]*'$/.test(item)) return item.slice(1, -1);
  return /^[\p{L}\d_]/u.test(item) && !/[[\]{},:#"'&*!|>%@`?]/.test(item) && isPlainSource(item)
    ? parsePlainScalar(item)
    : undefined;
}

function addItem(block: BlockList, line: string, at: number): boolean {
  const match = /^( *)- +(\S.*)$/.exec(line);
  if (!match) return false;
  const indent = match[1]!.length;
  if (block.indent === undefined) Object.assign(block, { indent, start: at + indent });
  const written = match[2]!;
  const value = block.indent === indent ? parseScalar(written) : undefined;
  if (value === undefined) return false;
  const start = at + line.length - written.length;
  block.items.push({ value: value.value, range: { start, end: start + value.length } });
  return true;
}

function withItems(pair: Pair, { start, items }: BlockList): Pair {
  const valueRange = { start, end: items.at(-1)!.range.end };
  return { ...pair, value: items.map((item) => item.value), valueRange, items: [...items] };
}

/** Nothing in a comment or a quoted text that YAML forbids or reads as a line break. */
function isReadable(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]|[\ud800-\udfff]/u.test(text);
}
