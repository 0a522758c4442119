import type { Document, Node, Pair as YamlPair, YAMLMap } from 'yaml';
import { isCollection, isScalar, visit } from 'yaml';
import type { Range } from '../../text/range.ts';
import { blanks, findLineEnd, skipBackward } from '../../text/scan.ts';
import type { FrontMatterError, Pair } from './index.ts';
import type { YamlOptions } from './options.ts';
import { quoteScalar } from './yamlScalar.ts';

/** A content and its offset in the whole text. */
interface Place {
  readonly content: string;
  readonly base: number;
}

/** C0 controls but tab and line breaks, DEL and the C1 controls but NEL (YAML 1.1, 5.1; `c-printable`). */
const controlCharacters = /[^\P{Cc}\t\n\r\u0085]/gu;
/** What the schemas of YAML 1.1 have besides what a post writes itself. */
const knownTags =
  /^(?:!|tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq|set|omap|pairs|binary|timestamp|merge))$/;

/** What the YAML library reads and engines refuse: any of them, or the parser with these options. */
export function findRefusals(document: Document, place: Place, options: YamlOptions): FrontMatterError[] {
  const found: FrontMatterError[] = [];
  for (const { index } of place.content.matchAll(controlCharacters)) found.push(toControlError(place.base + index));
  visit(document, {
    Map: (_key, map) => {
      if (options.refusesRepeatedKeys) found.push(...findRepeated(map, place));
      if (!map.flow) found.push(...findTextBehindBrackets(map, place));
    },
    Pair: (_key, { key }) => {
      if (options.refusesMapsAsKeys && isCollection(key) && key.range) found.push(toMapKeyError(key as Node, place));
    },
    Node: (_key, node, path) => {
      const parent = path.findLast((each) => isCollection(each));
      if (options.refusesUnknownTags && node.tag && !knownTags.test(node.tag)) found.push(toTagError(node, place));
      if (!options.allowsColonFirst && isCollection(parent) && parent.flow && isColonFirst(node))
        found.push(toColonError(node, place));
    },
  });
  return found;
}

/** Keys of pairs that stand there again. */
export function findRepeatedKeys(pairs: readonly Pair[]): FrontMatterError[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ key, keyRange }) => {
    if (seen.has(key)) return [toRepeatedKeyError(key, keyRange)];
    seen.add(key);
    return [];
  });
}

function findRepeated({ items }: YAMLMap, { base }: Place): FrontMatterError[] {
  const keys = items.flatMap(({ key }) => (isScalar(key) && key.range && key.source !== '<<' ? [key] : []));
  const pairs = keys.map(({ value, range }): Pair => {
    const keyRange = { start: base + range![0], end: base + range![1] };
    return { key: String(value), keyRange, value: undefined, valueRange: keyRange };
  });
  return findRepeatedKeys(pairs);
}

/** `title: [Review]: A book`: the library makes the text behind the bracket another entry, without a key. */
function findTextBehindBrackets({ items }: YAMLMap, { content, base }: Place): FrontMatterError[] {
  return items.flatMap(({ key }: YamlPair) => {
    const at = isScalar(key) && key.source === '' ? key.range?.[0] : undefined;
    const before = at === undefined ? 0 : skipBackward(content, at, blanks);
    if (at === undefined || !/[\]}]/.test(content[before - 1] ?? '')) return [];
    const lineStart = content.lastIndexOf('\n', at) + 1;
    const bracket = content.slice(lineStart, at).search(/[[{]/);
    const start = bracket < 0 ? at : lineStart + bracket;
    const end = skipBackward(content, findLineEnd(content, at), ` \t\r`, start);
    const message = `YAML takes the ${content[start]} for the start of a list or map; a text that begins with it goes into quotes.`;
    return [toQuotingError({ start, end }, message, { content, base })];
  });
}

function toRepeatedKeyError(key: string, range: Range): FrontMatterError {
  return { range, message: `"${key}" stands here a second time; keep one of the two.` };
}

function toControlError(at: number): FrontMatterError {
  const range = { start: at, end: at + 1 };
  return {
    range,
    message: 'A control character, which nobody sees and YAML forbids, stands here.',
    repair: { title: 'Remove the character', edits: [{ range, newText: '' }] },
  };
}

function toMapKeyError(key: Node, place: Place): FrontMatterError {
  const { content } = place;
  const lineStart = content.lastIndexOf('\n', key.range![0]) + 1;
  const outer = content.slice(lineStart, key.range![0]).search(/[[{]/);
  const start = outer < 0 ? key.range![0] : lineStart + outer;
  const end = skipBackward(content, findLineEnd(content, start), ` \t\r`, start);
  const message = `Here ${content[start]} begins a map whose key is a list or map itself; a text that begins with it goes into quotes.`;
  return toQuotingError({ start, end }, message, place);
}

function toTagError({ tag, range }: Node, { content, base }: Place): FrontMatterError {
  const start = Math.max(0, content.lastIndexOf('!', Math.max(0, (range?.[0] ?? 0) - 1)));
  const end = Math.max(start + 1, range?.[0] ?? 0);
  return {
    range: { start: base + start, end: base + skipBackward(content, end, blanks, start + 1) },
    message: `YAML takes "${tag}" for the type of a value, and there is no such type; a text that begins with ! goes into quotes.`,
  };
}

function isColonFirst(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && /^:\S/.test(node.source ?? '');
}

function toColonError(node: Node, place: Place): FrontMatterError {
  const [start, end] = node.range!;
  const message = `Between brackets "${place.content.slice(start, end)}" cannot begin with a colon; it goes into quotes.`;
  return toQuotingError({ start, end }, message, place);
}

function toQuotingError({ start, end }: Range, message: string, { content, base }: Place): FrontMatterError {
  const range = { start: base + start, end: base + end };
  const edits = [{ range, newText: quoteScalar(content.slice(start, end)) }];
  return { range, message, repair: { title: 'Put it in quotes', edits } };
}
