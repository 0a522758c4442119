import { memoizeRecent } from '../../text/memo.ts';

/** Date and time in a zone; month and day from 1, offset in minutes east of Greenwich. */
export interface ZonedTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: number;
}

/** More zones than these no site and writer have between them. */
const mostZones = 64;

/** What the clocks of a zone show at an instant. A post's date is asked for several times in a row, and the calendar is slow. */
const clockOf = memoizeRecent(mostZones, (zone: string) => {
  if (zone === 'UTC') return timeInUtc;
  const format = createFormat(zone) ?? createFormat('UTC')!;
  return memoizeRecent(4, (whole: number) => timeIn(format, whole));
});

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/** Date and time of an instant (milliseconds since 1970) in an IANA zone; an unknown zone counts as UTC, as in the C library. */
export function zonedTime(instant: number, zone: string): ZonedTime {
  return clockOf(zone)(Math.floor(instant / 1000) * 1000);
}

function timeInUtc(whole: number): ZonedTime {
  const date = new Date(whole);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    offset: 0,
  };
}

function timeIn(format: Intl.DateTimeFormat, whole: number): ZonedTime {
  const parts = new Map(format.formatToParts(whole).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  const time = {
    year,
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
  return { ...time, offset: Math.round((utc(time) - whole) / 60_000) };
}

/** The instant of a date and time in a zone, or at an own offset (minutes); days beyond a month's end run into the next one, an hour that the clocks leave out comes later. */
export function instantOf(time: Omit<ZonedTime, 'offset'>, zone: string | number): number {
  const asUtc = utc(time);
  if (typeof zone === 'number') return asUtc - zone * 60_000;
  const first = asUtc - zonedTime(asUtc, zone).offset * 60_000;
  const second = asUtc - zonedTime(first, zone).offset * 60_000;
  const isSkipped = first !== second && zonedTime(second, zone).offset !== zonedTime(first, zone).offset;
  return isSkipped ? Math.max(first, second) : second;
}

function utc({ year, month, day, hour, minute, second }: Omit<ZonedTime, 'offset'>): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}

/** `2024-05-01T09:30:00+02:00` of an instant in a zone. */
export function isoTime(instant: number, zone: string): string {
  const { year, month, day, hour, minute, second, offset } = zonedTime(instant, zone);
  return `${digits(year, 4)}-${digits(month)}-${digits(day)}T${digits(hour)}:${digits(minute)}:${digits(second)}${isoOffset(offset)}`;
}

/** `+02:00` of minutes east of Greenwich; `separator` '' gives `+0200`. */
export function isoOffset(minutes: number, separator = ':'): string {
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(absolute / 60))}${separator}${digits(absolute % 60)}`;
}

/** A number with leading zeros. */
export function digits(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
