import { urlKeys, redirectKeys } from '../../../generators/index.ts';
import { slugify } from '../../../generators/shared/slug.ts';
import type { FrontMatterOutline, KeyOutline } from '../../../syntax/frontMatter/index.ts';
import type { ZonedInstant } from '../../text/dateStyle.ts';
import { formatLike } from '../../text/dateStyle.ts';
import { openingQuote, inferTitleQuote } from '../../frontMatter/quote.ts';

/** One entry of a new post's front matter. */
export interface DraftEntry {
  readonly key: string;
  readonly value: DraftValue;
  readonly comment?: string;
  /** It is commented out. */
  readonly commented: boolean;
  /** A blank line parts it from the entry above. */
  readonly spaced?: true;
}

/**
 * `written` is copied from siblings unchanged, with its `data` (null for no value); `text` and `date` get quotes where
 * `quote` says so or YAML needs them.
 */
type DraftValue =
  | { readonly text: string; readonly quote: '"' | "'" | '' }
  | { readonly written: string; readonly data: unknown }
  | { readonly date: string; readonly quote: '"' | "'" | '' };

/** What is given for the new post. */
export interface DraftInput extends ZonedInstant {
  readonly title: string;
  readonly date: 'as siblings' | 'needed' | 'leave out';
}

type Sibling = FrontMatterOutline;

const dateKeyPattern = /^(?:date|pubdate|publishdate|created|created_at|updated|lastmod|last_modified_at|modified)$/i;
/** Copied also where there is only one sibling. */
const copiedKeys = new Set(['layout', 'author', 'authors', 'lang', 'type', 'template']);
/** Keys of a post's own address: never copied, and never an empty text. */
const ownAddressKeys = new Set([...urlKeys, ...redirectKeys]);

/**
 * The entries of a new post's front matter, inferred from the newest siblings (newest first): their keys, order,
 * comments and formats.
 */
export function inferFrontMatter(outlines: readonly (Sibling | undefined)[], beginning: DraftInput): DraftEntry[] {
  const siblings = outlines.filter((outline) => outline !== undefined).filter(({ keys }) => keys.length > 0);
  const lines = orderKeys(siblings)
    .filter((key) => key !== 'date' || beginning.date !== 'leave out')
    .map((key) => inferEntry(key, siblings, beginning));
  if (!lines.some(({ key }) => key === 'title'))
    lines.unshift({
      key: 'title',
      value: { text: beginning.title, quote: inferTitleQuote(siblings) },
      commented: false,
    });
  if (siblings.length === 0 && beginning.date === 'needed') {
    lines.push({
      key: 'date',
      value: { date: formatLike('2000-01-01 00:00:00 +0000', beginning), quote: '' },
      commented: false,
    });
  }
  return lines;
}

/**
 * Keys in most of the siblings, commented out or not, in the newest one's order; others after the key they follow
 * elsewhere.
 */
function orderKeys(siblings: readonly Sibling[]): string[] {
  const counts = new Map<string, number>();
  for (const { keys } of siblings)
    for (const key of new Set(keys.map((each) => each.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const order: string[] = [];
  for (const { keys } of siblings) {
    let at = 0;
    for (const { key } of keys) {
      const place = order.indexOf(key);
      if (place >= 0) at = place + 1;
      else order.splice(at++, 0, key);
    }
  }
  return order.filter((key) => counts.get(key)! * 2 > siblings.length);
}

function inferEntry(key: string, siblings: readonly Sibling[], beginning: DraftInput): DraftEntry {
  const outlines = siblings.flatMap(({ keys, data }) =>
    keys.filter((each) => each.key === key).map((outline) => ({ outline, value: data[key] })),
  );
  const commented = outlines.filter(({ outline }) => outline.commented);
  const used = outlines.filter(({ outline }) => !outline.commented);
  const comment = commonComment(
    (commented.length > used.length ? commented : used).map(({ outline }) => outline),
    siblings.length,
  );
  const isSpaced = outlines.filter(({ outline }) => outline.followsBlankLine).length * 2 > outlines.length;
  const about = { key, ...(comment !== undefined && { comment }), ...(isSpaced && { spaced: true as const }) };
  if (commented.length > used.length)
    return { ...about, value: { written: truncate(commented[0]!.outline.written), data: '' }, commented: true };
  return { ...about, value: inferValue(key, used, siblings, beginning), commented: false };
}

interface SiblingEntry {
  readonly outline: KeyOutline;
  readonly value: unknown;
}

function inferValue(
  key: string,
  used: readonly SiblingEntry[],
  siblings: readonly Sibling[],
  beginning: DraftInput,
): DraftValue {
  const newest = used[0]!;
  const quote = openingQuote(newest.outline.written);
  if (key === 'title') return { text: beginning.title, quote: inferTitleQuote(siblings) };
  if (dateKeyPattern.test(key) && /^["']?(?:\d{4}|[A-Z][a-z]{2,8} \d)/.test(newest.outline.written))
    return { date: formatLike(newest.outline.written, beginning), quote };
  if (key === 'slug') return { text: slugify(beginning.title), quote };
  if (typeof newest.value === 'boolean')
    return { written: findMostCommon(used.map(({ outline }) => outline.written)), data: newest.value };
  const isConstant =
    siblings.length > 1 ? used.every(({ outline }) => outline.written === newest.outline.written) : copiedKeys.has(key);
  if (isConstant && !ownAddressKeys.has(key)) return { written: newest.outline.written, data: newest.value };
  const isScalar = newest.value === null || typeof newest.value !== 'object';
  return isScalar && ownAddressKeys.has(key) ? { written: '', data: null } : clearEntry(newest);
}

function clearEntry({ outline, value }: SiblingEntry): DraftValue {
  if (Array.isArray(value)) return { written: outline.written.startsWith('[') ? '[]' : '', data: [] };
  if (typeof value === 'object' && value !== null) return { written: '', data: clearMap(value) };
  const quote = openingQuote(outline.written);
  return {
    written: quote + quote,
    data: typeof value === 'number' ? null : '',
  };
}

function clearMap(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]: [string, unknown]) => [key, clearValue(value)]));
}

function clearValue(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'object' && value !== null) return clearMap(value);
  return typeof value === 'string' ? '' : value;
}

/** The comment that siblings repeat; with one sibling, its own. */
function commonComment(outlines: readonly KeyOutline[], siblings: number): string | undefined {
  const comments = outlines.map(({ comment }) => comment).filter((comment) => comment !== undefined);
  if (comments.length === 0) return undefined;
  const common = findMostCommon(comments);
  return siblings === 1 || comments.filter((comment) => comment === common).length > 1 ? common : undefined;
}

function findMostCommon(items: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** An outline holds 80 UTF-16 code units of a value; a sentence that is cut off there ends with a word. */
function truncate(written: string): string {
  return written.length < 80 ? written : `${written.slice(0, written.lastIndexOf(' ', 76)).trimEnd()} …`;
}
