import { isoOffset, isoTime, monthNumber, toEpochMs, zonedTime } from '../../text/calendar.ts';

/** A time: `instant` in milliseconds since 1970, `offset` in minutes east of UTC, by which its day and year are computed. */
export interface GoTime {
  readonly instant: number;
  readonly offset: number;
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const day = String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)`;
const clock = String.raw`(?<hour>\d\d?):(?<minute>\d\d):(?<second>\d\d)(?:[.,]\d+)?`;
const offset = String.raw`(?<sign>[-+])(?<hours>\d\d)(?<minutes>\d\d)`;
const colonOffset = String.raw`(?<sign>[-+])(?<hours>\d\d):(?<minutes>\d\d)`;
const zoneName = String.raw`(?:[A-Z]{3}|[A-Z]{3}T|[A-Z]{4}T|WITA|ChST|MeST|GMT[-+]\d+|[-+](?:[01]?\d|2[0-3]))`;
const weekday = '(?:sun|mon|tue|wed|thu|fri|sat)';
const month = `(?<name>${months})`;
const longWeekday = '(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)';
/** Names of months and weekdays, in any case. */
const names = new RegExp(`\\b(?:${months}|sun|mon|tue|wed|thu|fri|sat)(?:day|sday|nesday|rsday|urday)?\\b`, 'gi');

/** The layouts with a year that `cast.ToTimeInDefaultLocation` tries; a run of spaces counts as one. */
const layouts: readonly RegExp[] = [
  new RegExp(`^${day}$`),
  new RegExp(`^${day}T${clock}(?:Z|${colonOffset})$`),
  new RegExp(`^${day}T${clock}$`),
  new RegExp(`^${weekday}, +(?<day>\\d\\d) +${month} +(?<year>\\d{4}) +${clock} +(?:${offset}|${zoneName})$`),
  new RegExp(
    `^(?<day>\\d\\d) +${month} +(?<short>\\d\\d) +(?<hour>\\d\\d?):(?<minute>\\d\\d) +(?:${offset}|${zoneName})$`,
  ),
  new RegExp(`^${longWeekday}, +(?<day>\\d\\d)-${month}-(?<short>\\d\\d) +${clock} +${zoneName}$`),
  new RegExp(`^${day} +${clock} +${offset} +${zoneName}$`),
  new RegExp(`^${day}T${clock}${offset}$`),
  new RegExp(`^${day} +${clock}(?:Z|${offset})$`),
  new RegExp(`^${day} +${clock}$`),
  new RegExp(`^${weekday} +${month} +(?<day>\\d\\d?) +${clock} +(?:${zoneName} +)?(?<year>\\d{4})$`),
  new RegExp(`^${weekday} +${month} +(?<day>\\d\\d) +${clock} +${offset} +(?<year>\\d{4})$`),
  new RegExp(`^${day} +${clock}(?:Z|${colonOffset})$`),
  new RegExp(`^(?<day>\\d\\d) +${month} +(?<year>\\d{4})$`),
  new RegExp(`^${day} +${clock} +${colonOffset}$`),
  new RegExp(`^${day} +${clock} +${offset}$`),
];

/** Parses a date as Hugo does; without an offset it is in `zone` (IANA). Undefined where Hugo reads no date. */
export function parseGoTime(value: unknown, zone: string): GoTime | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? { instant: value * 1000, offset: 0 } : undefined;
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const written = value.replace(names, (name) => name.toLowerCase());
  for (const layout of layouts) {
    const time = toGoTime(layout.exec(written)?.groups, written, zone);
    if (time) return time;
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function toGoTime(groups: Groups | undefined, written: string, zone: string): GoTime | undefined {
  if (!groups) return undefined;
  const getNumber = (name: string): number => Number(groups[name] ?? 0);
  const year =
    groups.short === undefined ? getNumber('year') : getNumber('short') + (getNumber('short') >= 69 ? 1900 : 2000);
  const wall = {
    year,
    month: groups.name === undefined ? getNumber('month') : monthNumber(groups.name),
    day: getNumber('day'),
    hour: getNumber('hour'),
    minute: getNumber('minute'),
    second: getNumber('second'),
  };
  if (
    wall.month < 1 ||
    wall.month > 12 ||
    wall.day < 1 ||
    wall.day > getDaysInMonth(year, wall.month) ||
    wall.hour > 23 ||
    wall.minute > 59 ||
    wall.second > 59
  )
    return undefined;
  if (groups.sign !== undefined)
    return getNumber('hours') > 24 || getNumber('minutes') > 59
      ? undefined
      : fromWallTime(wall, (groups.sign === '-' ? -1 : 1) * (getNumber('hours') * 60 + getNumber('minutes')));
  if (/\dZ$/.test(written)) return fromWallTime(wall, 0);
  const instant = toEpochMs(wall, zone);
  return { instant, offset: zonedTime(instant, zone).offset };
}

function fromWallTime(wall: Parameters<typeof toEpochMs>[0], minutes: number): GoTime {
  return { instant: toEpochMs(wall, minutes), offset: minutes };
}

function getDaysInMonth(year: number, month: number): number {
  return month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;
}

/** Returns `2024-05-01T09:30:00+02:00`, with the offset of the time. */
export function toIsoString(time: GoTime): string {
  return isoTime(toWallTime(time), 'UTC').slice(0, -6) + isoOffset(time.offset);
}

/** Returns the wall clock of a time at its offset, as milliseconds since 1970 in UTC. */
export function toWallTime({ instant, offset: minutes }: GoTime): number {
  return instant + minutes * 60_000;
}
