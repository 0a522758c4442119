/** Making one takes longer than formatting a hundred dates. */
const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `2024-05-01T00:00:00+02:00` as `1 May 2024`: the day as written, whatever the zone. */
export function dayInWords(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  const utc = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  return Number.isNaN(utc.getTime()) ? date : format.format(utc);
}
