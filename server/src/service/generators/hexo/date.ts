import { parseIsoDate } from '../shared/dates.ts';
import type { Environment, PostSource } from '../contract/model.ts';
import { toEpochMs, zonedTime } from '../../text/calendar.ts';
import type { HexoSettings } from './settings.ts';

/** What js-yaml takes for a time when it is not in quotes. */
const stamp =
  /^\d{4}-(?:\d\d-\d\d|\d{1,2}-\d{1,2}(?:[Tt]|[ \t]+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?))?)$/;

/**
 * The moment that Hexo reads from the front matter, else from the file name (`processPost`); undefined where it takes the
 * file's own. It reads times as wall clock, an offset notwithstanding: those of `timezone`, else those of the computer.
 */
export function instantIn(
  { frontMatter }: PostSource,
  name: Readonly<Record<string, string>>,
  settings: HexoSettings,
  { timeZone }: Environment,
): number | undefined {
  const zone = settings.timeZone ?? timeZone;
  const { date } = frontMatter?.data ?? {};
  if (typeof date === 'string') {
    const isQuoted = /^["']/.test(
      frontMatter?.keys.findLast(({ key, commented }) => key === 'date' && !commented)?.written ?? '',
    );
    if (!isQuoted && stamp.test(date)) return moved(parseIsoDate(date, 'UTC'), 'UTC', zone);
    const instant = parseIsoDate(date, /^\d{4}-\d\d-\d\d$/.test(date) ? 'UTC' : timeZone);
    return settings.timeZone === undefined ? instant : moved(instant, timeZone, zone);
  }
  const [year, month, day] = [name.year, name.month ?? name.i_month, name.day ?? name.i_day];
  if (date || year === undefined || month === undefined || day === undefined) return undefined;
  return toEpochMs({ year: Number(year), month: Number(month), day: Number(day), hour: 0, minute: 0, second: 0 }, zone);
}

/** The instant at which the clocks of a zone show what those of another one show at an instant. */
function moved(instant: number | undefined, from: string, to: string): number | undefined {
  return instant === undefined ? undefined : toEpochMs(zonedTime(instant, from), to);
}
