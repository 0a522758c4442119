import type { Cause, PostSource } from '../contract/model.ts';
import { zeroPad } from '../../text/calendar.ts';
import { parseGoTime } from './goTime.ts';
import type { HugoPage } from './page.ts';

const looseDate =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\s*(Z|[-+]\d{2}:?\d{2}))?$/;

/** Returns a cause for each date in the front matter of the post that Hugo cannot read and ignores. */
export function findUnreadableDates({ frontMatter }: PostSource, { file }: HugoPage): Cause[] {
  if (!frontMatter) return [];
  const { dates, timeZone } = file.language;
  const keys = new Set([...dates.date, ...dates.publishDate, ...dates.expiryDate, ...dates.lastmod]);
  return Object.entries(frontMatter.data).flatMap(([key, value]): Cause[] => {
    if (!keys.has(key.toLowerCase()) || isNoDate(key, value) || parseGoTime(value, timeZone) !== undefined) return [];
    const repaired = repairDate(value, timeZone);
    const example = repaired ?? (dates.expiryDate.includes(key.toLowerCase()) ? '2026-05-01' : '2024-05-01');
    const reason = `Hugo cannot read the \`${key}\` "${toText(value)}": it goes on as if there were none, and newer versions stop the build. Write it as \`${example}\`.`;
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

/** Whether a value is no date: an empty one, or a boolean of `published`. */
function isNoDate(key: string, value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'boolean' && key.toLowerCase() !== 'date') ||
    (key.toLowerCase() === 'published' && /^(?:true|false|[01tf])$/i.test(toText(value)))
  );
}

function toText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Returns the date in a form that Hugo reads; undefined where it is ambiguous. */
function repairDate(value: unknown, timeZone: string): string | undefined {
  const [, year, month = '', day = '', hour, minute = '00', second = '00', zone = ''] =
    looseDate.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${padNumber(month)}-${padNumber(day)}`;
  const clock =
    hour === undefined
      ? ''
      : `T${padNumber(hour)}:${minute}:${second}${zone.replace(/^([-+]\d{2}):?(\d{2})$/, '$1:$2')}`;
  return parseGoTime(date + clock, timeZone) === undefined ? undefined : date + clock;
}

function padNumber(number: string): string {
  return zeroPad(Number(number));
}
