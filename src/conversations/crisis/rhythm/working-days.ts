import { addDays, type Day } from '../../../platform/clock.ts';
import { bankHolidays } from './bank-holidays.ts';

const holidays = new Set(bankHolidays);

/**
 * True on Monday to Friday, save England's bank holidays. After the last year of the list only weekends are
 * known, so a rhythm may fall on a bank holiday; it is shown, never blocking. @example isWorkingDay('2026-12-28') // false
 */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day that is `count` working days after `day`, which itself does not count. @example addWorkingDays('2026-12-24', 1) // '2026-12-29' */
export function addWorkingDays(day: Day, count: number): Day {
  let found = day;
  for (let left = count; left > 0; ) {
    found = addDays(found, 1);
    if (isWorkingDay(found)) left -= 1;
  }
  return found;
}

/** `day` itself, or the last working day before it. */
export function workingDayOnOrBefore(day: Day): Day {
  return isWorkingDay(day) ? day : workingDayOnOrBefore(addDays(day, -1));
}
