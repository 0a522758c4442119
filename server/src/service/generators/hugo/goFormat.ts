import type { ZonedTime } from '../../text/calendar.ts';
import {
  dayOfYear,
  isoOffset,
  monthNames,
  shortName,
  weekdayNames,
  weekdayOf,
  zeroPad,
  zonedTime,
} from '../../text/calendar.ts';

/** Elements of Go's reference time, the longer before those they begin with (`time/format.go`). */
const elements = /2006|January|Monday|Z07:00|-07:00|-0700|MST|Jan|Mon|002|01|02|03|04|05|06|15|PM|pm|_2|1|2|3|4|5/g;

/** Formats a time (milliseconds since 1970, IANA zone) in a Go layout: `2006-01-02T15:04:05Z07:00`. */
export function formatGoTime(layout: string, instant: number, zone: string): string {
  const values = formatElements(zonedTime(instant, zone));
  return layout.replace(elements, (element) => values[element] ?? element);
}

/** Returns the text of each element of a layout at a time. */
export function formatElements(time: ZonedTime): Readonly<Record<string, string>> {
  const { year, month, day, hour, minute, second, offset } = time;
  const monthName = monthNames[month - 1]!;
  const weekdayName = weekdayNames[weekdayOf(time)]!;
  return {
    '2006': zeroPad(year, 4),
    '06': zeroPad(year % 100),
    January: monthName,
    Jan: shortName(monthName),
    '01': zeroPad(month),
    '1': String(month),
    '02': zeroPad(day),
    _2: String(day).padStart(2),
    '2': String(day),
    '002': zeroPad(dayOfYear(time), 3),
    Monday: weekdayName,
    Mon: shortName(weekdayName),
    '15': zeroPad(hour),
    '03': zeroPad(hour % 12 || 12),
    '3': String(hour % 12 || 12),
    '04': zeroPad(minute),
    '4': String(minute),
    '05': zeroPad(second),
    '5': String(second),
    PM: hour < 12 ? 'AM' : 'PM',
    pm: hour < 12 ? 'am' : 'pm',
    'Z07:00': offset === 0 ? 'Z' : isoOffset(offset),
    '-07:00': isoOffset(offset),
    '-0700': isoOffset(offset, ''),
    MST: offset === 0 ? 'UTC' : isoOffset(offset, ''),
  };
}
