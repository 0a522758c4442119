import type { ZonedTime } from '../../generators/shared/zone.ts';
import { digits, isoOffset, zonedTime } from '../../generators/shared/zone.ts';

/** A moment, in milliseconds since 1970, and the IANA name of the zone to write it in. */
export interface Moment {
  readonly now: number;
  readonly zone: string;
}

const style =
  /^(["']?)\d{4}([-/])\d{1,2}\2\d{1,2}(?:([Tt]| +)\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(?:( ?)(Z|UTC|[-+]\d{2}(:?)\d{2}))?)?/;

/** `Jul 08 2024`, `July 8, 2024`. */
const wordy = /^["']?([A-Z][a-z]{2,8}) (\d{1,2})(,?) \d{4}["']?$/;
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

/**
 * Now in the style of a sibling's date, without its quotes: a day, or day and time with the site's offset. A time with
 * seconds but no offset is in UTC, as YAML reads it.
 */
export function momentLike(written: string, { now, zone }: Moment): string {
  const words = wordy.exec(written);
  if (words) return wordyDay(words, zonedTime(now, zone));
  const found = style.exec(written);
  const [, quote, dash = '-', between, seconds, , space, offset, colon] = found ?? [];
  const isUtc =
    offset === 'Z' ||
    offset === 'UTC' ||
    (between !== undefined && offset === undefined && seconds !== undefined && !quote);
  const time = zonedTime(now, isUtc ? 'UTC' : zone);
  const day = [digits(time.year, 4), digits(time.month), digits(time.day)].join(dash);
  if (between === undefined) return day;
  const clock = `${digits(time.hour)}:${digits(time.minute)}${seconds === undefined ? '' : ':00'}`;
  const shownOffset =
    offset === undefined ? '' : `${space ?? ''}${isUtc ? offset : isoOffset(time.offset, colon ?? '')}`;
  return `${day}${between}${clock}${shownOffset}`;
}

/** A month's name in full or its first three letters, days with a zero before them where the sample has one. */
function wordyDay([, name = '', number = '', comma = '']: RegExpExecArray, { year, month, day }: ZonedTime): string {
  const isFull = name.length > 3;
  const isPadded = number.startsWith('0');
  return `${isFull ? months[month - 1]! : months[month - 1]!.slice(0, 3)} ${isPadded ? digits(day) : String(day)}${comma} ${String(year)}`;
}
