import { addressKeys, redirectKeys } from '../../../generators/index.ts';
import { slugify } from '../../../generators/shared/slug.ts';
import type { FrontMatterOutline, KeyOutline } from '../../../syntax/frontMatter/index.ts';
import type { Moment } from '../../text/dateStyle.ts';
import { momentLike } from '../../text/dateStyle.ts';
import { quoteOf, titleQuote } from '../../frontMatter/quote.ts';

/** One entry of a new post's front matter. */
export interface Line {
  readonly key: string;
  readonly value: Value;
  readonly comment?: string;
  /** It stands in a comment, kept at hand. */
  readonly commented: boolean;
  /** A blank line parts it from the entry above. */
  readonly spaced?: true;
}

/** `written` is copied from siblings as it stands, `data` null where nothing can stand for it; text is quoted where it must be or where `quote` asks for it. */
type Value =
  | { readonly text: string; readonly quote: '"' | "'" | '' }
  | { readonly written: string; readonly data: unknown }
  | { readonly date: string; readonly quote: '"' | "'" | '' };

/** What the new post brings itself. */
export interface Beginning extends Moment {
  readonly title: string;
  readonly date: 'as siblings' | 'needed' | 'leave out';
}

type Sibling = FrontMatterOutline;

const moments = /^(?:date|pubdate|publishdate|created|created_at|updated|lastmod|last_modified_at|modified)$/i;
/** Copied from a lone sibling too, where nothing shows what is the same in all. */
const steady = new Set(['layout', 'author', 'authors', 'lang', 'type', 'template']);
/** A post's own address: never the same as a sibling's, and an empty text would be one. */
const addresses = new Set([...addressKeys, ...redirectKeys]);

/** The front matter a writer would begin with, from that of the newest siblings (newest first): their keys, order, comments and shapes. */
export function learn(outlines: readonly (Sibling | undefined)[], beginning: Beginning): Line[] {
  const siblings = outlines.filter((outline) => outline !== undefined).filter(({ keys }) => keys.length > 0);
  const lines = orderedKeys(siblings)
    .filter((key) => key !== 'date' || beginning.date !== 'leave out')
    .map((key) => lineFor(key, siblings, beginning));
  if (!lines.some(({ key }) => key === 'title'))
    lines.unshift({ key: 'title', value: { text: beginning.title, quote: titleQuote(siblings) }, commented: false });
  if (siblings.length === 0 && beginning.date === 'needed') {
    lines.push({
      key: 'date',
      value: { date: momentLike('2000-01-01 00:00:00 +0000', beginning), quote: '' },
      commented: false,
    });
  }
  return lines;
}

/** Keys in most of the siblings, commented out or not, in the newest one's order; others behind the key they follow elsewhere. */
function orderedKeys(siblings: readonly Sibling[]): string[] {
  const counts = new Map<string, number>();
  for (const { keys } of siblings)
    for (const key of new Set(keys.map((each) => each.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const order: string[] = [];
  for (const { keys } of siblings) {
    let at = 0;
    for (const { key } of keys) {
      const known = order.indexOf(key);
      if (known >= 0) at = known + 1;
      else order.splice(at++, 0, key);
    }
  }
  return order.filter((key) => counts.get(key)! * 2 > siblings.length);
}

function lineFor(key: string, siblings: readonly Sibling[], beginning: Beginning): Line {
  const outlines = siblings.flatMap(({ keys, data }) =>
    keys.filter((each) => each.key === key).map((outline) => ({ outline, value: data[key] })),
  );
  const commented = outlines.filter(({ outline }) => outline.commented);
  const used = outlines.filter(({ outline }) => !outline.commented);
  const comment = commonComment(
    (commented.length > used.length ? commented : used).map(({ outline }) => outline),
    siblings.length,
  );
  const isSpaced = outlines.filter(({ outline }) => outline.spaced).length * 2 > outlines.length;
  const about = { key, ...(comment !== undefined && { comment }), ...(isSpaced && { spaced: true as const }) };
  if (commented.length > used.length)
    return { ...about, value: { written: shortened(commented[0]!.outline.written), data: '' }, commented: true };
  return { ...about, value: valueFor(key, used, siblings, beginning), commented: false };
}

interface Used {
  readonly outline: KeyOutline;
  readonly value: unknown;
}

function valueFor(key: string, used: readonly Used[], siblings: readonly Sibling[], beginning: Beginning): Value {
  const newest = used[0]!;
  const quote = quoteOf(newest.outline.written);
  if (key === 'title') return { text: beginning.title, quote: titleQuote(siblings) };
  if (moments.test(key) && /^["']?(?:\d{4}|[A-Z][a-z]{2,8} \d)/.test(newest.outline.written))
    return { date: momentLike(newest.outline.written, beginning), quote };
  if (key === 'slug') return { text: slugify(beginning.title), quote };
  if (typeof newest.value === 'boolean')
    return { written: majority(used.map(({ outline }) => outline.written)), data: newest.value };
  const isConstant =
    siblings.length > 1 ? used.every(({ outline }) => outline.written === newest.outline.written) : steady.has(key);
  if (isConstant && !addresses.has(key)) return { written: newest.outline.written, data: newest.value };
  return emptied(newest, addresses.has(key));
}

function emptied({ outline, value }: Used, isAddress: boolean): Value {
  if (Array.isArray(value)) return { written: outline.written.startsWith('[') ? '[]' : '', data: [] };
  if (typeof value === 'object' && value !== null) return { written: '', data: emptyMap(value) };
  const quote = quoteOf(outline.written);
  return {
    written: isAddress || quote === '' ? '' : quote + quote,
    data: isAddress || typeof value === 'number' ? null : '',
  };
}

function emptyMap(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]: [string, unknown]) => [key, emptyValue(value)]));
}

function emptyValue(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === 'object' && value !== null) return emptyMap(value);
  return typeof value === 'string' ? '' : value;
}

/** The comment that siblings repeat; with one sibling, its own. */
function commonComment(outlines: readonly KeyOutline[], siblings: number): string | undefined {
  const comments = outlines.map(({ comment }) => comment).filter((comment) => comment !== undefined);
  if (comments.length === 0) return undefined;
  const common = majority(comments);
  return siblings === 1 || comments.filter((comment) => comment === common).length > 1 ? common : undefined;
}

function majority(items: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** An outline keeps 80 units of what was written; a sentence cut there ends at a word. */
function shortened(written: string): string {
  return written.length < 80 ? written : `${written.slice(0, written.lastIndexOf(' ', 76)).trimEnd()} …`;
}
