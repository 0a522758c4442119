import type { Post } from '../../../site/model/site.ts';
import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { isoDay, zonedTime } from '../../../text/calendar.ts';
import { formatLike } from '../../text/dateStyle.ts';
import { openingQuote } from '../../frontMatter/quote.ts';
import type { PostChangeContext } from './changeContext.ts';
import { addKey, findEntry, isKey, setEntry } from './changeContext.ts';

/** How many of the newest siblings are read to learn how dates are written. */
const maxSiblings = 12;

const datedNamePattern = /^\d{4}-\d{1,2}-\d{1,2}(?=[-_.]|$)/;

/** `2024-05-01` of a moment in the site's zone. */
export function toIsoDay(at: number, zone: string): string {
  return isoDay(zonedTime(at, zone));
}

/** The path with another day in the name of the file or of its own folder; unchanged where the name has no day. */
export function replaceDay(path: string, day: string): string {
  const segments = path.split('/');
  const own =
    /^_?index\.[^.]+$/.test(segments.at(-1)!) && segments.length > 1 ? segments.length - 2 : segments.length - 1;
  return segments.map((segment, index) => (index === own ? segment.replace(datedNamePattern, day) : segment)).join('/');
}

/** Whether a path names a day. */
export function hasDay(path: string): boolean {
  return replaceDay(path, '0000-00-00') !== path;
}

/**
 * Edits that date a post to a moment, one proposal for each style in which the post, its siblings (newest first) and
 * the generator write dates; the caller takes the first that the site reads as intended. An empty proposal where only
 * names have dates.
 */
export function proposeDates(
  changeContext: PostChangeContext,
  at: number,
  siblings: readonly Post[],
  name: 'dated' | 'not dated',
): (readonly TextEdit[])[] {
  const { publishing } = changeContext.site.generator;
  const entry = findEntry(changeContext, publishing.dateKeys);
  const newest = siblings.slice(0, maxSiblings);
  const uses = newest.flatMap((post) => findDates(post, changeContext));
  const isMidnight =
    at ===
    Date.parse(`${toIsoDay(at, changeContext.zone)}T00:00:00Z`) - zonedTime(at, changeContext.zone).offset * 60_000;
  const needed = newest.length === 0 ? 'yes' : uses.length * 2 > newest.length ? 'yes' : 'no';
  const written =
    entry === undefined ? '' : changeContext.open.document.text.slice(entry.valueRange.start, entry.valueRange.end);
  const samples = [
    written,
    ...uses.filter(({ format }) => format === toFormat(changeContext)).map((use) => use.written),
    publishing.dateSample,
  ].filter((sample) => /^["']?\d{4}/.test(sample) || /^["']?[A-Z][a-z]{2,8} \d/.test(sample));
  const fitting =
    isMidnight || at <= changeContext.environment.now ? samples : samples.filter((sample) => /\d:\d\d/.test(sample));
  const key = uses[0]?.key ?? publishing.dateKeys[0]!;
  const styles = [...new Set(fitting.length === 0 ? [...samples, '2000-01-01T00:00:00+00:00'].slice(-1) : fitting)];
  const values = styles.flatMap((sample) => [
    formatDateLike(sample, at, changeContext.zone),
    formatDateLike(sample, at, changeContext.zone, 'local'),
  ]);
  const proposals = values.map((value) => {
    const edit = entry
      ? setEntry(changeContext, entry, value(toFormat(changeContext)))
      : addKey(changeContext, key, value, 'title');
    return edit ? [edit] : [];
  });
  return entry || needed === 'yes' || name === 'not dated' ? proposals : [[], ...proposals];
}

/** A time without an offset is UTC, as YAML reads it, or `local` to the site's zone. */
function formatDateLike(
  sample: string,
  at: number,
  zone: string,
  reading?: 'local',
): (format: FrontMatterFormat) => string {
  const quote = openingQuote(sample);
  const text = formatLike(reading === 'local' && quote === '' ? `"${sample}` : sample, { epochMs: at, timeZone: zone });
  return (format) => (format === 'json' ? JSON.stringify(text) : `${quote}${text}${quote}`);
}

function toFormat({ open, site }: PostChangeContext): FrontMatterFormat {
  return open.syntax.frontMatter?.format ?? site.generator.frontMatterFormats[0]!;
}

function findDates(
  { frontMatter }: Post,
  { site: { generator } }: PostChangeContext,
): { readonly key: string; readonly written: string; readonly format: FrontMatterFormat }[] {
  if (!frontMatter) return [];
  const found = generator.publishing.dateKeys.flatMap((key) =>
    frontMatter.keys.filter((each) => !each.commented && isKey(each.key, key, generator)),
  );
  return found.slice(0, 1).map(({ key, written }) => ({ key, written, format: frontMatter.format }));
}
