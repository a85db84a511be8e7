import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays } from '../../../platform/clock.ts';
import { bankHolidays, extraordinaryBankHolidays } from './bank-holidays.ts';
import { addWorkingDays, isWorkingDay, workingDayOnOrBefore } from './working-days.ts';

describe('C2-4 working days', () => {
  it('every year in the list is what the Act and the proclamations say, save the days said to be extraordinary', () => {
    const years = [...new Set(bankHolidays.map((day) => Number(day.slice(0, 4))))];
    assert.deepEqual(years, [2023, 2024, 2025, 2026, 2027, 2028]);
    const regular = bankHolidays.filter((day) => !extraordinaryBankHolidays.includes(day));
    assert.deepEqual(regular, years.flatMap(workedOut));
  });

  it('a Friday is followed by Monday, and the Thursday before Easter by Tuesday', () => {
    assert.equal(addWorkingDays('2026-11-20', 1), '2026-11-23');
    assert.equal(addWorkingDays('2026-04-02', 1), '2026-04-07');
  });

  it('Christmas Eve 2026 is followed by the 29th: the 28th stands in for Boxing Day', () => {
    assert.equal(addWorkingDays('2026-12-24', 1), '2026-12-29');
  });

  it('a Saturday start has until Monday', () => assert.equal(addWorkingDays('2026-11-21', 1), '2026-11-23'));

  it('29 February is a day like another', () => {
    assert.equal(isWorkingDay('2028-02-29'), true);
    assert.equal(addWorkingDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addWorkingDays('2027-02-26', 1), '2027-03-01');
  });

  it('a day off leads back to the working day before it', () => {
    assert.equal(workingDayOnOrBefore('2026-04-06'), '2026-04-02');
    assert.equal(workingDayOnOrBefore('2026-11-20'), '2026-11-20');
  });
});

/** The regular bank holidays of a year, from the rules alone. Easter by the anonymous Gregorian algorithm (Meeus, ch. 8). */
function workedOut(year: number): string[] {
  const easter = easterOf(year);
  return [
    weekdayFrom(`${year}-01-01`),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(`${year}-05-01`),
    lastMonday(`${year}-05-31`),
    lastMonday(`${year}-08-31`),
    ...christmas(year),
  ];
}

function christmas(year: number): string[] {
  const day = weekdayOf(`${year}-12-25`);
  if (day === 5) return [`${year}-12-25`, `${year}-12-28`];
  if (day === 6) return [`${year}-12-27`, `${year}-12-28`];
  if (day === 0) return [`${year}-12-26`, `${year}-12-27`];
  return [`${year}-12-25`, `${year}-12-26`];
}

function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
}

const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay();
const firstMonday = (day: string): string => (weekdayOf(day) === 1 ? day : firstMonday(addDays(day, 1)));
const lastMonday = (day: string): string => (weekdayOf(day) === 1 ? day : lastMonday(addDays(day, -1)));
const weekdayFrom = (day: string): string =>
  [0, 6].includes(weekdayOf(day)) ? weekdayFrom(addDays(day, 1)) : day;
