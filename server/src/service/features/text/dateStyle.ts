import type { ZonedTime } from '../../text/calendar.ts';
import { isoOffset, monthNames, shortName, zeroPad, zonedTime } from '../../text/calendar.ts';

/** A moment, in milliseconds since 1970, and the IANA name of the zone to write it in. */
export interface ZonedInstant {
  readonly epochMs: number;
  readonly timeZone: string;
}

const numericPattern =
  /^(["']?)\d{4}([-/])\d{1,2}([-/])\d{1,2}(?:([Tt]| +)\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(?:( ?)(Z|UTC|[-+]\d{2}(:?)\d{2}))?)?/;

/** `Jul 08 2024`, `July 8, 2024`. */
const wordyPattern = /^["']?([A-Z][a-z]{2,8}) (\d{1,2})(,?) \d{4}["']?$/;

/**
 * Now in the style of a sibling's date, without its quotes: a day, or day and time with the site's offset. A time with
 * seconds but no offset is in UTC, as YAML reads it.
 */
export function formatLike(written: string, { epochMs, timeZone }: ZonedInstant): string {
  const words = wordyPattern.exec(written);
  if (words) return formatWordyDate(words, zonedTime(epochMs, timeZone));
  const match = numericPattern.exec(written);
  const found = match?.[2] === match?.[3] ? match : null;
  const [, quote, dash = '-', , between, seconds, , space, offset, colon] = found ?? [];
  const isUtc =
    offset === 'Z' ||
    offset === 'UTC' ||
    (between !== undefined && offset === undefined && seconds !== undefined && !quote);
  const time = zonedTime(epochMs, isUtc ? 'UTC' : timeZone);
  const day = [zeroPad(time.year, 4), zeroPad(time.month), zeroPad(time.day)].join(dash);
  if (between === undefined) return day;
  const clock = `${zeroPad(time.hour)}:${zeroPad(time.minute)}${seconds === undefined ? '' : ':00'}`;
  const shownOffset =
    offset === undefined ? '' : `${space ?? ''}${isUtc ? offset : isoOffset(time.offset, colon ?? '')}`;
  return `${day}${between}${clock}${shownOffset}`;
}

/** A month's name in full or its first three letters, days with a zero before them where the sample has one. */
function formatWordyDate(
  [, name = '', number = '', comma = '']: RegExpExecArray,
  { year, month, day }: ZonedTime,
): string {
  const isFull = name.length > 3;
  const isPadded = number.startsWith('0');
  const monthName = monthNames[month - 1]!;
  return `${isFull ? monthName : shortName(monthName)} ${isPadded ? zeroPad(day) : String(day)}${comma} ${String(year)}`;
}
