import { urlKeys, redirectKeys } from '../../../generators/index.ts';
import { isRecord } from '../../../generators/shared/configurationFile.ts';
import type { FrontMatterOutline, KeyOutline } from '../../../syntax/frontMatter/index.ts';
import type { Scalar, ValueType } from './values.ts';
import { toScalars, getValueType } from './values.ts';

/** How the posts use one key. Numbers count posts unless they say otherwise. */
export interface KeyUsage {
  /** Posts that have the key. */
  count: number;
  /** Posts that have it in a comment. */
  commentedCount: number;
  /** Sum over posts of its position among their keys, 0 first to 1000 last. */
  positionSum: number;
  /** By the value as text; of a list, each of its items. */
  readonly values: Map<string, ValueUsage>;
  /** The number of values in all posts together. */
  valueCount: number;
  readonly types: Map<ValueType, number>;
  /** By the whole value as written, for keys whose values posts share. */
  readonly sourceCounts: Map<string, number>;
  readonly style: Style;
  /** By authors' comment next to or above the key. */
  readonly comments: Map<string, number>;
}

export interface ValueUsage {
  readonly value: Scalar;
  count: number;
}

/** How a key's values are written. */
interface Style {
  /** By the opening quote, or '' for none. */
  readonly quotes: Map<'' | '"' | "'", number>;
  /** YAML block sequences, by the white space before `-`. */
  readonly listIndents: Map<string, number>;
  /** Lists in brackets (YAML flow sequences). */
  flowLists: number;
  /** YAML block scalars, by their indicator: `|`, `>-`. */
  readonly blockIndicators: Map<string, number>;
  /** By the date with every digit replaced by 0, quotes kept: `"0000-00-00"`. */
  readonly datePatterns: Map<string, number>;
}

/** Keys whose values posts do not share: another post's title is no proposal for this one's. */
const uniqueValueKeys = new Set([
  ...urlKeys,
  ...redirectKeys,
  'title',
  'subtitle',
  'description',
  'summary',
  'excerpt',
  'date',
  'lastmod',
  'last_modified_at',
  'updated',
  'canonical_url',
]);
/** The indentation of a list with one item, whose start of the line is not kept. */
export const unknownIndent = '?';
/** Keys in nested maps are counted to this depth. */
const maxDepth = 3;

const datePattern = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?$/;
const quotedPattern = /^(?:"[^"]*"|'[^']*')$/;

/** Whether each post has a value of its own for a key. */
export function hasUniqueValues(key: string): boolean {
  return uniqueValueKeys.has(key);
}

/** Adds a post to the counts (1) or removes it from them (-1). */
export function countPost(keys: Map<string, KeyUsage>, { keys: outlines, data }: FrontMatterOutline, by: 1 | -1): void {
  for (const [index, outline] of outlines.entries()) {
    const use = getKeyUsage(keys, outline.key);
    if (outline.comment !== undefined) addCount(use.comments, outline.comment, by);
    if (outline.commented) use.commentedCount += by;
    else {
      countSource(use, outline, by);
      countValue(use, outline.key, data[outline.key], index / outlines.length, by);
      countNestedKeys(keys, outline.key, data[outline.key], 1, by);
    }
    if (use.count + use.commentedCount === 0) keys.delete(outline.key);
  }
}

function getKeyUsage(keys: Map<string, KeyUsage>, key: string): KeyUsage {
  const existing = keys.get(key);
  if (existing) return existing;
  const style: Style = {
    quotes: new Map(),
    listIndents: new Map(),
    flowLists: 0,
    blockIndicators: new Map(),
    datePatterns: new Map(),
  };
  const created: KeyUsage = {
    count: 0,
    commentedCount: 0,
    positionSum: 0,
    valueCount: 0,
    values: new Map(),
    types: new Map(),
    sourceCounts: new Map(),
    style,
    comments: new Map(),
  };
  keys.set(key, created);
  return created;
}

function countValue(use: KeyUsage, key: string, value: unknown, position: number, by: 1 | -1): void {
  use.count += by;
  use.positionSum += Math.round(position * 1000) * by;
  addCount(use.types, getValueType(value), by);
  const values = toScalars(value);
  use.valueCount += values.length * by;
  if (hasUniqueValues(key)) return;
  for (const each of values) {
    const existing = use.values.get(String(each));
    if (!existing) use.values.set(String(each), { value: each, count: by });
    else if ((existing.count += by) === 0) use.values.delete(String(each));
  }
}

function countSource({ sourceCounts, style }: KeyUsage, { key, written }: KeyOutline, by: 1 | -1): void {
  if (!hasUniqueValues(key)) addCount(sourceCounts, written, by);
  if (datePattern.test(quotedPattern.test(written) ? written.slice(1, -1) : written))
    addCount(style.datePatterns, written.replace(/[+-](?=\d\d:?\d\d["']?$)/, '+').replace(/\d/g, '0'), by);
  if (written.startsWith('[')) style.flowLists += by;
  else if (written.startsWith('-')) addCount(style.listIndents, /\n([ \t]*)-/.exec(written)?.[1] ?? unknownIndent, by);
  const blockIndicator = /^([|>][-+]?)\s*\n/.exec(written)?.[1];
  if (blockIndicator !== undefined) addCount(style.blockIndicators, blockIndicator, by);
  const firstValue = written.replace(/^(?:\[\s*|-[ \t]+)/, '');
  if (firstValue !== '')
    addCount(style.quotes, firstValue.startsWith('"') ? '"' : firstValue.startsWith("'") ? "'" : '', by);
}

function countNestedKeys(keys: Map<string, KeyUsage>, path: string, value: unknown, depth: number, by: 1 | -1): void {
  if (!isRecord(value) || depth > maxDepth) return;
  const entries = Object.entries(value);
  for (const [index, [key, inner]] of entries.entries()) {
    const innerPath = `${path}.${key}`;
    const use = getKeyUsage(keys, innerPath);
    countValue(use, key, inner, index / entries.length, by);
    countNestedKeys(keys, innerPath, inner, depth + 1, by);
    if (use.count === 0) keys.delete(innerPath);
  }
}

function addCount<Key>(counts: Map<Key, number>, key: Key, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** Returns the most frequent key, of equals the first in code unit order; undefined for empty counts. */
export function findMostFrequent<Key extends string>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = 0;
  for (const [key, times] of counts)
    if (times > most || (times === most && best !== undefined && key < best)) [best, most] = [key, times];
  return best;
}

/** Returns the value, as written, that at least four fifths of the posts share, so that a new post is likely to need it too; undefined for none. */
export function findCommonSource({ sourceCounts, count }: KeyUsage): string | undefined {
  const common = findMostFrequent(sourceCounts);
  const times = common === undefined ? 0 : sourceCounts.get(common)!;
  return times > 1 && times * 5 >= count * 4 && common !== '' && common!.length < 80 && !common!.includes('\n')
    ? common
    : undefined;
}
