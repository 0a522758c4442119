import type { Cause, PostSource } from '../contract/model.ts';
import { zeroPad } from '../../text/calendar.ts';
import { goTime } from './goTime.ts';
import type { HugoPage } from './page.ts';

const clocklessOrShort =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s*(Z|[-+]\d{2}:?\d{2}))?$/;

/** Dates in a post's own front matter that Hugo passes over because it cannot read them. */
export function unreadableDates({ frontMatter }: PostSource, { place }: HugoPage): Cause[] {
  if (!frontMatter) return [];
  const { dates, timeZone } = place.language;
  const keys = new Set([...dates.date, ...dates.publishDate, ...dates.expiryDate, ...dates.lastmod]);
  return Object.entries(frontMatter.data).flatMap(([key, value]): Cause[] => {
    if (!keys.has(key.toLowerCase()) || isNoDate(key, value) || goTime(value, timeZone) !== undefined) return [];
    const repaired = repairOf(value, timeZone);
    const example = repaired ?? (dates.expiryDate.includes(key.toLowerCase()) ? '2026-05-01' : '2024-05-01');
    const reason = `Hugo cannot read the \`${key}\` "${shown(value)}": it goes on as if there were none, and newer versions stop the build. Write it as \`${example}\`.`;
    return [
      {
        subject: 'unreadable date',
        reason,
        key,
        ...(repaired !== undefined && { value: frontMatter.format === 'json' ? `"${repaired}"` : repaired }),
      },
    ];
  });
}

/** Empty values, and `published`, which may also say yes or no. */
function isNoDate(key: string, value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'boolean' && key.toLowerCase() !== 'date') ||
    (key.toLowerCase() === 'published' && /^(?:true|false|[01tf])$/i.test(shown(value)))
  );
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The same date as Hugo reads it, where it is plain which one is meant. */
function repairOf(value: unknown, timeZone: string): string | undefined {
  const [, year, month = '', day = '', hour, minute = '00', second = '00', zone = ''] =
    clocklessOrShort.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const clock =
    hour === undefined ? '' : `T${pad(hour)}:${minute}:${second}${zone.replace(/^([-+]\d{2}):?(\d{2})$/, '$1:$2')}`;
  return goTime(date + clock, timeZone) === undefined ? undefined : date + clock;
}

function pad(number: string): string {
  return zeroPad(Number(number));
}
