import { digits, isoOffset, zonedTime } from '../shared/zone.ts';

const months = [
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
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Elements of Go's reference time, the longer before those they begin with (`time/format.go`). */
const elements = /2006|January|Monday|Z07:00|-07:00|-0700|MST|Jan|Mon|01|02|03|04|05|06|15|PM|pm|_2|1|2|3|4|5/g;

/** A moment (milliseconds since 1970) in a layout of Go: `2006-01-02T15:04:05Z07:00`. */
export function goFormat(layout: string, instant: number, zone: string): string {
  const { year, month, day, hour, minute, second, offset } = zonedTime(instant, zone);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  const values: Readonly<Record<string, string>> = {
    '2006': digits(year, 4),
    '06': digits(year % 100),
    January: months[month - 1]!,
    Jan: months[month - 1]!.slice(0, 3),
    '01': digits(month),
    '1': String(month),
    '02': digits(day),
    _2: String(day).padStart(2),
    '2': String(day),
    Monday: weekdays[weekday]!,
    Mon: weekdays[weekday]!.slice(0, 3),
    '15': digits(hour),
    '03': digits(hour % 12 || 12),
    '3': String(hour % 12 || 12),
    '04': digits(minute),
    '4': String(minute),
    '05': digits(second),
    '5': String(second),
    PM: hour < 12 ? 'AM' : 'PM',
    pm: hour < 12 ? 'am' : 'pm',
    'Z07:00': offset === 0 ? 'Z' : isoOffset(offset),
    '-07:00': isoOffset(offset),
    '-0700': isoOffset(offset, ''),
    MST: offset === 0 ? 'UTC' : isoOffset(offset, ''),
  };
  return layout.replace(elements, (element) => values[element] ?? element);
}
