import type { Cause } from '../contract/model.ts';
import { isoDay, isoOffset, toEpochMs, zonedTime } from '../../text/calendar.ts';
import type { JekyllDocument } from './document.ts';
import { getUrl } from './permalink.ts';
import type { JekyllSettings } from './settings.ts';
import type { WrittenDay } from './time.ts';
import { hasZone, parseWrittenDay } from './time.ts';

/**
 * Returns a cause where Jekyll dates a document to another day than its author wrote: a day that the month does not have, or a time whose
 * day is another one in the site's zone (`utils.rb#parse_date`), where that changes the URL; undefined for none.
 */
export function findMovedDay(document: JekyllDocument, settings: JekyllSettings): Cause | undefined {
  const { date, zone, dateInName } = document;
  if (typeof date !== 'object' || !('instant' in date)) return undefined;
  const day = parseWrittenDay(date.written);
  const read = zonedTime(date.instant, zone);
  if (!day || isSameDay(day, read)) return undefined;
  const key = date.source === 'front matter' ? { key: 'date' } : {};
  if (!isCalendarDay(day)) {
    return {
      subject: 'moved date',
      ...key,
      reason: `The calendar has no ${isoDay(day)}: Jekyll reads it as ${isoDay(read)}. Write the day that you mean.`,
    };
  }
  const inName = dateInName === undefined ? undefined : parseWrittenDay(dateInName);
  const noon = toEpochMs({ ...day, hour: 12, minute: 0, second: 0 }, zone);
  const url = getFullUrl(document, settings);
  if (
    (inName && isSameDay(inName, read)) ||
    url === undefined ||
    url === getFullUrl({ ...document, date: { ...date, instant: noon } }, settings)
  )
    return undefined;
  return {
    ...key,
    ...createMovedDayCause(
      { day, read, zone, url, written: date.written, offset: isoOffset(zonedTime(noon, zone).offset, '') },
      settings,
    ),
  };
}

interface MovedDay {
  readonly day: WrittenDay;
  readonly read: WrittenDay;
  readonly zone: string;
  /** The URL that the document gets. */
  readonly url: string;
  readonly written: string;
  /** The offset of the zone on that day, `+0200`. */
  readonly offset: string;
}

/** Creates the cause for a day that is another one in the zone of the site or, where that has none, of this computer. */
function createMovedDayCause({ day, read, zone, url, written, offset }: MovedDay, { timeZone }: JekyllSettings): Cause {
  const about = timeZone === undefined ? 'moved date here' : 'moved date';
  const where = `${zone}, the time zone of ${timeZone === undefined ? 'this computer' : 'the site'},`;
  const consequence = `it is ${isoDay(read)} in ${where} and the address becomes \`${url}\``;
  if (!hasZone(written)) {
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

function getFullUrl(document: JekyllDocument, settings: JekyllSettings): string | undefined {
  const address = getUrl(document, settings);
  return address && 'url' in address ? `${settings.baseurl}${address.url}` : undefined;
}

function isCalendarDay({ year, month, day }: WrittenDay): boolean {
  return isSameDay(
    { year, month, day },
    zonedTime(toEpochMs({ year, month, day, hour: 12, minute: 0, second: 0 }, 0), 'UTC'),
  );
}

function isSameDay(a: WrittenDay, b: WrittenDay): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}
