import { monthNumber, parseOffset, toEpochMs } from '../../text/calendar.ts';

const isoDate =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[-+]\d{1,2}:?\d{2})?$/;

/** Parses an ISO 8601 or RFC 3339 date to milliseconds since 1970; without an offset it is in `zone` (IANA). Undefined for any other value. */
export function parseIsoDate(value: unknown, zone: string): number | undefined {
  const found = typeof value === 'string' ? isoDate.exec(value.trim()) : null;
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  return toEpochMs({ year, month, day, hour, minute, second }, found[7] === undefined ? zone : parseOffset(found[7])!);
}

const monthFirst = /^(?:[a-z]{3,9},? )?([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i;
const dayFirst = /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (\d{4})$/i;

/** Parses a date as JavaScript's `Date` does, to milliseconds since 1970: an ISO date alone is in UTC, `Jul 08 2022` and a time without offset in `zone` (IANA). Undefined for any other value. */
export function parseJavaScriptDate(value: unknown, zone: string): number | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  const iso = parseIsoDate(text, /^\d{4}-\d\d-\d\d$/.test(text) ? 'UTC' : zone);
  if (iso !== undefined) return iso;
  const [first, second] = [monthFirst.exec(text), dayFirst.exec(text)];
  const [name, day, year] = first
    ? [first[1]!, first[2]!, first[3]!]
    : second
      ? [second[2]!, second[1]!, second[3]!]
      : ['', '', ''];
  const month = monthNumber(name);
  if (month === 0 || Number(day) < 1 || Number(day) > 31) return undefined;
  return toEpochMs({ year: Number(year), month, day: Number(day), hour: 0, minute: 0, second: 0 }, zone);
}
