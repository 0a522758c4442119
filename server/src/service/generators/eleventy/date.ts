import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';

/** Values of `date` that mean a date of the file. */
export const fileDateValues = /^(?:git )?(?:last modified|created)$/i;

/** What js-yaml makes a date of where it is not quoted (`type/timestamp.js`). */
const yamlTimestamp =
  /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
const isoDay = /^(?:[-+]\d{6}|\d{4})(?:-?(\d\d)(?:-?(\d\d))?|-?W\d\d(?:-?\d)?|-?\d{3})?$/;
const isoTime = /^(\d\d)(?::?\d\d(?::?\d\d(?:[.,]\d{1,30})?)?)?(?:Z|[-+]\d\d(?::?\d\d)?)?(?:\[[^\]]*\])?$/i;

/** Returns the date of a front matter as text where Eleventy stops the build at it (`Template.js#getMappedDate`); else undefined. */
export function findUnreadableDate(frontMatter: FrontMatterOutline | undefined): string | undefined {
  const date = frontMatter?.data.date;
  if (!frontMatter || !date) return undefined;
  const written = frontMatter.keys.findLast(({ key, commented }) => key === 'date' && !commented)?.written ?? '';
  if (typeof date === 'number') return /^\d+$/.test(written) ? written : undefined;
  if (typeof date !== 'string' || fileDateValues.test(date)) return undefined;
  if (frontMatter.format === 'yaml' && !/^["'|>&!*]/.test(written) && yamlTimestamp.test(date)) return undefined;
  return isReadByLuxon(date) ? undefined : date;
}

/** Whether Luxon's `DateTime.fromISO` takes a text (`regexParser.js`); what follows the zone is not looked at. */
function isReadByLuxon(text: string): boolean {
  const [day = '', time, ...rest] = text.split('T');
  if (rest.length > 0) return true;
  if (time === undefined && isoTime.test(day)) return true;
  const found = isoDay.exec(day);
  if (!found || (time !== undefined && !isoTime.test(time))) return false;
  const [month, dayOfMonth] = [Number(found[1] ?? 1), Number(found[2] ?? 1)];
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= last;
}
