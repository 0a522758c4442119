import { digits, isoOffset, zonedTime } from '../generators/zone.ts';

/** A moment, in milliseconds since 1970, and the IANA name of the zone to write it in. */
export interface Moment {
  readonly now: number;
  readonly zone: string;
}

const style = /^(["']?)\d{4}([-/])\d{1,2}\2\d{1,2}(?:([Tt]| +)\d{1,2}:\d{2}(:\d{2})?(\.\d+)?(?:( ?)(Z|UTC|[-+]\d{2}(:?)\d{2}))?)?/;

/**
 * Now in the style of a sibling's date, without its quotes: a day, or day and time with the site's offset. A time with
 * seconds but no offset is in UTC, as YAML reads it.
 */
export function momentLike(written: string, { now, zone }: Moment): string {
  const found = style.exec(written);
  const [, quote, dash = '-', between, seconds, , space, offset, colon] = found ?? [];
  const isUtc = offset === 'Z' || offset === 'UTC' || (between !== undefined && offset === undefined && seconds !== undefined && !quote);
  const time = zonedTime(now, isUtc ? 'UTC' : zone);
  const day = [digits(time.year, 4), digits(time.month), digits(time.day)].join(dash);
  if (between === undefined) return day;
  const clock = `${digits(time.hour)}:${digits(time.minute)}${seconds === undefined ? '' : ':00'}`;
  const shownOffset = offset === undefined ? '' : `${space ?? ''}${isUtc ? offset : isoOffset(time.offset, colon ?? '')}`;
  return `${day}${between}${clock}${shownOffset}`;
}
