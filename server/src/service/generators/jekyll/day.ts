import type { Cause } from '../contract/model.ts';
import { isoDay, isoOffset, toEpochMs, zonedTime } from '../../text/calendar.ts';
import type { JekyllDocument } from './document.ts';
import { addressOf } from './permalink.ts';
import type { JekyllSettings } from './settings.ts';
import type { WrittenDay } from './time.ts';
import { namesZone, writtenDay } from './time.ts';

/**
 * Says that Jekyll dates a document to another day than its author wrote: a day that the month does not have, or a time whose
 * day is another one in the site's zone (`utils.rb#parse_date`), as far as readers see it in the address.
 */
export function movedDay(document: JekyllDocument, settings: JekyllSettings): Cause | undefined {
  const { date, zone, dateInName } = document;
  if (typeof date !== 'object' || !('instant' in date)) return undefined;
  const day = writtenDay(date.written);
  const read = zonedTime(date.instant, zone);
  if (!day || isSameDay(day, read)) return undefined;
  const key = date.where === 'front matter' ? { key: 'date' } : {};
  if (!exists(day)) {
    return {
      subject: 'moved date',
      ...key,
      reason: `The calendar has no ${isoDay(day)}: Jekyll reads it as ${isoDay(read)}. Write the day that you mean.`,
    };
  }
  const inName = dateInName === undefined ? undefined : writtenDay(dateInName);
  const noon = toEpochMs({ ...day, hour: 12, minute: 0, second: 0 }, zone);
  const url = urlOf(document, settings);
  if (
    (inName && isSameDay(inName, read)) ||
    url === undefined ||
    url === urlOf({ ...document, date: { ...date, instant: noon } }, settings)
  )
    return undefined;
  return {
    ...key,
    ...elsewhere(
      { day, read, zone, url, written: date.written, offset: isoOffset(zonedTime(noon, zone).offset, '') },
      settings,
    ),
  };
}

interface Move {
  readonly day: WrittenDay;
  readonly read: WrittenDay;
  readonly zone: string;
  /** What the address becomes. */
  readonly url: string;
  readonly written: string;
  /** The zone's own on that day, `+0200`. */
  readonly offset: string;
}

/** What to say of a day that is another one in the zone of the site or, where that has none, of this computer. */
function elsewhere({ day, read, zone, url, written, offset }: Move, { timeZone }: JekyllSettings): Cause {
  const about = timeZone === undefined ? 'moved date here' : 'moved date';
  const where = `${zone}, the time zone of ${timeZone === undefined ? 'this computer' : 'the site'},`;
  const consequence = `it is ${isoDay(read)} in ${where} and the address becomes \`${url}\``;
  if (!namesZone(written)) {
    const value = `${written} ${offset}`;
    return {
      subject: about,
      value,
      reason: `Jekyll takes a time without an offset as UTC: ${consequence}, not ${isoDay(day)}. Write the offset: \`${value}\`.`,
    };
  }
  const advice =
    timeZone === undefined
      ? 'Set `timezone` in `_config.yml`, so that every computer gives it the same day.'
      : 'Write the date in that zone.';
  return { subject: about, reason: `The date says ${isoDay(day)}, but at that moment ${consequence}. ${advice}` };
}

function urlOf(document: JekyllDocument, settings: JekyllSettings): string | undefined {
  const address = addressOf(document, settings);
  return address && 'url' in address ? `${settings.baseurl}${address.url}` : undefined;
}

function exists({ year, month, day }: WrittenDay): boolean {
  return isSameDay(
    { year, month, day },
    zonedTime(toEpochMs({ year, month, day, hour: 12, minute: 0, second: 0 }, 0), 'UTC'),
  );
}

function isSameDay(a: WrittenDay, b: WrittenDay): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}
