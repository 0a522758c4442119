import { instantOf } from './zone.ts';

const written = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[-+]\d{1,2}:?\d{2})?$/;

/** The instant of an ISO 8601 or RFC 3339 date, in `zone` where it names no offset; undefined for anything else. */
export function isoInstant(value: unknown, zone: string): number | undefined {
  const found = typeof value === 'string' ? written.exec(value.trim()) : null;
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  return instantOf({ year, month, day, hour, minute, second }, found[7] === undefined ? zone : offsetOf(found[7]));
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [zone.slice(1, -2).replace(':', ''), zone.slice(-2)];
  return (zone.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
