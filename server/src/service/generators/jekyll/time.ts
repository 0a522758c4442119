import { monthNumber, parseOffset, toEpochMs } from '../../text/calendar.ts';
import { matchAt } from '../../text/scan.ts';

/** A date as Ruby parses it: milliseconds since 1970, 'unreadable' where it raises and stops the build, 'undetermined' where only Ruby knows. */
export type RubyTime = { readonly instant: number } | 'unreadable' | 'undetermined';

/** Psych's rule for an unquoted time stamp (`psych/scalar_scanner.rb`); without an offset it is UTC. */
const yamlTime =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.\d*)?(?:\s*(Z|[-+]\d{1,2}(?::?\d\d)?))?$/;

/** Whether Psych reads a plain scalar as a day or a moment, which are no texts. */
export function isYamlTime(written: string): boolean {
  if (yamlTime.test(written)) return true;
  const day = /^-?(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  return day !== null && dayExists(Number(day[1]), Number(day[2]), Number(day[3]));
}

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Parses a date in YAML as Jekyll does; Jekyll parses `quoted` values, and others that Psych reads as strings, with `Time.parse`. */
export function parseYamlTime(written: string, form: 'plain' | 'quoted', zone: string): RubyTime {
  const stamp = form === 'plain' ? yamlTime.exec(written) : null;
  if (stamp) {
    const [year, month, day, hour, minute, second] = stamp.slice(1, 7).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (isInRange(month, day) && hour < 24 && minute < 60 && second <= 60) {
      return { instant: toEpochMs({ year, month, day, hour, minute, second }, toOffset(stamp[7] ?? 'Z')!) };
    }
  }
  return parseTime(written, zone);
}

/** Parses a date with a year as Ruby's `Time.parse` does, in `zone` (IANA) without an offset; 'undetermined' where Ruby completes it from the current date. */
export function parseTime(written: string, zone: string): RubyTime {
  if (
    !/\d/.test(written) &&
    !/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)/i.test(written)
  )
    return 'unreadable';
  const { clock, rest } = extractClock(written);
  const date = parseDay(rest);
  if (!date) return isImpossibleDay(rest) ? 'unreadable' : 'undetermined';
  if (!isInRange(date.month, date.day) || !clock) return 'unreadable';
  const { hour, minute, second, offset } = clock;
  return { instant: toEpochMs({ ...date, hour, minute, second }, offset ?? zone) };
}

/** Whether a text is four digits that Ruby takes for month and day and that are none: `2024` (`_parse_ddd` of `date/_parse`). */
function isImpossibleDay(written: string): boolean {
  const [, month, day] = /^\s*(\d\d)(\d\d)\s*$/.exec(written) ?? [];
  return month !== undefined && !isInRange(Number(month), Number(day));
}

/** Parses the day in a date, without its time of day and zone; undefined where there is none. */
export function parseWrittenDay(written: string): WrittenDay | undefined {
  return parseDay(extractClock(written).rest);
}

/** Month and day from 1. */
export interface WrittenDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether a date has a time zone or offset. */
export function hasZone(written: string): boolean {
  return extractClock(written).clock?.offset !== undefined;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: number | undefined;
}

const clockPattern =
  /(?:^|[\sTt])(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d*)?)?(?:\s*([ap])\.?m\b\.?)?|(\d{1,2})\s*([ap])\.?m\b\.?)/;
const zonePattern = /\s*(Z\b|[-+]\d{1,2}(?::?\d{2})?\b|[A-Za-z]{1,4}\b)/y;

/** Extracts the time of day from a date and the text without it; `clock` is undefined for an invalid time. */
function extractClock(written: string): { readonly clock: Clock | undefined; readonly rest: string } {
  const found = clockPattern.exec(written);
  if (!found) return { clock: { hour: 0, minute: 0, second: 0, offset: undefined }, rest: written };
  const [whole, hourText, minuteText, secondText, half, bareHour, bareHalf] = found;
  const clockEnd = found.index + whole.length;
  const [zone = '', zoneName] = matchAt(written, clockEnd, zonePattern) ?? [];
  const noon = (half ?? bareHalf)?.toLowerCase();
  const written12 = Number(hourText ?? bareHour);
  const hour = noon ? (written12 % 12) + (noon === 'p' ? 12 : 0) : written12;
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  const isValid = minute < 60 && second <= 60 && (hour < 24 || (hour === 24 && minute + second === 0));
  const rest = `${written.slice(0, found.index)} ${written.slice(clockEnd + zone.length)}`;
  return {
    clock: isValid
      ? { hour, minute, second, offset: zoneName === undefined ? undefined : toOffset(zoneName) }
      : undefined,
    rest,
  };
}

const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const dateForms: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'dmy' | 'mdy' }[] = [
  { pattern: new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*${monthName},?[\\s-]*(\\d{4})`, 'i'), order: 'dmy' },
  { pattern: new RegExp(`\\b${monthName}\\s*(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i'), order: 'mdy' },
  { pattern: /(?<!\d)(\d{2,4})-(\d{1,2})-(\d{1,2})(?!\d)/, order: 'ymd' },
  { pattern: /(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, order: 'ymd' },
  { pattern: /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/, order: 'dmy' },
  { pattern: /^\s*(\d{4})(\d{2})(\d{2})\s*$/, order: 'ymd' },
];

function parseDay(text: string): WrittenDay | undefined {
  for (const { pattern, order } of dateForms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const part = (letter: string): string => found[order.indexOf(letter) + 1]!;
    const month = part('m');
    return {
      year: toFullYear(part('y')),
      month: /\d/.test(month) ? Number(month) : monthNumber(month),
      day: Number(part('d')),
    };
  }
  return undefined;
}

/** Returns a year with four digits; two digits from 69 on are of the last century (`Date._parse`). */
function toFullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

function isInRange(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Zone names that `Time.parse` knows, with their offsets in hours; others are ignored. */
const zoneHours: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  UT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

function toOffset(name: string): number | undefined {
  const hours = zoneHours[name.toUpperCase()];
  return hours === undefined ? parseOffset(name) : hours * 60;
}
