import { parseIsoDate } from '../shared/dates.ts';
import type { Environment, PostSource } from '../contract/model.ts';
import { toEpochMs, zonedTime } from '../../text/calendar.ts';
import type { HexoSettings } from './settings.ts';

/** A timestamp that js-yaml recognizes without quotes. */
const yamlTimestamp =
  /^\d{4}-(?:\d\d-\d\d|\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)$/;

/**
 * Returns the date that Hexo reads from front matter, else from the file name (`processPost`), in milliseconds since 1970; undefined where it uses that of the
 * file. Times are wall clock times in `timezone`, else in the computer's zone; offsets are ignored.
 */
export function getInstant(
  { frontMatter }: PostSource,
  nameVariables: Readonly<Record<string, string>>,
  settings: HexoSettings,
  { timeZone }: Environment,
): number | undefined {
  const zone = settings.timeZone ?? timeZone;
  const { date } = frontMatter?.data ?? {};
  if (typeof date === 'string') {
    const isQuoted = /^["']/.test(
      frontMatter?.keys.findLast(({ key, commented }) => key === 'date' && !commented)?.written ?? '',
    );
    if (!isQuoted && yamlTimestamp.test(date)) return moveToZone(parseIsoDate(date, 'UTC'), 'UTC', zone);
    const instant = parseIsoDate(date, /^\d{4}-\d\d-\d\d$/.test(date) ? 'UTC' : timeZone);
    return settings.timeZone === undefined ? instant : moveToZone(instant, timeZone, zone);
  }
  const [year, month, day] = [
    nameVariables.year,
    nameVariables.month ?? nameVariables.i_month,
    nameVariables.day ?? nameVariables.i_day,
  ];
  if (date || year === undefined || month === undefined || day === undefined) return undefined;
  return toEpochMs({ year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0, second: 0 }, zone);
}

/** Returns the instant at which the wall clock in one zone is the same as in another at an instant. */
function moveToZone(instant: number | undefined, from: string, to: string): number | undefined {
  return instant === undefined ? undefined : toEpochMs(zonedTime(instant, from), to);
}
