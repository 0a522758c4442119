import assert from 'node:assert/strict';
import {
  dayInWords,
  dayOfYear,
  isoDay,
  isoTime,
  isoWeek,
  monthNumber,
  parseOffset,
  toEpochMs,
  weekdayOf,
  zonedTime,
} from '../../../server/src/service/text/calendar.ts';

describe('the calendar', () => {
  it('recognizes a month by the first letters of its name', () => {
    assert.deepEqual(['January', 'jan', 'SEPT', 'dec', 'foo', 'ja', ''].map(monthNumber), [1, 1, 9, 12, 0, 0, 0]);
  });

  const days: readonly [date: string, weekday: number, ofYear: number, week: string][] = [
    ['2024-01-01', 1, 1, '2024-1'],
    ['2024-12-31', 2, 366, '2025-1'],
    ['2021-01-01', 5, 1, '2020-53'],
    ['2023-03-05', 0, 64, '2023-9'],
    ['0099-03-01', 0, 60, '99-9'],
  ];
  for (const [date, weekday, ofYear, week] of days)
    it(`counts the days up to ${date}`, () => {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number];
      const found = isoWeek({ year, month, day });
      assert.equal(isoDay({ year, month, day }), date);
      assert.equal(weekdayOf({ year, month, day }), weekday);
      assert.equal(dayOfYear({ year, month, day }), ofYear);
      assert.equal(`${found.year}-${found.week}`, week);
    });

  it('converts between an instant and the local time of a zone', () => {
    const instant = Date.UTC(2024, 6, 1, 22, 30);
    assert.equal(isoTime(instant, 'Europe/Berlin'), '2024-07-02T00:30:00+02:00');
    assert.equal(isoTime(instant, 'UTC'), '2024-07-01T22:30:00+00:00');
    assert.equal(isoTime(instant, 'No/Where'), isoTime(instant, 'UTC'));
    assert.equal(toEpochMs(zonedTime(instant, 'Asia/Kolkata'), 'Asia/Kolkata'), instant);
    assert.equal(toEpochMs(zonedTime(instant, 'UTC'), 120), instant - 120 * 60_000);
  });

  it('parses an offset from UTC', () => {
    assert.deepEqual(['Z', 'z', '+02:00', '-0930', '+2', '930', 'CET'].map(parseOffset), [
      0,
      0,
      120,
      -570,
      120,
      undefined,
      undefined,
    ]);
  });

  it('formats a day in words, in a language, whatever the zone', () => {
    assert.equal(dayInWords('2024-05-01T00:00:00+14:00'), '1 May 2024');
    assert.equal(dayInWords('2024-5-1', 'full'), 'Wednesday, 1 May 2024');
    assert.equal(dayInWords('2024-05-01', 'long', 'de'), '1. Mai 2024');
    assert.equal(dayInWords('2024-05-01', 'long', 'no such language'), '1 May 2024');
  });

  it('leaves what is no day of the calendar as it is', () => {
    for (const written of ['2024-02-30', 'tomorrow', '']) assert.equal(dayInWords(written), written);
  });
});
