import type { Node, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { FrontMatterError, Pair } from './index.ts';
import { isNestedTooDeeply } from './nesting.ts';
import type { ParsedContent } from './parsedContent.ts';
import { toData, setOwn } from './parsedContent.ts';

/** Keys within maps are distinguished to this depth. */
const maxChildDepth = 3;

/** Reads a JSON object, `text.slice(start, end)` with its braces; offsets into `text`. What is broken is read as far as it goes. */
export function readJson(text: string, start: number, end: number): ParsedContent {
  const content = text.slice(start, end);
  const whole = { start, end };
  if (isNestedTooDeeply(content)) return toRefusal(whole, 'JSON cannot read this: it is nested too deeply.');
  const errors: ParseError[] = [];
  const root = parseTree(content, errors, { disallowComments: true });
  const pairs = root?.type === 'object' ? toPairs(root, start, 0) : [];
  const data = tryParse(content);
  if (data === undefined) return { data: toData(pairs), pairs, errors: [explainError(content, start, errors)] };
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return toRefusal(whole, 'JSON front matter is an object: keys and values between { and }.');
  return { data: data as Record<string, unknown>, pairs, errors: [] };
}

function toRefusal(range: FrontMatterError['range'], message: string): ParsedContent {
  return { data: {}, pairs: [], errors: [{ range, message }] };
}

/** What engines make of it; undefined for what they do not read. */
function tryParse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function toPairs(object: Node, base: number, depth: number): Pair[] {
  return (object.children ?? []).flatMap((property): Pair[] => {
    const [key, value] = property.children ?? [];
    if (!key) return [];
    const keyRange = toRange(key, base);
    const afterColon = property.colonOffset === undefined ? keyRange.end : base + property.colonOffset + 1;
    return [
      {
        key: String(key.value),
        keyRange,
        value: value ? toValue(value) : null,
        valueRange: value ? toRange(value, base) : { start: afterColon, end: afterColon },
        ...(value?.type === 'array' && { items: toItems(value, base) }),
        ...(value?.type === 'object' && depth < maxChildDepth && { children: toPairs(value, base, depth + 1) }),
      },
    ];
  });
}

function toItems({ children = [] }: Node, base: number): NonNullable<Pair['items']> {
  return children.map((item) => ({ value: toValue(item), range: toRange(item, base) }));
}

function toValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toValue);
  if (node.type !== 'object') return node.value;
  const data: Record<string, unknown> = {};
  for (const { children: [key, value] = [] } of node.children ?? [])
    if (key) setOwn(data, String(key.value), value ? toValue(value) : null);
  return data;
}

function toRange({ offset, length }: Node, base: number): Pair['keyRange'] {
  return { start: base + offset, end: base + offset + length };
}

function explainError(content: string, start: number, errors: readonly ParseError[]): FrontMatterError {
  const comma = errors.map(({ offset }) => findCommaBefore(content, offset)).find((at) => at !== undefined);
  if (comma !== undefined) {
    const range = { start: start + comma, end: start + comma + 1 };
    return {
      range,
      message: 'JSON allows no comma behind the last item.',
      repair: { title: 'Remove the comma', edits: [{ range, newText: '' }] },
    };
  }
  const [first] = errors;
  if (!first) return { range: { start, end: start + content.length }, message: 'JSON cannot read this front matter.' };
  const at = Math.min(first.offset, content.length - 1);
  return {
    range: { start: start + at, end: start + Math.min(content.length, at + Math.max(1, first.length)) },
    message: 'JSON cannot read this: keys and texts need double quotes, and a comma parts the entries.',
  };
}

/** Where a comma stands between the last item and the closing bracket at an offset; undefined for none. */
function findCommaBefore(content: string, offset: number): number | undefined {
  if (content[offset] !== '}' && content[offset] !== ']') return undefined;
  const last = content.slice(0, offset).trimEnd().length - 1;
  return content[last] === ',' ? last : undefined;
}
