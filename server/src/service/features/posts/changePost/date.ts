import type { Post } from '../../../site/model/site.ts';
import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { isoDay, zonedTime } from '../../../text/calendar.ts';
import { momentLike } from '../../text/dateStyle.ts';
import { quoteOf } from '../../frontMatter/quote.ts';
import type { Subject } from './draft.ts';
import { add, entryOf, isKey, set } from './draft.ts';

/** Newer posts than this many do not say more about how dates are written. */
const shown = 12;

const datedName = /^\d{4}-\d{1,2}-\d{1,2}(?=[-_.]|$)/;

/** `2024-05-01` of a moment in the site's zone. */
export function dayIn(at: number, zone: string): string {
  return isoDay(zonedTime(at, zone));
}

/** The path with the day that its file, or the folder the file has to itself, is named with put to another; the same without one. */
export function redated(path: string, day: string): string {
  const segments = path.split('/');
  const own =
    /^_?index\.[^.]+$/.test(segments.at(-1)!) && segments.length > 1 ? segments.length - 2 : segments.length - 1;
  return segments.map((segment, index) => (index === own ? segment.replace(datedName, day) : segment)).join('/');
}

/** Whether a path names a day. */
export function isDated(path: string): boolean {
  return redated(path, '0000-00-00') !== path;
}

/**
 * Edits that date a post to a moment, one proposal for each style in which the post, its siblings (newest first) and the generator
 * write dates; the first that the site reads as meant is to be taken. An empty proposal where dates stand in names only.
 */
export function datings(
  subject: Subject,
  at: number,
  siblings: readonly Post[],
  name: 'dated' | 'not dated',
): (readonly TextEdit[])[] {
  const { publishing } = subject.site.generator;
  const entry = entryOf(subject, publishing.dateKeys);
  const newest = siblings.slice(0, shown);
  const uses = newest.flatMap((post) => datesOf(post, subject));
  const isMidnight =
    at === Date.parse(`${dayIn(at, subject.zone)}T00:00:00Z`) - zonedTime(at, subject.zone).offset * 60_000;
  const needed = newest.length === 0 ? 'yes' : uses.length * 2 > newest.length ? 'yes' : 'no';
  const written =
    entry === undefined ? '' : subject.open.document.text.slice(entry.valueRange.start, entry.valueRange.end);
  const samples = [
    written,
    ...uses.filter(({ format }) => format === formatOf(subject)).map((use) => use.written),
    publishing.dateSample,
  ].filter((sample) => /^["']?\d{4}/.test(sample) || /^["']?[A-Z][a-z]{2,8} \d/.test(sample));
  const fitting =
    isMidnight || at <= subject.environment.now ? samples : samples.filter((sample) => /\d:\d\d/.test(sample));
  const key = uses[0]?.key ?? publishing.dateKeys[0]!;
  const styles = [...new Set(fitting.length === 0 ? [...samples, '2000-01-01T00:00:00+00:00'].slice(-1) : fitting)];
  const values = styles.flatMap((sample) => [
    valueLike(sample, at, subject.zone),
    valueLike(sample, at, subject.zone, 'local'),
  ]);
  const proposals = values.map((value) => {
    const edit = entry ? set(subject, entry, value(formatOf(subject))) : add(subject, key, value, 'title');
    return edit ? [edit] : [];
  });
  return entry || needed === 'yes' || name === 'not dated' ? proposals : [[], ...proposals];
}

/** A time without an offset is UTC, as YAML reads it, or `local` to the site's zone. */
function valueLike(sample: string, at: number, zone: string, reading?: 'local'): (format: FrontMatterFormat) => string {
  const quote = quoteOf(sample);
  const text = momentLike(reading === 'local' && quote === '' ? `"${sample}` : sample, { now: at, zone });
  return (format) => (format === 'json' ? JSON.stringify(text) : `${quote}${text}${quote}`);
}

function formatOf({ open, site }: Subject): FrontMatterFormat {
  return open.syntax.frontMatter?.format ?? site.generator.frontMatterFormats[0]!;
}

function datesOf(
  { frontMatter }: Post,
  { site: { generator } }: Subject,
): { readonly key: string; readonly written: string; readonly format: FrontMatterFormat }[] {
  if (!frontMatter) return [];
  const found = generator.publishing.dateKeys.flatMap((key) =>
    frontMatter.keys.filter((each) => !each.commented && isKey(each.key, key, generator)),
  );
  return found.slice(0, 1).map(({ key, written }) => ({ key, written, format: frontMatter.format }));
}
