import { addressKeys, redirectKeys } from '../../../generators/index.ts';
import { isRecord } from '../../../generators/shared/configurationFile.ts';
import type { FrontMatterOutline, KeyOutline } from '../../../syntax/frontMatter/index.ts';
import type { Scalar, ValueType } from './values.ts';
import { scalars, typeOf } from './values.ts';

/** How the posts use one key. Numbers count posts unless they say otherwise. */
export interface KeyUse {
  /** Posts that have it. */
  count: number;
  /** Posts that keep it in a comment. */
  commented: number;
  /** Sum over posts of its place among their keys, 0 first to 1000 last. */
  places: number;
  /** By the value as text; of a list, each of its items. */
  readonly values: Map<string, ValueUse>;
  /** How many values stand in all posts together. */
  uses: number;
  readonly types: Map<ValueType, number>;
  /** Whole values as written, where posts share them. */
  readonly written: Map<string, number>;
  readonly style: Style;
  /** Authors' comments beside or above the key. */
  readonly comments: Map<string, number>;
}

export interface ValueUse {
  readonly value: Scalar;
  count: number;
}

/** How a key's values are written. */
interface Style {
  /** By the quote they begin with, or '' for none. */
  readonly quotes: Map<'' | '"' | "'", number>;
  /** Lists on lines of their own, by the white space before `-`. */
  readonly indents: Map<string, number>;
  /** Lists in brackets. */
  flows: number;
  /** Texts of several lines, by the sign they begin with: `|`, `>-`. */
  readonly blocks: Map<string, number>;
  /** Dates with every digit made 0, quotes kept: `"0000-00-00"`. */
  readonly dates: Map<string, number>;
}

/** Keys whose values are never shared: another post's title is no proposal for this one's. */
const personal = new Set([
  ...addressKeys,
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
/** Stands for the indentation of a list with one item, whose line's beginning is not kept. */
export const unseenIndent = '?';
/** Keys within maps are counted to this depth. */
const deepest = 3;

const dateShape = /^(["']?)\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?\1$/;

/** Whether the values of a key belong to their post alone. */
export function isPersonal(key: string): boolean {
  return personal.has(key);
}

/** Adds a post to the counts or takes it out again. */
export function countPost(keys: Map<string, KeyUse>, { keys: outlines, data }: FrontMatterOutline, by: 1 | -1): void {
  for (const [index, outline] of outlines.entries()) {
    const use = useOf(keys, outline.key);
    if (outline.comment !== undefined) tally(use.comments, outline.comment, by);
    if (outline.commented) use.commented += by;
    else {
      countWritten(use, outline, by);
      countValue(use, outline.key, data[outline.key], index / outlines.length, by);
      countInner(keys, outline.key, data[outline.key], 1, by);
    }
    if (use.count + use.commented === 0) keys.delete(outline.key);
  }
}

function useOf(keys: Map<string, KeyUse>, key: string): KeyUse {
  const known = keys.get(key);
  if (known) return known;
  const style: Style = { quotes: new Map(), indents: new Map(), flows: 0, blocks: new Map(), dates: new Map() };
  const created: KeyUse = {
    count: 0,
    commented: 0,
    places: 0,
    uses: 0,
    values: new Map(),
    types: new Map(),
    written: new Map(),
    style,
    comments: new Map(),
  };
  keys.set(key, created);
  return created;
}

function countValue(use: KeyUse, key: string, value: unknown, place: number, by: 1 | -1): void {
  use.count += by;
  use.places += Math.round(place * 1000) * by;
  tally(use.types, typeOf(value), by);
  const values = scalars(value);
  use.uses += values.length * by;
  if (isPersonal(key)) return;
  for (const each of values) {
    const known = use.values.get(String(each));
    if (!known) use.values.set(String(each), { value: each, count: by });
    else if ((known.count += by) === 0) use.values.delete(String(each));
  }
}

function countWritten({ written: all, style }: KeyUse, { key, written }: KeyOutline, by: 1 | -1): void {
  if (!isPersonal(key)) tally(all, written, by);
  if (dateShape.test(written))
    tally(style.dates, written.replace(/[+-](?=\d\d:?\d\d["']?$)/, '+').replace(/\d/g, '0'), by);
  if (written.startsWith('[')) style.flows += by;
  else if (written.startsWith('-')) tally(style.indents, /\n([ \t]*)-/.exec(written)?.[1] ?? unseenIndent, by);
  const block = /^([|>][-+]?)\s*\n/.exec(written)?.[1];
  if (block !== undefined) tally(style.blocks, block, by);
  const inner = written.replace(/^(?:\[\s*|-[ \t]+)/, '');
  if (inner !== '') tally(style.quotes, inner.startsWith('"') ? '"' : inner.startsWith("'") ? "'" : '', by);
}

function countInner(keys: Map<string, KeyUse>, path: string, value: unknown, depth: number, by: 1 | -1): void {
  if (!isRecord(value) || depth > deepest) return;
  const entries = Object.entries(value);
  for (const [index, [key, inner]] of entries.entries()) {
    const innerPath = `${path}.${key}`;
    const use = useOf(keys, innerPath);
    countValue(use, key, inner, index / entries.length, by);
    countInner(keys, innerPath, inner, depth + 1, by);
    if (use.count === 0) keys.delete(innerPath);
  }
}

function tally<Key>(counts: Map<Key, number>, key: Key, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** The most frequent of counted things; of equals the first in the alphabet, whatever the order they were counted in. */
export function mostFrequent<Key extends string>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = 0;
  for (const [key, times] of counts)
    if (times > most || (times === most && best !== undefined && key < best)) [best, most] = [key, times];
  return best;
}

/** A value written alike in nearly all posts: a new one will want it too. */
export function constantOf({ written, count }: KeyUse): string | undefined {
  const common = mostFrequent(written);
  const times = common === undefined ? 0 : written.get(common)!;
  return times > 1 && times * 5 >= count * 4 && common !== '' && common!.length < 80 && !common!.includes('\n')
    ? common
    : undefined;
}
