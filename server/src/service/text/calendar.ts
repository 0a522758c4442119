import { memoizeRecent } from './memo.ts';

/** In English, as generators, feeds and front matter write them. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** From Sunday, whose number is 0. */
export const weekdayNames: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

/** The first three letters of a name: `Jan` of `January`, `Mon` of `Monday`. */
export function shortName(name: string): string {
  return name.slice(0, 3);
}

/** The number of a month, from 1, whose English name begins with the first three letters given, in any case; 0 for none. */
export function monthNumber(name: string): number {
  const short = shortName(name).toLowerCase();
  return short.length < 3 ? 0 : monthNames.findIndex((each) => shortName(each).toLowerCase() === short) + 1;
}

/** A day of the calendar; month and day from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Date and time in a zone; month and day from 1, offset in minutes east of Greenwich. */
export interface ZonedTime extends Day {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: number;
}

/** More zones than a site and its writer ever use. */
const maxZones = 64;

/** What the clocks of a zone show at an instant. A post's date is asked for several times in a row, and the calendar is slow. */
const clockOfZone = memoizeRecent(maxZones, (zone: string) => {
  if (zone === 'UTC') return toUtcTime;
  const format = createFormat(zone) ?? createFormat('UTC')!;
  return memoizeRecent(4, (whole: number) => toZonedTime(format, whole));
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
  return clockOfZone(zone)(Math.floor(instant / 1000) * 1000);
}

function toUtcTime(whole: number): ZonedTime {
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

function toZonedTime(format: Intl.DateTimeFormat, whole: number): ZonedTime {
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
  return { ...time, offset: Math.round((toUtcMs(time) - whole) / 60_000) };
}

/**
 * Returns the instant (milliseconds since 1970) of a date and time in an IANA zone, or at an offset in minutes east of
 * Greenwich. Days beyond a month's end run into the next one; an hour that the clocks leave out comes later.
 */
export function toEpochMs(time: Omit<ZonedTime, 'offset'>, zone: string | number): number {
  const asUtc = toUtcMs(time);
  if (typeof zone === 'number') return asUtc - zone * 60_000;
  const first = asUtc - zonedTime(asUtc, zone).offset * 60_000;
  const second = asUtc - zonedTime(first, zone).offset * 60_000;
  const isSkipped = first !== second && zonedTime(second, zone).offset !== zonedTime(first, zone).offset;
  return isSkipped ? Math.max(first, second) : second;
}

function toUtcMs({ year, month, day, hour, minute, second }: Omit<ZonedTime, 'offset'>): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}

/** The day of the week, Sunday is 0. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(toMidnightMs(year, month, day)).getUTCDay();
}

/** 1 for the first of January. */
export function dayOfYear({ year, month, day }: Day): number {
  return Math.round((toMidnightMs(year, month, day) - toMidnightMs(year, 1, 1)) / millisecondsPerDay) + 1;
}

/** The week and its year by ISO 8601: those of the week's Thursday. */
export function isoWeek(date: Day): { readonly year: number; readonly week: number } {
  const { year, month, day } = date;
  const thursday = new Date(toMidnightMs(year, month, day) + (4 - (weekdayOf(date) || 7)) * millisecondsPerDay);
  const thursdays = { year: thursday.getUTCFullYear(), month: thursday.getUTCMonth() + 1, day: thursday.getUTCDate() };
  return { year: thursdays.year, week: Math.floor((dayOfYear(thursdays) - 1) / 7) + 1 };
}

const millisecondsPerDay = 86_400_000;

/** Years before 100 are themselves, not of the last century. */
function toMidnightMs(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** `2024-05-01`. */
export function isoDay({ year, month, day }: Day): string {
  return `${zeroPad(year, 4)}-${zeroPad(month)}-${zeroPad(day)}`;
}

/** `2024-05-01T09:30:00+02:00` of an instant in a zone. */
export function isoTime(instant: number, zone: string): string {
  const time = zonedTime(instant, zone);
  // Joined: a template would keep all its parts in memory, and there is one for every post.
  return [isoDay(time), 'T', clockTime(time), isoOffset(time.offset)].join('');
}

/** `09:30:00`. */
export function clockTime({ hour, minute, second }: Pick<ZonedTime, 'hour' | 'minute' | 'second'>): string {
  return `${zeroPad(hour)}:${zeroPad(minute)}:${zeroPad(second)}`;
}

/** `+02:00` of minutes east of Greenwich; `+0200` with '' as `separator`. */
export function isoOffset(minutes: number, separator = ':'): string {
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${zeroPad(Math.floor(absolute / 60))}${separator}${zeroPad(absolute % 60)}`;
}

/** A number with leading zeros. */
export function zeroPad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** Minutes east of Greenwich of `Z`, `+02:00`, `+0200` or `+2`; undefined for anything else. */
export function parseOffset(written: string): number | undefined {
  if (/^z$/i.test(written)) return 0;
  const [, sign, hours, minutes = '0'] = /^([-+])(\d{1,2}):?(\d\d)?$/.exec(written) ?? [];
  return hours === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** More locales and styles than a writer ever uses. */
const maxStyles = 32;

/** Making one takes longer than formatting a hundred dates. */
const formatForLocale = memoizeRecent(maxStyles, (locale: string) => {
  const supported = isLocale(locale) ? Intl.DateTimeFormat.supportedLocalesOf([locale]) : [];
  return memoizeRecent(
    maxStyles,
    (dateStyle: 'long' | 'full') =>
      new Intl.DateTimeFormat(supported.length > 0 ? supported : 'en-GB', { dateStyle, timeZone: 'UTC' }),
  );
});

function isLocale(name: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(name);
}

/**
 * `2024-05-01T00:00:00+02:00` as `1 May 2024`, with `full` as `Wednesday, 1 May 2024`: the day as written, whatever the
 * zone, in a language (BCP 47). What names no day of the calendar stays as it is.
 */
export function dayInWords(date: string, style: 'long' | 'full' = 'long', locale = 'en-GB'): string {
  const [, year, month, day] = /^(\d{1,6})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(date) ?? [];
  if (day === undefined) return date;
  const midnight = new Date(toMidnightMs(Number(year), Number(month), Number(day)));
  return midnight.getUTCDate() === Number(day) ? formatForLocale(locale)(style).format(midnight) : date;
}
